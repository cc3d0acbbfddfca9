import type { StorageFailure } from '../../shared/errors.ts';
import { type Says, says } from '../../shared/says/says.ts';
import type { Secret } from '../../shared/vocabulary/secrets.ts';
import type { JournalProblem } from '../../sync/journal/replica.ts';
import type { RefusalReason } from '../ports/extractor.ts';

/** Codes of other layers as what people are told. One place, so that the same is told of the same. */

const FILES: Readonly<Record<RefusalReason | Secret | 'cancelled', Says>> = {
  empty: says('file.empty'),
  damaged: says('file.damaged'),
  bomb: says('file.bomb'),
  'not-found': says('file.not-found'),
  'not-readable': says('file.not-readable'),
  'not-collateral': says('file.not-collateral'),
  'private-key': says('file.private-key'),
  passwords: says('file.passwords'),
  cancelled: says('file.cancelled'),
};

/** Why a file can't be an asset. Reasons come out of other people's events too: one that this version does not know is told in general. */
export function fileRefused(reason: string): Says {
  const known: Readonly<Record<string, Says>> = FILES;
  return (Object.hasOwn(known, reason) ? known[reason] : undefined) ?? says('file.unreadable');
}

/** Why the disk refused. */
export function diskRefused(failure: StorageFailure): Says {
  return says(`disk.${failure}`);
}

/** What was found wrong with a journal. */
export function journalProblem({ code, seq }: JournalProblem): Says {
  switch (code) {
    case 'broken-chain':
    case 'unreadable-line':
    case 'long-line':
      return says(`journal.${code}`, { seq });
    default:
      return says(`journal.${code}`);
  }
}

/** What is wrong with an asset's bytes on this device. */
export function bytesWrong(state: 'missing' | 'damaged'): Says {
  return says(state === 'missing' ? 'file.gone' : 'file.changed');
}
