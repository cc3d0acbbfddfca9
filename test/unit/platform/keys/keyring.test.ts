import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openFailure } from '../../../../src/node/open-failure.ts';
import { keyPath } from '../../../../src/platform/keys/key-file.ts';
import { openReplicaFolder, type ReplicaFolder } from '../../../../src/platform/replica-folder.ts';
import { systemClock } from '../../../../src/platform/system/system-ports.ts';
import type { KeyVault } from '../../../../src/shared/ports/key-vault.ts';
import { err, ok } from '../../../../src/shared/result.ts';
import { say } from '../../../../src/words/say.ts';
import { FakeKeyring } from '../../../support/fake-keyring.ts';
import { keepingLogger } from '../../../support/quiet-logger.ts';
import { MEMBER, note } from '../../../support/sync/replica-folder.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

function tryToOpen(folder: string, vault?: KeyVault) {
  const options = { what: 'a test', clock: systemClock, logger: keepingLogger(), create: true };
  return openReplicaFolder(folder, { ...options, ...(vault !== undefined && { vault }) });
}

async function openWith(folder: string, vault?: KeyVault): Promise<ReplicaFolder> {
  const opened = await tryToOpen(folder, vault);
  if (!opened.ok) throw new Error(`The folder could not be opened: ${JSON.stringify(opened.error)}`);
  return opened.value;
}

/** Makes a replica and lets go of it; answers its folder. */
async function makeReplica(vault?: KeyVault): Promise<string> {
  const folder = await temporaryFolder();
  const home = await openWith(folder, vault);
  const founding = await home.begin('laptop');
  await (await founding.finish()).close();
  home.release();
  return folder;
}

async function keyFile(folder: string): Promise<Record<string, unknown>> {
  const value: unknown = JSON.parse(await readFile(keyPath(folder), 'utf8'));
  return { ...(value as object) };
}

/** Commits one event, so that the key is seen to sign for the device that the replica is. */
async function write(home: ReplicaFolder): Promise<string> {
  const replica = await home.open();
  await replica.commit(MEMBER, [note('still here')]);
  expect(replica.problems()).toEqual([]);
  await replica.close();
  return replica.device;
}

describe('a replica made where there is a keyring', () => {
  it('keeps its key sealed, in a file for its owner alone, and opens again', async () => {
    const folder = await makeReplica(new FakeKeyring());
    expect(await keyFile(folder)).toEqual({ v: 2, kind: 'ed25519', keyring: expect.any(String) });
    expect((await stat(keyPath(folder))).mode & 0o777).toBe(0o600);
    const keyring = new FakeKeyring();
    const home = await openWith(folder, keyring);
    expect(home.keyHome).toBe('keyring');
    await write(home);
    expect(keyring.asked).toEqual(['reveal']);
    home.release();
  });

  it('keeps it in the file where the keyring does not take it, or does not give it back', async () => {
    const locked = new FakeKeyring();
    locked.protect = () => Promise.resolve(err('refused' as const));
    const forgetful = new FakeKeyring();
    forgetful.reveal = () => Promise.resolve(ok('A'.repeat(43)));
    for (const keyring of [locked, forgetful]) {
      const folder = await makeReplica(keyring);
      expect(await keyFile(folder)).toMatchObject({ v: 1 });
      const home = await openWith(folder);
      expect(home.keyHome).toBe('file');
      home.release();
    }
  });

  it('stays closed, untouched and unlocked where the keyring does not give the key', async () => {
    const folder = await makeReplica(new FakeKeyring());
    const before = await readFile(keyPath(folder), 'utf8');
    const refusing = (why: 'no-keyring' | 'refused' | 'no-answer') => {
      const keyring = new FakeKeyring();
      keyring.refusal = why;
      return keyring;
    };
    const cases = [
      [undefined, 'window-only'],
      [refusing('no-keyring'), 'no-keyring'],
      [refusing('refused'), 'refused'],
      [refusing('no-answer'), 'no-answer'],
      [new FakeKeyring('another'), 'refused'],
    ] as const;
    for (const [vault, why] of cases) {
      const opened = await tryToOpen(folder, vault);
      expect(opened).toEqual({ ok: false, error: { code: 'keyring', why } });
      expect(await readFile(keyPath(folder), 'utf8')).toBe(before);
      if (!opened.ok) expect(say(openFailure(opened.error, folder))).toContain('Nothing was changed');
    }
    (await openWith(folder, new FakeKeyring())).release();
  });

  it('takes what a keyring opens to something else for refused, and a strange device’s key for damaged', async () => {
    const folder = await makeReplica(new FakeKeyring());
    const garbling = new FakeKeyring();
    garbling.reveal = () => Promise.resolve(ok('\u{fffd}\u{fffd}'));
    expect(await tryToOpen(folder, garbling)).toMatchObject({ error: { code: 'keyring', why: 'refused' } });
    garbling.reveal = () => Promise.resolve(ok('A'.repeat(43)));
    expect(await tryToOpen(folder, garbling)).toMatchObject({ error: { code: 'damaged', what: 'key' } });
  });
});

describe('a replica whose key is in the file', () => {
  it('opens where there is a keyring too, and is left as it is', async () => {
    const folder = await makeReplica();
    const before = await readFile(keyPath(folder), 'utf8');
    const keyring = new FakeKeyring();
    const home = await openWith(folder, keyring);
    await write(home);
    home.release();
    expect(await readFile(keyPath(folder), 'utf8')).toBe(before);
    expect(keyring.asked).toEqual([]);
  });

  it('can not be opened when its key is neither a key nor a seal', async () => {
    const folder = await makeReplica();
    for (const text of ['{"v":2,"kind":"ed25519","keyring":"no base 64!"}', '{"v":3,"kind":"ed25519"}']) {
      await writeFile(keyPath(folder), text);
      expect(await tryToOpen(folder, new FakeKeyring())).toMatchObject({ error: { code: 'damaged' } });
    }
  });
});

describe('moving a key', () => {
  it('puts it into the keyring and back, and it stays the same device', async () => {
    const folder = await makeReplica();
    const secret = (await keyFile(folder)).secret;
    const home = await openWith(folder, new FakeKeyring());
    const device = await write(home);
    expect(await home.moveKey('keyring')).toEqual(ok(undefined));
    expect(home.keyHome).toBe('keyring');
    expect(await keyFile(folder)).toMatchObject({ v: 2 });
    for (const name of await readdir(folder)) {
      if (name.includes('device-key'))
        expect(await readFile(join(folder, name), 'utf8')).not.toContain(secret);
    }
    expect(await write(home)).toBe(device);
    expect(await home.moveKey('keyring')).toEqual(ok(undefined));
    expect(await home.moveKey('file')).toEqual(ok(undefined));
    expect(await keyFile(folder)).toEqual({ v: 1, kind: 'ed25519', secret });
    home.release();
    const again = await openWith(folder);
    expect(await write(again)).toBe(device);
    again.release();
  });

  it('leaves it where it was when the keyring refuses', async () => {
    const [inFile, inKeyring] = [await makeReplica(), await makeReplica(new FakeKeyring())];
    for (const [folder, to] of [
      [inFile, 'keyring'],
      [inKeyring, 'file'],
    ] as const) {
      const keyring = new FakeKeyring();
      const home = await openWith(folder, keyring);
      const [before, from] = [await readFile(keyPath(folder), 'utf8'), home.keyHome];
      keyring.refusal = 'refused';
      expect(await home.moveKey(to)).toEqual({ ok: false, error: 'refused' });
      expect(home.keyHome).toBe(from);
      expect(await readFile(keyPath(folder), 'utf8')).toBe(before);
      await write(home);
      home.release();
    }
  });

  it('never puts another key over the device’s own', async () => {
    const [folder, other] = [await makeReplica(), await makeReplica()];
    const home = await openWith(folder, new FakeKeyring());
    await writeFile(keyPath(folder), await readFile(keyPath(other), 'utf8'));
    await expect(home.moveKey('keyring')).rejects.toMatchObject({ failure: 'damaged' });
    home.release();
  });

  it('loses nothing and leaves no secret behind when it is killed before the new file counts', async () => {
    const folder = await makeReplica();
    const home = await openWith(folder, new FakeKeyring());
    await home.moveKey('keyring');
    home.release();
    // What a power cut in the middle of a move to the file leaves: a whole new file that was not renamed yet.
    await writeFile(
      join(folder, '.device-key.json.0123456789ab.tmp'),
      '{"v":1,"kind":"ed25519","secret":"x"}',
    );
    const again = await openWith(folder, new FakeKeyring());
    expect(again.keyHome).toBe('keyring');
    expect((await readdir(folder)).filter((name) => name.includes('device-key'))).toEqual([
      'device-key.json',
    ]);
    await write(again);
    again.release();
  });
});

describe('a new identity', () => {
  const renewal = {
    deviceName: 'laptop',
    member: MEMBER,
    after: '',
    events: () => [note('vouched')],
    keep: { catalog: 2, activity: 0 },
  };

  it('has its key where the old one was', async () => {
    for (const [vault, home] of [
      [undefined, 'file'],
      [new FakeKeyring(), 'keyring'],
    ] as const) {
      const folder = await makeReplica(vault);
      const opened = await openWith(folder, vault);
      const old = await write(opened);
      await opened.renew(renewal);
      const renewed = await write(opened);
      expect(renewed).not.toBe(old);
      opened.release();
      const again = await openWith(folder, vault);
      expect(again.keyHome).toBe(home);
      expect(await write(again)).toBe(renewed);
      again.release();
    }
  });

  it('is not taken where the keyring does not take its key, and the old one goes on', async () => {
    const keyring = new FakeKeyring();
    const folder = await makeReplica(keyring);
    const opened = await openWith(folder, keyring);
    const old = await write(opened);
    const before = await readFile(keyPath(folder), 'utf8');
    keyring.refusal = 'refused';
    await expect(opened.renew(renewal)).rejects.toMatchObject({ failure: 'no-permission' });
    expect(await readFile(keyPath(folder), 'utf8')).toBe(before);
    expect(await write(opened)).toBe(old);
    opened.release();
  });

  it('and a move asked for at the same time come one after the other', async () => {
    const keyring = new FakeKeyring();
    const folder = await makeReplica(keyring);
    const opened = await openWith(folder, keyring);
    const old = await write(opened);
    const [, moved] = await Promise.all([opened.renew(renewal), opened.moveKey('file')]);
    expect(moved).toEqual(ok(undefined));
    opened.release();
    const again = await openWith(folder);
    expect(await write(again)).not.toBe(old);
    again.release();
  });
});
