import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { noKeyring } from '../../../../src/platform/keys/no-keyring.ts';
import { SecretFolder } from '../../../../src/platform/keys/secret-folder.ts';
import type { KeyVault } from '../../../../src/shared/ports/key-vault.ts';
import { err, ok } from '../../../../src/shared/result.ts';
import type { KeyHome } from '../../../../src/shared/vocabulary/device.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const SECRET = '{"accessKeyId":"id","secretAccessKey":"very secret"}';

/** A keyring that seals by turning around. */
const turning: KeyVault = {
  available: () => Promise.resolve(true),
  protect: (secret) => Promise.resolve(ok(Buffer.from([...secret].reverse().join('')).toString('base64'))),
  reveal: (sealed) =>
    Promise.resolve(ok([...Buffer.from(sealed, 'base64').toString('utf8')].reverse().join(''))),
};

async function folderWith(vault: KeyVault, home: KeyHome) {
  const folder = join(await temporaryFolder(), 'secrets');
  return { folder, open: () => new SecretFolder(folder, vault, () => Promise.resolve(home)) };
}

function textIn(folder: string): string {
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
}

describe('A secret of this device', () => {
  it('is in a file that only its owner may read, where the device’s key is', async () => {
    const { folder, open } = await folderWith(noKeyring, 'file');
    const secrets = open();
    const id = secrets.hold(SECRET);
    await secrets.keep(id);
    const [name] = readdirSync(folder);
    expect(statSync(join(folder, name ?? '')).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(await open().reveal(id)).toEqual(ok(SECRET));
  });

  it('is sealed by the keyring where the device’s key is in it, and moves with that', async () => {
    const { folder, open } = await folderWith(turning, 'keyring');
    const secrets = open();
    const id = secrets.hold(SECRET);
    await secrets.keep(id);
    expect(textIn(folder)).not.toContain('very secret');
    expect(await open().reveal(id)).toEqual(ok(SECRET));
    expect(await open().move('file')).toEqual(ok(undefined));
    expect(textIn(folder)).toContain('very secret');
    expect(await open().move('keyring')).toEqual(ok(undefined));
    expect(textIn(folder)).not.toContain('very secret');
    expect(await open().reveal(id)).toEqual(ok(SECRET));
  });

  it('that is only held leaves nothing, and one that was forgotten neither', async () => {
    const { folder, open } = await folderWith(noKeyring, 'file');
    const secrets = open();
    const held = secrets.hold(SECRET);
    expect(await secrets.reveal(held)).toEqual(ok(SECRET));
    expect(await open().reveal(held)).toEqual(err('missing'));
    await secrets.keep(held);
    await secrets.forget(held);
    expect(readdirSync(folder)).toEqual([]);
    expect(await secrets.reveal(held)).toEqual(err('missing'));
  });

  it('is missing where its file holds something else, and no name leads out of the folder', async () => {
    const { folder, open } = await folderWith(noKeyring, 'file');
    const secrets = open();
    const id = secrets.hold(SECRET);
    await secrets.keep(id);
    writeFileSync(join(folder, `${id}.json`), '{"half":');
    expect(await open().reveal(id)).toEqual(err('missing'));
    expect(await open().reveal('../secrets/x')).toEqual(err('missing'));
  });
});
