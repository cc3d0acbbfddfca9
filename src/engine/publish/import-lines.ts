import type { ImportedFile } from '../../contract/import.ts';
import type { Cancellation } from '../../shared/ports/cancellation.ts';
import type { Says } from '../../shared/says/says.ts';
import type { ReadDocument } from './read-document.ts';
import type { WithPublishing } from './with-publishing.ts';

/** What imports without the table tell of a file, whether they publish each as it was read or all by a plan: each line once it is on disk. */

type Imported = Extract<ImportedFile, { readonly pages: number }>;

/** A file that became nothing, and why. */
export function failedLine(
  file: string,
  { reason, says }: { readonly reason: string; readonly says: Says },
  ms = 0,
): ImportedFile {
  return { file, status: 'failed', reason, says, ms };
}

/** A file that is an asset now, or an earlier version of one. */
export function importedLine(
  file: string,
  { status, assetId }: Pick<Imported, 'status' | 'assetId'>,
  { pageCount: pages, textChars, text }: ReadDocument,
  ms = 0,
): Imported {
  const reason = text.state === 'searchable' ? {} : { reason: text.reason };
  return { file, status, assetId, pages, textChars, ...reason, ms };
}

/** The same bytes again are no second asset; where they could not be read the first time, they are read now. */
export async function duplicateLine(
  { secondReading }: WithPublishing,
  { file, assetId, sha256 }: { readonly file: string; readonly assetId: string; readonly sha256: string },
  signal?: Cancellation,
  ms: () => number = () => 0,
): Promise<ImportedFile> {
  const reading = await secondReading.readBytes(assetId, sha256, signal);
  const line = { file, status: 'duplicate', assetId, ms: ms() } as const;
  if (reading === undefined) return line;
  const { pageCount: pages, words, text } = reading;
  const reason = text.state === 'searchable' ? {} : { reason: text.reason };
  return { ...line, readAgain: { pages, words, text: text.state }, ...reason };
}
