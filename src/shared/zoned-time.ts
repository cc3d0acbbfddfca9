import { isTimeZone } from './day.ts';

/** A time as a clock on the wall shows it; `month` is 1 to 12. */
type WallTime = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
};

const FORMATS = new Map<string, Intl.DateTimeFormat>();

/**
 * When a clock in a time zone (`Europe/Berlin`) shows this: milliseconds since 1970; in UTC where this runtime does not know the zone. In the hour
 * that is skipped in spring the hour after it, in the one that comes twice in autumn one of both.
 */
export function instantOf({ year, month, day, hour, minute }: WallTime, zone: string): number {
  const shown = Date.UTC(year, month - 1, day, hour, minute);
  const guess = shown - offsetAt(shown, zone);
  return shown - offsetAt(guess, zone);
}

/** How far a zone's clocks are ahead of UTC at an instant, in milliseconds. */
function offsetAt(instant: number, zone: string): number {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  const shown = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour') % 24, part('minute'));
  return shown - Math.floor(instant / 60_000) * 60_000;
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = FORMATS.get(zone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en', {
    timeZone: isTimeZone(zone) ? zone : 'UTC',
    calendar: 'gregory',
    numberingSystem: 'latn',
    hour12: false,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  FORMATS.set(zone, format);
  return format;
}
