import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder, makeFolderSync } from '../../../../src/platform/system/make-folder.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const makers = { awaited: makeFolder, 'at once': async (path: string) => makeFolderSync(path) };

describe.each(Object.entries(makers))('making a folder, %s', (_, make) => {
  it('makes those above it too, and minds none that is there', async () => {
    const folder = join(await temporaryFolder(), 'a', 'b', 'c');
    await make(folder);
    await make(folder);
    expect((await stat(folder)).isDirectory()).toBe(true);
  });

  it('fails where a file is in the way', async () => {
    const file = join(await temporaryFolder(), 'file');
    await writeFile(file, '');
    await expect(make(file)).rejects.toThrow();
    await expect(make(join(file, 'below'))).rejects.toThrow();
  });

  it('fails, and comes back, on a file system that takes no folders', async () => {
    await expect(make('/proc/kitbag/data')).rejects.toThrow();
  });
});
