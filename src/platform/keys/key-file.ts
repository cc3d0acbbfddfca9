import { chmod, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { StorageError } from '../../shared/errors.ts';
import { writeFileDurably } from '../system/durable-file.ts';
import { onDisk } from '../system/storage-error.ts';

const NAME = 'device-key.json';
/** What a crash while the key was written leaves behind. */
const LEFTOVER = /^\.device-key\.json\.[0-9a-f]+\.tmp$/;
/** The seed's 32 bytes are 43 characters of base64url. */
const SECRET_PATTERN = /^[\w-]{43}$/;

const keyFileSchema = z.discriminatedUnion('v', [
  z.object({ v: z.literal(1), kind: z.literal('ed25519'), secret: z.string().regex(SECRET_PATTERN) }),
  /** `keyring`: the secret as the system's keyring sealed it, base64. */
  z.object({ v: z.literal(2), kind: z.literal('ed25519'), keyring: z.base64().min(1).max(8192) }),
]);

/** A device key as it lies on the disk: itself, or sealed by the system's keyring. */
export type StoredKey =
  | { readonly home: 'file'; readonly secret: string }
  | { readonly home: 'keyring'; readonly sealed: string };

/** Where a replica's device key lies, sealed or not. */
export function keyPath(folder: string): string {
  return join(folder, NAME);
}

/** Whether a text is the secret of a device key. */
export function isSecret(text: string): boolean {
  return SECRET_PATTERN.test(text);
}

/** Writes the device key for its owner's eyes only (0600), in place of the one before. After a crash either of the two is there, whole. */
export async function writeKey(folder: string, key: StoredKey): Promise<void> {
  const content =
    key.home === 'file'
      ? { v: 1, kind: 'ed25519', secret: key.secret }
      : { v: 2, kind: 'ed25519', keyring: key.sealed };
  await writeFileDurably(keyPath(folder), JSON.stringify(content), 0o600);
  await onDisk('protect key', () => chmod(keyPath(folder), 0o600));
}

/** Reads the device key. Throws `StorageError`: `missing`, or `damaged` when it is no key. */
export async function readKey(folder: string): Promise<StoredKey> {
  const text = await onDisk('read key', () => readFile(keyPath(folder), 'utf8'));
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new StorageError('damaged', 'the device key is not JSON', { cause: error });
  }
  const parsed = keyFileSchema.safeParse(value);
  if (!parsed.success) throw new StorageError('damaged', 'the device key has another form');
  const { data } = parsed;
  return data.v === 1 ? { home: 'file', secret: data.secret } : { home: 'keyring', sealed: data.keyring };
}

/** Removes what a crash while the key was written left beside it: it may be the secret that has moved into the keyring since. */
export async function removeKeyLeftovers(folder: string): Promise<void> {
  await onDisk('remove leftovers of the key', async () => {
    for (const name of await readdir(folder)) {
      if (LEFTOVER.test(name)) await rm(join(folder, name), { force: true });
    }
  });
}
