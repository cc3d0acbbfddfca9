import type { Cancellation } from '../../shared/ports/cancellation.ts';
import type { Stream } from '../../shared/vocabulary/device.ts';
import type { HubHead } from '../hub/hub-head.ts';
import { cardKey, headKey, segmentKey, streamPrefix } from '../hub/hub-layout.ts';
import type { ObjectStore } from '../hub/object-store.ts';
import type { Journals } from '../journal/journals.ts';
import type { DeviceStanding, Trouble } from './device-standing.ts';

/** How many objects of a device there are to read, as far as is known, and what is the matter with those that were not. */
export type ObjectsHere = {
  /** Card, head, and the segments that the head names. */
  readonly named: number;
  /** They are not in the hub, or not whole. */
  readonly missing: number;
  /** They are there whole, and are not what the device signed. */
  readonly altered: number;
};

type Parts = {
  readonly store: ObjectStore;
  readonly journals: Journals;
  readonly streams: readonly Stream[];
  readonly signal?: Cancellation;
};
type At = Pick<DeviceStanding, 'device'>;

/** Of a device whose head can't be read: only card and head are known of. */
export async function objectsWithoutHead(
  { store, signal }: Parts,
  { device }: At,
  trouble: Trouble,
): Promise<ObjectsHere> {
  if (trouble === 'missing') return { named: 2, missing: 0, altered: 0 };
  const absent = async (key: string): Promise<number> =>
    (await store.stat(key, { signal })) === undefined ? 1 : 0;
  const card = await absent(cardKey(device));
  if (trouble === 'forged' || trouble === 'altered') return { named: 2, missing: card, altered: 1 };
  const missing = card + (await absent(headKey(device)));
  // Both are there and one of them can't be read: half of it has come.
  return { named: 2, missing: trouble === 'not-arrived' ? Math.max(1, missing) : missing, altered: 0 };
}

/**
 * The same with a head; `troubles` says of each stream what stopped its reading. Asks the hub only where something did, and then by one listing: a
 * head may name thousands of segments that nobody has written.
 */
export async function objectsOf(
  { store, journals, streams, signal }: Parts,
  { device }: At,
  head: HubHead,
  troubles: Readonly<Partial<Record<Stream, Trouble>>>,
): Promise<ObjectsHere> {
  const count = { named: 2, missing: 0, altered: 0 };
  for (const stream of streams) {
    const { segments } = head.streams[stream];
    count.named += segments.length;
    const trouble = troubles[stream];
    if (trouble === undefined) continue;
    const [stopped, ...after] = segments.filter(({ to }) => to > journals.head(device, stream).seq);
    if (stopped !== undefined && trouble === 'altered') count.altered += 1;
    if (stopped !== undefined && trouble === 'not-arrived') count.missing += 1;
    if (after.length === 0) continue;
    const { objects } = await store.list(streamPrefix(device, stream), { signal });
    const sizes = new Map(objects.map(({ key, size }) => [key, size]));
    for (const ref of after) if (sizes.get(segmentKey(device, stream, ref)) !== ref.size) count.missing += 1;
  }
  return count;
}
