import type { Logger } from '../../../src/shared/ports/logger.ts';

function ignore(): void {
  // Tests look at what the window shows, not at logs.
}

/** A logger for engines that tests run themselves. */
export const silentLogger: Logger = { debug: ignore, info: ignore, warn: ignore, error: ignore };
