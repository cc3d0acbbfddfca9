import { canonicalJson } from '../../shared/canonical-json.ts';
import { isPassing } from '../../shared/vocabulary/unsearchable.ts';
import { later, type Register, type Stamp } from '../kernel/register.ts';
import type { VersionBody, VersionReading } from './version-body.ts';

/** Whether a version's text can be searched, as whoever read it found. */
export type VersionText = VersionBody['text'];

/** Whether a version is worth reading again as it is: what was missing is not missing in the file. */
export function isReadAgain(text: { readonly state: string; readonly reason?: string }): boolean {
  return text.state !== 'searchable' && text.reason !== undefined && isPassing(text.reason);
}

/** The format in which a reading's text was written; see `versionSchema`. */
export function textFormatOf({ textFormat = 0 }: { readonly textFormat?: number | undefined }): number {
  return textFormat;
}

/** Whether a reading found more of a document than the one before it, or as much in a newer format. */
export function isBetterReading(next: VersionReading, before: VersionReading): boolean {
  const newer = textFormatOf(next) - textFormatOf(before);
  if (newer < 0) return false;
  // What was read to its end in the newer format is right, also where that is less.
  if (newer > 0 && !isReadAgain(next.text)) return true;
  const [better, worse] = [rankOf(next), rankOf(before)];
  if (better !== worse) return better > worse;
  return (
    next.text.state === 'partly' && (next.words > before.words || (newer > 0 && next.words === before.words))
  );
}

/** Whether two readings say the same of a document but for its text's blob, whatever format they are of. */
export function saysTheSame(one: VersionReading, other: VersionReading): boolean {
  const said = ({ text, pageCount, approximatePages, readBy, words, hidden, recognized }: VersionReading) =>
    canonicalJson({
      text,
      pageCount,
      approximatePages: approximatePages === true,
      readBy: readBy ?? null,
      words,
      hidden: hidden === true,
      recognized: recognized ?? null,
    });
  return said(one) === said(other);
}

function rankOf({ text }: VersionReading): number {
  if (text.state === 'searchable') return 2;
  if (text.state === 'partly') return 1;
  // That a file has no text is more than that nobody could tell.
  return isReadAgain(text) ? -1 : 0;
}

/** The reading that counts of two: the later one of those of the newest format. A total order, so that all replicas agree. */
export function laterReading(
  current: Register<VersionReading> | undefined,
  stamp: Stamp,
  reading: VersionReading,
): Register<VersionReading> {
  const newer = current === undefined ? 0 : textFormatOf(reading) - textFormatOf(current.value);
  if (current !== undefined && newer < 0) return current;
  return newer > 0 ? { stamp, value: reading } : later(current, stamp, reading);
}

/** A version with what a later reading found instead of its publisher's, unless that is of an older format. Its picture stays where the reading has none. */
export function withReading(body: VersionBody, reading: VersionReading | undefined): VersionBody {
  if (reading === undefined || textFormatOf(reading) < textFormatOf(body)) return body;
  const {
    textBlob: _,
    hidden: _hidden,
    recognized: _recognized,
    textFormat: _format,
    approximatePages: _pages,
    readBy: _readBy,
    ...rest
  } = body;
  const { text, pageCount, approximatePages, readBy, words, textBlob, hidden, recognized } = reading;
  const { textFormat, thumbnail } = reading;
  return {
    ...rest,
    text,
    pageCount,
    ...(approximatePages && { approximatePages }),
    ...(readBy !== undefined && { readBy }),
    words,
    ...(textBlob && { textBlob }),
    ...(hidden && { hidden }),
    ...(recognized && { recognized }),
    ...(textFormat !== undefined && { textFormat }),
    ...(thumbnail && { thumbnail }),
  };
}
