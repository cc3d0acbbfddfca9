import type { Timeline } from '../../domain/membership.ts';
import { namedEvents } from '../../domain/role-changes.ts';
import type { DeviceId } from '../../shared/ids.ts';
import { type NamedPositions, streamKey } from '../../sync/named-positions.ts';

/** What the catalog names of devices' streams, as the exchange asks for it. */
export function namedPositions(timeline: Timeline): NamedPositions {
  return new Map(
    namedEvents(timeline).map((event) => {
      const device = event.device as DeviceId; // it is bound to a member: its id is a device's
      return [streamKey(device, event.stream), { ...event, device }];
    }),
  );
}
