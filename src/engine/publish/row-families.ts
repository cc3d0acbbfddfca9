import { entryOf } from '../../domain/kernel/register.ts';
import type { HeldRow } from './staged-row.ts';

/** What the rows of the table come to together. */

/** The earlier versions of rows that have some, by the newest, oldest first. */
export function familiesOfRows(rows: Iterable<HeldRow>): ReadonlyMap<string, readonly HeldRow[]> {
  const place = ({ row }: HeldRow): number => row.earlierOf?.place ?? 0;
  const families = new Map<string, HeldRow[]>();
  for (const held of rows) {
    const { earlierOf } = held.row;
    if (earlierOf !== undefined) entryOf(families, earlierOf.row, () => []).push(held);
  }
  for (const those of families.values()) those.sort((a, b) => place(a) - place(b));
  return families;
}

/** The blobs that rows refer to. */
export function* blobsOfRows(rows: Iterable<HeldRow>): Iterable<string> {
  for (const { document } of rows) {
    if (document === undefined) continue;
    yield document.sha256;
    if (document.textBlob !== undefined) yield document.textBlob;
    if (document.thumbnail !== undefined) yield document.thumbnail.sha256;
  }
}
