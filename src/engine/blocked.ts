import { StorageError } from '../shared/errors.ts';
import { type Says, says } from '../shared/says/says.ts';
import { diskRefused } from './base/what-is-wrong.ts';
import { NobodyKnown } from './live/nobody-known.ts';
import { TextIndexError } from './ports/text-index.ts';

/** What keeps a replica closed: a code for programs, and what people are told. */
export type Blocked = { readonly code: string; readonly says: Says };

/** What keeps a replica closed, by the error of its opening; defects are thrown again. */
export function blockedBy(error: unknown): Blocked {
  if (error instanceof StorageError) return { code: error.failure, says: diskRefused(error.failure) };
  if (error instanceof TextIndexError) return { code: 'index', says: says('disk.index') };
  if (error instanceof NobodyKnown) return { code: 'damaged', says: says('journal.gone') };
  throw error;
}
