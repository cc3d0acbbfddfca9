/** What kind of error was thrown, for logs: its message may name people's files. */
export function nameOfError(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}

/** Where a defect happened: the first line of the stack below the message, which holds no content; of the file its name alone. */
export function placeOfDefect(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const place = /\n\s+at ([^\n]+)/.exec(stack)?.[1] ?? '';
  return place.replace(/[^\s(]*[\\/]/, '');
}

/** A defect as a line of a log may tell it: its kind, the system's code and where it happened. Messages name people's files. */
export function defectForLog(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown problem';
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  return `${error.name}${code} at ${placeOfDefect(error) || 'an unknown place'}`;
}
