import type { StorageFailure } from '../../shared/errors.ts';
import type { JournalProblem } from '../../sync/journal/replica.ts';
import type { RefusalReason } from '../ports/extractor.ts';

/** Codes turned into plain sentences: what happened, what is safe, what to do. One place, so that window and command line agree. */

/** Reasons come out of other people's events: one that this version does not know has no sentence. */
function sentenceOf(sentences: Readonly<Record<string, string>>, reason: string): string | undefined {
  return Object.hasOwn(sentences, reason) ? sentences[reason] : undefined;
}

const REFUSALS: Readonly<Record<RefusalReason | 'cancelled', string>> = {
  empty: 'The file is empty (0 bytes). Nothing was added. Save it again in the app that it was made in.',
  damaged:
    'The file is damaged or cut off: no application could open it. Nothing was added. Get a whole copy and try again.',
  bomb: 'The file unpacks to an absurd size and was not opened. Nothing was added. If it is genuine, save it again in the app that it was made in.',
  'not-found': 'The file went away before it could be read. Nothing was added. Put it back and retry.',
  'not-readable':
    'Kitbag is not allowed to read this file. Nothing was added. Change its permissions, or copy it elsewhere, and retry.',
  'not-collateral': 'This is a program or a script, not a document. Nothing was added.',
  cancelled: 'Reading was stopped. Nothing of this file was added.',
};

/** Why a file can't be an asset. */
export function refusalMessage(reason: string): string {
  return (
    sentenceOf(REFUSALS, reason) ??
    'The file could not be read. Nothing of it was added. Try again, or export it from the app that it was made in.'
  );
}

const STORAGE: Readonly<Record<StorageFailure, string>> = {
  'disk-full':
    'The disk is full, so nothing was written. What was there before is safe. Free some space and try again.',
  'read-only':
    'The data folder can’t be written to, so nothing was changed. What was there before is safe. Make the folder writable and try again.',
  'no-permission':
    'Kitbag isn’t allowed to write to its data folder, so nothing was changed. What was there before is safe. Change the permissions and try again.',
  missing: 'A file that should be on this device is not there. Nothing was changed.',
  held: 'Another program holds a file that is needed. Nothing was changed. Close it and try again.',
  damaged: 'A file on this device is damaged. Nothing was changed.',
  'input-output':
    'The disk reported an error, so nothing was written. What was there before is safe. Try again, and check the disk if it happens again.',
};

/** Why the disk refused. */
export function storageMessage(failure: StorageFailure): string {
  return STORAGE[failure];
}

/** Said where the text index can't be made: it is derived, so nothing is lost. */
export const INDEX_MESSAGE =
  'The search index can’t be written, so the replica was not opened. Nothing is lost. Free some space on the disk, see to it that the folder ‘index’ in the data folder can be written to, and try again.';

/** Said where something was to be read from or written to the text index, and could not. */
export const INDEX_REFUSED_MESSAGE =
  'The search index could not be read or written. Nothing is lost: it is made from the documents. Free some space on the disk and try again.';

/** Said where the replica is marked as begun but no journal says who has this device. */
export const JOURNAL_GONE_MESSAGE =
  'The journal does not say any more whose device this is: the folder ‘journal’ in the data folder is missing, incomplete or damaged. Nothing was changed, and the files are safe. Put the folder back from a backup and try again.';

/** What was found wrong with a journal at start. */
export function journalMessage(problem: JournalProblem): string {
  switch (problem.code) {
    case 'torn-tail':
      return 'Kitbag was interrupted while writing last time. The unfinished entry was cut off; everything that was confirmed is safe.';
    case 'broken-chain':
      return `Entries of a device’s journal do not follow from the ones before (from entry ${problem.seq} on). They were set aside and change nothing; everything before is safe.`;
    case 'bad-seal':
      return 'A device’s journal is not what the device had signed. What does not fit was set aside and changes nothing; everything before is safe. Tell your lead.';
    case 'unsealed':
      return 'A device’s events came without its signature over them: Kitbag was cut off while it received them, or somebody else wrote them. They were taken out and change nothing; genuine ones come again with the next sync.';
    case 'unreadable-line':
      return `A device’s journal has entries that can’t be read (from entry ${problem.seq} on). They were set aside; everything before is safe.`;
    case 'long-line':
      return `A device’s journal has an entry that is larger than any Kitbag writes (entry ${problem.seq}). It and what came after it were set aside unread and change nothing; everything before is safe. Tell your lead.`;
    case 'quarantined':
      return 'Entries of a device’s journal that did not follow from the ones before were set aside at an earlier start. They change nothing and lie beside the journal (files named “quarantine”) for your lead to look at.';
    case 'shortened':
      return 'Entries that a device had signed are gone: an old copy of the data folder was put back. What is left is shown; put back the newer copy if you have it.';
    case 'bad-card':
      return 'A device’s identity card is missing or forged, so its journal can’t be trusted. It was set aside and changes nothing.';
  }
}

/** Said where something is larger than one entry of the journal may be. */
export const TOO_LARGE_MESSAGE =
  'This is too much to be saved as one change. Nothing was changed. Do it in smaller parts.';

/** Said of a version whose kept text is none. */
export const TEXT_UNREADABLE_MESSAGE =
  'The text that was published with this version can’t be read: it is no document’s text, or larger than any may be. The file itself is safe, and the asset is found by its title and tags. Publish the file again to mend it.';

/** Said of a file of which the hub has other bytes than were published. */
export const BLOB_ALTERED_MESSAGE =
  'The file in the hub is not the one that was published: its bytes were changed or damaged, so it was not taken. Its title and ratings are safe. Ask whoever published it to publish it again, and tell your lead.';

/** The sentence for an asset's bytes that are not as they should be. */
export function blobMessage(state: 'missing' | 'damaged'): string {
  return state === 'missing'
    ? 'The file is not on this device any more. Its title, text and ratings are safe. Publish the file again to bring it back.'
    : 'The file on this device is damaged: its bytes no longer agree with its name. Its title, text and ratings are safe. Publish the file again to mend it.';
}
