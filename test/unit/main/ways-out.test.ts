import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { HandOut } from '../../../src/contract/gate.ts';
import type { SendOut } from '../../../src/contract/sends.ts';
import { DOORS, shellRequests } from '../../../src/contract/shell.ts';
import { FilesToHandOut } from '../../../src/main/shell/handed-out.ts';
import { says } from '../../../src/shared/says/says.ts';
import { WAYS_OUT, type WayOut } from '../../../src/shared/vocabulary/ways-out.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const root = join(import.meta.dirname, '../../../src');
const version = 'v_0123456789abcdef';
const sha256 = 'ab'.repeat(32);

/** The sources below a folder that say something, by their path. */
async function sourcesSaying(folder: string, what: RegExp): Promise<string[]> {
  const names = await readdir(join(root, folder), { recursive: true });
  const sources = names.filter((name) => /\.tsx?$/.test(name));
  const texts = await Promise.all(sources.map((name) => readFile(join(root, folder, name), 'utf8')));
  return sources.filter((_, at) => what.test(texts[at] ?? '')).sort();
}

async function filesWith(answer: HandOut | null) {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'blobs', sha256.slice(0, 2)), { recursive: true });
  await writeFile(join(folder, 'blobs', sha256.slice(0, 2), sha256), 'the bytes');
  const asked: [WayOut, string][] = [];
  const handOut = async (way: WayOut, of: string) => {
    asked.push([way, of]);
    return answer;
  };
  const noted: string[] = [];
  const engine = {
    handOut,
    handOutSend: async (ticket: string): Promise<SendOut> =>
      ticket === 'good'
        ? {
            outcome: 'allowed',
            mail: { to: 'Harborline', subject: 'Prices', note: '' },
            files: [{ fileName: 'Prices.pdf', mediaType: 'application/pdf', content: { sha256 } }],
          }
        : { outcome: 'held', says: says('sends.no-ticket') },
    noteSent: (ticket: string, how: string) => void noted.push(`${ticket} ${how}`),
  };
  return { files: new FilesToHandOut(folder, engine), asked, noted };
}

const take = async () => ({ status: 'done' as const });

describe('what leaves through the shell', () => {
  it.each(WAYS_OUT)(
    'by the way %s is asked of the engine, and does not leave where that says no',
    async (way) => {
      const { files, asked } = await filesWith({ outcome: 'held', says: says('gate.expired') });
      expect(await files.leave(way, version, take)).toEqual({
        status: 'refused',
        says: says('gate.expired'),
      });
      expect(asked).toEqual([[way, version]]);
    },
  );

  it('does not leave where the engine does not answer', async () => {
    const { files } = await filesWith(null);
    expect(await files.leave('copy', version, take)).toMatchObject({ status: 'failed' });
  });

  it('is the file that the engine names, under the name that it gives', async () => {
    const file = { sha256, fileName: 'Prices.pdf', mediaType: 'application/pdf' };
    const { files } = await filesWith({ outcome: 'allowed', file });
    const taken = await files.leave('copy', version, async ({ path, fileName }) => [
      await readFile(path, 'utf8'),
      fileName,
    ]);
    expect(taken).toEqual(['the bytes', 'Prices.pdf']);
  });

  it('is sent by a ticket alone, and noted only when it has left', async () => {
    const { files, noted } = await filesWith(null);
    const failed = async () => ({ status: 'failed' as const, says: says('leaving.not-here') });
    expect(await files.send('forged', failed)).toEqual({ status: 'refused', says: says('sends.no-ticket') });
    expect(await files.send('good', failed)).toMatchObject({ status: 'failed' });
    expect(noted).toEqual([]);
    const sent = await files.send('good', async ({ files: [file] }) => {
      expect(file?.content).toMatchObject({ path: expect.stringContaining(sha256) });
      return { status: 'done', how: 'mail' };
    });
    expect([sent.status, noted]).toEqual(['done', ['good mail']]);
  });

  const doors = Object.values(DOORS);
  it.each(doors)('by %s is named by its version or ticket, never by its bytes', (door) => {
    const named =
      door === 'sendFiles'
        ? { ticket: 'a ticket', by: 'mail' }
        : door === 'startPresenting'
          ? { ticket: 'a ticket', display: null }
          : { version };
    expect(shellRequests[door].input.safeParse(named).success).toBe(true);
    expect(shellRequests[door].input.safeParse({ sha256, fileName: 'Prices.pdf' }).success).toBe(false);
  });

  it('is reached in one place: nothing else of the shell knows where files lie', async () => {
    expect(await sourcesSaying('main', /from '.*(?:blob-path|stored-file)\.ts'/)).toEqual([
      'protocols/file-protocol.ts', // to be read in the window
      'shell/handed-out.ts',
    ]);
  });

  it('is written by nothing that does not mark where it came from', async () => {
    expect(
      await sourcesSaying(
        'main',
        /\bcopyFile\(content\.path, target|\bwriteFile\(target|\bwriteOut\(|\bcreateWriteStream\(/,
      ),
    ).toEqual([
      'shell/save-files.ts', // marks what is a copy; texts of Kitbag's own making are none
      'shell/temporary-copies.ts',
    ]);
    const application = await readFile(join(root, 'main/application.ts'), 'utf8');
    expect(application).toMatch(/new TemporaryCopies\(places\.temporary, mark\)/);
    expect(application).toMatch(/new FileSaver\(mark\)/);
  });

  it('is asked for in one place of the window', async () => {
    const requests = new RegExp(`kitbag\\.(${doors.join('|')})\\(`);
    expect(await sourcesSaying('renderer', requests)).toEqual([
      'areas/gate/take-out.ts',
      'areas/presenting/present.ts',
      'areas/sends/use-send.ts',
      'areas/tray/use-assembling.ts', // the one PDF, by its ticket
    ]);
  });

  it('is handed out by no command that does not ask the gate', async () => {
    const all = await sourcesSaying('cli', /writeFile|copyFile|createWriteStream|\.blobs\b.*\(/);
    // A table of what is said of assets is no file of theirs.
    const writes = all.filter((name) => name !== 'commands/metadata.ts');
    expect(writes).toEqual((await sourcesSaying('cli', /handOut\(/)).filter((name) => writes.includes(name)));
  });

  it('has its place in a blob told by the engine only to read it', async () => {
    expect(await sourcesSaying('engine', /blobs\.path\(/)).toEqual([
      'assembly/make-pdf.ts', // pages, to be put into one PDF in a worker
      'assets/assets.ts',
      'assets/page-texts.ts', // a kept text, to be unpacked in a worker
      'calls/flight-check.ts', // to be looked into, whether it opens
      'gate/gate.ts', // to be looked into before another application opens it
      'near/print-keeper.ts', // a kept picture, to be told from others
      'proposals/answer.ts', // what somebody proposed, to be read onto the publish table
      'publish/read-document.ts',
      'recognition/version-pages.ts', // pages, to be drawn and looked at in a worker
      'sends/send.ts', // pages, to be taken out in a worker
    ]);
  });
});
