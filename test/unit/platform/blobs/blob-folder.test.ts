import { open, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createBlobFolder } from '../../../../src/platform/blobs/blob-folder.ts';
import type { Sha256 } from '../../../../src/shared/vocabulary/ids.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

describe('blob folder', () => {
  it('streams a file in without holding it in memory', async () => {
    const folder = await temporaryFolder();
    const video = join(folder, 'video.mp4');
    const handle = await open(video, 'w');
    await handle.truncate(300 * 1024 * 1024);
    await handle.close();
    const before = process.memoryUsage.rss();
    const { size } = await createBlobFolder(join(folder, 'blobs')).importFile(video);
    expect(size).toBe(300 * 1024 * 1024);
    expect(process.memoryUsage.rss() - before).toBeLessThan(150 * 1024 * 1024);
  });

  it('notices bytes that no longer agree with their name, and mends them when the file comes again', async () => {
    const folder = await temporaryFolder();
    const blobs = createBlobFolder(join(folder, 'blobs'));
    const file = join(folder, 'file');
    await writeFile(file, 'what it says');
    const { sha256 } = await blobs.importFile(file);
    await writeFile(blobs.path(sha256), 'something else');
    expect(await blobs.check(sha256)).toBe('damaged');
    await blobs.importFile(file);
    expect(await blobs.check(sha256)).toBe('whole');
  });

  it('leaves nothing half done behind', async () => {
    const folder = await temporaryFolder();
    const blobs = createBlobFolder(join(folder, 'blobs'));
    await blobs.put(new Uint8Array([1, 2, 3]));
    expect(await readdir(join(folder, 'blobs', 'incoming'))).toEqual([]);
  });

  it('makes no path from anything but the name of a blob', () => {
    const blobs = createBlobFolder('/somewhere');
    for (const name of ['../../etc/passwd', '', 'ABC', `${'a'.repeat(63)}/`]) {
      expect(() => blobs.path(name as Sha256)).toThrow(TypeError);
    }
  });
});
