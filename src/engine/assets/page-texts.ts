import { z } from 'zod';
import { StorageError } from '../../shared/errors.ts';
import type { Sha256 } from '../../shared/ids.ts';
import type { BlobStore } from '../ports/blobs.ts';
import type { IndexedPage } from '../ports/search-service.ts';

const pagesSchema = z.array(z.object({ label: z.string(), text: z.string() }));

/** The pages in a text blob; none without one. Throws `StorageError` when the blob is missing or damaged. */
export async function readPages(
  blobs: BlobStore,
  textBlob: string | undefined,
): Promise<readonly IndexedPage[]> {
  if (textBlob === undefined) return [];
  const parsed = pagesSchema.safeParse(await blobs.readJson(textBlob as Sha256));
  if (!parsed.success) throw new StorageError('damaged', 'the text of a version has another form');
  return parsed.data;
}
