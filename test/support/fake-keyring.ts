import type { KeyringRefusal, KeyVault } from '../../src/shared/ports/key-vault.ts';
import { err, ok } from '../../src/shared/result.ts';

/** A keyring of one user's session: it seals, and opens only what it sealed itself. */
export class FakeKeyring implements KeyVault {
  /** Why it does nothing at present. */
  refusal: KeyringRefusal | undefined;
  /** What it was asked, in order, without what was in it. */
  readonly asked: string[] = [];
  readonly #password: string;

  constructor(password = 'one') {
    this.#password = password;
  }

  available() {
    this.asked.push('available');
    return Promise.resolve(this.refusal === undefined);
  }

  protect(secret: string) {
    this.asked.push('protect');
    if (this.refusal !== undefined) return Promise.resolve(err(this.refusal));
    return Promise.resolve(ok(Buffer.from(`${this.#password} ${secret}`).toString('base64')));
  }

  reveal(sealed: string) {
    this.asked.push('reveal');
    if (this.refusal !== undefined) return Promise.resolve(err(this.refusal));
    const [password, secret = ''] = Buffer.from(sealed, 'base64').toString('utf8').split(' ');
    return Promise.resolve(password === this.#password ? ok(secret) : err('refused' as const));
  }
}
