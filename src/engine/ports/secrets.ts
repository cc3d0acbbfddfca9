import type { KeyringRefusal } from '../../shared/ports/key-vault.ts';
import type { Result } from '../../shared/result.ts';

/**
 * Small secrets of this device besides its own key, such as the keys of a bucket: kept where that key is kept. They leave this port only towards
 * whoever uses them; settings, logs and windows know their names.
 */
export interface Secrets {
  /** Holds a secret in memory, for what is only tried; answers its name. */
  hold(text: string): string;
  /** Keeps a secret that is held durably, in the keyring where the device's key is there. One that is kept already is fine. Throws `StorageError`. */
  keep(id: string): Promise<void>;
  /** A secret that is held or kept. Throws `StorageError` of the disk. */
  reveal(id: string): Promise<Result<string, KeyringRefusal | 'missing'>>;
  /** Takes a secret away. Throws `StorageError`. */
  forget(id: string): Promise<void>;
}
