import type { LogFields, Logger } from '../../shared/ports/logger.ts';

/** Writes a line an event to standard error: ids and counts, never content. The window's process keeps and filters them (`log.ts`). */
export function lineLogger(part: string): Logger {
  const write = (level: string, event: string, fields: LogFields = {}): void => {
    const rest = Object.entries(fields).map(([name, value]) => ` ${name}=${value}`);
    console.error(`[kitbag ${part}] ${level} ${event}${rest.join('')}`);
  };
  return {
    // Debugging is for a developer's eyes, and only where asked for.
    debug: (event, fields) => {
      if (process.env.KITBAG_DEBUG) write('debug', event, fields);
    },
    info: (event, fields) => write('info', event, fields),
    warn: (event, fields) => write('warn', event, fields),
    error: (event, fields) => write('error', event, fields),
  };
}
