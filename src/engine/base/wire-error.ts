import { ORPCError, ValidationError } from '@orpc/server';
import { wireErrors } from '../../contract/errors.ts';
import { nameOfError, placeOfDefect } from '../../shared/defect.ts';
import { StorageError } from '../../shared/errors.ts';
import { Cancelled } from '../../shared/ports/cancellation.ts';
import type { Logger } from '../../shared/ports/logger.ts';
import { says } from '../../shared/says/says.ts';
import { TextIndexError } from '../ports/text-index.ts';
import { fieldOf, inputProblem } from './input-problem.ts';
import { invalid, Refusal } from './refusal.ts';
import { SearchCancelled } from './search-cancelled.ts';
import { diskRefused } from './what-is-wrong.ts';

/** Tells values of a task to whoever asked for it, under the name of the place that is logged when it fails. */
export type Told = <Value>(values: AsyncIterable<Value>, place: string) => AsyncGenerator<Value, void>;

/** What goes wrong while values are told is a wire error too: the middleware only sees the beginning. */
export async function* tell<Value>(
  values: AsyncIterable<Value>,
  place: string,
  logger: Logger,
): AsyncGenerator<Value, void> {
  try {
    yield* values;
  } catch (error) {
    throw wireError(error, place, logger);
  }
}

/** What went wrong, as a window may know it. Defects are logged by kind and place, never by content, and told without detail. */
export function wireError(error: unknown, place: string, logger: Logger): unknown {
  if (error instanceof Refusal) return wire(error);
  if (error instanceof StorageError) {
    logger.warn('disk-refused', { place, failure: error.failure });
    if (error.failure === 'missing' || error.failure === 'damaged') {
      return wire(new Refusal('MISSING_BLOB', diskRefused(error.failure)));
    }
    return wire(new Refusal('DISK', diskRefused(error.failure), { retry: true }));
  }
  if (error instanceof TextIndexError) {
    logger.warn('index-refused', { place, failure: error.failure });
    return wire(new Refusal('DISK', says('disk.index-refused'), { retry: true }));
  }
  if (error instanceof ORPCError) {
    if (error.cause instanceof ValidationError && error.code === 'BAD_REQUEST') {
      const issue = error.cause.issues[0];
      return wire(invalid(inputProblem(issue), fieldOf(issue)));
    }
    if (error.cause instanceof ValidationError) {
      const issue = error.cause.issues[0];
      logger.error('answer-does-not-fit', { place, at: fieldOf(issue) ?? '' });
    }
    return error;
  }
  // Whoever asked has asked something newer since, and waits for nothing.
  if (error instanceof SearchCancelled || error instanceof Cancelled)
    return new ORPCError('CLIENT_CLOSED_REQUEST', { message: error.message });
  const name = nameOfError(error);
  logger.error('use-case-failed', { place, error: name, message: placeOfDefect(error) });
  return new ORPCError('INTERNAL_SERVER_ERROR');
}

function wire({ code, message, data }: Refusal) {
  return new ORPCError(code, { message, data, status: wireErrors[code].status });
}
