import {
  createHash,
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  randomBytes,
  sign,
} from 'node:crypto';
import { base32, canonical, digestOf, type Fields } from './canonical.ts';

/** What DER writes before the 32 bytes of an Ed25519 secret (RFC 8410). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** A key with everything that follows from it. */
export class Key {
  readonly #secret: KeyObject;
  /** Raw, base64url. */
  readonly publicKey: string;
  readonly device: string;
  /** The member that whoever holds this key may come in as. */
  readonly member: string;

  constructor(seed: Uint8Array = randomBytes(32)) {
    this.#secret = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
    const raw = createPublicKey(this.#secret).export({ format: 'der', type: 'spki' }).subarray(-32);
    this.publicKey = raw.toString('base64url');
    this.device = digestOf(raw).slice(0, 32);
    this.member = `m_${base32(this.device)}`;
  }

  /** The key that always belongs to a name. */
  static named(name: string): Key {
    return new Key(createHash('sha256').update(`attacker ${name}`).digest());
  }

  /** The one-time key that a code for a further device gives. */
  static ofInvite(code: string): Key {
    return new Key(createHash('sha256').update(`kitbag invite 1\n${code}`).digest());
  }

  /** A signature over a text, base64url. */
  sign(text: string): string {
    return sign(null, Buffer.from(text), this.#secret).toString('base64url');
  }

  /** A document as devices sign them: `sig` over a domain's line and the canonical text of all else. */
  signed(domain: string, body: Fields): Fields {
    return { ...body, sig: this.sign(`kitbag ${domain} 1\n${canonical(body)}`) };
  }

  /** The proof that a device belongs to a member. */
  vouch(device: string, member: string): string {
    return this.sign(`kitbag vouch 1\n${canonical({ device, member })}`);
  }
}
