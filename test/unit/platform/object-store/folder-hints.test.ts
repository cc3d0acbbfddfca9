import { EventEmitter } from 'node:events';
import type { FSWatcher, watch } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { nodeDisk } from '../../../../src/platform/object-store/disk.ts';
import { type FolderHintsOptions, watchFolder } from '../../../../src/platform/object-store/folder-hints.ts';
import { createFolderStore } from '../../../../src/platform/object-store/folder-store.ts';
import { keepingLogger } from '../../../support/quiet-logger.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { systemError } from './failing-disk.ts';

const DEVICE = '0123456789abcdef0123456789abcdef';
const head = (device = DEVICE) => `devices/${device}/head.json`;
const bytes = new TextEncoder().encode('{}');

async function hub() {
  const root = await temporaryFolder();
  const store = createFolderStore(root);
  await store.put('hub.json', bytes);
  await store.put(head(), bytes);
  return { root, store };
}

async function watching(root: string, options: Partial<FolderHintsOptions> = {}) {
  const logger = keepingLogger();
  let count = 0;
  const onHint = () => {
    count += 1;
  };
  const hints = watchFolder(root, { onHint, logger, ...options });
  onTestFinished(() => hints.close());
  await hints.refresh();
  return {
    hints,
    logger,
    count: () => count,
    /** Resolves once there are hints again after what is done. */
    async hintedBy(work: () => Promise<unknown>) {
      const before = count;
      await work();
      await expect.poll(() => count).toBeGreaterThan(before);
    },
  };
}

/** A stand-in for `fs.watch` that remembers what is watched. */
function fakeWatch(fails?: string) {
  const watched: { path: string; recursive: boolean; watcher: EventEmitter; closed: boolean }[] = [];
  const fake = (path: string, options: { recursive?: boolean }) => {
    if (fails) throw systemError(fails);
    const one = { path, recursive: options.recursive === true, watcher: new EventEmitter(), closed: false };
    watched.push(one);
    return Object.assign(one.watcher, {
      close: () => {
        one.closed = true;
      },
    }) as unknown as FSWatcher;
  };
  return { watched, watch: fake as unknown as typeof watch };
}

describe.runIf(process.platform === 'linux')('hints of a folder on Linux', () => {
  it('tell that a device has written a head, that there is a new device, and what it writes', async () => {
    const { root, store } = await hub();
    const { hintedBy, hints } = await watching(root);
    await hintedBy(() => store.put(head(), bytes));
    const other = 'f'.repeat(32);
    await hintedBy(() => store.put(head(other), bytes));
    await hints.refresh();
    await hintedBy(() => writeFile(join(root, head(other)), 'changed'));
  });

  it('go on when the folder comes back, whether moved or made anew', async () => {
    const { root, store } = await hub();
    const { hintedBy, hints } = await watching(root);
    await hintedBy(() => rename(root, `${root}-away`));
    await rename(`${root}-away`, root);
    await hints.refresh();
    await hintedBy(() => store.put(head(), bytes));
    await rm(root, { recursive: true });
    await mkdir(root);
    await hints.refresh();
    await hintedBy(() => store.put(head(), bytes));
  });

  it('are silent once they are closed', async () => {
    const { root, store } = await hub();
    const { watched, watch } = fakeWatch();
    const { hints, count } = await watching(root, { watch });
    expect(watched.map(({ path }) => path)).toEqual([
      root,
      join(root, 'devices'),
      join(root, 'devices', DEVICE),
    ]);
    hints.close();
    await hints.refresh();
    await store.put(head('e'.repeat(32)), bytes);
    expect(watched.every(({ closed }) => closed)).toBe(true);
    expect(watched).toHaveLength(3);
    expect(count()).toBe(0);
  });
});

describe('hints of a folder', () => {
  it.each(['darwin', 'win32'])('come from one watch over everything on %s', async (platform) => {
    const { root } = await hub();
    const { watched, watch } = fakeWatch();
    await watching(root, { watch, platform });
    expect(watched.map(({ path, recursive }) => ({ path, recursive }))).toEqual([
      { path: root, recursive: true },
    ]);
  });

  it('stop at so many devices, and say so once', async () => {
    const { root } = await hub();
    for (let index = 0; index < 300; index += 1)
      await mkdir(join(root, 'devices', index.toString(16).padStart(32, '0')));
    const { watched, watch } = fakeWatch();
    const { hints, logger } = await watching(root, { watch, platform: 'linux' });
    await hints.refresh();
    expect(watched).toHaveLength(2 + 256);
    expect(logger.lines.map(({ fields }) => fields.reason)).toEqual(['many-devices']);
  });

  it('leave it at polling when nothing can be watched', async () => {
    const { root } = await hub();
    const { logger, hints } = await watching(root, { watch: fakeWatch('ENOSPC').watch });
    await hints.refresh();
    expect(logger.lines).toEqual([{ level: 'info', event: 'hub-not-watched', fields: { reason: 'ENOSPC' } }]);
  });

  it('leave it at polling when a watch breaks, and watch again after the next round', async () => {
    const { root } = await hub();
    const { watched, watch } = fakeWatch();
    const { logger, hints } = await watching(root, { watch, platform: 'darwin' });
    watched[0]?.watcher.emit('error', systemError('EPERM'));
    expect(watched[0]?.closed).toBe(true);
    expect(logger.lines).toHaveLength(1);
    await hints.refresh();
    expect(watched).toHaveLength(2);
  });

  it('leave it at polling on a network drive and where no folder is', async () => {
    const { root } = await hub();
    const { watched, watch } = fakeWatch();
    const disk = { ...nodeDisk, fileSystem: async () => 0xff534d42 };
    const network = await watching(root, { watch, disk, platform: 'linux' });
    expect(network.logger.lines[0]?.fields).toEqual({ reason: 'network' });
    const nowhere = await watching(join(root, 'nowhere'), { watch });
    expect(nowhere.logger.lines[0]?.fields).toEqual({ reason: 'ENOENT' });
    expect(watched).toEqual([]);
  });
});
