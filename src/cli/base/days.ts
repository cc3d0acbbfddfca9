/** What is said of a text that is no day. */
export function notADay(text: string): string {
  return `'${text}' is not a day. Write it as 2026-11-21.`;
}
