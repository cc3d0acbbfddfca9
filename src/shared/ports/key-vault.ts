import type { Result } from '../result.ts';

/**
 * Why the keyring does not do what it was asked: only a window can ask it, there is none, it refused (it is locked, or was replaced), or it
 * gave no answer in time.
 */
export type KeyringRefusal = 'window-only' | 'no-keyring' | 'refused' | 'no-answer';

/** The system's keyring, as whoever opens a replica can reach it. It seals a key; the sealed text is kept in the replica's folder. */
export interface KeyVault {
  /** Whether there is a keyring that would take a key now. May wait for a person who is asked to unlock it. */
  available(): Promise<boolean>;
  /** Seals a secret: base64 that only this keyring opens again. */
  protect(secret: string): Promise<Result<string, KeyringRefusal>>;
  /** Opens what `protect` sealed. */
  reveal(sealed: string): Promise<Result<string, KeyringRefusal>>;
}
