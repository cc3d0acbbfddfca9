import type { KeyVault } from '../../shared/ports/key-vault.ts';
import { err } from '../../shared/result.ts';

/** Where there is no window there is no way to the keyring: keys lie in files. */
export const noKeyring: KeyVault = {
  available: () => Promise.resolve(false),
  protect: () => Promise.resolve(err('window-only')),
  reveal: () => Promise.resolve(err('window-only')),
};
