/** Days and business days. All arithmetic is in UTC, so that every replica works out the same promise. */

/** Milliseconds of a day. */
export const DAY_MS = 86_400_000;
/** Monday to Friday. */
const BUSINESS_DAYS = 5;
/** 1970 began on a Thursday: so many days of its week were before. */
const DAYS_BEFORE_1970 = 3;

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

/** Milliseconds of business days between two times; 0 when the second is not later. Times are other people's word: no day is walked through. */
export function businessTime(from: number, to: number): number {
  return Math.max(0, businessTimeUntil(to) - businessTimeUntil(from));
}

/** Milliseconds of business days since Monday, 1969-12-29. */
function businessTimeUntil(time: number): number {
  const day = Math.floor(time / DAY_MS);
  const days = day + DAYS_BEFORE_1970;
  const weeks = Math.floor(days / 7);
  const weekday = days - weeks * 7;
  const ofToday = weekday < BUSINESS_DAYS ? time - day * DAY_MS : 0;
  return (weeks * BUSINESS_DAYS + Math.min(weekday, BUSINESS_DAYS)) * DAY_MS + ofToday;
}
