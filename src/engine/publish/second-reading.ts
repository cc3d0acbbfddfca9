import { z } from 'zod';
import {
  allAssetIds,
  fieldOf,
  homeOfVersion,
  knownAsset,
  knownVersion,
} from '../../domain/assets/asset-selectors.ts';
import { may } from '../../domain/people/permissions.ts';
import type { VersionReading } from '../../domain/versions/version-body.ts';
import {
  isBetterReading,
  isReadAgain,
  saysTheSame,
  textFormatOf,
} from '../../domain/versions/version-reading.ts';
import type { VersionState } from '../../domain/versions/version-state.ts';
import { nameOfError } from '../../shared/defect.ts';
import { StorageError } from '../../shared/errors.ts';
import type { Cancellation } from '../../shared/ports/cancellation.ts';
import type { PageTexts } from '../assets/page-texts.ts';
import { AtWork } from '../base/at-work.ts';
import type { BasePorts } from '../base/base-ports.ts';
import { CancellationSource } from '../base/cancellation-source.ts';
import type { LiveCatalog } from '../live/live-catalog.ts';
import { recognizedIn, withRecognized } from '../recognition/with-recognized.ts';
import { type ReadDocument, readDocument, readingOf } from './read-document.ts';
import { isDrawnLater, isOutdated } from './text-format.ts';

/** Nothing has come for so long: whoever imports or opens things is done. */
const QUIET_MS = 15_000;
const NOTES = 'read-again';

const notesSchema = z.object({
  v: z.literal(1),
  /** By version: the release of Kitbag that tried last by itself, and did not get further. */
  tried: z.record(z.string(), z.string()),
  /** By version: the text format in which its file was read here and said what its older text says. */
  same: z.record(z.string(), z.number()).default({}),
});
type Notes = z.infer<typeof notesSchema>;

/** A version that is worth reading again: its reading was broken off, or its text is of an older format. */
type Due = { readonly asset: string; readonly title: string; readonly version: VersionState };

/** How far reading again is; `current`: which asset is being read. */
type SecondReadingProgress = {
  readonly done: number;
  readonly total: number;
  readonly current: string;
};

/** How many documents are read again without asking, and how many when somebody who may publish asks. */
type ToReadAgain = { readonly byItself: number; readonly whenAsked: number };

/**
 * Reads again what could not be read for want of time or memory, and what was read in an older text format, one document at a time, when
 * nothing else is to be read and nobody is at work. What is found goes to everybody as an event, unless it is what they have. By itself a
 * device reads what its own person published, once a release of Kitbag; when asked to (a rebuild, the same file imported again), whatever
 * its file is here for.
 */
export class SecondReading {
  readonly #ports: BasePorts;
  readonly #catalog: LiveCatalog;
  readonly #texts: PageTexts;
  readonly #stop = new CancellationSource();
  readonly #atWork: AtWork;
  #notes: Notes | undefined;
  #forget: (() => void) | undefined;
  #running: Promise<void> | undefined;
  /** Something came while it read. */
  #goOn = false;

  constructor(ports: BasePorts, catalog: LiveCatalog, texts: PageTexts) {
    this.#ports = ports;
    this.#catalog = catalog;
    this.#texts = texts;
    this.#atWork = new AtWork(ports.later);
    catalog.onFold(({ touched, refolded }) => {
      if (refolded || this.#due(touched.entries.assets).length > 0) this.wake();
    });
  }

  /** Somebody asked for something: what is read by itself waits until they pause. */
  looked(): void {
    this.#atWork.asked();
  }

  /** Looks in a while whether there is something to read again. */
  wake(): void {
    if (this.#stop.signal.aborted) return;
    this.#forget?.();
    this.#forget = this.#ports.later(() => {
      this.#forget = undefined;
      this.#begin();
    }, QUIET_MS);
  }

  #begin(): void {
    this.#goOn = this.#running !== undefined;
    this.#running ??= this.#readOwn()
      .catch((error: unknown) => this.#warn(error))
      .finally(() => {
        this.#running = undefined;
        if (this.#goOn && !this.#stop.signal.aborted) this.#begin();
      });
  }

  /** Ends reading; what was read is written. */
  async close(): Promise<void> {
    this.#forget?.();
    this.#stop.cancel();
    this.#atWork.close();
    await this.#running;
  }

  /** Reads all that can be read again now. Nothing where the person may not publish. */
  async *readAll(): AsyncGenerator<SecondReadingProgress, void> {
    await this.#loadNotes();
    const all = this.#due();
    for (const [done, one] of all.entries()) {
      yield { done, total: all.length, current: one.title };
      await this.#read(one);
    }
  }

  /** What is still to be read again of what is here; nothing where the person may not publish. */
  async toReadAgain(): Promise<ToReadAgain> {
    await this.#loadNotes();
    const count = { byItself: 0, whenAsked: 0 };
    for (const one of this.#due()) {
      if (await this.#isHere(one)) count[this.#isByItself(one) ? 'byItself' : 'whenAsked'] += 1;
    }
    return count;
  }

  /** Reads bytes of an asset again that are due, because somebody brought them again; undefined where none are. */
  async readBytes(asset: string, sha256: string, signal?: Cancellation): Promise<VersionReading | undefined> {
    await this.#loadNotes();
    const found = this.#due([asset]).find(({ version }) => version.body.sha256 === sha256);
    return found && (await this.#read(found, signal));
  }

  /** Takes what was found in a file that an asset has already, if that is more than was known. */
  async take(asset: string, document: ReadDocument): Promise<void> {
    await this.#loadNotes();
    for (const one of this.#due([asset])) {
      if (one.version.body.sha256 !== document.sha256) continue;
      await this.#keep(one, await this.#withRecognized(one, readingOf(document)));
    }
  }

  async #readOwn(): Promise<void> {
    const notes = await this.#loadNotes();
    for (const one of this.#due()) {
      await this.#atWork.pause();
      if (this.#stop.signal.aborted) return;
      if (!this.#isStillDue(one) || !this.#isByItself(one) || !(await this.#isHere(one))) continue;
      const { id } = one.version.body;
      // Noted before it is read: what ends the whole process would end it at every start.
      notes.tried[id] = this.#ports.appVersion;
      await this.#save(notes);
      await this.#read(one);
      if (this.#isStillDue(one) && !this.#stop.signal.aborted) continue;
      delete notes.tried[id];
      await this.#save(notes);
      if (this.#stop.signal.aborted) return;
    }
  }

  #isStillDue({ asset, version }: Due): boolean {
    return this.#due([asset]).some((one) => one.version.body.id === version.body.id);
  }

  /** The version is the person's own, and this release has not tried it yet. */
  #isByItself({ version: { member, body } }: Due): boolean {
    return member === this.#catalog.selfId() && this.#notes?.tried[body.id] !== this.#ports.appVersion;
  }

  #isHere({ version }: Due): Promise<boolean> {
    return this.#ports.home.blobs.has(version.body.sha256);
  }

  /** Reads one again. Undefined where its file is not here, or reading was cancelled. */
  async #read(one: Due, signal: Cancellation = this.#stop.signal): Promise<VersionReading | undefined> {
    const { blobs } = this.#ports.home;
    const { sha256, size, fileName } = one.version.body;
    if (!(await this.#isHere(one))) return undefined;
    const reader = { blobs, extractor: this.#ports.extractor, clock: this.#ports.clock };
    const copy = { sha256, size };
    const read = await readDocument(reader, copy, { name: fileName, meant: true }, { signal, again: true });
    if (!read.read) return undefined;
    const reading = await this.#withRecognized(one, readingOf(read.document));
    await this.#keep(one, reading);
    return reading;
  }

  /** With what was recognized before on pages that it found no words on: the same file has the same pictures. */
  async #withRecognized({ version }: Due, reading: VersionReading): Promise<VersionReading> {
    const { recognized, textBlob, pageCount } = version.body;
    if (recognized === undefined || pageCount !== reading.pageCount) return reading;
    try {
      const before = recognizedIn(await this.#texts.read(textBlob));
      const both = withRecognized(reading, await this.#texts.read(reading.textBlob), before);
      if (both === undefined) return reading;
      return { ...both.reading, textBlob: await this.#ports.home.blobs.putJson(both.pages) };
    } catch (error) {
      // What was recognized is not here or is damaged: its pages wait to be looked at again.
      if (error instanceof StorageError) return reading;
      throw error;
    }
  }

  async #keep({ asset, version }: Due, reading: VersionReading): Promise<void> {
    const current = () => knownVersion(this.#catalog, asset, version.body.id)?.body;
    const before = current();
    const same =
      before !== undefined &&
      saysTheSame(reading, before) &&
      (!isDrawnLater(before) || before.thumbnail?.sha256 === reading.thumbnail?.sha256) &&
      (await this.#isSameText(reading, before));
    const now = current();
    if (now === undefined || !isBetterReading(reading, now)) return;
    if (same && now.textBlob === before.textBlob) return this.#noteSame(now.id, textFormatOf(reading));
    const home = homeOfVersion(this.#catalog, version.body.id) ?? asset;
    const body = { asset: home, version: version.body.id, reading, at: this.#ports.clock.now() };
    await this.#catalog.commit([{ kind: 'asset-version-read', body }]);
  }

  /** Another system may have packed the same text into other bytes. */
  async #isSameText(reading: VersionReading, before: VersionReading): Promise<boolean> {
    const [next, old] = [reading.textBlob, before.textBlob];
    if (next === old) return true;
    if (next === undefined || old === undefined) return false;
    try {
      const [read, had] = await Promise.all([this.#texts.read(next), this.#texts.read(old)]);
      return JSON.stringify(read) === JSON.stringify(had);
    } catch (error) {
      // The older text is not here or is damaged: then this one is needed.
      if (error instanceof StorageError) return false;
      throw error;
    }
  }

  /** Nobody else needs to hear of it; here it is not read again. */
  async #noteSame(version: string, format: number): Promise<void> {
    const notes = await this.#loadNotes();
    notes.same[version] = format;
    await this.#save(notes);
  }

  /** The versions that are worth reading again, unless the person may not publish. */
  #due(assets: Iterable<string> = allAssetIds(this.#catalog)): Due[] {
    const id = this.#catalog.selfId();
    if (id === undefined || !may(this.#catalog.member(id).role, 'publish')) return [];
    const found: Due[] = [];
    for (const asset of assets) {
      const state = knownAsset(this.#catalog, asset);
      if (state?.added === undefined) continue;
      for (const { value: version } of state.versions.values()) {
        if (this.#isDue(version))
          found.push({ asset, title: fieldOf(this.#catalog, asset, 'title') ?? '', version });
      }
    }
    return found;
  }

  #save(notes: Notes): Promise<void> {
    return this.#ports.home.local.save(NOTES, notes);
  }

  #isDue({ body }: VersionState): boolean {
    if (isReadAgain(body.text)) return true;
    const same = this.#notes?.same[body.id] ?? 0;
    return isOutdated({ ...body, textFormat: Math.max(textFormatOf(body), same) });
  }

  async #loadNotes(): Promise<Notes> {
    if (this.#notes !== undefined) return this.#notes;
    const saved = notesSchema.safeParse(await this.#ports.home.local.load(NOTES));
    this.#notes ??= saved.success ? saved.data : { v: 1, tried: {}, same: {} };
    return this.#notes;
  }

  #warn(error: unknown): void {
    // What was not read now is read at the next occasion.
    this.#ports.logger.warn('not-read-again', { error: nameOfError(error) });
  }
}
