import { z } from 'zod';
import { canonicalJson } from '../../shared/canonical-json.ts';
import type { HubLocation } from '../../shared/hub-location.ts';
import type { DeviceId } from '../../shared/vocabulary/ids.ts';
import type { KeptCheck } from '../../sync/exchange/own-checks.ts';
import type { Crypto } from '../../sync/identity/crypto.ts';
import type { LocalStore } from '../ports/snapshots.ts';

const NAME = 'own-check';
const keptSchema = z.object({
  of: z.string(),
  at: z.number().finite(),
  turn: z.number().int().nonnegative(),
});

/**
 * Keeps when this device read what it has at a place, so that every `kitbag sync` does not read it again. What was kept of another place or
 * of another device says nothing.
 */
export function keptCheck(
  local: LocalStore,
  crypto: Crypto,
  device: DeviceId,
  location: HubLocation,
): KeptCheck {
  const of = crypto.sha256(`${device}\n${canonicalJson(location)}`);
  return {
    load: async () => {
      const kept = keptSchema.safeParse(await local.load(NAME));
      return kept.success && kept.data.of === of ? { at: kept.data.at, turn: kept.data.turn } : undefined;
    },
    save: ({ at, turn }) => local.save(NAME, { of, at, turn }),
  };
}
