import { stat, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { keyPath, readKey, writeKey } from '../../../../src/platform/keys/key-file.ts';
import { generateSecret, nodeCrypto, signerOf } from '../../../../src/platform/keys/node-crypto.ts';
import { makeCard, readCard } from '../../../../src/sync/identity/device-card.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

describe('the key of a device', () => {
  it('lies in a file that only its owner may read', async () => {
    const folder = await temporaryFolder();
    const secret = generateSecret();
    await writeKey(folder, { home: 'file', secret });
    expect(await readKey(folder)).toEqual({ home: 'file', secret });
    expect((await stat(keyPath(folder))).mode & 0o777).toBe(0o600);
  });

  it('is said to be missing or damaged when it is', async () => {
    const folder = await temporaryFolder();
    await expect(readKey(folder)).rejects.toMatchObject({ failure: 'missing' });
    await writeFile(keyPath(folder), 'rubbish');
    await expect(readKey(folder)).rejects.toMatchObject({ failure: 'damaged' });
  });

  it('signs what its public key confirms, and nothing else', () => {
    const signer = signerOf(generateSecret());
    const signature = signer.sign('text');
    expect(nodeCrypto.verify(signer.publicKey, 'text', signature)).toBe(true);
    expect(nodeCrypto.verify(signer.publicKey, 'other', signature)).toBe(false);
    expect(nodeCrypto.verify(signerOf(generateSecret()).publicKey, 'text', signature)).toBe(false);
    expect(nodeCrypto.verify('', 'text', '')).toBe(false);
  });

  it('is the same key again when it is read back', () => {
    const secret = generateSecret();
    expect(signerOf(secret).publicKey).toBe(signerOf(secret).publicKey);
  });

  it('has a card that nobody can change', () => {
    const card = makeCard('laptop', signerOf(generateSecret()), nodeCrypto);
    expect(readCard(card, nodeCrypto)).toEqual(card);
    expect(readCard({ ...card, name: 'other' }, nodeCrypto)).toBeUndefined();
    const stranger = makeCard('laptop', signerOf(generateSecret()), nodeCrypto);
    expect(readCard({ ...card, publicKey: stranger.publicKey }, nodeCrypto)).toBeUndefined();
    expect(readCard({ ...stranger, device: card.device }, nodeCrypto)).toBeUndefined();
    for (const nothing of [undefined, null, 1, 'x', {}])
      expect(readCard(nothing, nodeCrypto)).toBeUndefined();
  });
});
