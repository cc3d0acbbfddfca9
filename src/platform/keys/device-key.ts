import { StorageError } from '../../shared/errors.ts';
import type { KeyringRefusal, KeyVault } from '../../shared/ports/key-vault.ts';
import type { Logger } from '../../shared/ports/logger.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { KeyHome } from '../../shared/vocabulary/device.ts';
import type { DeviceId } from '../../shared/vocabulary/ids.ts';
import type { Signer } from '../../sync/identity/crypto.ts';
import { deviceIdOf } from '../../sync/identity/device-card.ts';
import { isSecret, readKey, type StoredKey, writeKey } from './key-file.ts';
import { nodeCrypto, signerOf } from './node-crypto.ts';

/** A device's key in use, and where it is kept. */
export type DeviceKey = { readonly signer: Signer; readonly home: KeyHome };

/** Why a device's key can't be used: it is missing, no key or another device's (`damaged`), or the keyring keeps it back. */
type KeyRefusal = 'damaged' | KeyringRefusal;

/** Opens the key of a device, wherever it is kept; changes nothing. Throws `StorageError` of the disk. */
export async function openKey(
  folder: string,
  device: DeviceId,
  vault: KeyVault,
): Promise<Result<DeviceKey, KeyRefusal>> {
  const opened = await openSecret(folder, device, vault);
  return opened.ok ? ok({ signer: signerOf(opened.value.secret), home: opened.value.home }) : opened;
}

/**
 * Keeps a secret in a folder, sealed by the keyring or as it is. What the keyring sealed is opened once before it counts, so that no key is
 * given to a keyring that does not give it back. Throws `StorageError` of the disk.
 */
export async function keepKey(
  folder: string,
  secret: string,
  home: KeyHome,
  vault: KeyVault,
): Promise<Result<void, KeyringRefusal>> {
  const stored = home === 'file' ? ok({ home, secret } as const) : await sealed(secret, vault);
  if (!stored.ok) return stored;
  await writeKey(folder, stored.value);
  return ok(undefined);
}

/** Keeps the first key of a device: in the keyring where there is one that takes it, otherwise in the file. Answers which. */
export async function keepFirstKey(
  folder: string,
  secret: string,
  vault: KeyVault,
  logger: Logger,
): Promise<KeyHome> {
  if (await vault.available()) {
    const kept = await keepKey(folder, secret, 'keyring', vault);
    if (kept.ok) return 'keyring';
    logger.warn('keyring-did-not-take-the-key', { why: kept.error });
  }
  await writeKey(folder, { home: 'file', secret });
  return 'file';
}

/** Moves a device's key to another place in one step: before it, and after a crash, it is where it was. Throws `StorageError` of the disk. */
export async function moveKey(
  folder: string,
  device: DeviceId,
  to: KeyHome,
  vault: KeyVault,
): Promise<Result<void, KeyRefusal>> {
  const opened = await openSecret(folder, device, vault);
  if (!opened.ok) return opened;
  if (opened.value.home === to) return ok(undefined);
  return keepKey(folder, opened.value.secret, to, vault);
}

async function openSecret(
  folder: string,
  device: DeviceId,
  vault: KeyVault,
): Promise<Result<{ readonly secret: string; readonly home: KeyHome }, KeyRefusal>> {
  const stored = await readStored(folder);
  if (stored === undefined) return err('damaged');
  const revealed = stored.home === 'file' ? ok(stored.secret) : await vault.reveal(stored.sealed);
  if (!revealed.ok) return revealed;
  const secret = revealed.value;
  // A keyring that was replaced may open the seal to something else: that is not the file's fault.
  if (!isSecret(secret)) return err('refused');
  if (deviceIdOf(signerOf(secret).publicKey, nodeCrypto) !== device) return err('damaged');
  return ok({ secret, home: stored.home });
}

/** The stored key; `undefined` when it is missing or no key. Throws what the disk refuses. */
async function readStored(folder: string): Promise<StoredKey | undefined> {
  try {
    return await readKey(folder);
  } catch (error) {
    if (error instanceof StorageError && (error.failure === 'damaged' || error.failure === 'missing'))
      return undefined;
    throw error;
  }
}

async function sealed(secret: string, vault: KeyVault): Promise<Result<StoredKey, KeyringRefusal>> {
  const text = await vault.protect(secret);
  if (!text.ok) return text;
  const again = await vault.reveal(text.value);
  if (!again.ok) return again;
  return again.value === secret ? ok({ home: 'keyring', sealed: text.value }) : err('refused');
}
