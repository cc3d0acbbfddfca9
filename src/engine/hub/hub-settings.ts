import { z } from 'zod';
import { DEVICE_ID_PATTERN, type DeviceId, type HubId } from '../../shared/ids.ts';
import type { LocalStore } from '../ports/snapshots.ts';

const NAME = 'hub';
const schema = z.object({
  hub: z.string(),
  /** As `hub.json` calls it. */
  name: z.string(),
  founder: z.string().regex(DEVICE_ID_PATTERN),
  /** Absent where the exchange was ended: the replica still knows whose hub it is. */
  location: z.string().optional(),
  /** Somebody is on their way in: who they said they are. */
  joining: z.object({ name: z.string(), code: z.string().optional() }).optional(),
});

/** Which hub this replica belongs to and where it is. Local to the device. */
export type HubSettings = {
  readonly hub: HubId;
  readonly name: string;
  readonly founder: DeviceId;
  readonly location?: string;
  readonly joining?: { readonly name: string; readonly code?: string };
};

/** Reads the settings; `undefined` for a replica whose hub was never shared. */
export async function loadHubSettings(local: LocalStore): Promise<HubSettings | undefined> {
  const parsed = schema.safeParse(await local.load(NAME));
  // The patterns were checked; the brands only say so to the compiler.
  return parsed.success ? (parsed.data as HubSettings) : undefined;
}

/** Keeps the settings durably. */
export function saveHubSettings(local: LocalStore, settings: HubSettings): Promise<void> {
  return local.save(NAME, settings);
}
