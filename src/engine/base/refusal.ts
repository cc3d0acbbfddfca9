import type { WireErrorCode, WireErrorData } from '../../contract/errors.ts';
import type { Says } from '../../shared/says/says.ts';

/**
 * An expected refusal on its way to whoever asked. Thrown by use cases, turned into a wire error by the router. What it says is what
 * happened, what is safe, what to do. Areas that still say sentences themselves give one instead.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: WireErrorCode;
  readonly data: WireErrorData;
  constructor(code: WireErrorCode, says: Says | string, data: Partial<Omit<WireErrorData, 'says'>> = {}) {
    super(typeof says === 'string' ? says : says.code);
    this.code = code;
    this.data = { retry: false, ...(typeof says !== 'string' && { says }), ...data };
  }
}

/** Something that was asked for is not there (any more). */
export function notFound(what: string): Refusal {
  return new Refusal(
    'NOT_FOUND',
    `This ${what} is not here. It may have been removed, or not have arrived yet.`,
  );
}

/** The input does not fit; `field` names where. */
export function invalid(says: Says | string, field?: string): Refusal {
  return new Refusal('INVALID', says, field === undefined ? {} : { field });
}

/** The member's role does not allow it. */
export function notAllowed(says: Says | string): Refusal {
  return new Refusal('NOT_ALLOWED', says);
}
