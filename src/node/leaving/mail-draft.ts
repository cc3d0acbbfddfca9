import { createReadStream } from 'node:fs';
import MailComposer from 'nodemailer/lib/mail-composer';
import { safeFileName } from '../../shared/safe-file-name.ts';
import { writeOut } from './write-out.ts';

/** A file that goes with a mail: where it lies, or its bytes. */
export type Attached = {
  readonly fileName: string;
  readonly mediaType: string;
  readonly content: { readonly path: string } | { readonly bytes: Uint8Array };
};

/** What a mail says. `to` is an address only where it looks like one: a name is what the ledger knows it by. */
type MailText = { readonly to: string; readonly subject: string; readonly note: string };

/** `mia@example.com`, `Mia Rep <mia@example.com>`; several with commas or semicolons between. */
const ADDRESS = /^(?:[^<>@,;"]{0,200}<[^\s<>@,;"]+@[^\s<>@,;"]+>|[^\s<>@,;"]+@[^\s<>@,;"]+)$/;

/** The addresses in what was typed as a recipient; none where something in it is none. */
export function addressesIn(to: string): readonly string[] {
  const parts = to.split(/[,;]/).flatMap((part) => (part.trim() === '' ? [] : [part.trim()]));
  return parts.every((part) => ADDRESS.test(part)) ? parts : [];
}

/**
 * Writes a mail that was begun, to be opened and sent by a mail program: `X-Unsent` makes Outlook and Thunderbird open it to be written. Kitbag
 * makes it itself, so it is not marked as come from elsewhere; whoever takes a file out of a mail has that done by the mail program.
 * Files are read as they are written, none is whole in memory. Throws the system's error.
 */
export async function writeMailDraft(
  target: string,
  mail: MailText,
  files: readonly Attached[],
): Promise<void> {
  const composer = new MailComposer({
    ...(addressesIn(mail.to).length > 0 && { to: [...addressesIn(mail.to)] }),
    subject: mail.subject,
    text: mail.note,
    headers: { 'X-Unsent': '1' },
    attachments: files.map(({ fileName, mediaType, content }) => ({
      filename: safeFileName(fileName),
      contentType: mediaType,
      content: 'path' in content ? createReadStream(content.path) : Buffer.from(content.bytes),
      contentDisposition: 'attachment',
    })),
    // Nothing in what others wrote makes it read a file or ask an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  await writeOut(composer.compile().createReadStream(), target);
}
