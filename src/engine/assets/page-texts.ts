import { z } from 'zod';
import { StorageError } from '../../shared/errors.ts';
import type { Sha256 } from '../../shared/ids.ts';
import type { BlobStore } from '../ports/blobs.ts';
import type { PageText } from '../ports/extractor.ts';

const pagesSchema = z.array(
  z.object({
    label: z.string(),
    text: z.string(),
    hidden: z.literal(true).exactOptional(),
    hiddenText: z.string().exactOptional(),
  }),
);

/** The pages in a text blob; none without one. Throws `StorageError` when the blob is missing or damaged. */
export async function readPages(
  blobs: BlobStore,
  textBlob: string | undefined,
): Promise<readonly PageText[]> {
  if (textBlob === undefined) return [];
  const parsed = pagesSchema.safeParse(await blobs.readJson(textBlob as Sha256));
  if (!parsed.success) throw new StorageError('damaged', 'the text of a version has another form');
  return parsed.data;
}
