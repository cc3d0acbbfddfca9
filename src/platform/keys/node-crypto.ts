import { isUtf8 } from 'node:buffer';
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
} from 'node:crypto';
import type { Crypto, Signer } from '../../sync/identity/crypto.ts';

const PRIVATE_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex'); // PKCS #8 of Ed25519 (RFC 8410)
const PUBLIC_PREFIX = Buffer.from('302a300506032b6570032100', 'hex'); // SPKI of Ed25519 (RFC 8410)

/** Digests and signatures by Node's own crypto module. */
export const nodeCrypto: Crypto = {
  sha256: (text) => createHash('sha256').update(text, 'utf8').digest('hex'),
  sha256OfBytes: (bytes) => createHash('sha256').update(bytes).digest('hex'),
  sha256OfBase64Url: (bytes) => createHash('sha256').update(Buffer.from(bytes, 'base64url')).digest('hex'),
  utf8: (text) => Buffer.from(text, 'utf8'),
  text(bytes) {
    return isUtf8(bytes)
      ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
      : undefined;
  },
  verify(publicKey, text, signature) {
    const raw = Buffer.from(publicKey, 'base64url');
    const sig = Buffer.from(signature, 'base64url');
    // Node passes over what is no base64url: the same key or signature would have many texts.
    if (raw.length !== 32 || raw.toString('base64url') !== publicKey) return false;
    if (sig.length !== 64 || sig.toString('base64url') !== signature) return false;
    const key = createPublicKey({ key: Buffer.concat([PUBLIC_PREFIX, raw]), format: 'der', type: 'spki' });
    return verify(null, Buffer.from(text, 'utf8'), key, sig);
  },
};

/** Makes a new Ed25519 key: the 32 bytes of its seed, base64url. Whoever has them is the device. */
export function generateSecret(): string {
  const { privateKey } = generateKeyPairSync('ed25519');
  return privateKey
    .export({ format: 'der', type: 'pkcs8' })
    .subarray(PRIVATE_PREFIX.length)
    .toString('base64url');
}

/** The signer of a secret made by {@link generateSecret}. */
export function signerOf(secret: string): Signer {
  const seed = Buffer.from(secret, 'base64url');
  if (seed.length !== 32) throw new TypeError('A device key has 32 bytes.');
  const key = createPrivateKey({ key: Buffer.concat([PRIVATE_PREFIX, seed]), format: 'der', type: 'pkcs8' });
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' });
  return {
    publicKey: spki.subarray(PUBLIC_PREFIX.length).toString('base64url'),
    sign: (text) => sign(null, Buffer.from(text, 'utf8'), key).toString('base64url'),
  };
}
