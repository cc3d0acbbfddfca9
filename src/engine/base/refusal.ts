import type { WireErrorCode, WireErrorData } from '../../contract/errors.ts';
import type { Missing } from '../../shared/says/base.ts';
import { type Says, says } from '../../shared/says/says.ts';

/**
 * An expected refusal on its way to whoever asked. Thrown by use cases, turned into a wire error by the router. What it says is what
 * happened, what is safe, what to do; its own message is the code of that, for logs.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: WireErrorCode;
  readonly data: WireErrorData;
  constructor(code: WireErrorCode, says: Says, data: Partial<Omit<WireErrorData, 'says'>> = {}) {
    super(says.code);
    this.code = code;
    this.data = { says, retry: false, ...data };
  }
}

/** Something that was asked for is not there (any more). */
export function notFound(what: Missing): Refusal {
  return new Refusal('NOT_FOUND', says(`missing.${what}`));
}

/** The input does not fit; `field` names where. */
export function invalid(says: Says, field?: string): Refusal {
  return new Refusal('INVALID', says, field === undefined ? {} : { field });
}

/** The member's role does not allow it. */
export function notAllowed(says: Says): Refusal {
  return new Refusal('NOT_ALLOWED', says);
}
