import { type DeviceId, isDeviceId } from '../../shared/vocabulary/ids.ts';
import { BARE, type Claimed } from '../kernel/claims.ts';
import type { FoldEvent } from '../kernel/fold-event.ts';
import type { Holds } from '../kernel/holds.ts';
import { type OrderKey, ownStamp, placeInOrder } from '../kernel/order.ts';
import type { Stamp } from '../kernel/register.ts';
import type { ActivityState, CatalogState } from '../registry.ts';

/** What one asks of the history that was folded: where its events stand, how far it goes. */

type Catalog = Holds<CatalogState>;

/** Where an event stands in the order of all. */
export function placeOfEvent(
  { state }: Catalog,
  event: Pick<FoldEvent, 'hlc' | 'device' | 'after'>,
): OrderKey {
  return placeInOrder(state.order, event);
}

/** The last event of a device that was folded, of the catalog; 0 before the first. */
export function foldedUpTo({ state }: Catalog, device: DeviceId): number {
  return state.seen.get(device)?.seq ?? 0;
}

/** The stamp of the last event of each device that was folded. */
export function lastStamps({
  state,
  activity,
}: Catalog & { readonly activity: ActivityState }): ReadonlyMap<string, Stamp> {
  const last = new Map<string, Stamp>();
  const note = (device: string, stamp: Stamp): void => {
    if (stamp > (last.get(device) ?? '')) last.set(device, stamp);
  };
  for (const [device, { stamp }] of state.seen) note(device, stamp);
  for (const [device, { stamp }] of activity.seen) note(device, stamp);
  for (const { source, stamp } of state.membership.events.values()) note(source.device, stamp);
  return last;
}

/** Devices with claims without a nonce that no anchor covers. Goes through all assets and requests. */
export function bareDevices({ state }: Catalog): readonly DeviceId[] {
  const devices = new Set<string>();
  const note = (claim: Claimed<unknown> | undefined): void => {
    if (claim?.weight === BARE) devices.add(ownStamp(claim.stamp).split('|')[1] ?? '');
  };
  for (const { added, versions } of state.assets.values()) {
    note(added);
    for (const version of versions.values()) note(version);
  }
  for (const { made, comments } of state.requests.values()) {
    note(made);
    for (const comment of comments.values()) note(comment);
  }
  return [...devices].filter(isDeviceId).sort();
}
