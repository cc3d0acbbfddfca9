import type { VersionBody, VersionReading } from './events.ts';

/** Whether a version's text can be searched, as whoever read it found. */
export type VersionText = VersionBody['text'];

/** What ended reading for want of something that there may be more of another time: processor time, memory, a reader that holds. */
const PASSING: ReadonlySet<string> = new Set(['timed-out', 'out-of-memory', 'crashed']);

/** Whether a version is worth reading again as it is: what was missing is not missing in the file. */
export function isReadAgain(text: { readonly state: string; readonly reason?: string }): boolean {
  return text.state !== 'searchable' && text.reason !== undefined && PASSING.has(text.reason);
}

/** Whether a reading found more of a document than the one before it. */
export function isBetterReading(next: VersionReading, before: VersionReading): boolean {
  const [better, worse] = [rankOf(next), rankOf(before)];
  if (better !== worse) return better > worse;
  return next.text.state === 'partly' && next.words > before.words;
}

function rankOf({ text }: VersionReading): number {
  if (text.state === 'searchable') return 2;
  if (text.state === 'partly') return 1;
  // That a file has no text is more than that nobody could tell.
  return isReadAgain(text) ? -1 : 0;
}

/** A version with what a later reading found instead of its publisher's. Its picture stays where the reading has none. */
export function withReading(body: VersionBody, reading: VersionReading | undefined): VersionBody {
  if (reading === undefined) return body;
  const { textBlob: _, hidden: _hidden, ...rest } = body;
  const { text, pageCount, words, textBlob, hidden, thumbnail } = reading;
  return {
    ...rest,
    text,
    pageCount,
    words,
    ...(textBlob && { textBlob }),
    ...(hidden && { hidden }),
    ...(thumbnail && { thumbnail }),
  };
}
