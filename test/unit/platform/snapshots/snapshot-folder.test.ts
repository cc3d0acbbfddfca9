import { readdir, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  createLocalFolder,
  createSnapshotFolder,
} from '../../../../src/platform/snapshots/snapshot-folder.ts';
import { keepingLogger } from '../../../support/quiet-logger.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const snapshot = { position: { 'device/catalog': 3 }, format: 1, data: { title: 'Größe' } };

describe('snapshots', () => {
  it('come back as they were saved, with their position', async () => {
    const folder = await temporaryFolder();
    await createSnapshotFolder(folder, keepingLogger()).save('assets', snapshot);
    expect(await createSnapshotFolder(folder, keepingLogger()).load('assets')).toEqual(snapshot);
    expect(await readdir(folder)).toEqual(['assets.json']);
  });

  it('are none when the file is missing, cut off or something else, and the log says so', async () => {
    const folder = await temporaryFolder();
    const logger = keepingLogger();
    const snapshots = createSnapshotFolder(folder, logger);
    expect(await snapshots.load('assets')).toBeUndefined();
    await snapshots.save('assets', snapshot);
    await truncate(join(folder, 'assets.json'), 20);
    expect(await snapshots.load('assets')).toBeUndefined();
    expect(logger.lines).toMatchObject([{ level: 'warn', event: 'snapshot-damaged' }]);
    await writeFile(join(folder, 'assets.json'), '{"other":true}');
    expect(await snapshots.load('assets')).toBeUndefined();
  });

  it('keep the newest of many saves made at once', async () => {
    const local = createLocalFolder(await temporaryFolder(), keepingLogger());
    await Promise.all(Array.from({ length: 20 }, (_, index) => local.save('settings', { index })));
    expect(await local.load('settings')).toEqual({ index: 19 });
  });

  it('take no name that could leave their folder', async () => {
    const local = createLocalFolder(await temporaryFolder(), keepingLogger());
    await expect(local.save('../settings', {})).rejects.toThrow(TypeError);
  });
});
