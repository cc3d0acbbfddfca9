import { z } from 'zod';
import type { LocalStore } from '../../../engine/ports/snapshots.ts';
import type { BegunUpload, UploadBook } from './upload-book.ts';

const NAME = 'uploads';
const bookSchema = z.record(
  z.string(),
  z.object({
    uploadId: z.string(),
    size: z.number(),
    partSize: z.number(),
    begunAt: z.number(),
    receipts: z.array(z.string()),
  }),
);

/** A book that is kept on this device, so that an upload goes on after a start. One that can't be read is empty: uploads begin anew. */
export function localUploadBook(local: LocalStore): UploadBook {
  let loading: Promise<Map<string, BegunUpload>> | undefined;
  let writing: Promise<void> = Promise.resolve();
  const uploads = (): Promise<Map<string, BegunUpload>> => {
    loading ??= local
      .load(NAME)
      .then((kept) => new Map(Object.entries(bookSchema.safeParse(kept).data ?? {})));
    return loading;
  };
  return {
    all: uploads,
    note: async (address, upload) => {
      const book = await uploads();
      if (upload === undefined) book.delete(address);
      else book.set(address, upload);
      const written = writing.then(() => local.save(NAME, Object.fromEntries(book)));
      // The one who noted hears of a disk that refuses; the next one is not kept from trying.
      writing = written.catch(() => undefined);
      await written;
    },
  };
}
