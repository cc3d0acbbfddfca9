import { t } from '@lingui/core/macro';
import { decimalSign } from '../../shared/decimal-sign.ts';
import { inLanguage } from './language.ts';

/** Numbers and dates as the person's region writes the language that is spoken, so that sentences do not mix two. */

const numbers = inLanguage((_, region) => new Intl.NumberFormat(region));
const region = inLanguage((_, tag) => tag);
const decimals = inLanguage((_, tag) => decimalSign(tag));
const percents = inLanguage(
  (_, region) => new Intl.NumberFormat(region, { style: 'percent', maximumFractionDigits: 0 }),
);
const changes = inLanguage(
  (_, region) =>
    new Intl.NumberFormat(region, { style: 'percent', maximumFractionDigits: 0, signDisplay: 'exceptZero' }),
);
const scores = inLanguage(
  (_, region) => new Intl.NumberFormat(region, { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
);
const dates = inLanguage((_, region) => new Intl.DateTimeFormat(region, { dateStyle: 'medium' }));
const datesAndTimes = inLanguage(
  (_, region) => new Intl.DateTimeFormat(region, { dateStyle: 'full', timeStyle: 'short' }),
);
const times = inLanguage((_, region) => new Intl.DateTimeFormat(region, { timeStyle: 'short' }));
const weekdays = inLanguage((words) => new Intl.DateTimeFormat(words, { weekday: 'long' }));
const relative = inLanguage((words) => new Intl.RelativeTimeFormat(words, { numeric: 'auto' }));

const collators = inLanguage((words) => new Intl.Collator(words, { numeric: true, sensitivity: 'base' }));

/** Which of two texts comes first in a sorted table: as the language sorts, and 2 before 10. */
export function compareTexts(a: string, b: string): number {
  return collators().compare(a, b);
}

/** `12,345`. */
export function formatNumber(value: number): string {
  return numbers().format(value);
}

/** What parts decimals where the person types a number. */
export function decimalSeparator(): string {
  return decimals();
}

/** A number as the person types it, whatever stands behind it; NaN where there is none. */
export function parseNumber(text: string): number {
  return Number.parseFloat(text.replace(decimalSeparator(), '.'));
}

/** A part of one as `47%`. */
export function formatPercent(part: number): string {
  return percents().format(part);
}

/** A change by a part of one as `+12%`, `-8%`. */
export function formatChange(part: number): string {
  return changes().format(part);
}

/** A usefulness as `4.4`. */
export function formatScore(score: number): string {
  return scores().format(score);
}

const byteUnits = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** A size in bytes as `1.4 MB` (decimal units). */
export function formatBytes(bytes: number): string {
  let value = bytes;
  let step = 0;
  while (value >= 1000 && step < byteUnits.length - 1) {
    value /= 1000;
    step += 1;
  }
  const unit = byteUnits[step] ?? 'byte';
  return new Intl.NumberFormat(region(), {
    style: 'unit',
    unit,
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: value < 10 && step > 0 ? 1 : 0,
  }).format(value);
}

/** A time left or taken, in milliseconds, as `5 seconds` or `3 minutes`. */
export function formatDuration(milliseconds: number): string {
  const seconds = Math.max(1, Math.round(milliseconds / 1000));
  const [value, unit] =
    seconds < 60
      ? [seconds, 'second']
      : seconds < 5400
        ? [Math.round(seconds / 60), 'minute']
        : [Math.round(seconds / 3600), 'hour'];
  return new Intl.NumberFormat(region(), { style: 'unit', unit, unitDisplay: 'long' }).format(value);
}

/** A day, `Nov 21, 2026`. */
export function formatDate(at: number): string {
  return dates().format(at);
}

/** A time of day, `2:00 PM`. */
export function formatTime(at: number): string {
  return times().format(at);
}

/** A moment in full, for a tooltip. */
export function formatDateTime(at: number): string {
  return datesAndTimes().format(at);
}

/** A calendar day (`2026-11-21`) as people write it. */
export function formatDay(day: string): string {
  return dates().format(new Date(`${day}T12:00:00`));
}

const relativeSteps = [
  { unit: 'year', span: 365 * 86_400_000 },
  { unit: 'month', span: 30 * 86_400_000 },
  { unit: 'week', span: 7 * 86_400_000 },
  { unit: 'day', span: 86_400_000 },
  { unit: 'hour', span: 3_600_000 },
  { unit: 'minute', span: 60_000 },
] as const;

/** `2 weeks ago`, `in 3 days`, `yesterday`; within a minute `now`. */
export function formatRelative(at: number, now: number): string {
  const distance = at - now;
  for (const { unit, span } of relativeSteps) {
    if (Math.abs(distance) >= span) return relative().format(Math.trunc(distance / span), unit);
  }
  return relative().format(0, 'second');
}

/** What is new since a moment, as a heading: `New today`, `New since Tuesday`, `New in the last 30 days`; milliseconds since 1970. */
export function newSince(at: number, now: number): string {
  const days = (now - at) / 86_400_000;
  if (days >= 29 && days <= 31) return t`New in the last 30 days`;
  if (dates().format(at) === dates().format(now)) return t`New today`;
  const day = days < 6 ? weekdays().format(at) : dates().format(at);
  return t`New since ${day}`;
}
