/** Days and business days. All arithmetic is in UTC, so that every replica works out the same promise. */

/** Milliseconds of a day. */
export const DAY_MS = 86_400_000;
/** Monday to Friday. */
const BUSINESS_DAYS = 5;
const WEEK = 7;
/** 1970 began on a Thursday: so many days of its week were before. */
const DAYS_BEFORE_1970 = 3;

/** The time so many business days later; what starts at a weekend starts on Monday. Holidays differ by country and are left out. */
export function addBusinessDays(time: number, days: number): number {
  const day = Math.floor(time / DAY_MS);
  const { weeks, weekday } = weekOf(day);
  const isWeekend = weekday >= BUSINESS_DAYS;
  // Counted in business days since a Monday; the weekend stands for the Monday after it.
  const counted = weeks * BUSINESS_DAYS + Math.min(weekday, BUSINESS_DAYS) + days;
  const inWeeks = Math.floor(counted / BUSINESS_DAYS);
  const at = inWeeks * WEEK + (counted - inWeeks * BUSINESS_DAYS) - DAYS_BEFORE_1970;
  return at * DAY_MS + (isWeekend ? 0 : time - day * DAY_MS);
}

/** Milliseconds of business days between two times; 0 when the second is not later. Times are other people's word: no day is walked through. */
export function businessTime(from: number, to: number): number {
  return Math.max(0, businessTimeUntil(to) - businessTimeUntil(from));
}

/** Milliseconds of business days since Monday, 1969-12-29. */
function businessTimeUntil(time: number): number {
  const day = Math.floor(time / DAY_MS);
  const { weeks, weekday } = weekOf(day);
  const ofToday = weekday < BUSINESS_DAYS ? time - day * DAY_MS : 0;
  return (weeks * BUSINESS_DAYS + Math.min(weekday, BUSINESS_DAYS)) * DAY_MS + ofToday;
}

/** The week of a day since 1970, counted since Monday, 1969-12-29, and its day in it: 0 for Monday. */
function weekOf(day: number): { readonly weeks: number; readonly weekday: number } {
  const days = day + DAYS_BEFORE_1970;
  const weeks = Math.floor(days / WEEK);
  return { weeks, weekday: days - weeks * WEEK };
}
