import { mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { OwnTemporary } from '../../../src/main/base/own-temporary.ts';
import { TemporaryCopies } from '../../../src/main/shell/temporary-copies.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

/** A start as process `pid`, while those of `running` run. */
const startAs = (folder: string, pid: number, running: readonly number[] = []) =>
  new OwnTemporary({ folder, pid, isRunning: (other) => running.includes(other) });

async function withDocument() {
  const folder = await temporaryFolder();
  const source = join(folder, 'blob');
  await writeFile(source, 'the bytes');
  return { folder, source };
}

describe('a copy for another application', () => {
  it('is private, read-only, and marked while it can still be written', async () => {
    const { folder, source } = await withDocument();
    const marked: [string, number][] = [];
    const copies = new TemporaryCopies(startAs(folder, 7), async (path) => {
      marked.push([path, (await stat(path)).mode & 0o200]);
    });
    const copy = await copies.make(source, '../Prices: Q3.pdf');
    expect(copy.startsWith(join(folder, 'kitbag-copies-7-'))).toBe(true);
    expect(copy.endsWith('_Prices_ Q3.pdf')).toBe(true);
    expect(marked).toEqual([[copy, 0o200]]);
    expect([(await stat(copy)).mode & 0o777, await readFile(copy, 'utf8')]).toEqual([0o400, 'the bytes']);
    await copies.removeAll();
    expect(await readdir(folder)).toEqual(['blob']);
  });

  it('that a killed start left is removed by the next one; those of a start that runs stay', async () => {
    const { folder, source } = await withDocument();
    const copyOf = (pid: number) =>
      new TemporaryCopies(startAs(folder, pid), async () => undefined).make(source, 'a.pdf');
    await copyOf(1);
    const kept = await copyOf(2);
    const next = startAs(folder, 3, [2]);
    const own = next.makeSync('window');
    expect(await next.sweep()).toBe(1);
    expect(await readFile(kept, 'utf8')).toBe('the bytes');
    expect((await stat(own)).isDirectory()).toBe(true);
    expect((await readdir(folder)).filter((name) => name.startsWith('kitbag-copies-1-'))).toEqual([]);
  });

  it('is swept where the next start has the same number, as in a container', async () => {
    const { folder } = await withDocument();
    await startAs(folder, 1).make('copies');
    expect(await startAs(folder, 1, [1]).sweep()).toBe(1);
  });

  it('is all that is swept: no file, no link and no folder of another name', async () => {
    const { folder, source } = await withDocument();
    await mkdir(join(folder, 'kitbag-documents-1-abcdef'));
    await mkdir(join(folder, 'theirs'));
    await writeFile(join(folder, 'theirs', 'kept'), '');
    await symlink(join(folder, 'theirs'), join(folder, 'kitbag-copies-1-abcdef'));
    await writeFile(join(folder, 'kitbag-window-1-abcdef'), '');
    const before = await readdir(folder, { recursive: true });
    expect(await startAs(folder, 3).sweep()).toBe(0);
    expect(await readdir(folder, { recursive: true })).toEqual(before);
    expect(await readFile(source, 'utf8')).toBe('the bytes');
  });
});
