import type { Stamp } from '../../domain/kernel/register.ts';
import { timeOfStamp } from '../live/event-time.ts';
import type { LiveCatalog } from '../live/live-catalog.ts';

/** The stamp of the last event of each device that was folded. */
export function lastStamps({ state, activity }: LiveCatalog): ReadonlyMap<string, Stamp> {
  const last = new Map<string, Stamp>();
  const note = (device: string, stamp: Stamp): void => {
    if (stamp > (last.get(device) ?? '')) last.set(device, stamp);
  };
  for (const [device, { stamp }] of state.seen) note(device, stamp);
  for (const [device, { stamp }] of activity.seen) note(device, stamp);
  for (const { source, stamp } of state.membership.events.values()) note(source.device, stamp);
  return last;
}

/** The hub's clock as it was last seen, in milliseconds since 1970: it follows whoever is ahead. */
export function hubTime(catalog: LiveCatalog): number {
  let latest = 0;
  for (const stamp of lastStamps(catalog).values()) latest = Math.max(latest, timeOfStamp(stamp));
  return latest;
}
