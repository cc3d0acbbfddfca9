import { z } from 'zod';
import { cleanLine } from '../../shared/clean-line.ts';
import { LARGEST_FILE, MOST_PAGE_RUNS, WIDEST_PICTURE } from '../../shared/limits.ts';
import { blob } from '../kernel/blobs.ts';
import { count, pages, prose, reason, time, versionId } from '../kernel/fields.ts';

/** What is known of a version: its file, and what reading it found. */

/** What is known of a version's text, as its publisher found it. */
const textState = z.discriminatedUnion('state', [
  z.object({ state: z.literal('searchable') }),
  z.object({ state: z.literal('partly'), reason, pagesWithoutText: pages }),
  z.object({ state: z.literal('not'), reason }),
]);

/** The number of a page, from 1. */
const pageNumber = pages.min(1);

/** A side of a picture, in pixels. */
const side = z.number().nonnegative().max(WIDEST_PICTURE);

export const versionSchema = z.object({
  id: versionId,
  sha256: blob('original'),
  size: z.number().int().nonnegative().max(LARGEST_FILE),
  /** As the file was called; shown, and offered when it is saved. Never used as a path. */
  fileName: z.string().transform(cleanLine).pipe(z.string().min(1).max(1024)),
  mediaType: z.string().max(200),
  kind: z.string().max(20),
  pageCount: pages,
  /** Where its pages begin was laid out by Kitbag. Absent too where it was read by one that did not lay out. */
  approximatePages: z.literal(true).optional(),
  /** Which other program read it, as no reader of Kitbag's own could (`shared/vocabulary/old-formats.ts`). */
  readBy: z.string().max(40).optional(),
  words: count,
  text: textState,
  /** Blob of gzipped JSON: `{label, text}` by page. Absent when there is no text. */
  textBlob: blob('text').optional(),
  /** Its text has parts that the author hid. Absent too where it was read by a Kitbag that could not tell. */
  hidden: z.literal(true).optional(),
  /** The pages whose text was recognized on their pictures, in runs from one to another (from 1), and how sure that is, in per cent. */
  recognized: z
    .object({
      pages: z.array(z.tuple([pageNumber, pageNumber])).max(MOST_PAGE_RUNS),
      confidence: z.number().int().min(0).max(100),
    })
    .optional(),
  /** In which format its text was written; absent: 0. See `engine/publish/text-format.ts`. */
  textFormat: count.optional(),
  thumbnail: z
    .object({ sha256: blob('picture'), mediaType: z.string().max(40), width: side, height: side })
    .optional(),
  note: prose.optional(),
  /** The document's own date: when its content was last changed, by its own word or by its file's. Absent where nothing says it. */
  writtenAt: time.optional(),
});

/** What reading a version's file found. */
export const versionReadingSchema = versionSchema.pick({
  pageCount: true,
  approximatePages: true,
  readBy: true,
  words: true,
  text: true,
  textBlob: true,
  hidden: true,
  recognized: true,
  textFormat: true,
  thumbnail: true,
});

export type VersionBody = z.infer<typeof versionSchema>;
export type VersionReading = z.infer<typeof versionReadingSchema>;
