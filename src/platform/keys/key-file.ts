import { chmod, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { StorageError } from '../../shared/errors.ts';
import { writeFileDurably } from '../system/durable-file.ts';
import { onDisk } from '../system/storage-error.ts';

/** The seed's 32 bytes are 43 characters of base64url. */
const keyFileSchema = z.object({
  v: z.literal(1),
  kind: z.literal('ed25519'),
  secret: z.string().regex(/^[\w-]{43}$/),
});

/** Where a replica's device key lies when no keyring keeps it. */
export function keyPath(folder: string): string {
  return join(folder, 'device-key.json');
}

/** Writes the device key for its owner's eyes only (0600). */
export async function writeKey(folder: string, secret: string): Promise<void> {
  await writeFileDurably(keyPath(folder), JSON.stringify({ v: 1, kind: 'ed25519', secret }), 0o600);
  await onDisk('protect key', () => chmod(keyPath(folder), 0o600));
}

/** Reads the device key. Throws `StorageError`: `missing`, or `damaged` when it is no key. */
export async function readKey(folder: string): Promise<string> {
  const text = await onDisk('read key', () => readFile(keyPath(folder), 'utf8'));
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new StorageError('damaged', 'the device key is not JSON', { cause: error });
  }
  const parsed = keyFileSchema.safeParse(value);
  if (!parsed.success) throw new StorageError('damaged', 'the device key has another form');
  return parsed.data.secret;
}
