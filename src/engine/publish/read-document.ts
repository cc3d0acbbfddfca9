import type { VersionBody, VersionReading } from '../../domain/versions/version-body.ts';
import { documentDate } from '../../shared/document-date.ts';
import { StorageError } from '../../shared/errors.ts';
import type { Cancellation } from '../../shared/ports/cancellation.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { Says } from '../../shared/says/says.ts';
import type { DocumentKind } from '../../shared/vocabulary/assets.ts';
import type { Sha256 } from '../../shared/vocabulary/ids.ts';
import { diskRefused, fileRefused } from '../base/what-is-wrong.ts';
import type { BlobStore } from '../ports/blobs.ts';
import type { Extraction, ExtractOptions, Extractor, TextState } from '../ports/extractor.ts';
import { TEXT_FORMAT } from './text-format.ts';

/** A thumbnail that lies in the blob store. */
type StoredThumbnail = {
  readonly sha256: Sha256;
  readonly mediaType: string;
  readonly width: number;
  readonly height: number;
};

/** A document that was copied into the blob store and read. */
export type ReadDocument = {
  readonly sha256: Sha256;
  readonly size: number;
  readonly fileName: string;
  readonly kind: DocumentKind;
  readonly mediaType: string;
  readonly misnamed: boolean;
  /** By the document's own word. */
  readonly title?: string;
  /** The document's own date, by its own word or by its file's. Milliseconds since 1970. */
  readonly writtenAt?: number;
  readonly pageCount: number;
  /** Its pages are about those that a person sees. */
  readonly approximatePages?: true;
  /** Another program read it. */
  readonly readBy?: string;
  readonly words: number;
  readonly textChars: number;
  readonly text: TextState;
  readonly textBlob?: Sha256;
  /** Its text has parts that the author hid. */
  readonly hidden?: true;
  /** In which format its text was written; absent where an older Kitbag read it. */
  readonly textFormat?: number;
  readonly thumbnail?: StoredThumbnail;
  readonly language?: string;
};

/** Why a document could not be read, for programs and for people. */
export type ReadFailure = { readonly reason: string; readonly says: Says };

/** How reading ended. */
type ReadOutcome =
  | { readonly read: true; readonly document: ReadDocument }
  | { readonly read: false; readonly failure: ReadFailure };

/** What reading needs. */
export type DocumentReader = {
  readonly blobs: BlobStore;
  readonly extractor: Extractor;
  readonly clock: Clock;
};

/** How a document's file is called, and when it was changed last where that is known (milliseconds since 1970). */
type FileFacts = {
  readonly name: string;
  readonly modifiedAt?: number | undefined;
  /** Somebody was asked about what it looks like, a key or passwords, and said that it is meant for all. */
  readonly meant?: boolean | undefined;
};

/** The copy of a file in the blob store, or why there is none. */
type CopyOutcome =
  | { readonly copied: true; readonly sha256: Sha256; readonly size: number }
  | { readonly copied: false; readonly failure: ReadFailure };

/** Copies a file in, hashing on the way. */
export async function copyDocument(
  reader: DocumentReader,
  file: { readonly path: string; readonly size: number },
  signal?: Cancellation,
): Promise<CopyOutcome> {
  if (file.size === 0) return { copied: false, failure: failureOf('empty') };
  try {
    const copy = await reader.blobs.importFile(file.path, signal === undefined ? {} : { signal });
    if (copy.size === 0) return { copied: false, failure: failureOf('empty') };
    return { copied: true, ...copy };
  } catch (error) {
    return { copied: false, failure: copyFailure(error, signal) };
  }
}

/** Reads a document that lies in the blob store: text, thumbnail, what it is. */
export async function readDocument(
  reader: DocumentReader,
  copy: { readonly sha256: Sha256; readonly size: number },
  file: FileFacts,
  options: ExtractOptions = {},
): Promise<ReadOutcome> {
  const { signal } = options;
  try {
    const path = reader.blobs.path(copy.sha256);
    const outcome = await reader.extractor.extract(path, file.name, options);
    if (signal?.aborted === true) return { read: false, failure: failureOf('cancelled') };
    if (outcome.outcome === 'refused') return { read: false, failure: failureOf(outcome.reason) };
    const { extraction } = outcome;
    if (extraction.secret !== undefined && file.meant !== true)
      return { read: false, failure: failureOf(extraction.secret) };
    const writtenAt = documentDate([extraction.writtenAt, file.modifiedAt], reader.clock.now());
    const document = await store(reader.blobs, copy, file.name, extraction);
    return { read: true, document: { ...document, ...(writtenAt !== undefined && { writtenAt }) } };
  } catch (error) {
    return { read: false, failure: copyFailure(error, signal) };
  }
}

async function store(
  blobs: BlobStore,
  copy: { readonly sha256: Sha256; readonly size: number },
  fileName: string,
  extraction: Extraction,
): Promise<ReadDocument> {
  const { kind, mediaType, misnamed, title, pages, pageCount, approximatePages, readBy } = extraction;
  const { words, text, language, thumbnail } = extraction;
  const textChars = pages.reduce(
    (total, { text: shown, hiddenText = '' }) => total + shown.length + hiddenText.length,
    0,
  );
  const hidden = pages.some((page) => page.hidden || page.hiddenText !== undefined);
  const picture = thumbnail === undefined ? undefined : await blobs.put(thumbnail.bytes);
  return {
    ...copy,
    fileName,
    kind,
    mediaType,
    misnamed,
    ...(title !== undefined && { title }),
    pageCount,
    ...(approximatePages && { approximatePages }),
    ...(readBy !== undefined && { readBy }),
    words,
    textChars,
    text,
    ...(textChars > 0 && { textBlob: await blobs.putJson(pages) }),
    ...(hidden && { hidden }),
    textFormat: TEXT_FORMAT,
    ...(thumbnail &&
      picture && {
        thumbnail: {
          sha256: picture.sha256,
          mediaType: thumbnail.mediaType,
          width: thumbnail.width,
          height: thumbnail.height,
        },
      }),
    ...(language !== undefined && { language }),
  };
}

/** What an event says of what was found in a document. */
export function readingOf(document: ReadDocument): VersionReading {
  const { pageCount, approximatePages, readBy, words, text, textBlob, hidden, textFormat, thumbnail } =
    document;
  return {
    pageCount,
    ...(approximatePages && { approximatePages }),
    ...(readBy !== undefined && { readBy }),
    words,
    text,
    ...(textBlob !== undefined && { textBlob }),
    ...(hidden && { hidden }),
    ...(textFormat !== undefined && { textFormat }),
    ...(thumbnail && { thumbnail }),
  };
}

/** The version of an event out of a document. */
export function versionBody(id: string, document: ReadDocument, note?: string): VersionBody {
  const { sha256, size, fileName, mediaType, kind, writtenAt } = document;
  return {
    id,
    sha256,
    size,
    fileName: fileName.slice(0, 1024),
    mediaType: mediaType.slice(0, 200),
    ...(writtenAt !== undefined && { writtenAt: Math.round(writtenAt) }),
    kind,
    ...readingOf(document),
    ...(note !== undefined && { note }),
  };
}

/** A failure with what people are told of it. */
export function failureOf(reason: string): ReadFailure {
  return { reason, says: fileRefused(reason) };
}

/** The disk's own failures, told apart: the file that was to be read, or the place where its copy goes. */
function copyFailure(error: unknown, signal?: Cancellation): ReadFailure {
  if (signal?.aborted === true) return failureOf('cancelled');
  if (!(error instanceof StorageError)) throw error;
  if (error.failure === 'missing') return failureOf('not-found');
  if (error.failure === 'no-permission') return failureOf('not-readable');
  return { reason: error.failure, says: diskRefused(error.failure) };
}
