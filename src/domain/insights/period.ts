import { dayOf } from '../../shared/day.ts';
import { DAY_MS } from '../kernel/calendar.ts';

/** A span of whole days (UTC, so that every replica counts the same): `from` inclusive, `to` exclusive, milliseconds since 1970. */
export type Period = { readonly from: number; readonly to: number };

/** The period as days of the calendar, both inclusive. */
type PeriodDays = { readonly from: string; readonly to: string; readonly days: number };

/** How many days a period has unless somebody chooses otherwise. */
export const USUAL_DAYS = 90;

/** The last days, the running one included. */
export function lastDays(days: number, now: number): Period {
  const to = (Math.floor(now / DAY_MS) + 1) * DAY_MS;
  return { from: to - days * DAY_MS, to };
}

/** From one day to another, both included; days as `2026-11-21`. */
export function daysFrom(first: string, last: string): Period {
  return { from: Date.parse(`${first}T00:00:00Z`), to: Date.parse(`${last}T00:00:00Z`) + DAY_MS };
}

/** The period of the same length just before. */
export function periodBefore({ from, to }: Period): Period {
  return { from: from - (to - from), to: from };
}

/** Says whether a time falls into a period. */
export function isWithin({ from, to }: Period, time: number): boolean {
  return time >= from && time < to;
}

/** The period as days of the calendar. */
export function periodDays({ from, to }: Period): PeriodDays {
  return { from: dayOf(from), to: dayOf(to - 1), days: Math.round((to - from) / DAY_MS) };
}
