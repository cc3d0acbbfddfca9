import { msg } from '@lingui/core/runtime-macro';
import type { BaseSays } from '../shared/says/base.ts';
import type { Words } from './words.ts';

/** What any area may have to tell. */
export const baseWords: Words<BaseSays> = {
  'disk.disk-full': () =>
    msg`The disk is full, so nothing was written. What was there before is safe. Free some space and try again.`,
  'disk.read-only': () =>
    msg`The data folder can’t be written to, so nothing was changed. What was there before is safe. Make the folder writable and try again.`,
  'disk.no-permission': () =>
    msg`Kitbag isn’t allowed to write to its data folder, so nothing was changed. What was there before is safe. Change the permissions and try again.`,
  'disk.missing': () => msg`A file that should be on this device is not there. Nothing was changed.`,
  'disk.held': () =>
    msg`Another program holds a file that is needed. Nothing was changed. Close it and try again.`,
  'disk.damaged': () => msg`A file on this device is damaged. Nothing was changed.`,
  'disk.input-output': () =>
    msg`The disk reported an error, so nothing was written. What was there before is safe. Try again, and check the disk if it happens again.`,
  'disk.index': () =>
    msg`The search index can’t be written, so the replica was not opened. Nothing is lost. Free some space on the disk, see to it that the folder ‘index’ in the data folder can be written to, and try again.`,
  'disk.index-refused': () =>
    msg`The search index could not be read or written. Nothing is lost: it is made from the documents. Free some space on the disk and try again.`,

  'file.empty': () =>
    msg`The file is empty (0 bytes). Nothing was added. Save it again in the app that it was made in.`,
  'file.damaged': () =>
    msg`The file is damaged or cut off: no application could open it. Nothing was added. Get a whole copy and try again.`,
  'file.bomb': () =>
    msg`The file unpacks to an absurd size and was not opened. Nothing was added. If it is genuine, save it again in the app that it was made in.`,
  'file.not-found': () =>
    msg`The file went away before it could be read. Nothing was added. Put it back and retry.`,
  'file.not-readable': () =>
    msg`Kitbag is not allowed to read this file. Nothing was added. Change its permissions, or copy it elsewhere, and retry.`,
  'file.not-collateral': () => msg`This is a program or a script, not a document. Nothing was added.`,
  'file.private-key': () =>
    msg`This looks like a private key. Everyone in the hub could use it, so it was not added. If it is meant for everyone, choose ‘Add it anyway’ in the publish table.`,
  'file.passwords': () =>
    msg`This looks like a list of passwords. Everyone in the hub could read it, so it was not added. If it is meant for everyone, choose ‘Add it anyway’ in the publish table.`,
  'file.cancelled': () => msg`Reading was stopped. Nothing of this file was added.`,
  'file.unreadable': () =>
    msg`The file could not be read. Nothing of it was added. Try again, or export it from the app that it was made in.`,
  'file.gone': () =>
    msg`The file is not on this device any more. Its title, text and ratings are safe. Publish the file again to bring it back.`,
  'file.changed': () =>
    msg`The file on this device is damaged: its bytes no longer agree with its name. Its title, text and ratings are safe. Publish the file again to mend it.`,
  'file.changed-in-hub': () =>
    msg`The file in the hub is not the one that was published: its bytes were changed or damaged, so it was not taken. Its title and ratings are safe. Ask whoever published it to publish it again, and tell your lead.`,
  'file.text-unreadable': () =>
    msg`The text that was published with this version can’t be read: it is no document’s text, or larger than any may be. The file itself is safe, and the asset is found by its title and tags. Publish the file again to mend it.`,

  'journal.torn-tail': () =>
    msg`Kitbag was interrupted while writing last time. The unfinished entry was cut off; everything that was confirmed is safe.`,
  'journal.broken-chain': ({ seq }) =>
    msg`Entries of a device’s journal do not follow from the ones before (from entry ${{ seq }} on). They were set aside and change nothing; everything before is safe.`,
  'journal.bad-seal': () =>
    msg`A device’s journal is not what the device had signed. What does not fit was set aside and changes nothing; everything before is safe. Tell your lead.`,
  'journal.unsealed': () =>
    msg`A device’s events came without its signature over them: Kitbag was cut off while it received them, or somebody else wrote them. They were taken out and change nothing; genuine ones come again with the next sync.`,
  'journal.unreadable-line': ({ seq }) =>
    msg`A device’s journal has entries that can’t be read (from entry ${{ seq }} on). They were set aside; everything before is safe.`,
  'journal.long-line': ({ seq }) =>
    msg`A device’s journal has an entry that is larger than any Kitbag writes (entry ${{ seq }}). It and what came after it were set aside unread and change nothing; everything before is safe. Tell your lead.`,
  'journal.quarantined': () =>
    msg`Entries of a device’s journal that did not follow from the ones before were set aside at an earlier start. They change nothing and lie beside the journal (files named “quarantine”) for your lead to look at.`,
  'journal.shortened': () =>
    msg`Entries that a device had signed are gone: an old copy of the data folder was put back. What is left is shown; put back the newer copy if you have it.`,
  'journal.bad-card': () =>
    msg`A device’s identity card is missing or forged, so its journal can’t be trusted. It was set aside and changes nothing.`,
  'journal.gone': () =>
    msg`The journal does not say any more whose device this is: the folder ‘journal’ in the data folder is missing, incomplete or damaged. Nothing was changed, and the files are safe. Put the folder back from a backup and try again.`,
  'journal.too-large': () =>
    msg`This is too much to be saved as one change. Nothing was changed. Do it in smaller parts.`,

  'missing.asset': () => msg`This asset is not here. It may have been removed, or not have arrived yet.`,
  'missing.entry': () => msg`This entry is not here. It may have been removed, or not have arrived yet.`,
  'missing.rule': () => msg`This rule is not here. It may have been removed, or not have arrived yet.`,
  'missing.golden-query': () =>
    msg`This golden query is not here. It may have been removed, or not have arrived yet.`,
  'missing.member': () => msg`This member is not here. They may have been removed, or not have arrived yet.`,
  'missing.proposal': () =>
    msg`This proposal is not here. It may have been removed, or not have arrived yet.`,
  'missing.call': () => msg`This call is not on this device. It may have been deleted.`,
  'missing.kit': () => msg`This kit is not here. It may have been removed, or not have arrived yet.`,
  'missing.kit-item': () =>
    msg`This item is not in the kit any more. Nothing was changed. Look at the kit again.`,
  'missing.kit-proposal': () => msg`This proposal is not here. It may not have arrived yet.`,
  'missing.request': () => msg`This request is not here. It may have been removed, or not have arrived yet.`,
  'missing.row': () => msg`This row is not here. It may have been removed.`,
  'missing.saved-search': () => msg`This saved search is not here. It may have been removed.`,
  'missing.view': () => msg`This shared view is not here. It may have been removed.`,
  'missing.watch': () => msg`This folder is not watched any more.`,
  'missing.version': () => msg`This version is not here. It may have been removed, or not have arrived yet.`,
  'missing.dimension': () =>
    msg`This dimension is not here. It may have been removed, or not have arrived yet.`,
  'missing.term': () => msg`This term is not here. It may have been removed, or not have arrived yet.`,
  'missing.stage': () => msg`This stage is not here. It may have been removed, or not have arrived yet.`,
  'missing.persona': () => msg`This persona is not here. It may have been removed, or not have arrived yet.`,
  'missing.type': () =>
    msg`This content type is not here. It may have been removed, or not have arrived yet.`,
  'missing.product': () => msg`This product is not here. It may have been removed, or not have arrived yet.`,

  'input.too-long': ({ field, most }) =>
    msg`‘${{ field }}’ is too long: it can have at most ${{ most }} characters. Nothing was changed.`,
  'input.too-many': ({ field, most }) =>
    msg`‘${{ field }}’ holds too many: it can have at most ${{ most }}. Nothing was changed.`,
  'input.too-large': ({ field, most }) =>
    msg`‘${{ field }}’ is too large: it can be at most ${{ most }}. Nothing was changed.`,
  'input.too-small': ({ field, least }) =>
    msg`‘${{ field }}’ is too small: it must be at least ${{ least }}. Nothing was changed.`,
  'input.empty': ({ field }) => msg`‘${{ field }}’ is empty. Nothing was changed.`,
  'input.does-not-fit': ({ field }) => msg`‘${{ field }}’ does not fit. Nothing was changed.`,
  'input.unknown': () => msg`This does not fit. Nothing was changed.`,

  'defect.unexpected': () =>
    msg`Something went wrong inside Kitbag. What was confirmed before is safe. Try again; if it happens again, restart Kitbag.`,
};
