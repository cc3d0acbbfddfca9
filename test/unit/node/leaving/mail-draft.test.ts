import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addressesIn, writeMailDraft } from '../../../../src/node/leaving/mail-draft.ts';
import { withFile } from '../../../../src/platform/extract/encoding/bytes.ts';
import { parseMail } from '../../../../src/platform/extract/mail/read-mail.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

/** Writes a draft with these files; answers its text, and what a reader of mails finds in it. */
async function drafted(
  mail: { to: string; subject: string; note: string },
  files: readonly [string, string][],
) {
  const folder = await temporaryFolder();
  const attached = await Promise.all(
    files.map(async ([fileName, text], at) => {
      const path = join(folder, `${at}`);
      await writeFile(path, text);
      return { fileName, mediaType: 'text/plain', content: { path } };
    }),
  );
  const target = join(folder, 'draft.eml');
  await writeMailDraft(target, mail, attached);
  const read = await withFile(target, async (file) => parseMail(file, 'eml'));
  return { text: await readFile(target, 'utf8'), mail: read.mail };
}

describe('a mail draft', () => {
  it('is opened to be written, with note and files as they are', async () => {
    const { text, mail } = await drafted(
      { to: 'Mia Rep <mia@example.com>', subject: 'Preise für Müller', note: 'Grüße\nund mehr' },
      [
        ['Preise für Müller.txt', 'Zehn Euro'],
        ['Preise für Müller.txt', 'Elf Euro'],
      ],
    );
    expect(text).toMatch(/^X-Unsent: 1\r$/m);
    expect(text).toMatch(/^To: Mia Rep <mia@example.com>\r$/m);
    expect(mail.subject).toBe('Preise für Müller');
    expect(JSON.stringify(mail)).toContain('Grüße');
    const attached = mail.attachments.map(({ name, bytes = new Uint8Array() }) => [
      name,
      Buffer.from(bytes).toString('utf8'),
    ]);
    expect(attached).toEqual([
      ['Preise für Müller.txt', 'Zehn Euro'],
      ['Preise für Müller.txt', 'Elf Euro'],
    ]);
  });

  it('has no header that somebody wrote into a name, a subject or a note', async () => {
    const { text } = await drafted(
      { to: 'x\r\nBcc: evil@example.com', subject: 'Prices\r\nBcc: evil@example.com', note: 'a' },
      [['a\r\nX-Evil: 1.txt', 'words']],
    );
    expect(text).not.toMatch(/^(?:Bcc|X-Evil):/im);
    expect(text).not.toMatch(/^To:/m);
  });

  it('is addressed only where an address was typed', () => {
    expect(addressesIn('mia@example.com; Ben <ben@example.com>')).toEqual([
      'mia@example.com',
      'Ben <ben@example.com>',
    ]);
    for (const to of ['Harborline', 'Mia Rep', 'mia@example.com, Harborline', '', 'a@b\r\nBcc: c@d'])
      expect(addressesIn(to)).toEqual([]);
  });
});
