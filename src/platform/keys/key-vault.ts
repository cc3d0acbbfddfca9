import type { KeyringRefusal } from '../../engine/ports/replica-home.ts';
import { err, type Result } from '../../shared/result.ts';

/** The system's keyring, as whoever opens a replica can reach it. It seals a key; the sealed text is kept in the replica's folder. */
export interface KeyVault {
  /** Whether there is a keyring that would take a key now. May wait for a person who is asked to unlock it. */
  available(): Promise<boolean>;
  /** Seals a secret: base64 that only this keyring opens again. */
  protect(secret: string): Promise<Result<string, KeyringRefusal>>;
  /** Opens what `protect` sealed. */
  reveal(sealed: string): Promise<Result<string, KeyringRefusal>>;
}

/** Where there is no window there is no way to the keyring: keys lie in files. */
export const noKeyring: KeyVault = {
  available: () => Promise.resolve(false),
  protect: () => Promise.resolve(err('window-only')),
  reveal: () => Promise.resolve(err('window-only')),
};
