import { createHash } from 'node:crypto';
import { nodeCrypto, signerOf } from '../../src/platform/keys/node-crypto.ts';
import type { DeviceId } from '../../src/shared/vocabulary/ids.ts';
import type { Crypto, Signer } from '../../src/sync/identity/crypto.ts';
import { deviceIdOf } from '../../src/sync/identity/device-card.ts';

/** Answers of `verify`, which is pure: several simulated devices check the same signature, and each check costs 0.1 ms. */
const verified = new Map<string, boolean>();

/** The real crypto; a signature that was checked once in this process is not checked again. */
export const simCrypto: Crypto = {
  ...nodeCrypto,
  verify(publicKey, text, signature) {
    const key = `${publicKey}\n${signature}\n${text}`;
    const known = verified.get(key);
    if (known !== undefined) return known;
    const genuine = nodeCrypto.verify(publicKey, text, signature);
    if (verified.size > 20_000) verified.clear();
    verified.set(key, genuine);
    return genuine;
  },
};

/** A key that is always the same for a name, so that a seed always gives the same run. */
export type SimKey = { readonly device: DeviceId; readonly signer: Signer };

const keys = new Map<string, SimKey>();

/** The key that belongs to a name. */
export function keyOf(name: string): SimKey {
  const known = keys.get(name);
  if (known !== undefined) return known;
  const signer = signerOf(createHash('sha256').update(`simulated ${name}`).digest('base64url'));
  const key = { device: deviceIdOf(signer.publicKey, nodeCrypto), signer };
  keys.set(name, key);
  return key;
}
