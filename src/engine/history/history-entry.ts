import type { HistoryEntry } from '../../contract/history.ts';
import { refusalOf } from '../../domain/fold/refused-selectors.ts';
import { knownDevice } from '../../domain/people/people-selectors.ts';
import type { Says } from '../../shared/says/says.ts';
import type { WithAssets } from '../assets/with-assets.ts';
import type { LiveCatalog } from '../live/live-catalog.ts';
import { shownMember } from '../people/shown-member.ts';
import { refusedWhy } from '../people/why-refused.ts';
import type { KnownEvent } from './journal-events.ts';

/** Who did it, when, and from which device. */
export function entryHead(
  replica: WithAssets,
  { event, at }: KnownEvent,
): Pick<HistoryEntry, 'device' | 'seq' | 'at' | 'by' | 'deviceName'> {
  const deviceName = knownDevice(replica.catalog, event.device)?.name;
  return {
    device: event.device,
    seq: event.seq,
    at,
    by: shownMember(replica, event.member),
    ...(deviceName !== undefined && { deviceName }),
  };
}

/** Why an event changes nothing; `undefined` where it counts. */
export function refusedWhyOf(catalog: LiveCatalog, { event }: KnownEvent): Says | undefined {
  const why = refusalOf(catalog, event);
  return why === undefined ? undefined : refusedWhy(why);
}
