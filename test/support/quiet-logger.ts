import type { LogFields, Logger } from '../../src/shared/ports/logger.ts';

export type LoggedLine = { readonly level: string; readonly event: string; readonly fields: LogFields };

/** A logger that keeps its lines for the test to look at. */
export function keepingLogger(): Logger & { readonly lines: readonly LoggedLine[] } {
  const lines: LoggedLine[] = [];
  const keep =
    (level: string) =>
    (event: string, fields: LogFields = {}) =>
      void lines.push({ level, event, fields });
  return { lines, debug: keep('debug'), info: keep('info'), warn: keep('warn'), error: keep('error') };
}
