import type { WireErrorCode, WireErrorData } from '../../contract/errors.ts';

/**
 * An expected refusal on its way to whoever asked. Thrown by use cases, turned into a wire error by the router. The message is whole
 * plain sentences: what happened, what is safe, what to do.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: WireErrorCode;
  readonly data: WireErrorData;
  constructor(code: WireErrorCode, message: string, data: Partial<WireErrorData> = {}) {
    super(message);
    this.code = code;
    this.data = { retry: false, ...data };
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
export function invalid(message: string, field?: string): Refusal {
  return new Refusal('INVALID', message, field === undefined ? {} : { field });
}

/** The member's role does not allow it. */
export function notAllowed(message: string): Refusal {
  return new Refusal('NOT_ALLOWED', message);
}
