import type { KeptFile } from './kept-watches.ts';

/** A file as it lies in a watched folder now. */
type SeenFile = { readonly file: string; readonly size: number; readonly modifiedAt: number };

/** What has become of a folder's files since somebody looked last, by names, sizes and times alone. */
type Compared<Seen extends SeenFile> = {
  /** As they were. */
  readonly same: readonly KeptFile[];
  /** New, or written since: their bytes have to be looked at. */
  readonly toRead: readonly { readonly seen: Seen; readonly before: KeptFile | undefined }[];
  /** Not where they were. */
  readonly gone: readonly KeptFile[];
};

/** Compares what was there with what is. */
export function compareFiles<Seen extends SeenFile>(
  before: readonly KeptFile[],
  now: readonly Seen[],
): Compared<Seen> {
  const known = new Map(before.map((kept) => [kept.file, kept]));
  const same: KeptFile[] = [];
  const toRead: { seen: Seen; before: KeptFile | undefined }[] = [];
  for (const seen of now) {
    const kept = known.get(seen.file);
    known.delete(seen.file);
    if (kept !== undefined && kept.size === seen.size && kept.modifiedAt === seen.modifiedAt) {
      const { missing: _, ...there } = kept;
      same.push(there);
    } else toRead.push({ seen, before: kept });
  }
  return { same, toRead, gone: [...known.values()] };
}
