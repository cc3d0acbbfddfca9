import type { HistoryEntry } from '../../contract/history.ts';
import { refusalOf } from '../../domain/fold/refused-selectors.ts';
import { knownDevice } from '../../domain/people/people-selectors.ts';
import type { WithAssets } from '../assets/with-assets.ts';
import type { LiveCatalog } from '../live/live-catalog.ts';
import { refusedWhy } from '../people/refusal-sentences.ts';
import { shownMember } from '../people/shown-member.ts';
import type { KnownEvent } from './journal-events.ts';

/** Who did it, when, and from which device. */
export function entryHead(
  replica: WithAssets,
  { event, at }: KnownEvent,
): Pick<HistoryEntry, 'device' | 'seq' | 'at' | 'by' | 'deviceName'> {
  return {
    device: event.device,
    seq: event.seq,
    at,
    by: shownMember(replica, event.member),
    deviceName: deviceNameOf(replica.catalog, event.device),
  };
}

/** A device's name; the beginning of its id where nobody knows it. */
export function deviceNameOf(catalog: LiveCatalog, device: string): string {
  const known = knownDevice(catalog, device);
  return known?.name ?? `Unknown device ${device.slice(0, 8)}`;
}

/** Why an event changes nothing; `undefined` where it counts. */
export function refusedWhyOf(catalog: LiveCatalog, { event }: KnownEvent): string | undefined {
  const why = refusalOf(catalog, event);
  return why === undefined ? undefined : refusedWhy(why);
}
