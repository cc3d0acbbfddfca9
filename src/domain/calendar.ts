/** Days and business days. All arithmetic is in UTC, so that every replica works out the same promise. */

/** Milliseconds of a day. */
export const DAY_MS = 86_400_000;

/** The calendar day of a time, `2026-11-21`, `offsetMinutes` east of UTC (a person's own calendar). */
export function dayOf(time: number, offsetMinutes = 0): string {
  return new Date(time + offsetMinutes * 60_000).toISOString().slice(0, 10);
}

/** Says whether a text is a day that exists: `2026-02-30` is not one. */
export function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(time) && dayOf(time) === text;
}

/** Says whether a time falls on Monday to Friday. Holidays differ by country and are left out. */
function isBusinessDay(time: number): boolean {
  const weekday = new Date(time).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/** The start of the next day. */
function nextDay(time: number): number {
  return (Math.floor(time / DAY_MS) + 1) * DAY_MS;
}

/** The time so many business days later; what starts at a weekend starts on Monday. */
export function addBusinessDays(time: number, days: number): number {
  let at = time;
  while (!isBusinessDay(at)) at = nextDay(at);
  let left = days;
  while (left > 0) {
    at += DAY_MS;
    if (isBusinessDay(at)) left -= 1;
  }
  return at;
}

/** Milliseconds of business days between two times; 0 when the second is not later. */
export function businessTime(from: number, to: number): number {
  let total = 0;
  let at = from;
  while (at < to) {
    const end = Math.min(nextDay(at), to);
    if (isBusinessDay(at)) total += end - at;
    at = end;
  }
  return total;
}
