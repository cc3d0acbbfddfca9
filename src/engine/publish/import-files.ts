import type { ImportedFile, ImportOptions, ImportStart } from '../../contract/import.ts';
import type { RowFields } from '../../contract/publish-rows.ts';
import { fieldOf } from '../../domain/assets/asset-selectors.ts';
import type { EventDraft } from '../../domain/registry.ts';
import { audienceOfType } from '../../domain/taxonomy/term-selectors.ts';
import { nameOfError } from '../../shared/defect.ts';
import { StorageError } from '../../shared/errors.ts';
import { folderPath } from '../../shared/folder-path.ts';
import { says } from '../../shared/says/says.ts';
import { dimensionFieldsIn, ofFields } from '../../shared/vocabulary/asset-fields.ts';
import type { Sha256 } from '../../shared/vocabulary/ids.ts';
import { nameOfDimension } from '../assets/dimension-fields.ts';
import { missingDimensions } from '../assets/needed-to-publish.ts';
import { invalid, Refusal } from '../base/refusal.ts';
import { diskRefused } from '../base/what-is-wrong.ts';
import type { SourceFile } from '../ports/files.ts';
import { listRules } from '../rules/rules.ts';
import { checkImport } from './check-import.ts';
import { bestCopiesFirst } from './copies.ts';
import { nameWithoutVersion, proposedTitle } from './file-names.ts';
import { plainGuesses } from './guesses.ts';
import { duplicateLine, failedLine, importedLine } from './import-lines.ts';
import { type KnownFiles, MANY } from './known-files.ts';
import { assetAdded } from './publish.ts';
import {
  copyDocument,
  type DocumentReader,
  failureOf,
  type ReadDocument,
  readDocument,
} from './read-document.ts';
import { emptyFields } from './staged-row.ts';
import type { WithPublishing } from './with-publishing.ts';

type ImportedAsset = Extract<ImportedFile, { readonly pages: number }>;

const READERS = 2;

/** Imports files and folders in one go, without a table, each as soon as it was read: what a plan needs of all of them (`planned-import.ts`) is not waited for. Each file is told after its event is on disk; one that fails stops no other. */
export async function* importFiles(
  replica: WithPublishing,
  paths: readonly string[],
  options: ImportOptions,
  onStart: ImportStart,
): AsyncGenerator<ImportedFile, void> {
  checkImport(replica, options);
  checkNeeded(replica, options);
  const walked = await replica.ports.home.sources.walk(paths, {
    ...(options.signal && { signal: options.signal }),
  });
  onStart(walked.files.length + walked.unreadable.length, walked.skipped);
  for (const { path, reason } of walked.unreadable) {
    yield failedLine(path, failureOf(reason));
  }
  const waiting = bestCopiesFirst(walked.files).reverse();
  const importer = new Importer(replica, options);
  const running = new Map<number, Promise<{ readonly place: number; readonly line: ImportedFile }>>();
  let place = 0;
  const begin = (): void => {
    while (running.size < READERS && waiting.length > 0 && options.signal?.aborted !== true) {
      const file = waiting.pop();
      if (file === undefined) return;
      const own = place;
      place += 1;
      running.set(
        own,
        importer.import(file).then((line) => ({ place: own, line })),
      );
    }
  };
  begin();
  while (running.size > 0) {
    const { place: finished, line } = await Promise.race(running.values());
    running.delete(finished);
    begin();
    // What was stopped on the way has not failed: it was not read.
    if (line.status !== 'failed' || line.reason !== 'cancelled') yield line;
  }
}

class Importer {
  readonly #replica: WithPublishing;
  readonly #known: KnownFiles;
  readonly #options: ImportOptions;
  /** Bytes that are on their way into an asset: two equal files of one import are one asset. */
  readonly #under = new Map<string, Promise<string | undefined>>();
  /** Files of one size may be equal: each waits until what the one before it holds is known, so that the one to keep stays first. */
  readonly #turns = new Map<number, Promise<void>>();
  /** What this import called by a title of its own, until it turns out that many have it. */
  readonly #titled = new Map<string, Titled[]>();
  /** Titles that turned out to be shared: those who had them are called otherwise by now. */
  readonly #shared = new Set<string>();
  #publishing: Promise<void> = Promise.resolve();

  constructor(replica: WithPublishing, options: ImportOptions) {
    this.#replica = replica;
    this.#known = replica.knownFiles;
    this.#options = options;
  }

  async import(file: SourceFile): Promise<ImportedFile> {
    const { clock } = this.#replica.ports;
    const started = clock.now();
    const line = await this.#import(file).catch((error: unknown) => this.#unexpected(file, error));
    return { ...line, ms: clock.now() - started };
  }

  async #import(file: SourceFile): Promise<ImportedFile> {
    const { signal } = this.#options;
    const turn = this.#turns.get(file.size);
    const known = deferred<void>();
    this.#turns.set(file.size, known.promise);
    try {
      const copy = await copyDocument(this.#reader(), file, signal);
      await turn;
      if (!copy.copied) return failedLine(file.path, copy.failure);
      const same = this.#known.assetWith(copy.sha256) ?? this.#under.get(copy.sha256);
      const asset = deferred<string | undefined>();
      if (same === undefined) this.#under.set(copy.sha256, asset.promise);
      known.settle();
      const there = await same;
      if (there !== undefined)
        return await duplicateLine(
          this.#replica,
          { file: file.path, assetId: there, sha256: copy.sha256 },
          signal,
        );
      return await this.#read(file, copy, asset.settle).finally(() => {
        asset.settle(undefined);
        this.#under.delete(copy.sha256);
      });
    } finally {
      known.settle();
    }
  }

  #reader(): DocumentReader {
    const { ports } = this.#replica;
    return { blobs: ports.home.blobs, extractor: ports.extractor, clock: ports.clock };
  }

  async #read(
    file: SourceFile,
    copy: { readonly sha256: Sha256; readonly size: number },
    settle: (asset: string) => void,
  ): Promise<ImportedFile> {
    const { signal } = this.#options;
    const read = await readDocument(this.#reader(), copy, file, signal && { signal });
    if (!read.read) return failedLine(file.path, read.failure);
    const line = await this.#publish(file, read.document);
    settle(line.assetId);
    return line;
  }

  /** One file that fails stops no other: not by a disk that refuses, and not by a defect. */
  #unexpected(file: SourceFile, error: unknown): ImportedFile {
    if (error instanceof StorageError) {
      return failedLine(file.path, { reason: error.failure, says: diskRefused(error.failure) });
    }
    if (error instanceof Refusal) return failedLine(file.path, { reason: 'refused', says: error.data.says });
    const { logger } = this.#replica.ports;
    logger.error('import-failed', { error: nameOfError(error) });
    return failedLine(file.path, failureOf('unknown'));
  }

  #isShared(title: string, fileName: string): boolean {
    if (this.#shared.has(nameWithoutVersion(title))) return true;
    return 1 + this.#known.assetsTitled(title, fileName) >= MANY;
  }

  #remember(titled: Titled): void {
    const key = nameWithoutVersion(titled.title);
    this.#titled.set(key, [...(this.#titled.get(key) ?? []), titled]);
  }

  /** Those that this import called by a title which turns out to be shared are called by their files instead, unless somebody renamed them. */
  #retitled(document: ReadDocument): EventDraft[] {
    const key = nameWithoutVersion(document.title ?? '');
    const earlier = this.#titled.get(key) ?? [];
    this.#titled.delete(key);
    this.#shared.add(key);
    return earlier.flatMap(({ asset, title, document: own }) => {
      const now = fieldOf(this.#replica.catalog, asset, 'title');
      const proposed = proposedTitle(own, true).title;
      if (now !== title || proposed === title) return [];
      return [
        {
          kind: 'asset-edited' as const,
          body: { asset, set: { title: proposed }, at: this.#replica.ports.clock.now() },
        },
      ];
    });
  }

  /** One after the other: whether a title is shared depends on what was published before. */
  #publish(file: SourceFile, document: ReadDocument): Promise<ImportedAsset> {
    const published = this.#publishing.then(() => this.#publishNow(file, document));
    this.#publishing = published.then(
      () => undefined,
      () => undefined,
    );
    return published;
  }

  async #publishNow(file: SourceFile, document: ReadDocument): Promise<ImportedAsset> {
    const { stages, personas, types, tags, dimensions, draft } = this.#options;
    const { catalog } = this.#replica;
    const shared = document.title !== undefined && this.#isShared(document.title, document.fileName);
    const guesses = plainGuesses(document, file.folder, catalog);
    const fields: RowFields = {
      ...emptyFields(),
      ...proposedTitle(document, shared),
      ...guesses,
      ...givenDimensions(dimensions),
      type: types[0] ?? guesses.type,
      stages: [...(stages.length > 0 ? stages : guesses.stages)],
      personas: [...(personas.length > 0 ? personas : guesses.personas)],
      tags: [...tags],
      folder: folderPath(file.folder),
    };
    const type = types[0];
    if (type !== undefined) {
      fields.audience = audienceOfType(catalog, type) ?? fields.audience;
    }
    const { asset, event } = assetAdded(this.#replica, document, fields, { draft });
    await this.#replica.catalog.commit([event, ...(shared ? this.#retitled(document) : [])]);
    if (!shared) this.#remember({ asset, title: fields.title.trim(), document });
    return importedLine(file.path, { status: draft ? 'draft' : 'published', assetId: asset }, document);
  }
}

/** Refuses at once to publish without a dimension that this hub's assets need, where no rule says it of some: nobody is there to fill it in. */
function checkNeeded({ catalog }: WithPublishing, { dimensions = {}, draft }: ImportOptions): void {
  const rules = listRules({ catalog });
  const missing = missingDimensions(catalog, dimensions).find((field) =>
    rules.every(({ set }) => set[field] === undefined),
  );
  if (draft || missing === undefined) return;
  throw invalid(says('taxonomy.dimension-needed', { dimension: nameOfDimension(catalog, missing) }), missing);
}

/** Terms of dimensions as a row has them. */
export function givenDimensions(dimensions: ImportOptions['dimensions'] = {}): Partial<RowFields> {
  return ofFields<RowFields>(
    dimensionFieldsIn(dimensions).map((field) => [field, [...(dimensions[field] ?? [])]]),
  );
}

/** What was imported under the title that its document gives itself. */
type Titled = {
  readonly asset: string;
  readonly title: string;
  readonly document: ReadDocument;
};

/** A promise that somebody else settles; once. */
function deferred<Value>(): { readonly promise: Promise<Value>; readonly settle: (value: Value) => void } {
  let settle: (value: Value) => void = () => undefined;
  const promise = new Promise<Value>((resolve) => {
    settle = resolve;
  });
  return { promise, settle };
}
