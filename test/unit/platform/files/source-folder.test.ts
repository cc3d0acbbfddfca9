import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { Walked } from '../../../../src/engine/ports/files.ts';
import { sourceFolder } from '../../../../src/platform/files/source-folder.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

describe('walking what was dropped', () => {
  it('finds files in folders, with the folder that a person would name', async () => {
    const root = await temporaryFolder();
    await mkdir(join(root, 'Collateral', 'Decision'), { recursive: true });
    await writeFile(join(root, 'Collateral', 'a10.pdf'), 'x');
    await writeFile(join(root, 'Collateral', 'a9.pdf'), 'x');
    await writeFile(join(root, 'Collateral', 'Decision', '見積.pdf'), 'x');
    const { files } = await sourceFolder.walk([join(root, 'Collateral')]);
    expect(files.map((file) => [file.folder, file.name])).toEqual([
      ['Collateral', 'a9.pdf'],
      ['Collateral', 'a10.pdf'],
      ['Collateral/Decision', '見積.pdf'],
    ]);
  });

  it('passes over hidden files, system files and locks of office programs, and counts them', async () => {
    const root = await temporaryFolder();
    for (const name of ['.DS_Store', 'Thumbs.db', 'desktop.ini', '~$deck.pptx', 'deck.pptx']) {
      await writeFile(join(root, name), 'x');
    }
    const { files, skipped } = await sourceFolder.walk([root]);
    expect(files.map((file) => file.name)).toEqual(['deck.pptx']);
    expect(skipped).toBe(4);
  });

  it('tells what it finds folder by folder, in the order of the whole', async () => {
    const root = await temporaryFolder();
    for (const folder of ['a', 'b']) {
      await mkdir(join(root, folder));
      for (const name of ['1.pdf', '2.pdf', '.hidden'])
        await writeFile(join(root, folder, `${folder}${name}`), 'x');
    }
    const told: string[][] = [];
    const onFound = ({ files }: Walked) => told.push(files.map(({ name }) => name));
    const walked = await sourceFolder.walk([root], { onFound });
    expect(told).toEqual([
      ['a.hidden', 'a1.pdf', 'a2.pdf'],
      ['b.hidden', 'b1.pdf', 'b2.pdf'],
    ]);
    expect(walked.files.map(({ name }) => name)).toEqual(told.flat());
  });

  it('ends as soon as nobody wants more, with what it has found', async () => {
    const root = await temporaryFolder();
    for (const folder of ['a', 'b', 'c']) {
      await mkdir(join(root, folder));
      await writeFile(join(root, folder, `${folder}.pdf`), 'x');
    }
    const stop = new AbortController();
    const walked = await sourceFolder.walk([root], { signal: stop.signal, onFound: () => stop.abort() });
    expect(walked.files.map(({ name }) => name)).toEqual(['a.pdf']);
  });

  it('does not run in circles', async () => {
    const root = await temporaryFolder();
    await mkdir(join(root, 'folder'));
    await writeFile(join(root, 'folder', 'file.pdf'), 'x');
    await symlink(root, join(root, 'folder', 'back'));
    expect((await sourceFolder.walk([root])).files).toHaveLength(1);
  });

  it('tells what is not there and what is no file, and goes on', async () => {
    const root = await temporaryFolder();
    await writeFile(join(root, 'file.pdf'), 'x');
    const { files, unreadable } = await sourceFolder.walk([
      join(root, 'gone.pdf'),
      '/dev/null',
      join(root, 'file.pdf'),
    ]);
    expect(files).toHaveLength(1);
    expect(unreadable.map((one) => one.reason)).toEqual(['not-found', 'not-readable']);
  });
});

describe('a hint of the system', () => {
  it('comes when something is written into a folder, until nobody listens; of a folder that is not there none comes', async () => {
    const root = await temporaryFolder();
    let hints = 0;
    const end = sourceFolder.hint(root, () => {
      hints += 1;
    });
    await writeFile(join(root, 'new.txt'), 'x');
    await vi.waitFor(() => expect(hints).toBeGreaterThan(0));
    end();
    sourceFolder.hint(join(root, 'not there'), () => expect.unreachable())();
  });
});
