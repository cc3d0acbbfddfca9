import type { Signer } from '../../sync/identity/crypto.ts';

/** The codes by which a person's further device comes in. */
export interface InviteCodes {
  /** A new code to show. */
  make(): string;
  /** The one-time key that a code gives, however it was typed; `undefined` when it is no code. */
  signerOf(typed: string): Signer | undefined;
}
