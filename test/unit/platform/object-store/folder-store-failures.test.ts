import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Disk, nodeDisk } from '../../../../src/platform/object-store/disk.ts';
import { createFolderStore } from '../../../../src/platform/object-store/folder-store.ts';
import { StoreError } from '../../../../src/sync/hub/object-store.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { countedSleep, failingDisk, systemError } from './failing-disk.ts';

const HEAD = 'devices/a/head.json';
const bytesOf = (text: string) => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array | undefined) => bytes && new TextDecoder().decode(bytes);

async function storeWith(call: keyof Disk, code: string, times?: number, platform = 'linux') {
  const root = await temporaryFolder();
  await mkdir(join(root, 'devices/a'), { recursive: true });
  await writeFile(join(root, HEAD), 'old');
  const { disk, failed } = failingDisk(call, code, times);
  const { sleep, pauses } = countedSleep();
  return { root, failed, pauses, store: createFolderStore(root, { disk, sleep, platform }) };
}

describe('a folder store that somebody else holds', () => {
  it.each(['EBUSY', 'EPERM', 'EACCES', 'EMFILE'])('tries again after %s and gets through', async (code) => {
    for (const call of ['openNew', 'rename'] as const) {
      const { store, pauses } = await storeWith(call, code, 3);
      await store.put(HEAD, bytesOf('new'));
      expect(textOf(await store.get(HEAD))).toBe('new');
      expect(pauses).toHaveLength(3);
    }
    const { store } = await storeWith('openToRead', code, 2);
    expect(textOf(await store.get(HEAD))).toBe('old');
  });

  it.each([
    ['EBUSY', 'busy'],
    ['EPERM', 'denied'],
    ['EACCES', 'denied'],
    ['EMFILE', 'busy'],
  ])('gives up after %s again and again within two seconds: %s', async (code, failure) => {
    const { store, root, failed, pauses } = await storeWith('rename', code);
    await expect(store.put(HEAD, bytesOf('new'))).rejects.toMatchObject({ failure, key: HEAD });
    expect(failed()).toBe(6);
    expect(pauses.reduce((sum, pause) => sum + pause, 0)).toBeLessThan(2000);
    // The old object is untouched, and nothing of the attempt is left.
    expect(await readdir(join(root, 'devices/a'))).toEqual(['head.json']);
    expect(textOf(await store.get(HEAD))).toBe('old');
  });
});

describe('what a folder store makes of an error', () => {
  it.each([
    ['ENOSPC', 'full'],
    ['EDQUOT', 'full'],
    ['EFBIG', 'full'],
    ['EROFS', 'denied'],
    ['ENOTCONN', 'unreachable'],
    ['EHOSTDOWN', 'unreachable'],
    ['ETIMEDOUT', 'unreachable'],
    ['ESTALE', 'unreachable'],
    ['UNKNOWN', 'unreachable'],
    ['EIO', 'broken'],
    ['EINVAL', 'broken'],
  ])('%s while writing: %s, and nothing is left', async (code, failure) => {
    const { store, root } = await storeWith('write', code);
    await expect(store.put(HEAD, bytesOf('new'))).rejects.toMatchObject({ failure });
    expect(await readdir(join(root, 'devices/a'))).toEqual(['head.json']);
    expect(textOf(await store.get(HEAD))).toBe('old');
  });

  it.each(['openToRead', 'read', 'look', 'names'] as const)(
    'tells offline from empty when %s fails',
    async (call) => {
      const { store } = await storeWith(call, 'ENOTCONN');
      const asking = call === 'look' ? store.stat(HEAD) : call === 'names' ? store.list('') : store.get(HEAD);
      await expect(asking).rejects.toMatchObject({ failure: 'unreachable' });
    },
  );

  it('takes a failing medium behind a network for one that is away', async () => {
    const root = await temporaryFolder();
    await writeFile(join(root, 'hub.json'), '{}');
    const disk: Disk = {
      ...nodeDisk,
      read: () => Promise.reject(systemError('EIO')),
      fileSystem: async () => 0xff534d42,
    };
    const store = createFolderStore(root, { disk, platform: 'linux' });
    await expect(store.get('hub.json')).rejects.toMatchObject({ failure: 'unreachable' });
  });

  it('reports what a close says: some drives refuse only then', async () => {
    const { store } = await storeWith('close', 'EDQUOT', 1);
    await expect(store.put(HEAD, bytesOf('new'))).rejects.toMatchObject({ failure: 'full' });
    expect(textOf(await store.get(HEAD))).toBe('old');
  });

  it('does without fsync where there is none', async () => {
    const { store } = await storeWith('sync', 'EINVAL');
    await store.put(HEAD, bytesOf('new'));
    expect(textOf(await store.get(HEAD))).toBe('new');
  });

  it('does not take a failing fsync for a write', async () => {
    const { store } = await storeWith('sync', 'EIO');
    await expect(store.put(HEAD, bytesOf('new'))).rejects.toBeInstanceOf(StoreError);
  });

  it('writes again when somebody has taken away the temporary file', async () => {
    const { store, failed } = await storeWith('rename', 'ENOENT', 1);
    await store.put(HEAD, bytesOf('new'));
    expect(failed()).toBe(1);
    expect(textOf(await store.get(HEAD))).toBe('new');
  });
});

describe('a folder store without its folder', () => {
  it('is unreachable in everything and makes nothing', async () => {
    const above = await temporaryFolder();
    const store = createFolderStore(join(above, 'hub'));
    const unreachable = { failure: 'unreachable' };
    await expect(store.get(HEAD)).rejects.toMatchObject(unreachable);
    await expect(store.open(HEAD)).rejects.toMatchObject(unreachable);
    await expect(store.stat(HEAD)).rejects.toMatchObject(unreachable);
    await expect(store.list('')).rejects.toMatchObject(unreachable);
    await expect(store.list('devices/')).rejects.toMatchObject(unreachable);
    await expect(store.put(HEAD, bytesOf('x'))).rejects.toMatchObject(unreachable);
    await expect(store.put('hub.json', bytesOf('x'))).rejects.toMatchObject(unreachable);
    await expect(store.putIfAbsent(HEAD, bytesOf('x'))).rejects.toMatchObject(unreachable);
    await expect(store.remove(HEAD)).rejects.toMatchObject(unreachable);
    expect(await readdir(above)).toEqual([]);
  });

  it('is unreachable where a file is', async () => {
    const file = join(await temporaryFolder(), 'hub');
    await writeFile(file, 'a file');
    const store = createFolderStore(file);
    await expect(store.list('')).rejects.toMatchObject({ failure: 'unreachable' });
    await expect(store.put(HEAD, bytesOf('x'))).rejects.toMatchObject({ failure: 'unreachable' });
  });

  it('notices when the folder goes away in between, and when it comes back', async () => {
    const root = join(await temporaryFolder(), 'hub');
    await mkdir(root);
    const store = createFolderStore(root);
    await store.put(HEAD, bytesOf('x'));
    await rename(root, `${root}-away`);
    await expect(store.get(HEAD)).rejects.toMatchObject({ failure: 'unreachable' });
    await expect(store.put(HEAD, bytesOf('y'))).rejects.toMatchObject({ failure: 'unreachable' });
    await rename(`${root}-away`, root);
    expect(textOf(await store.get(HEAD))).toBe('x');
  });

  it('writes again into folders that went away, and believes no folder that has gone', async () => {
    const root = await temporaryFolder();
    const store = createFolderStore(root);
    await store.put(HEAD, bytesOf('x'));
    expect(textOf(await store.get(HEAD))).toBe('x');
    await rm(join(root, 'devices'), { recursive: true });
    expect(await store.get(HEAD)).toBeUndefined();
    expect(await store.list('devices/')).toEqual({ objects: [], folders: [], foreign: [] });
    await store.put(HEAD, bytesOf('y'));
    expect(textOf(await store.get(HEAD))).toBe('y');
  });
});

describe('a folder store whose disk hangs', () => {
  it('gives up, answers at once while nothing comes back, and goes on when it does', async () => {
    const root = await temporaryFolder();
    await writeFile(join(root, 'hub.json'), '{}');
    const held: (() => void)[] = [];
    let hangs = true;
    const disk: Disk = {
      ...nodeDisk,
      openToRead: async (path) => {
        if (hangs) await new Promise<void>((resolve) => held.push(resolve));
        return nodeDisk.openToRead(path);
      },
    };
    const store = createFolderStore(root, { disk, stallMs: 20 });
    const asked = await Promise.allSettled(Array.from({ length: 50 }, () => store.get('hub.json')));
    expect(asked.every(({ status }) => status === 'rejected')).toBe(true);
    await expect(store.get('hub.json')).rejects.toMatchObject({ failure: 'unreachable' });
    // Three calls hang and no more: a thread is left for the replica's own files.
    expect(held).toHaveLength(3);
    hangs = false;
    for (const release of held) release();
    await expect.poll(() => store.get('hub.json').then(textOf, () => 'hangs')).toBe('{}');
  });
});
