import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { markAsForeign, type OriginMarking } from '../../../../src/node/leaving/origin-mark.ts';
import { writeOut } from '../../../../src/node/leaving/write-out.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

/** What a system would have been told, in the order of telling. What it then does about it only that system can show. */
function systemOf(platform: string, refuses?: Error) {
  const told: string[][] = [];
  const tell = async (...what: string[]) => {
    if (refuses) throw refuses;
    told.push(what);
  };
  const marking: OriginMarking = { platform, writeStream: tell, setAttribute: tell, now: () => 0 };
  return { told, marking };
}

const systemError = Object.assign(new Error('no'), { code: 'EINVAL' });

describe('a file that came from elsewhere', () => {
  it('has the zone of the internet on Windows', async () => {
    const { told, marking } = systemOf('win32');
    expect(await markAsForeign('C:\\a.docx', marking)).toBe('marked');
    expect(told).toEqual([
      ['C:\\a.docx', 'Zone.Identifier', '[ZoneTransfer]\r\nZoneId=3\r\nHostUrl=about:internet\r\n'],
    ]);
  });

  it('is in quarantine on macOS', async () => {
    const { told, marking } = systemOf('darwin');
    expect(await markAsForeign('/a.docx', { ...marking, now: () => 0x602ac414 * 1000 })).toBe('marked');
    expect(told).toEqual([['/a.docx', 'com.apple.quarantine', '0081;602ac414;Kitbag;']]);
  });

  it('has no mark where the system knows none, or the disk keeps none', async () => {
    const { told, marking } = systemOf('linux');
    expect(await markAsForeign('/a.docx', marking)).toBe('no-marks');
    expect(told).toEqual([]);
    for (const platform of ['win32', 'darwin']) {
      expect(await markAsForeign('/a.docx', systemOf(platform, systemError).marking)).toBe('not-kept');
    }
  });

  it('does not hide a defect', async () => {
    const { marking } = systemOf('win32', new TypeError('defect'));
    await expect(markAsForeign('/a.docx', marking)).rejects.toThrow('defect');
  });
});

describe('a file that is saved', () => {
  it('is marked before it has its name, whole', async () => {
    const folder = await temporaryFolder();
    const target = join(folder, 'Prices.pdf');
    const seen: unknown[] = [];
    await writeOut(Readable.from([Buffer.from('the bytes')]), target, async (path) => {
      seen.push(
        await readFile(path, 'utf8'),
        await readdir(folder).then((names) => names.includes('Prices.pdf')),
      );
    });
    expect(seen).toEqual(['the bytes', false]);
    expect(await readFile(target, 'utf8')).toBe('the bytes');
  });

  it('leaves what was there before where it fails', async () => {
    const folder = await temporaryFolder();
    const target = join(folder, 'Prices.pdf');
    await writeFile(target, 'before');
    const broken = new Readable({ read: () => broken.destroy(systemError) });
    await expect(writeOut(broken, target)).rejects.toThrow('no');
    expect([await readdir(folder), await readFile(target, 'utf8')]).toEqual([['Prices.pdf'], 'before']);
  });
});
