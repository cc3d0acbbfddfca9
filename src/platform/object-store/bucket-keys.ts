import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { Secrets } from '../../engine/ports/secrets.ts';
import type { SecretRef } from '../../shared/hub-location.ts';
import { StoreError } from '../../sync/hub/object-store.ts';
import { systemCode } from '../system/storage-error.ts';
import type { BucketKeys } from './bucket/bucket-options.ts';

/** The variables of a process. */
export type Environment = Readonly<Record<string, string | undefined>>;

const keysSchema = z.object({
  accessKeyId: z.string().min(1),
  secretAccessKey: z.string().min(1),
  sessionToken: z.string().min(1).exactOptional(),
});

/** A profile of the shared credentials file is read again this often: a program may renew it. Milliseconds. */
const PROFILE_MS = 30_000;

/** Keys as they are held and kept. */
export function keysText({ accessKeyId, secretAccessKey, sessionToken }: BucketKeys): string {
  return JSON.stringify({
    accessKeyId,
    secretAccessKey,
    ...(sessionToken !== undefined && { sessionToken }),
  });
}

/** Keys out of what was kept; `undefined` when it is none. */
export function readKeys(text: string): BucketKeys | undefined {
  try {
    return keysSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined; // Not JSON: something else was kept under that name.
  }
}

/** The keys that the environment gives: Kitbag's own variables first, then those that every program for such stores reads. */
export function environmentKeys(env: Environment): BucketKeys | undefined {
  return (
    keysOf(env.KITBAG_S3_KEY_ID, env.KITBAG_S3_SECRET, env.KITBAG_S3_SESSION) ??
    keysOf(env.AWS_ACCESS_KEY_ID, env.AWS_SECRET_ACCESS_KEY, env.AWS_SESSION_TOKEN)
  );
}

/** The keys of a profile in the text of a shared credentials file. */
export function profileKeys(text: string, profile: string): BucketKeys | undefined {
  const values = new Map<string, string>();
  let section: string | undefined;
  for (const line of text.split(/\r?\n/)) {
    const header = /^\s*\[\s*(?:profile\s+)?([^\]]*?)\s*\]\s*(?:[#;].*)?$/.exec(line);
    if (header !== null) section = header[1];
    const pair = /^\s*([a-z_]+)\s*=\s*(.*?)\s*$/i.exec(line);
    if (section === profile && pair?.[1] !== undefined) values.set(pair[1].toLowerCase(), pair[2] ?? '');
  }
  return keysOf(
    values.get('aws_access_key_id'),
    values.get('aws_secret_access_key'),
    values.get('aws_session_token'),
  );
}

/**
 * Gives a driver its keys. Where they are not to be had it throws `StoreError` `denied`, without saying anything of them; what was kept is read
 * once, a profile again from time to time.
 */
export function bucketKeys(
  ref: SecretRef,
  { secrets, env }: { readonly secrets: Secrets; readonly env: Environment },
): () => Promise<BucketKeys> {
  const asked = async (): Promise<BucketKeys | undefined> => {
    switch (ref.from) {
      case 'environment': {
        const keys = environmentKeys(env);
        return keys ?? (env.AWS_PROFILE ? readProfile(env.AWS_PROFILE, env) : undefined);
      }
      case 'profile':
        return readProfile(ref.name, env);
      case 'kept': {
        // Whoever starts Kitbag with keys of its own means these.
        const given = keysOf(env.KITBAG_S3_KEY_ID, env.KITBAG_S3_SECRET, env.KITBAG_S3_SESSION);
        if (given !== undefined) return given;
        const revealed = await secrets.reveal(ref.id);
        return revealed.ok ? readKeys(revealed.value) : undefined;
      }
    }
  };
  let known: { readonly keys: BucketKeys; readonly until: number } | undefined;
  return async () => {
    if (known !== undefined && performance.now() < known.until) return known.keys;
    const keys = await asked();
    if (keys === undefined) throw new StoreError('denied', '', `no keys from ${ref.from}`);
    known = { keys, until: ref.from === 'profile' ? performance.now() + PROFILE_MS : Infinity };
    return keys;
  };
}

async function readProfile(profile: string, env: Environment): Promise<BucketKeys | undefined> {
  const path = env.AWS_SHARED_CREDENTIALS_FILE || join(homedir(), '.aws', 'credentials');
  try {
    return profileKeys(await readFile(path, 'utf8'), profile);
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    return undefined; // No file, or none that may be read: there is no such profile.
  }
}

function keysOf(
  id: string | undefined,
  secret: string | undefined,
  session: string | undefined,
): BucketKeys | undefined {
  if (!id || !secret) return undefined;
  return { accessKeyId: id, secretAccessKey: secret, ...(session && { sessionToken: session }) };
}
