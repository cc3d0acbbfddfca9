/** The calendar day of a time (milliseconds since 1970), `2026-11-21`, `offsetMinutes` east of UTC (a person's own calendar). */
export function dayOf(time: number, offsetMinutes = 0): string {
  return new Date(time + offsetMinutes * 60_000).toISOString().slice(0, 10);
}

/** Says whether a text is a day that exists, of the years 0 to 9999: `2026-02-30` is not one. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(time) && dayOf(time) === text;
}
