import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Invitation, Invitations } from '../../engine/ports/invitations.ts';
import type { Secrets } from '../../engine/ports/secrets.ts';
import { withoutSteering } from '../../shared/clean-line.ts';
import { BUCKET_STYLES, type BucketAddress, bucketText } from '../../shared/hub-location.ts';
import { cleanName } from '../../shared/person-name.ts';
import { newInviteCode } from '../keys/invite-code.ts';
import { openWithPassword, sealWithPassword } from '../keys/password-box.ts';
import { systemRandom } from '../system/system-ports.ts';
import { readBucketAddress } from './bucket-address.ts';
import { bucketKeys, type Environment, keysText, readKeys } from './bucket-keys.ts';

const MARK = 'kitbag-invitation:1';
/** What mail programs put between: line breaks, marks of quotations, soft hyphens, spaces without a width. */
const BETWEEN = /[\s>\u00ad\u200b\u2060\ufeff]/g;
const LINE = new RegExp(`${MARK}:([A-Za-z0-9_-]{1,40000}):([0-9a-f]{8})`);
const LONGEST_TEXT = 200_000;

const invitationSchema = z.object({
  hub: z.string().max(100),
  /** Shown before anything of the hub was seen: as it may be shown. */
  name: z.string().max(300).transform(cleanName).pipe(z.string().min(1)),
  founder: z.string().max(100),
  place: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('folder'), folder: z.string().max(4000).transform(withoutSteering) }),
    z.object({
      kind: z.literal('bucket'),
      endpoint: z.string(),
      region: z.string(),
      bucket: z.string(),
      prefix: z.string(),
      style: z.enum(BUCKET_STYLES),
    }),
  ]),
  keys: z.string().max(30_000).exactOptional(),
});

/** Invitations of this machine; the keys are read from, and held by, its secrets. */
export function invitations(secrets: Secrets, env: Environment): Invitations {
  return {
    write,
    read,
    password: () => newInviteCode(systemRandom),
    seal: async (location, password) => {
      if (location.kind !== 'bucket') return undefined;
      const keys = await bucketKeys(location.secret, { secrets, env })().catch(() => undefined);
      return keys && sealWithPassword(keysText(keys), password, purposeOf(location));
    },
    open: async ({ place, keys }, password) => {
      if (place.kind !== 'bucket' || keys === undefined) return undefined;
      const opened = await openWithPassword(keys, password, purposeOf(place));
      const read = opened === undefined ? undefined : readKeys(opened);
      if (read === undefined) return undefined;
      return { ...place, secret: { from: 'kept', id: secrets.hold(keysText(read)) } };
    },
  };
}

/** Keys open for the place that they were sealed for: an invitation that somebody points elsewhere carries them nowhere. */
function purposeOf(address: BucketAddress): string {
  return `kitbag keys 1\n${bucketText(address)}`;
}

function write(invitation: Invitation): string {
  const body = Buffer.from(JSON.stringify(invitation), 'utf8').toString('base64url');
  return `${MARK}:${body}:${checkOf(body)}`;
}

function read(text: string): Invitation | undefined {
  if (text.length > LONGEST_TEXT) return undefined;
  const [, body, check] = LINE.exec(text.replaceAll(BETWEEN, '')) ?? [];
  if (body === undefined || check !== checkOf(body)) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(body, 'base64url').toString('utf8'));
  } catch {
    return undefined; // The letters are whole, and say nothing: not written by Kitbag.
  }
  const parsed = invitationSchema.safeParse(value);
  if (!parsed.success) return undefined;
  const { place } = parsed.data;
  if (place.kind === 'folder') return parsed.data;
  const address = readBucketAddress(place);
  return address.ok ? { ...parsed.data, place: { kind: 'bucket', ...address.value } } : undefined;
}

/** Tells a line that was cut or mistyped from a whole one. It protects against nobody. */
function checkOf(body: string): string {
  return createHash('sha256').update(body, 'utf8').digest('hex').slice(0, 8);
}
