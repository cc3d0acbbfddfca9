/** Values that a log line may carry: ids and counts, never titles, texts, names or searches. */
export type LogFields = Readonly<Record<string, string | number | boolean>>;

/** Where a process writes what happened. Event names are kebab-case; content never goes here. */
export interface Logger {
  debug(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}
