import { ORPCError } from '@orpc/server';
import type { Logger } from '../../shared/ports/logger.ts';
import { isSays, type Says } from '../../shared/says/says.ts';
import { wireError } from './wire-error.ts';

/** What an error tells people, for whom it is not thrown; defects are logged under `place`. Undefined where it tells nothing. */
export function saysOf(error: unknown, place: string, logger: Logger): Says | undefined {
  const told = wireError(error, place, logger);
  const data: unknown = told instanceof ORPCError ? told.data : undefined;
  return typeof data === 'object' && data !== null && 'says' in data && isSays(data.says)
    ? data.says
    : undefined;
}
