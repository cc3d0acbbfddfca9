import { StorageError } from '../shared/errors.ts';
import { INDEX_MESSAGE, JOURNAL_GONE_MESSAGE, storageMessage } from './base/messages.ts';
import { NobodyKnown } from './live/nobody-known.ts';
import { TextIndexError } from './ports/text-index.ts';

/** What keeps a replica closed: a code for programs, a sentence for people. */
export type Blocked = { readonly code: string; readonly message: string };

/** What keeps a replica closed, by the error of its opening; defects are thrown again. */
export function blockedBy(error: unknown): Blocked {
  if (error instanceof StorageError) return { code: error.failure, message: storageMessage(error.failure) };
  if (error instanceof TextIndexError) return { code: 'index', message: INDEX_MESSAGE };
  if (error instanceof NobodyKnown) return { code: 'damaged', message: JOURNAL_GONE_MESSAGE };
  throw error;
}
