import type { StagingState } from '../../contract/publish.ts';
import type { RowChange, StagedRow } from '../../contract/publish-rows.ts';
import { withFields } from '../../contract/row-changes.ts';
import { nameOfError } from '../../shared/defect.ts';
import type { Cancellation } from '../../shared/ports/cancellation.ts';
import { ID_PREFIX, newId } from '../../shared/vocabulary/ids.ts';
import { isSecret } from '../../shared/vocabulary/secrets.ts';
import type { BasePorts } from '../base/base-ports.ts';
import { CancellationSource } from '../base/cancellation-source.ts';
import { notFound } from '../base/refusal.ts';
import type { SourceFile } from '../ports/files.ts';
import { asideness } from './copies.ts';
import { lookThrough } from './look-through.ts';
import {
  copyDocument,
  failureOf,
  type ReadDocument,
  type ReadFailure,
  readDocument,
} from './read-document.ts';
import { ReadingProgress } from './reading-progress.ts';
import { ReadingQueue } from './reading-queue.ts';
import { ReservedRows } from './reserved-rows.ts';
import { blobsOfRows, familiesOfRows } from './row-families.ts';
import { RowSuggestions } from './row-suggestions.ts';
import { RowsInCommon } from './rows-in-common.ts';
import {
  type FoundFile,
  foundOf,
  type HeldRow,
  isUnread,
  newRow,
  savedStaging,
  withRequired,
} from './staged-row.ts';
import type { StagingNeeds } from './staging-needs.ts';
import { TableNews } from './table-news.ts';
import type { Sketch } from './text-sketch.ts';

/** How many documents are read at once: one a core of the smallest machine that we know of. */
const READERS = 2;
/** The publish table: files that are not assets yet. Read in the background, kept over a restart. */
export class Staging {
  readonly #ports: BasePorts;
  readonly #needs: StagingNeeds;
  readonly #news: TableNews;
  readonly #rows = new Map<string, HeldRow>();
  readonly #common: RowsInCommon;
  readonly #suggestions: RowSuggestions;
  readonly #queue: ReadingQueue;
  /** Rows that are being published. */
  readonly reserved = new ReservedRows();
  readonly #progress: ReadingProgress;
  #stop = new CancellationSource();
  #readers = 0;
  #skipped = 0;
  #closed = false;

  constructor(needs: StagingNeeds) {
    const { ports, known, titleOf, suggesting, passing } = needs;
    this.#needs = needs;
    this.#ports = ports;
    this.#news = new TableNews(ports, {
      size: () => this.#rows.size,
      kept: () => (passing === true ? undefined : { v: 1, skipped: this.#skipped, rows: this.all() }),
    });
    this.#common = new RowsInCommon(this.#rows, known, titleOf);
    const told = { changed: () => this.#changed(), failed: (error: unknown) => this.#notSuggested(error) };
    this.#suggestions = new RowSuggestions({ ...suggesting, ...told }, this.#rows);
    this.#progress = new ReadingProgress(ports.clock);
    this.#queue = new ReadingQueue(this.#progress);
  }

  /** How many rows there are. */
  get size(): number {
    return this.#rows.size;
  }

  /** Takes up the table of the last time. Files that were being read are read again. */
  async restore(): Promise<void> {
    const saved = savedStaging(await this.#ports.home.local.load('staging'));
    if (saved.lost > 0) this.#ports.logger.warn('staged-rows-damaged', { count: saved.lost });
    this.#skipped = saved.skipped;
    for (const { document, ...held } of saved.rows) {
      const { id, state, size } = held.row;
      const aside = asideness(held.path);
      this.#rows.set(id, { ...held, aside, ...(document && { document: document as ReadDocument }) });
      if (document !== undefined) this.#common.add(id, document as ReadDocument);
      if (isUnread(state)) this.#queue.add(id, size);
    }
    this.requireAnew();
    this.#common.compareAll();
    this.#work();
  }

  /** The blobs that rows refer to, which must not be removed. */
  blobs(): Iterable<string> {
    return blobsOfRows(this.#rows.values());
  }

  /** Puts files on the table as they are found, and begins to read them; what is cancelled meanwhile finds no more. A single one is a new version of `versionOf`, where that is said. */
  async stage(paths: readonly string[], versionOf?: string): Promise<{ files: number; skipped: number }> {
    const added: string[] = [];
    const told = { progress: this.#progress, changed: () => this.#changed() };
    const following = { ...told, sources: this.#ports.home.sources, signal: this.#stop.signal };
    const skipped = await lookThrough(paths, following, (found) => {
      for (const file of found.files) added.push(this.#add(file));
      for (const { path, reason } of found.unreadable) added.push(this.#addUnreadable(path, reason));
      this.#skipped += found.skipped;
      this.#work();
    });
    if (added.length === 1) this.#becomes(added[0] ?? '', versionOf);
    this.#changed();
    return { files: added.length, skipped };
  }

  /** Puts files on the table as they were found, some of them as new versions of assets; answers their rows. */
  stageFound(found: readonly FoundFile[]): string[] {
    const rows = found.map((one) => this.#add(one.file, one));
    this.#changed();
    this.#work();
    return rows;
  }

  /** The rows of files at these paths. */
  rowsAt(paths: ReadonlySet<string>): string[] {
    return [...this.#rows.values()].flatMap(({ path, row }) => (paths.has(path) ? [row.id] : []));
  }

  /** Resolves when all of these rows have been read and have what is suggested for them, or are off the table. */
  async settled(ids: readonly string[], signal?: Cancellation): Promise<void> {
    const isOpen = (id: string): boolean => isUnread(this.#rows.get(id)?.row.state);
    for await (const _ of this.#news.watch(signal)) if (!ids.some(isOpen)) break;
    await this.#suggestions.pending(ids);
  }

  /** The table. */
  state(): StagingState {
    const rows = [...this.#rows.values()].map(({ row }) => row);
    return { revision: this.revision, rows, progress: this.#progress.state(), skipped: this.#skipped };
  }

  /** The number of the state as it is now. */
  get revision(): number {
    return this.#news.revision;
  }

  /** Yields at once and whenever rows or progress change, at most ten times a second. */
  async *watch(signal?: Cancellation): AsyncGenerator<StagingState, void> {
    for await (const _ of this.#news.watch(signal)) yield this.state();
  }

  /** A row with what was read of it. Throws `Refusal` NOT_FOUND. */
  held(id: string): HeldRow {
    const held = this.#rows.get(id);
    if (held === undefined) throw notFound('row');
    return held;
  }

  /** Sets fields of rows, each to values of its own: all or none. Throws `Refusal` NOT_FOUND. */
  setEach(changes: readonly RowChange[]): void {
    for (const { row } of changes) this.held(row);
    for (const change of changes) this.#update(change.row, (row) => withFields(row, change));
    this.#changed();
  }

  /** Asks of all rows what publishing asks for now: a lead has changed which dimensions it does. */
  requireAnew(): void {
    for (const { row } of this.all())
      this.#update(row.id, (now) => withRequired(now, this.#needs.required()));
    this.#changed();
  }

  /** Makes rows earlier versions of others, or of none any more (null). */
  join(families: readonly { readonly earlier: readonly string[]; readonly current: string | null }[]): void {
    for (const { earlier, current } of families)
      for (const [place, id] of earlier.entries()) {
        const { earlierOf: _, ...row } = this.held(id).row;
        const of = current === null ? {} : { earlierOf: { row: current, place } };
        this.#update(id, () => withFields({ ...row, ...of }, { set: {} }));
      }
    this.#changed();
  }

  /** The earlier versions of rows that have some, by the newest, oldest first. */
  families(): ReadonlyMap<string, readonly HeldRow[]> {
    return familiesOfRows(this.#rows.values());
  }

  /** All rows with what was read of them. */
  all(): readonly HeldRow[] {
    return [...this.#rows.values()];
  }

  /** What tells whether a row's text is another's. */
  sketchOf(id: string, document: ReadDocument): Promise<Sketch> {
    return this.#suggestions.sketchOf(id, document);
  }

  #split(gone: (head: string) => boolean): void {
    const orphans = this.all().filter(
      ({ row: { earlierOf } }) => earlierOf !== undefined && gone(earlierOf.row),
    );
    for (const { row } of orphans) this.join([{ earlier: [row.id], current: null }]);
  }

  /** Keeps this one of several rows with the same bytes; `carry`: with what a person said of the one that was kept until now. */
  keep(id: string, carry: boolean): { kept: string; before: RowChange } {
    const kept = this.#common.keep(this.held(id), carry);
    this.#changed();
    return kept;
  }

  /** Takes rows off the table. */
  discard(ids: readonly string[]): number {
    let discarded = 0;
    for (const id of ids) {
      if (this.#rows.delete(id)) discarded += 1;
      this.#common.remove(id);
      this.#suggestions.remove(id);
    }
    this.#queue.remove(new Set(ids));
    this.#split((head) => !this.#rows.has(head));
    if (this.#rows.size === 0) this.#skipped = 0;
    this.#common.compareAll();
    this.#changed();
    return discarded;
  }

  /** Takes off rows that became assets, and waits until that is on disk. */
  async take(ids: readonly string[]): Promise<void> {
    this.discard(ids);
    await this.#news.flush();
  }

  /** Puts rows that had become assets on the table again, and waits until that is on disk. */
  async putBack(rows: readonly HeldRow[]): Promise<void> {
    for (const held of rows) this.#rows.set(held.row.id, held);
    for (const { row, document } of rows) if (document !== undefined) this.#common.add(row.id, document);
    this.#split((head) => !this.#rows.has(head));
    this.#common.compareAll();
    this.#changed();
    await this.#news.flush();
  }

  /** Reads failed rows again. Asked for alone, what looks like a key or passwords is meant to be published: of many, nobody looked at each. */
  retry(ids: readonly string[]): number {
    let retried = 0;
    for (const id of ids) {
      const held = this.held(id);
      if (held.row.state !== 'failed') continue;
      if (ids.length === 1 && isSecret(held.row.reason)) held.meant = true;
      this.#update(id, ({ says: _, reason: __, ...row }) => ({ ...row, state: 'waiting' }));
      this.#queue.add(id, held.row.size);
      retried += 1;
    }
    this.#changed();
    this.#work();
    return retried;
  }

  /** Reads no further file until it is told to go on; what is being read is read to its end. */
  pause(paused: boolean): void {
    this.#queue.pause(paused);
    this.#changed();
    this.#work();
  }

  /** Stops reading: what was read stays, the rest is taken off the table. */
  cancel(): number {
    this.#stop.cancel();
    this.#stop = new CancellationSource();
    this.#queue.clear();
    const open = [...this.#rows.values()].filter(({ row }) => isUnread(row.state));
    for (const { row } of open) this.#rows.delete(row.id);
    this.#changed();
    return open.length;
  }

  /** A picture of a row that the window drew. */
  setThumbnail(id: string, thumbnail: NonNullable<ReadDocument['thumbnail']>): boolean {
    const held = this.held(id);
    if (held.document === undefined) return false;
    const document = { ...held.document, thumbnail };
    held.document = document;
    this.#update(id, (row) => ({ ...row, found: foundOf(document) }));
    this.#changed();
    return true;
  }

  /** Stops reading and keeps the table for the next time. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#stop.cancel();
    await this.#news.close();
  }

  #add(file: SourceFile, { versionOf, proposal }: Omit<FoundFile, 'file'> = {}): string {
    const id = newId(ID_PREFIX.staged, (count) => this.#ports.random.bytes(count));
    this.#rows.set(id, newRow(id, file, this.#needs.required(), proposal));
    this.#becomes(id, versionOf);
    this.#queue.add(id, file.size);
    return id;
  }

  #becomes(id: string, versionOf: string | undefined): void {
    if (versionOf !== undefined) this.#update(id, (row) => withFields(row, { set: { versionOf } }));
  }

  #addUnreadable(path: string, reason: 'not-found' | 'not-readable'): string {
    const name = path.split(/[\\/]/).filter(Boolean).at(-1) ?? path;
    const id = this.#add({ path, name, folder: '', size: 0, modifiedAt: 0 });
    this.#queue.remove(new Set([id]));
    this.#fail(id, failureOf(reason));
    return id;
  }

  #work(): void {
    while (this.#readers < READERS && this.#queue.hasNext && !this.#closed) {
      this.#readers += 1;
      void this.#readOn().finally(() => {
        this.#readers -= 1;
        if (this.#readers === 0 && this.#queue.isEmpty) this.#settle();
        this.#work();
      });
    }
  }

  /** All was read: what the files say for one another. */
  #settle(): void {
    this.#suggestions.settle();
    this.#changed();
  }

  async #readOn(): Promise<void> {
    for (let id = this.#queue.next(); id !== undefined && !this.#closed; id = this.#queue.next()) {
      await this.#read(id, this.#stop.signal);
    }
  }

  async #read(id: string, signal: Cancellation): Promise<void> {
    const held = this.#rows.get(id);
    if (held === undefined) return;
    this.#update(id, (row) => ({ ...row, state: 'reading' }));
    this.#progress.begin(id, held.row.fileName);
    this.#changed();
    const failure = await this.#readInto(id, held, signal).catch((error: unknown): ReadFailure => {
      this.#ports.logger.error('staging-failed', { error: nameOfError(error) });
      return failureOf('unknown');
    });
    // Cancelled, discarded or closed in the meantime: nobody waits for it.
    if (signal.aborted || !this.#rows.has(id)) return;
    if (failure !== undefined) this.#fail(id, failure);
    this.#progress.end(id, failure !== undefined);
    this.#changed();
  }

  async #readInto(id: string, held: HeldRow, signal: Cancellation): Promise<ReadFailure | undefined> {
    const { blobs } = this.#ports.home;
    const reader = { blobs, extractor: this.#ports.extractor, clock: this.#ports.clock };
    const copy = await copyDocument(reader, { path: held.path, size: held.row.size }, signal);
    if (!copy.copied) return copy.failure;
    this.#update(id, (row) => ({ ...row, size: copy.size }));
    const read = await readDocument(
      reader,
      copy,
      { name: held.row.fileName, modifiedAt: held.modifiedAt, meant: held.meant },
      { signal },
    );
    if (!read.read) return read.failure;
    held.document = read.document;
    this.#common.settle(id, read.document);
    await this.#suggestions.suggest(id).catch((error: unknown) => this.#notSuggested(error));
    // The last ones are done when all is suggested.
    if (this.#queue.isEmpty) await this.#suggestions.pending();
    const { duplicateOf } = this.#rows.get(id)?.row ?? {};
    if (duplicateOf && this.#needs.passing !== true)
      await this.#needs.secondReading.take(duplicateOf.asset, read.document);
    return undefined;
  }

  #notSuggested(error: unknown): void {
    this.#ports.logger.warn('nothing-suggested', { error: nameOfError(error) });
  }

  #fail(id: string, failure: ReadFailure): void {
    this.#update(id, (row) => ({ ...row, state: 'failed', ...failure }));
  }

  #update(id: string, change: (row: StagedRow) => StagedRow): void {
    const held = this.#rows.get(id);
    if (held !== undefined) held.row = change(held.row);
  }

  #changed(): void {
    this.#news.changed();
  }
}
