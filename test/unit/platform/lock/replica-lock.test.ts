import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openReplicaFolder } from '../../../../src/platform/replica-folder.ts';
import { systemClock } from '../../../../src/platform/system/system-ports.ts';
import { startProgram } from '../../../support/child.ts';
import { keepingLogger } from '../../../support/quiet-logger.ts';
import { openFolder } from '../../../support/sync/replica-folder.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const options = { what: 'a second process', clock: systemClock, logger: keepingLogger(), create: true };

describe('one process a replica', () => {
  it('tells a second process which one holds the replica', async () => {
    const root = await temporaryFolder();
    const program = startProgram('write-notes', [root]);
    await program.printed(1);
    const second = await openReplicaFolder(root, options);
    expect(second).toMatchObject({ ok: false, error: { code: 'held', holder: { what: 'write-notes' } } });
    program.kill();
    await program.ended;
  });

  it('is free at once when the process that held it is killed', async () => {
    const root = await temporaryFolder();
    const program = startProgram('write-notes', [root]);
    await program.printed(1);
    program.kill();
    await program.ended;
    const second = await openReplicaFolder(root, options);
    expect(second.ok).toBe(true);
    if (second.ok) second.value.release();
  });

  it('can be opened again by the same process once it was released', async () => {
    const root = await temporaryFolder();
    (await openFolder(root)).release();
    (await openFolder(root)).release();
  });
});

describe('a folder that can not be opened', () => {
  it('says that it is missing when it may not be made', async () => {
    const none = join(await temporaryFolder(), 'none');
    expect(await openReplicaFolder(none, { ...options, create: false })).toMatchObject({
      ok: false,
      error: { code: 'missing' },
    });
  });

  it('says so where a file is in its place', async () => {
    const file = join(await temporaryFolder(), 'file');
    await writeFile(file, 'x');
    expect((await openReplicaFolder(file, options)).ok).toBe(false);
  });

  it('answers, and does not hang, on a file system that takes no folders', async () => {
    expect((await openReplicaFolder('/proc/kitbag', options)).ok).toBe(false);
  });

  it('leaves a folder of a newer version alone', async () => {
    const root = await temporaryFolder();
    const mark = { format: 99, device: '0'.repeat(32), createdAt: 0 };
    await writeFile(join(root, 'replica.json'), JSON.stringify(mark));
    expect(await openReplicaFolder(root, options)).toEqual({
      ok: false,
      error: { code: 'newer-format', format: 99 },
    });
  });

  it('says that the mark is damaged instead of starting anew', async () => {
    const root = await temporaryFolder();
    await writeFile(join(root, 'replica.json'), '{"format":');
    expect(await openReplicaFolder(root, options)).toEqual({
      ok: false,
      error: { code: 'damaged', what: 'mark' },
    });
  });

  it('refuses a key that belongs to another device', async () => {
    const [first, second] = [await temporaryFolder(), await temporaryFolder()];
    for (const root of [first, second]) {
      const folder = await openFolder(root);
      await (await (await folder.begin('one')).finish()).close();
      folder.release();
    }
    const { copyFile } = await import('node:fs/promises');
    await copyFile(join(second, 'device-key.json'), join(first, 'device-key.json'));
    expect(await openReplicaFolder(first, options)).toEqual({
      ok: false,
      error: { code: 'damaged', what: 'key' },
    });
  });
});
