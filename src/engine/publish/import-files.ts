import { StorageError } from '../../shared/errors.ts';
import type { Cancellation } from '../../shared/ports/cancellation.ts';
import { checkTerms } from '../assets/assets.ts';
import { storageMessage } from '../messages.ts';
import type { OpenHub } from '../open-hub.ts';
import type { SourceFile } from '../ports/files.ts';
import { guess } from './guesses.ts';
import type { KnownFiles } from './known-files.ts';
import { checkMayPublish } from './may-publish.ts';
import { assetAdded, newAssetId } from './publish.ts';
import {
  copyDocument,
  failureOf,
  type ReadDocument,
  type ReadFailure,
  readDocument,
} from './read-document.ts';
import { emptyFields } from './staged-row.ts';

/** How an import in one go tags what it finds. What is absent is guessed. */
export type ImportOptions = {
  readonly stages: readonly string[];
  readonly personas: readonly string[];
  readonly types: readonly string[];
  readonly tags: readonly string[];
  readonly draft: boolean;
  readonly signal?: Cancellation;
};

/** What became of one file; told when it is on disk. `ms` from the beginning of its reading. */
export type ImportedFile =
  | {
      readonly file: string;
      readonly status: 'published' | 'draft';
      readonly assetId: string;
      readonly pages: number;
      readonly textChars: number;
      readonly reason?: string;
      readonly ms: number;
    }
  | { readonly file: string; readonly status: 'duplicate'; readonly assetId: string; readonly ms: number }
  | {
      readonly file: string;
      readonly status: 'failed';
      readonly reason: string;
      readonly message: string;
      readonly ms: number;
    };

/** Called before the files are read, with how many there are. */
export type ImportStart = (files: number, skipped: number) => void;

const READERS = 2;

/** Imports files and folders in one go, without a table. Each file is told after its event is on disk; one that fails stops no other. */
export async function* importFiles(
  hub: OpenHub,
  known: KnownFiles,
  paths: readonly string[],
  options: ImportOptions,
  onStart: ImportStart,
): AsyncGenerator<ImportedFile, void> {
  checkMayPublish(hub);
  checkTerms(hub, { stages: options.stages, personas: options.personas, type: options.types[0] });
  const walked = await hub.ports.home.sources.walk(paths);
  onStart(walked.files.length + walked.unreadable.length, walked.skipped);
  for (const { path, reason } of walked.unreadable) {
    yield { file: path, status: 'failed', ...failureOf(reason), ms: 0 };
  }
  const waiting = [...walked.files].reverse();
  const importer = new Importer(hub, known, options);
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
  readonly #hub: OpenHub;
  readonly #known: KnownFiles;
  readonly #options: ImportOptions;
  /** Bytes that are on their way into an asset: two equal files of one import are one asset. */
  readonly #under = new Map<string, Promise<string | undefined>>();

  constructor(hub: OpenHub, known: KnownFiles, options: ImportOptions) {
    this.#hub = hub;
    this.#known = known;
    this.#options = options;
  }

  async import(file: SourceFile): Promise<ImportedFile> {
    const { clock } = this.#hub.ports;
    const started = clock.now();
    const line = await this.#import(file).catch((error: unknown) => this.#unexpected(file, error));
    return { ...line, ms: clock.now() - started };
  }

  async #import(file: SourceFile): Promise<ImportedFile> {
    const { ports } = this.#hub;
    const reader = { blobs: ports.home.blobs, extractor: ports.extractor };
    const { signal } = this.#options;
    const copy = await copyDocument(reader, file, signal);
    if (!copy.copied) return failed(file, copy.failure);
    const same = this.#known.assetWith(copy.sha256) ?? (await this.#under.get(copy.sha256));
    if (same !== undefined) return { file: file.path, status: 'duplicate', assetId: same, ms: 0 };
    let settle: (asset: string | undefined) => void = () => undefined;
    this.#under.set(
      copy.sha256,
      new Promise((resolve) => {
        settle = resolve;
      }),
    );
    try {
      const read = await readDocument(reader, copy, file.name, signal);
      if (!read.read) return failed(file, read.failure);
      const line = await this.#publish(file, read.document);
      settle(line.assetId);
      return line;
    } finally {
      settle(undefined);
      this.#under.delete(copy.sha256);
    }
  }

  /** One file that fails stops no other: not by a disk that refuses, and not by a defect. */
  #unexpected(file: SourceFile, error: unknown): ImportedFile {
    if (error instanceof StorageError) {
      return failed(file, { reason: error.failure, message: storageMessage(error.failure) });
    }
    const { logger } = this.#hub.ports;
    logger.error('import-failed', { error: error instanceof Error ? error.name : 'unknown' });
    return failed(file, failureOf('unknown'));
  }

  async #publish(file: SourceFile, document: ReadDocument) {
    const { stages, personas, types, tags, draft } = this.#options;
    const guesses = guess(document, file.folder, this.#hub.catalog.state.taxonomy);
    const asset = newAssetId(this.#hub.ports);
    const fields = {
      ...emptyFields(),
      ...guesses,
      type: types[0] ?? guesses.type,
      stages: [...stages],
      personas: [...personas],
      products: [...guesses.products],
      tags: [...tags],
    };
    const type = types[0];
    if (type !== undefined) {
      fields.audience = this.#hub.catalog.state.taxonomy.types.get(type)?.value.audience ?? fields.audience;
    }
    await this.#hub.catalog.commit([assetAdded(this.#hub, asset, document, fields, draft)]);
    return {
      file: file.path,
      status: draft ? ('draft' as const) : ('published' as const),
      assetId: asset,
      pages: document.pageCount,
      textChars: document.textChars,
      ...(document.text.state !== 'searchable' && { reason: document.text.reason }),
      ms: 0,
    };
  }
}

function failed(file: SourceFile, failure: ReadFailure): ImportedFile {
  return { file: file.path, status: 'failed', ...failure, ms: 0 };
}
