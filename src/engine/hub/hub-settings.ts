import { z } from 'zod';
import { hubLocationSchema } from '../../contract/hub-location.ts';
import { type HubLocation, keptSecret } from '../../shared/hub-location.ts';
import { deviceIdSchema, hubIdSchema } from '../../shared/vocabulary/id-schemas.ts';
import type { DeviceId, HubId } from '../../shared/vocabulary/ids.ts';
import type { ReplicaHome } from '../ports/replica-home.ts';
import type { Secrets } from '../ports/secrets.ts';
import type { LocalStore } from '../ports/snapshots.ts';

/** One document says which hub this replica belongs to, or is on its way into: either both are written or neither. */
const NAME = 'hub';
/** Until there were buckets, a location was the path of a folder. */
const keptLocationSchema = z.union([
  z.string().transform((folder): HubLocation => ({ kind: 'folder', folder })),
  hubLocationSchema,
]);
const identitySchema = z.object({
  hub: hubIdSchema,
  /** As `hub.json` calls it. */
  name: z.string(),
  founder: deviceIdSchema,
});
const settingsSchema = identitySchema.extend({
  /** Absent where the exchange was ended: the replica still knows whose hub it is. */
  location: keptLocationSchema.optional(),
});
const joiningSchema = identitySchema.partial().extend({
  location: keptLocationSchema,
  joining: z.object({ name: z.string(), code: z.string().optional(), fingerprint: z.string().optional() }),
});

/** What `hub.json` says of a hub. */
export type HubName = { readonly hub: HubId; readonly name: string; readonly founder: DeviceId };

/** Which hub this replica belongs to and where it is. Local to the device. */
export type HubSettings = HubName & { readonly location?: HubLocation };

/** Who comes in: by themselves, or with the code of a device of their own. */
export type Newcomer = {
  readonly name: string;
  readonly code?: string;
  /** That of the hub they want to join, as their invitation or the joining screen shows it. */
  readonly fingerprint?: string;
};

/** Somebody is on their way into the hub at a location; which one it is, is not known while its description has not arrived. */
export type Joining = { readonly location: HubLocation; readonly who: Newcomer; readonly hub?: HubName };

/** Reads the settings; `undefined` for a replica whose hub was never shared, or is not known yet. */
export async function loadHubSettings(local: LocalStore): Promise<HubSettings | undefined> {
  const parsed = settingsSchema.safeParse(await local.load(NAME));
  // The patterns were checked; the brands only say so to the compiler.
  return parsed.success ? (parsed.data as HubSettings) : undefined;
}

/** Keeps the settings durably; whoever was on their way in is in. */
export function saveHubSettings(local: LocalStore, settings: HubSettings): Promise<void> {
  return local.save(NAME, settings);
}

/** Who is on their way in, and where; `undefined` where nobody is. */
export async function loadJoining(local: LocalStore): Promise<Joining | undefined> {
  const parsed = joiningSchema.safeParse(await local.load(NAME));
  if (!parsed.success) return undefined;
  const { location, joining, hub, name, founder } = parsed.data;
  const { code, fingerprint } = joining;
  const who = {
    name: joining.name,
    ...(code !== undefined && { code }),
    ...(fingerprint !== undefined && { fingerprint }),
  };
  if (hub === undefined || name === undefined || founder === undefined) return { location, who };
  return { location, who, hub: { hub, name, founder } };
}

/** Keeps durably who is on their way in, and the keys of the place first. */
export async function saveJoining(
  { local, secrets }: Pick<ReplicaHome, 'local' | 'secrets'>,
  { location, who, hub }: Joining,
): Promise<void> {
  const secret = keptSecret(location);
  if (secret !== undefined) await secrets.keep(secret);
  await local.save(NAME, { ...hub, location, joining: who });
}

/** Takes away the keys of a place that another one, or the same with other keys, has replaced. */
export async function forgetReplaced(
  secrets: Secrets,
  before: HubLocation | undefined,
  now: HubLocation | undefined,
): Promise<void> {
  const replaced = keptSecret(before);
  if (replaced !== undefined && replaced !== keptSecret(now)) await secrets.forget(replaced);
}

/** Belongs to no hub that is shared: what a joining that came to nothing left is gone. */
export function forgetHub(local: LocalStore): Promise<void> {
  return local.save(NAME, null);
}
