import { ORPCError, ValidationError } from '@orpc/server';
import { type WireErrorCode, type WireErrorData, wireErrors } from '../../contract/errors.ts';
import { nameOfError, placeOfDefect } from '../../shared/defect.ts';
import { StorageError } from '../../shared/errors.ts';
import type { Logger } from '../../shared/ports/logger.ts';
import { TextIndexError } from '../ports/text-index.ts';
import { INDEX_REFUSED_MESSAGE, storageMessage } from './messages.ts';
import { Refusal } from './refusal.ts';
import { SearchCancelled } from './search-cancelled.ts';

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
  if (error instanceof Refusal) return wire(error.code, error.message, error.data);
  if (error instanceof StorageError) {
    logger.warn('disk-refused', { place, failure: error.failure });
    if (error.failure === 'missing' || error.failure === 'damaged') {
      return wire('MISSING_BLOB', storageMessage(error.failure), { retry: false });
    }
    return wire('DISK', storageMessage(error.failure), { retry: true });
  }
  if (error instanceof TextIndexError) {
    logger.warn('index-refused', { place, failure: error.failure });
    return wire('DISK', INDEX_REFUSED_MESSAGE, { retry: true });
  }
  if (error instanceof ORPCError) {
    if (error.cause instanceof ValidationError && error.code === 'BAD_REQUEST') {
      const issue = error.cause.issues[0];
      const field = issue?.path?.map((key) => String(typeof key === 'object' ? key.key : key)).join('.');
      const message = `${field ? `‘${field}’ does not fit` : 'This does not fit'}: ${issue?.message ?? 'unknown'}. Nothing was changed.`;
      return wire('INVALID', message, { retry: false, ...(field && { field }) });
    }
    if (error.cause instanceof ValidationError) {
      const issue = error.cause.issues[0];
      const at = issue?.path?.map((key) => String(typeof key === 'object' ? key.key : key)).join('.') ?? '';
      logger.error('answer-does-not-fit', { place, at });
    }
    return error;
  }
  // Whoever asked has asked something newer since, and waits for nothing.
  if (error instanceof SearchCancelled)
    return new ORPCError('CLIENT_CLOSED_REQUEST', { message: error.message });
  const name = nameOfError(error);
  logger.error('use-case-failed', { place, error: name, message: placeOfDefect(error) });
  return new ORPCError('INTERNAL_SERVER_ERROR', {
    message:
      'Something went wrong inside Kitbag. What was confirmed before is safe. Try again; if it happens again, restart Kitbag.',
  });
}

function wire(code: WireErrorCode, message: string, data: WireErrorData) {
  return new ORPCError(code, { message, data, status: wireErrors[code].status });
}
