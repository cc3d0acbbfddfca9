import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, rm, stat, symlink, truncate, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { createFolderStore } from '../../../../src/platform/object-store/folder-store.ts';
import { startProgram } from '../../../support/child.ts';
import { conflictedNames } from '../../../support/stores/conflicted-names.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const HEAD = 'devices/a/head.json';
const bytesOf = (text: string) => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array | undefined) => bytes && new TextDecoder().decode(bytes);

async function storeInFolder() {
  const root = await temporaryFolder();
  return { root, store: createFolderStore(root) };
}

describe('what a folder store finds', () => {
  it('is what has arrived: half a file, an empty one', async () => {
    const { root, store } = await storeInFolder();
    await store.put('blobs/aa/one', bytesOf('0123456789'));
    await truncate(join(root, 'blobs/aa/one'), 5);
    expect(textOf(await store.get('blobs/aa/one'))).toBe('01234');
    expect(await store.stat('blobs/aa/one')).toEqual({ size: 5 });
    await truncate(join(root, 'blobs/aa/one'), 0);
    expect(await store.get('blobs/aa/one')).toHaveLength(0);
    expect(await store.putIfAbsent('blobs/aa/one', bytesOf('0123456789'))).toBe('stored');
    expect(textOf(await store.get('blobs/aa/one'))).toBe('0123456789');
  });

  it.each([16_383, 16_384, 16_385, 40_000])(
    'is whole at %i bytes, around the size of one read',
    async (size) => {
      const { store } = await storeInFolder();
      const bytes = new Uint8Array(size).map((_, index) => index % 251);
      await store.put('object', bytes);
      expect(Buffer.compare((await store.get('object')) ?? new Uint8Array(), bytes)).toBe(0);
    },
  );

  it('is not another object when many are asked for at once', async () => {
    const { store } = await storeInFolder();
    const keys = Array.from({ length: 300 }, (_, index) => `devices/${index}/head.json`);
    await Promise.all(keys.map((key) => store.put(key, bytesOf(key.repeat(1 + (key.length % 7))))));
    const got = await Promise.all(keys.map((key) => store.get(key)));
    expect(got.map(textOf)).toEqual(keys.map((key) => key.repeat(1 + (key.length % 7))));
  });

  it('is nothing where a folder stands for an object or a file for a folder', async () => {
    const { root, store } = await storeInFolder();
    await mkdir(join(root, HEAD), { recursive: true });
    await writeFile(join(root, 'blobs'), 'a file');
    expect(await store.get(HEAD)).toBeUndefined();
    expect(await store.open(HEAD)).toBeUndefined();
    expect(await store.stat(HEAD)).toBeUndefined();
    expect(await store.get('blobs/aa/one')).toBeUndefined();
    expect((await store.list('blobs/')).objects).toEqual([]);
    await store.remove(HEAD);
    await store.remove('blobs/aa/one');
    await expect(store.put(HEAD, bytesOf('x'))).rejects.toMatchObject({ failure: 'broken' });
    await expect(store.putIfAbsent(HEAD, bytesOf('x'))).rejects.toMatchObject({ failure: 'broken' });
    await expect(store.put('blobs/aa/one', bytesOf('x'))).rejects.toMatchObject({ failure: 'broken' });
    expect(await readdir(join(root, 'devices/a'))).toEqual(['head.json']);
  });

  it.runIf(process.platform !== 'win32')(
    'is nothing where a pipe lies, and asking does not hang',
    async () => {
      const { root, store } = await storeInFolder();
      await promisify(execFile)('mkfifo', [join(root, 'hub.json')]);
      expect(await store.get('hub.json')).toBeUndefined();
      expect(await store.open('hub.json')).toBeUndefined();
      expect((await store.list('')).foreign).toEqual(['hub.json']);
    },
  );

  it("counts every vendor's second versions and other programs' files, and reads none", async () => {
    const { root, store } = await storeInFolder();
    await store.put(HEAD, bytesOf('mine'));
    const strange = [
      ...conflictedNames('head.json'),
      'desktop.ini',
      '.DS_Store',
      'Head.json',
      '~$x',
      'head.json~',
    ];
    for (const name of strange) await writeFile(join(root, 'devices/a', name), 'foreign');
    await mkdir(join(root, 'devices/a/.stfolder'));
    const listing = await store.list('devices/a/');
    // OneDrive's name for a device in lower case can't be told from a key; whoever lists looks for exact names.
    expect(listing.objects.map(({ key }) => key).sort()).toEqual(['devices/a/head-annas-laptop.json', HEAD]);
    expect([...listing.foreign, 'head-annas-laptop.json'].sort()).toEqual([...strange, '.stfolder'].sort());
    expect(textOf(await store.get(HEAD))).toBe('mine');
  });

  it('lists a name of 255 characters as foreign', async () => {
    const { root, store } = await storeInFolder();
    await writeFile(join(root, 'x'.repeat(255)), 'long');
    expect((await store.list('')).foreign).toEqual(['x'.repeat(255)]);
  });
});

describe('a folder store and links', () => {
  async function withOutside() {
    const { root, store } = await storeInFolder();
    const outside = await temporaryFolder();
    await mkdir(join(outside, 'a'));
    await writeFile(join(outside, 'a/head.json'), 'secret');
    return { root, store, outside };
  }

  it('does not read, write, list or remove through a linked folder', async () => {
    const { root, store, outside } = await withOutside();
    await symlink(outside, join(root, 'devices'));
    expect(await store.get(HEAD)).toBeUndefined();
    expect(await store.open(HEAD)).toBeUndefined();
    expect(await store.stat(HEAD)).toBeUndefined();
    expect(await store.list('devices/')).toEqual({ objects: [], folders: [], foreign: [] });
    expect(await store.list('')).toEqual({ objects: [], folders: [], foreign: ['devices'] });
    await store.remove(HEAD);
    await expect(store.put(HEAD, bytesOf('x'))).rejects.toMatchObject({ failure: 'broken' });
    await expect(store.put('devices/b/c', bytesOf('x'))).rejects.toMatchObject({ failure: 'broken' });
    expect(await readFile(join(outside, 'a/head.json'), 'utf8')).toBe('secret');
    expect(await readdir(outside)).toEqual(['a']);
  });

  it('does not read a linked file, and replaces the link itself', async () => {
    const { root, store, outside } = await withOutside();
    await mkdir(join(root, 'devices/a'), { recursive: true });
    await symlink(join(outside, 'a/head.json'), join(root, HEAD));
    expect(await store.get(HEAD)).toBeUndefined();
    expect(await store.stat(HEAD)).toBeUndefined();
    expect((await store.list('devices/a/')).foreign).toEqual(['head.json']);
    await store.remove(HEAD);
    await store.put(HEAD, bytesOf('mine'));
    expect(textOf(await store.get(HEAD))).toBe('mine');
    expect(await readFile(join(outside, 'a/head.json'), 'utf8')).toBe('secret');
  });

  it('does not write or remove through a link that took the place of a folder a moment ago', async () => {
    const { root, store, outside } = await withOutside();
    await store.put(HEAD, bytesOf('mine'));
    expect(textOf(await store.get(HEAD))).toBe('mine');
    await rm(join(root, 'devices'), { recursive: true });
    await symlink(outside, join(root, 'devices'));
    await store.remove(HEAD);
    await expect(store.put(HEAD, bytesOf('x'))).rejects.toMatchObject({ failure: 'broken' });
    expect(await readFile(join(outside, 'a/head.json'), 'utf8')).toBe('secret');
  });

  it('may itself be behind a link: the person chose it', async () => {
    const root = await temporaryFolder();
    const link = join(await temporaryFolder(), 'hub');
    await symlink(root, link);
    const store = createFolderStore(link);
    await store.put('hub.json', bytesOf('{}'));
    expect((await store.list('')).objects).toEqual([{ key: 'hub.json', size: 2 }]);
  });
});

describe('temporary files of a folder store', () => {
  it('are never objects, and are removed after a day where something is written', async () => {
    const { root, store } = await storeInFolder();
    const folder = join(root, 'devices/a');
    await mkdir(folder, { recursive: true });
    const young = `~kitbag-${'0'.repeat(16)}.tmp`;
    const stale = `~kitbag-${'1'.repeat(16)}.tmp`;
    for (const name of [young, stale, '~other.tmp']) await writeFile(join(folder, name), 'half');
    const longAgo = new Date(Date.now() - 25 * 60 * 60 * 1000);
    await utimes(join(folder, stale), longAgo, longAgo);
    await utimes(join(folder, '~other.tmp'), longAgo, longAgo);
    expect(await store.list('devices/a/')).toEqual({ objects: [], folders: [], foreign: ['~other.tmp'] });
    expect(await readdir(folder)).toContain(stale);
    await store.put(HEAD, bytesOf('x'));
    expect((await readdir(folder)).sort()).toEqual(['head.json', '~other.tmp', young].sort());
  });
});

describe('a folder store in several processes', () => {
  const SIZE = 200_000;

  async function isWhole(root: string): Promise<boolean> {
    const text = await readFile(join(root, HEAD), 'utf8');
    return text.length === SIZE && text === (text[0] ?? '').repeat(SIZE);
  }

  it('keeps one whole object when two put the same key', async () => {
    const { root, store } = await storeInFolder();
    const programs = [1, 2].map(() => startPutting(root, SIZE, 30));
    const ends = Promise.all(programs.map(({ ended }) => ended));
    let over = false;
    ends.then(() => {
      over = true;
    });
    for (; !over; await new Promise((resolve) => setTimeout(resolve, 2))) {
      const text = textOf(await store.get(HEAD));
      expect(text === undefined || text === (text[0] ?? '').repeat(SIZE)).toBe(true);
    }
    expect((await ends).map(({ code }) => code)).toEqual([0, 0]);
    expect(await isWhole(root)).toBe(true);
    expect(await readdir(join(root, 'devices/a'))).toEqual(['head.json']);
  });

  it('leaves the old or the new object after a kill in the middle', async () => {
    const root = await temporaryFolder();
    for (const writes of [1, 2, 3, 5, 8]) {
      const program = startPutting(root, SIZE);
      await program.printed(writes);
      program.kill();
      await program.ended;
      expect(await isWhole(root)).toBe(true);
    }
    const { folders, objects, foreign } = await createFolderStore(root).list('devices/a/');
    expect({ folders, objects, foreign }).toEqual({
      folders: [],
      objects: [{ key: HEAD, size: SIZE }],
      foreign: [],
    });
  });

  it.runIf(process.platform !== 'win32')('says that it is full and keeps the old object', async () => {
    const { root, store } = await storeInFolder();
    await store.put(HEAD, bytesOf('old'));
    const program = startPutting(root, SIZE, 1, { fileSizeKb: 64 });
    expect(await program.ended).toMatchObject({ code: 1 });
    expect(program.errors().trim()).toBe('full');
    expect(textOf(await store.get(HEAD))).toBe('old');
    expect(await readdir(join(root, 'devices/a'))).toEqual(['head.json']);
    expect((await stat(join(root, HEAD))).size).toBe(3);
  });
});

function startPutting(root: string, size: number, count?: number, options?: { readonly fileSizeKb: number }) {
  const args = [root, HEAD, String(size), ...(count === undefined ? [] : [String(count)])];
  return startProgram('put-objects', args, options);
}
