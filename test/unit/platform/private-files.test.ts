import { chmod, mkdir, readdir, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createHubFolder } from '../../../src/platform/object-store/open-folder.ts';
import { keepAllPrivate, makePrivateFile } from '../../../src/platform/system/private-files.ts';
import { systemCode } from '../../../src/platform/system/storage-error.ts';
import { openTextIndex } from '../../../src/platform/text-index/sqlite-text-index.ts';
import { TempCli } from '../../support/cli.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const modeOf = async (path: string) => (await stat(path)).mode & 0o777;

/** What of a folder other accounts of this computer could open. */
async function openToOthers(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  const found: string[] = [];
  for (const name of names) {
    const mode = await modeOf(join(folder, name)).catch((error: unknown) => {
      // SQLite takes away what it kept beside a text index that is being closed: nobody can open that.
      if (systemCode(error) === 'ENOENT') return 0;
      throw error;
    });
    if ((mode & 0o077) !== 0) found.push(`${name} ${mode.toString(8)}`);
  }
  return found;
}

describe('what a replica keeps on the disk', () => {
  it('is for its owner alone, folders and files, the text index and its log included', async () => {
    const cli = new TempCli();
    await mkdir(cli.data);
    await chmod(cli.data, 0o755);
    await cli.run('init', '--name', 'Lea', '--sample');
    expect((await cli.run('search', 'payback')).code).toBe(0);
    expect(await readdir(join(cli.data, 'index'))).toContain('text.sqlite');
    expect(await openToOthers(cli.data)).toEqual([]);
    cli.remove();
  });

  it('is so while the text index is written, with what SQLite keeps beside it', async () => {
    const folder = await temporaryFolder();
    const index = openTextIndex(join(folder, 'index', 'text.sqlite'));
    expect(await readdir(join(folder, 'index'))).toEqual(expect.arrayContaining(['text.sqlite-wal']));
    expect(await openToOthers(folder)).toEqual([]);
    await index.close();
  });

  it('is closed at the next start where an earlier one, or a backup, left it open', async () => {
    const cli = new TempCli();
    await cli.run('init', '--name', 'Lea', '--sample');
    for (const name of ['journal', 'index', 'blobs', 'local']) await chmod(join(cli.data, name), 0o755);
    for (const name of ['replica.json', 'device-key.json', 'lock.sqlite', 'index/text.sqlite']) {
      await chmod(join(cli.data, name), 0o644);
    }
    expect((await cli.run('search', 'payback')).code).toBe(0);
    expect(await openToOthers(cli.data)).toEqual([]);
    cli.remove();
  });
});

describe('a private file', () => {
  it('is made empty, and closed without losing what is in it', async () => {
    const file = join(await temporaryFolder(), 'file');
    makePrivateFile(file);
    expect(await modeOf(file)).toBe(0o600);
    await chmod(file, 0o664);
    await writeFile(file, 'kept');
    makePrivateFile(file);
    expect([await modeOf(file), (await stat(file)).size]).toEqual([0o600, 4]);
  });

  it('is never another one that a link leads to', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'theirs'), '', { mode: 0o644 });
    await symlink(join(folder, 'theirs'), join(folder, 'journal'));
    keepAllPrivate(folder, ['journal', 'not-there']);
    expect(await modeOf(join(folder, 'theirs'))).toBe(0o644);
  });
});

describe('a hub’s folder', () => {
  it('is made for everybody whom the disk lets in', async () => {
    const folder = join(await temporaryFolder(), 'Team hub');
    expect(await createHubFolder(folder)).toMatchObject({ ok: true });
    expect(await modeOf(folder)).toBe(0o777 & ~process.umask());
  });
});
