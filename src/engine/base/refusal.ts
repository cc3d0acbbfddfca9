import type { WireErrorCode, WireErrorData } from '../../contract/errors.ts';
import type { Missing } from '../../shared/says/base.ts';
import { type Says, says } from '../../shared/says/says.ts';

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

/** What a refusal says, as answers have it; a sentence where its area still says it itself. */
export function toldBy({ data, message }: Refusal): { readonly says: Says } | { readonly message: string } {
  return data.says === undefined ? { message } : { says: data.says };
}

/** Something that was asked for is not there (any more). */
export function notFound(what: Missing): Refusal {
  return new Refusal('NOT_FOUND', says(`missing.${what}`));
}

/** The input does not fit; `field` names where. */
export function invalid(says: Says | string, field?: string): Refusal {
  return new Refusal('INVALID', says, field === undefined ? {} : { field });
}

/** The member's role does not allow it. */
export function notAllowed(says: Says | string): Refusal {
  return new Refusal('NOT_ALLOWED', says);
}
