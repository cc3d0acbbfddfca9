import { z } from 'zod';
import type { LocalStore } from '../../../engine/ports/snapshots.ts';
import type { BegunUpload, UploadBook } from './upload-book.ts';

const NAME = 'bucket-uploads';
const text = z.string().min(1).max(2000);
const size = z.number().int().nonnegative();
const schema = z.record(
  text,
  z.object({
    uploadId: text,
    size,
    partSize: size.min(1),
    begunAt: z.number(),
    receipts: z.array(text).max(10_000),
  }),
);

/** A book among the replica's own files, so that an upload goes on after a kill. One that can't be read is an empty one. */
export function keptUploadBook(local: LocalStore): UploadBook {
  let uploads: Promise<Map<string, BegunUpload>> | undefined;
  const read = async () => {
    const parsed = schema.safeParse(await local.load(NAME));
    return new Map(Object.entries(parsed.success ? parsed.data : {}));
  };
  const all = () => {
    uploads ??= read();
    return uploads;
  };
  return {
    all,
    note: async (address, upload) => {
      const known = await all();
      if (upload === undefined) known.delete(address);
      else known.set(address, upload);
      await local.save(NAME, Object.fromEntries(known));
    },
  };
}
