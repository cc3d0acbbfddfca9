import { randomBytes } from 'node:crypto';
import { chmod, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Secrets } from '../../engine/ports/secrets.ts';
import type { KeyringRefusal, KeyVault } from '../../shared/ports/key-vault.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { KeyHome } from '../../shared/vocabulary/device.ts';
import { writeFileDurably } from '../system/durable-file.ts';
import { makeFolder } from '../system/make-folder.ts';
import { onDisk, systemCode, toStorageError } from '../system/storage-error.ts';

const ID = /^[0-9a-f]{32}$/;
const FILE = /^([0-9a-f]{32})\.json$/;

const secretSchema = z.union([
  z.object({ v: z.literal(1), secret: z.string().min(1) }),
  /** As the system's keyring sealed it, base64. */
  z.object({ v: z.literal(1), keyring: z.base64().min(1) }),
]);
type Stored = z.infer<typeof secretSchema>;

/** Secrets in a folder of their own, a file each that only its owner may read: the secret itself, or as the keyring sealed it. */
export class SecretFolder implements Secrets {
  readonly #folder: string;
  readonly #vault: KeyVault;
  /** Where the device's key is, or would be. */
  readonly #home: () => Promise<KeyHome>;
  readonly #held = new Map<string, string>();

  constructor(folder: string, vault: KeyVault, home: () => Promise<KeyHome>) {
    this.#folder = folder;
    this.#vault = vault;
    this.#home = home;
  }

  hold(text: string): string {
    const id = randomBytes(16).toString('hex');
    this.#held.set(id, text);
    return id;
  }

  async keep(id: string): Promise<void> {
    const text = this.#held.get(id);
    if (text === undefined) return;
    // The keyring may be away now although the device's key is in it: better a file of the owner's than no keys at the next start.
    const kept = (await this.#home()) === 'keyring' && (await this.#write(id, text, 'keyring')).ok;
    if (!kept) await this.#write(id, text, 'file');
  }

  async reveal(id: string): Promise<Result<string, KeyringRefusal | 'missing'>> {
    const held = this.#held.get(id);
    if (held !== undefined) return ok(held);
    const stored = await this.#read(id);
    if (stored === undefined) return err('missing');
    const revealed = 'secret' in stored ? ok(stored.secret) : await this.#vault.reveal(stored.keyring);
    if (revealed.ok) this.#held.set(id, revealed.value);
    return revealed;
  }

  async forget(id: string): Promise<void> {
    this.#held.delete(id);
    if (ID.test(id)) await onDisk('forget secret', () => rm(this.#path(id), { force: true }));
  }

  /** Moves every secret to where the device's key is going. Refused, those that were moved already stay there: each says where it is. */
  async move(to: KeyHome): Promise<Result<void, KeyringRefusal>> {
    for (const id of await this.#ids()) {
      const revealed = await this.reveal(id);
      if (!revealed.ok) {
        if (revealed.error === 'missing') continue;
        return err(revealed.error);
      }
      const written = await this.#write(id, revealed.value, to);
      if (!written.ok) return written;
    }
    return ok(undefined);
  }

  async #write(id: string, text: string, home: KeyHome): Promise<Result<void, KeyringRefusal>> {
    const sealed = home === 'keyring' ? await this.#vault.protect(text) : undefined;
    if (sealed?.ok === false) return sealed;
    const stored: Stored = sealed === undefined ? { v: 1, secret: text } : { v: 1, keyring: sealed.value };
    await onDisk('keep secret', async () => {
      await makeFolder(this.#folder, 0o700);
      await writeFileDurably(this.#path(id), JSON.stringify(stored), 0o600);
      await chmod(this.#path(id), 0o600);
    });
    return ok(undefined);
  }

  async #read(id: string): Promise<Stored | undefined> {
    if (!ID.test(id)) return undefined;
    let text: string;
    try {
      text = await readFile(this.#path(id), 'utf8');
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return undefined;
      throw toStorageError(error, 'read secret');
    }
    return parsed(text);
  }

  async #ids(): Promise<string[]> {
    try {
      return (await readdir(this.#folder)).flatMap((name) => FILE.exec(name)?.[1] ?? []);
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return [];
      throw toStorageError(error, 'list secrets');
    }
  }

  #path(id: string): string {
    return join(this.#folder, `${id}.json`);
  }
}

/** What a file says; one that is no secret is as good as none. */
function parsed(text: string): Stored | undefined {
  try {
    return secretSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined; // Not JSON: a file that a crash or somebody else left. The person is asked for the keys.
  }
}
