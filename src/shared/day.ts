/** The calendar day of a time (milliseconds since 1970), `2026-11-21`, in UTC. */
export function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

const DAYS_IN = new Map<string, Intl.DateTimeFormat>();

/** The calendar day of a time (milliseconds since 1970) in a time zone, `Europe/Berlin`; in UTC where this runtime does not know the zone. */
export function dayIn(time: number, zone: string): string {
  let format = DAYS_IN.get(zone);
  if (format === undefined) {
    const timeZone = isTimeZone(zone) ? zone : 'UTC';
    const parts = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
    format = new Intl.DateTimeFormat('en', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      ...parts,
    });
    DAYS_IN.set(zone, format);
  }
  const parts = new Map(format.formatToParts(time).map(({ type, value }) => [type, value]));
  return `${parts.get('year')?.padStart(4, '0')}-${parts.get('month')}-${parts.get('day')}`;
}

/** Says whether this runtime knows a time zone of this name. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** Says whether a text is a day that exists, of the years 0 to 9999: `2026-02-30` is not one. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(time) && dayOf(time) === text;
}
