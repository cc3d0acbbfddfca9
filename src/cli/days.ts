/** Says whether a text is a day that exists. */
export function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(time) && new Date(time).toISOString().slice(0, 10) === text;
}

/** What is said of a text that is no day. */
export function notADay(text: string): string {
  return `'${text}' is not a day. Write it as 2026-11-21.`;
}
