import type { SafeStorage } from 'electron';
import { assertNever } from '../../shared/assert-never.ts';
import type { KeyringAnswer, KeyringQuestion } from './engine-messages.ts';

/** What is used of Electron's `safeStorage`. */
export type Sealing = Pick<
  SafeStorage,
  'isEncryptionAvailable' | 'getSelectedStorageBackend' | 'encryptString' | 'decryptString'
>;

/** What Linux calls a keyring; with `basic_text` Chromium would seal by a password that is the same everywhere. */
const linuxKeyrings: ReadonlySet<string> = new Set(['gnome_libsecret', 'kwallet', 'kwallet5', 'kwallet6']);

/**
 * Asks the system's keyring. To be called when Electron is ready. Waits, and the main process with it, while the system asks a person to
 * unlock the keyring: Electron 33 has no other way.
 */
export function askKeyring(sealing: Sealing, platform: string, question: KeyringQuestion): KeyringAnswer {
  if (!isThere(sealing, platform)) return { outcome: 'not-done', why: 'no-keyring' };
  if (question.ask === 'available') return { outcome: 'done', text: '' };
  try {
    return { outcome: 'done', text: sealOrOpen(sealing, question) };
  } catch {
    // How `safeStorage` says no: locked, or sealed by another keyring. Its message is of no use to anybody, and is not logged.
    return { outcome: 'not-done', why: 'refused' };
  }
}

function isThere(sealing: Sealing, platform: string): boolean {
  // First the name of it: asking whether it is available may already open it.
  if (platform === 'linux' && !linuxKeyrings.has(sealing.getSelectedStorageBackend())) return false;
  return sealing.isEncryptionAvailable();
}

function sealOrOpen(sealing: Sealing, question: Exclude<KeyringQuestion, { ask: 'available' }>): string {
  if (question.ask === 'protect') return sealing.encryptString(question.secret).toString('base64');
  if (question.ask === 'reveal') return sealing.decryptString(Buffer.from(question.sealed, 'base64'));
  return assertNever(question);
}
