import { join } from 'node:path';
import { shell, type WebContents } from 'electron';
import type { SendOutcome } from '../../contract/shell.ts';
import { fileProblem, isFileProblem } from '../../node/leaving/file-problem.ts';
import { addressesIn, writeMailDraft } from '../../node/leaving/mail-draft.ts';
import { safeFileName } from '../../shared/safe-file-name.ts';
import { says } from '../../shared/says/says.ts';
import { openExternally } from '../security/open-external.ts';
import { putFiles } from './copy-file.ts';
import type { FilesToSend } from './handed-out.ts';
import type { FileSaver } from './save-files.ts';
import type { TemporaryCopies } from './temporary-copies.ts';

/** Opens a mail draft with the files in the mail program; where none takes it, the files are ready to be pasted into a mail that is begun without them. */
export async function openMailDraft(send: FilesToSend, copies: TemporaryCopies): Promise<SendOutcome> {
  try {
    const draft = join(await copies.folder(), `${safeFileName(send.mail.subject)}.eml`);
    await writeMailDraft(draft, send.mail, send.files);
    if ((await shell.openPath(draft)) === '') return { status: 'done', how: 'mail' };
    const copied = await copyFiles(send, copies);
    if (copied.status === 'done') await openExternally(mailLink(send));
    return copied;
  } catch (error) {
    if (!isFileProblem(error)) throw error;
    return { status: 'failed', says: says('sends.not-begun') };
  }
}

/** Puts the files on the clipboard; where the system takes only one of them there, they are shown in a folder of their own. */
export async function copyFiles(send: FilesToSend, copies: TemporaryCopies): Promise<SendOutcome> {
  try {
    const paths = await copies.makeAll(send.files);
    const [first] = paths;
    if (await putFiles(paths)) return { status: 'done', how: 'files', where: 'clipboard' };
    if (first !== undefined) shell.showItemInFolder(first);
    return { status: 'done', how: 'files', where: 'folder' };
  } catch (error) {
    return { status: 'failed', says: says('leaving.not-copied', { problem: fileProblem(error) }) };
  }
}

/** Saves the one file that was made, where a person says. */
export async function saveSent(
  { files: [file] }: FilesToSend,
  saver: FileSaver,
  from: WebContents,
): Promise<SendOutcome> {
  // What lies in the library is saved as a copy of its own, by its version.
  if (file === undefined || !('bytes' in file.content))
    return { status: 'failed', says: says('sends.no-ticket') };
  const outcome = await saver.saveBytes(Buffer.from(file.content.bytes), file.fileName, from);
  return outcome.status === 'saved' ? { ...outcome, status: 'done', how: 'saved' } : outcome;
}

function mailLink({ mail }: FilesToSend): string {
  const to = addressesIn(mail.to)
    .map((address) => encodeURIComponent(address))
    .join(',');
  const body = mail.note.slice(0, LONGEST_BODY);
  return `mailto:${to}?subject=${encodeURIComponent(mail.subject)}&body=${encodeURIComponent(body)}`;
}

/** Systems cut links that are longer than some 2,000 characters. */
const LONGEST_BODY = 500;
