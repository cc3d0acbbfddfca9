import { dayOf, isDay } from '../../shared/day.ts';

/** Days that spreadsheets count from; what they take for dates lies between. */
const FIRST_DAY = Date.UTC(1899, 11, 30);
const EARLIEST = 20_000;
const LATEST = 110_000;
const DAY_MS = 86_400_000;

/** What a text says of a day. */
type DayRead =
  | { readonly read: 'day'; readonly day: string }
  | { readonly read: 'unclear' }
  | { readonly read: 'none' };

/**
 * Reads a day as people write it: `2026-11-21`, `21.11.2026`, `21/11/2026`; with strokes only where day and month can't be taken for each other. Also
 * a spreadsheet's number of a day, which is left where its format went.
 */
export function readDay(text: string): DayRead {
  const plain = text.trim().replace(/[T ]00:00(?::00)?(?:\.0+)?Z?$/, '');
  if (/^\d{5,6}$/.test(plain)) return ofNumber(Number(plain));
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(plain);
  if (iso !== null) return ofParts(iso[1], iso[2], iso[3]);
  const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})$/.exec(plain);
  if (dotted !== null) return ofParts(dotted[3], dotted[2], dotted[1]);
  const stroked = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(plain);
  if (stroked === null) return { read: 'none' };
  const [, first = '', second = '', year] = stroked;
  const days = [ofParts(year, second, first), ofParts(year, first, second)];
  const found = new Set(days.flatMap((one) => (one.read === 'day' ? [one.day] : [])));
  const [day, other] = found;
  if (day === undefined) return { read: 'none' };
  return other === undefined ? { read: 'day', day } : { read: 'unclear' };
}

function ofNumber(number: number): DayRead {
  if (number < EARLIEST || number > LATEST) return { read: 'none' };
  return { read: 'day', day: dayOf(FIRST_DAY + number * DAY_MS) };
}

function ofParts(year = '', month = '', day = ''): DayRead {
  const full = year.length === 2 ? `20${year}` : year;
  const written = `${full}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(written) ? { read: 'day', day: written } : { read: 'none' };
}
