import { MOST_NAMED } from '../../shared/limits.ts';
import type { Stream } from '../../shared/vocabulary/device.ts';
import type { DeviceId, MemberId } from '../../shared/vocabulary/ids.ts';

/** Any JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

/**
 * One entry of a device's journal. On disk it is one line of canonical JSON (RFC 8785) in UTF-8; the SHA-256 of that line without its
 * line break is the event's digest, and the next event's `prev`.
 */
export type JournalEvent = {
  readonly v: 1;
  readonly device: DeviceId;
  /** 1, 2, 3, … within the device's stream. */
  readonly seq: number;
  /** Digest of the event before; of `genesisText(device, stream)` for the first, which ties the chain to its place. */
  readonly prev: string;
  /** Hybrid logical clock, see `hlc.ts`. Sorts as text. */
  readonly hlc: string;
  readonly member: MemberId;
  readonly kind: string;
  readonly body: JsonObject;
  /** Events that this one came after although their places in the order are not before its stamp. Absent where there are none. */
  readonly after?: readonly Stamp[];
  /** How many events of the same write follow this one. Absent on the last, and where it is the only one. */
  readonly left?: number;
};

/** What somebody wants to have happened. */
export type EventToCommit = {
  readonly stream: Stream;
  readonly kind: string;
  readonly body: JsonObject;
  /** What it writes over or rests on: the event names of that what does not stand before its stamp. */
  readonly over?: readonly Over[];
};

/** A write that another one comes after. */
export type Over = {
  readonly ref: Stamp;
  /** Where it stands in the order, as text that compares with stamps; see {@link ALWAYS_NAMED}. */
  readonly key: string;
};

/** The place of what is named whatever the clocks say. */
export const ALWAYS_NAMED = '~';

/** What an event names of what it comes after: of many those that stand last. */
export function namedBy(over: readonly Over[], own: Stamp): readonly Stamp[] {
  const last = over.filter(({ ref, key }) => ref !== own && key >= own);
  last.sort((a, b) => (a.key < b.key ? 1 : a.key > b.key ? -1 : a.ref < b.ref ? -1 : 1));
  return [...new Set(last.map(({ ref }) => ref))].slice(0, MOST_NAMED);
}

/** An event with the stream that it stands in. */
export type StreamEvent = { readonly stream: Stream; readonly event: JournalEvent };

/** How far each device's streams have been read: `"<device>/<stream>"` → last `seq`. */
export type Position = Readonly<Record<string, number>>;

/** The total order of last-writer-wins: clock first, device second. Compares as text; equal only for the same write. */
type Stamp = string;

/** The stamp of an event. */
export function stampOf(event: Pick<JournalEvent, 'hlc' | 'device'>): Stamp {
  return `${event.hlc}|${event.device}`;
}
