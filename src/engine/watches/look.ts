import type { RowChange, StagedRow } from '../../contract/publish-rows.ts';
import type { WatchRun } from '../../contract/watches.ts';
import { nameOfError } from '../../shared/defect.ts';
import { says } from '../../shared/says/says.ts';
import { dimensionFieldsIn, ofFields } from '../../shared/vocabulary/asset-fields.ts';
import { checkMayPublish } from '../people/may-publish.ts';
import type { SourceFile } from '../ports/files.ts';
import { publishRows } from '../publish/publish.ts';
import { suggestedOf } from '../publish/staged-row.ts';
import { ruledFor } from '../rules/rules.ts';
import { compareFiles } from './compare.ts';
import { type KeptFile, type KeptWatch, MOST_FILES } from './kept-watches.ts';
import type { WithWatches } from './with-watches.ts';

/** Milliseconds that a file has rested before it is read: whoever still writes it is left alone. */
const RESTS_MS = 2_000;
/** What nobody but a person or a rule says of a file that is published unseen. */
const SEEN_FIRST = ['stages', 'personas'] as const;

type Found = {
  readonly source: SourceFile;
  readonly file: string;
  readonly size: number;
  readonly modifiedAt: number;
};
/** A file whose bytes are new here, on its way to the publish table. */
type Coming = { readonly found: Found; readonly kept: KeptFile; readonly versionOf: string | undefined };

/** Looks into all watched folders: what came, changed, moved and went. Throws `Refusal` where the person here may not publish. */
export async function lookIntoWatches(replica: WithWatches): Promise<WatchRun> {
  checkMayPublish(replica);
  const run: WatchRun = {
    ...{ staged: [], published: [], moved: [], missing: [], failed: [], known: [], waiting: [], away: [] },
  };
  for (const watch of replica.watches.all) await new Look(replica, watch, run).look();
  return run;
}

/** What is not where it was, until it is found elsewhere by its bytes. */
class GoneFiles {
  readonly #files: Set<KeptFile>;
  readonly #bySha = new Map<string, KeptFile[]>();

  constructor(files: readonly KeptFile[]) {
    this.#files = new Set(files);
    for (const kept of files) {
      const same = this.#bySha.get(kept.sha256);
      if (same === undefined) this.#bySha.set(kept.sha256, [kept]);
      else same.push(kept);
    }
  }

  get all(): ReadonlySet<KeptFile> {
    return this.#files;
  }

  /** One that had these bytes: it is gone no more. */
  take(sha256: string): KeptFile | undefined {
    const kept = this.#bySha.get(sha256)?.shift();
    if (kept !== undefined) this.#files.delete(kept);
    return kept;
  }
}

/** One look into one folder. */
class Look {
  readonly #replica: WithWatches;
  readonly #watch: KeptWatch;
  readonly #run: WatchRun;
  /** What it held of what can be looked at now. */
  #before: readonly KeptFile[];
  /** What the folder holds afterwards. */
  readonly #files: KeptFile[] = [];

  constructor(replica: WithWatches, watch: KeptWatch, run: WatchRun) {
    this.#replica = replica;
    this.#watch = watch;
    this.#before = watch.files;
    this.#run = run;
  }

  async look(): Promise<void> {
    const { clock } = this.#replica.ports;
    const found = await this.#foundFiles();
    if (found === undefined) {
      this.#run.away.push(this.#watch.id);
      await this.#replica.watches.looked({ ...this.#watch, away: true }, !this.#watch.away);
      return;
    }
    const { same, toRead, gone } = compareFiles(this.#before, found);
    this.#files.push(...same);
    const left = new GoneFiles(gone);
    const wereMissing = missingIn(this.#before);
    const coming: Coming[] = [];
    for (const { seen, before } of toRead) {
      const one = await this.#comingOf(seen, before, left);
      if (one !== undefined) coming.push(one);
    }
    for (const kept of left.all) {
      if (kept.missing !== true) this.#run.missing.push(this.#told(kept.file));
      this.#files.push({ ...kept, missing: true });
    }
    await this.#takeIn(coming);
    const isNew = toRead.length > 0 || missingIn(this.#files) !== wereMissing || this.#watch.away;
    const looked = { ...this.#watch, away: false, lookedAt: clock.now(), files: this.#files };
    await this.#replica.watches.looked(looked, isNew);
  }

  /** The folder's files; undefined where it can't be looked into: a drive without its medium is an empty folder, and a file is none. */
  async #foundFiles(): Promise<readonly Found[] | undefined> {
    const { sources } = this.#replica.ports.home;
    const { path } = this.#watch;
    const { files, unreadable } = await sources.walk([path]);
    if ([...unreadable, ...files].some((one) => one.path === path)) return undefined;
    const wasThere = this.#before.filter(({ missing }) => missing !== true).length;
    if (files.length === 0 && wasThere > 1) return undefined;
    const unread = unreadable.map((one) => this.#within(one.path));
    const found = files.slice(0, MOST_FILES).map((source) => ({
      ...{ source, file: this.#within(source.path), size: source.size, modifiedAt: source.modifiedAt },
    }));
    // What can't be read now is still there.
    const kept = this.#before.filter(({ file }) =>
      unread.some((one) => file === one || file.startsWith(`${one}/`)),
    );
    this.#files.push(...kept);
    const isKept = new Set(kept.map(({ file }) => file));
    this.#before = this.#before.filter(({ file }) => !isKept.has(file));
    return found;
  }

  /** Reads what bytes a file has; undefined where that is nothing for the publish table. */
  async #comingOf(found: Found, before: KeptFile | undefined, gone: GoneFiles): Promise<Coming | undefined> {
    const sha256 = (await this.#isResting(found))
      ? await this.#replica.ports.home.sources.digest(found.source.path)
      : undefined;
    if (sha256 === undefined || !(await this.#isResting(found))) {
      this.#run.waiting.push(this.#told(found.file));
      if (before !== undefined) this.#files.push(before);
      return undefined;
    }
    const kept = { file: found.file, size: found.size, modifiedAt: found.modifiedAt, sha256 };
    if (before?.sha256 === sha256) {
      this.#files.push(kept);
      return undefined;
    }
    const moved = before === undefined ? gone.take(sha256) : undefined;
    if (moved !== undefined) {
      this.#run.moved.push({ ...this.#told(found.file), from: moved.file });
      this.#files.push(kept);
      return undefined;
    }
    const asset = this.#replica.knownFiles.assetWith(sha256);
    if (asset !== undefined) {
      this.#run.known.push({ ...this.#told(found.file), asset });
      this.#files.push(kept);
      return undefined;
    }
    const versionOf = before && this.#replica.knownFiles.assetWith(before.sha256);
    return { found, kept, versionOf };
  }

  /** Whether nobody has written the file for a while, and it is still as it was found. */
  async #isResting({ source, size, modifiedAt }: Found): Promise<boolean> {
    const { clock, home } = this.#replica.ports;
    const age = clock.now() - modifiedAt;
    // A time ahead is that of another clock, and says nothing.
    if (age >= 0 && age < RESTS_MS) return false;
    const [now] = (await home.sources.walk([source.path])).files;
    return now?.size === size && now.modifiedAt === modifiedAt;
  }

  /** Puts files on the publish table and, by the folder's rule, publishes what has all it needs. */
  async #takeIn(coming: readonly Coming[]): Promise<void> {
    if (coming.length === 0) return;
    const { staging } = this.#replica;
    // Whoever writes a file again means the newest only.
    staging.discard(staging.rowsAt(new Set(coming.map(({ found }) => found.source.path))));
    const rows = staging.stageFound(
      coming.map(({ found, versionOf }) => ({ file: found.source, versionOf })),
    );
    await staging.settled(rows);
    for (const [at, { kept, versionOf }] of coming.entries()) {
      this.#files.push(kept);
      await this.#takeRow(rows[at] ?? '', kept.file, versionOf);
    }
  }

  async #takeRow(id: string, file: string, versionOf: string | undefined): Promise<void> {
    const { staging, ports } = this.#replica;
    const { row } = staging.held(id);
    const told = this.#told(file);
    if (row.state === 'failed') {
      const reason = row.reason ?? 'unknown';
      this.#run.failed.push({ ...told, reason, says: row.says ?? says('file.unreadable') });
      return;
    }
    if (row.state === 'duplicate') {
      const asset = row.duplicateOf?.asset;
      this.#run.known.push({ ...told, ...(asset !== undefined && { asset }) });
      staging.discard([id]);
      return;
    }
    if (versionOf === undefined)
      staging.setEach([{ row: id, set: { ...ruledFields(this.#replica, row), ...this.#watch.set } }]);
    const ready = staging.held(id).row;
    if (this.#watch.publish && (versionOf !== undefined || isSaid(ready))) {
      try {
        staging.setEach([{ row: id, set: guessedTerms(ready) }]);
        const {
          published: [published],
        } = await publishRows(this.#replica, [id], { draft: false });
        if (published !== undefined) {
          this.#run.published.push({ ...told, asset: published.asset, version: published.version });
          return;
        }
      } catch (error) {
        // It stays on the table, where a person sees what is wrong with it.
        ports.logger.warn('watched-not-published', { error: nameOfError(error) });
      }
    }
    this.#run.staged.push({ ...told, ...(versionOf !== undefined && { asset: versionOf }) });
  }

  #told(file: string): { watch: string; file: string } {
    return { watch: this.#watch.id, file };
  }

  #within(path: string): string {
    const { separator } = this.#replica.ports.home.sources;
    const inside = path.slice(this.#watch.path.length).replace(/^[\\/]+/, '');
    return separator === '/' ? inside : inside.replaceAll(separator, '/');
  }
}

/** What the rules of the hub say of a file, where nobody has said otherwise. */
function ruledFields(replica: WithWatches, row: StagedRow): RowChange['set'] {
  const { folder, fileName, fields, guessed } = row;
  const ruled = ruledFor(replica, folder, fileName);
  const taken = suggestedOf([row]).filter((field) => field in ruled && guessed.includes(field));
  return ofFields<RowChange['set']>(taken.map((field) => [field, fields[field]]));
}

/** Whether a row has all it needs by somebody's word: what is only suggested for it is published by nobody unseen. */
function isSaid({ looksLike, missing, guessed, required = [] }: StagedRow): boolean {
  const seenFirst = [...SEEN_FIRST, ...required];
  return (
    looksLike === undefined && missing.length === 0 && !seenFirst.some((field) => guessed.includes(field))
  );
}

/** Takes back what is only suggested of dimensions: nobody has seen it, and what needs them was left to somebody. */
function guessedTerms({ fields, guessed }: StagedRow): RowChange['set'] {
  const terms = dimensionFieldsIn(fields).filter((field) => guessed.includes(field));
  return ofFields<RowChange['set']>(terms.map((field) => [field, []]));
}

/** Which files are missing, in one text. */
function missingIn(files: readonly KeptFile[]): string {
  return files
    .flatMap(({ file, missing }) => (missing === true ? [file] : []))
    .toSorted()
    .join('\n');
}
