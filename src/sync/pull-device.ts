import type { DeviceId } from '../shared/ids.ts';
import { LATEST_TIME } from '../shared/limits.ts';
import type { Cancellation } from '../shared/ports/cancellation.ts';
import { findCommonPoint } from './common-point.ts';
import type { DeviceCard } from './device-card.ts';
import { readCard } from './device-card.ts';
import type { DeviceStanding, Trouble } from './device-standing.ts';
import { type HubHead, readHead, type SegmentRef, type StreamHead } from './hub-head.ts';
import { cardKey, headKey, segmentKey } from './hub-layout.ts';
import type { Stream } from './journal-event.ts';
import type { Journals } from './journals.ts';
import { LIMITS } from './limits.ts';
import { objectsOf, objectsWithoutHead } from './objects-here.ts';
import type { Crypto } from './ports/crypto.ts';
import type { ObjectStore } from './ports/object-store.ts';
import type { ReadAhead } from './read-ahead.ts';
import { readSegment, segmentLimit } from './segment.ts';
import { parseDocument } from './signed-document.ts';

/** What reading from a hub needs. */
export type PullParts = {
  readonly store: ObjectStore;
  readonly journals: Journals;
  readonly crypto: Crypto;
  readonly signal?: Cancellation;
  /** What was read already. */
  readonly ahead?: ReadAhead;
  /** The streams that this device wants of others. */
  readonly streams: readonly Stream[];
  /** Told of every segment that was taken in, as soon as it is. */
  readonly onReceived: (events: number, bytes: number) => void;
  /** Awaited before events that were read are taken back: from then on everything has to be folded again. */
  readonly beforeRetract: () => Promise<void>;
};

/** What is remembered of a device between two readings, so that an unchanged head costs one small read. */
export type DeviceMemory = {
  /** The head's bytes when everything it names was here. */
  settled?: Uint8Array;
  /** Which streams were wanted then. */
  settledFor?: string;
  standing: DeviceStanding;
};

/** Takes in what a device has written since the last time. Throws `StoreError` and the replica's `StorageError`. */
export async function pullDevice(parts: PullParts, device: DeviceId, memory: DeviceMemory): Promise<void> {
  const { store, ahead, signal } = parts;
  const bytes =
    ahead?.heads.get(device) ?? (await store.get(headKey(device), { limit: LIMITS.head, signal }));
  if (bytes === undefined) {
    await withoutHead(memory, parts, isKnown(parts, device) ? 'missing' : 'not-arrived');
    return;
  }
  const wanted = parts.streams.join();
  if (memory.settled !== undefined && memory.settledFor === wanted && sameBytes(memory.settled, bytes))
    return;
  const trouble = await takeInHead(parts, device, memory, bytes);
  // A head that is older than what is here has nothing for us, however often it is read.
  if (trouble === undefined || trouble === 'rolled-back') {
    memory.settled = bytes;
    memory.settledFor = wanted;
  }
}

/** Nothing is known of a device yet. */
export function newMemory(device: DeviceId): DeviceMemory {
  return { standing: { device, streams: {} } };
}

async function takeInHead(
  parts: PullParts,
  device: DeviceId,
  memory: DeviceMemory,
  bytes: Uint8Array,
): Promise<Trouble | undefined> {
  const known = await parts.journals.card(device);
  const card = known ?? (await fetchCard(parts, device));
  if (card === undefined) return withoutHead(memory, parts, 'not-arrived');
  memory.standing = { ...memory.standing, name: card.name };
  const reading = readHead(bytes, { device, publicKey: card.publicKey }, parts.crypto);
  if (reading.outcome !== 'head') return withoutHead(memory, parts, reading.outcome);
  const { head } = reading;
  if (known === undefined) await parts.journals.meet(card);
  const { writtenAt: _before, ...standing } = memory.standing;
  // A device may say anything of its clock: what is no time that can be shown, is none.
  const isTime = Number.isInteger(head.at) && head.at >= 0 && head.at <= LATEST_TIME;
  memory.standing = { ...standing, ...(isTime && { writtenAt: head.at }) };
  const byStream: Partial<Record<Stream, Trouble>> = {};
  for (const stream of parts.streams) {
    const trouble = await takeInStream(parts, card, stream, head.streams[stream]);
    if (trouble !== undefined) byStream[stream] = trouble;
  }
  memory.standing = { ...memory.standing, objects: await objectsOf(parts, card, head, byStream) };
  const troubles = Object.values(byStream);
  // A stream that is older than what is here says less than one that has not arrived.
  return told(memory, parts, troubles.find((trouble) => trouble !== 'rolled-back') ?? troubles[0], head);
}

async function withoutHead(
  memory: DeviceMemory,
  parts: PullParts,
  trouble: Trouble,
): Promise<Trouble | undefined> {
  memory.standing = {
    ...memory.standing,
    objects: await objectsWithoutHead(parts, memory.standing, trouble),
  };
  return told(memory, parts, trouble);
}

async function takeInStream(
  parts: PullParts,
  card: DeviceCard,
  stream: Stream,
  target: StreamHead,
): Promise<Trouble | undefined> {
  const { journals } = parts;
  const here = journals.head(card.device, stream);
  if (target.seq <= here.seq) {
    const same = (await journals.digestAt(card.device, stream, target.seq)) === target.digest;
    if (same) return target.seq < here.seq ? 'rolled-back' : undefined;
  }
  // Of two histories the one that the hub has now counts, also where it is shorter: everybody can agree on that.
  const first = target.seq <= here.seq ? 'forked' : await takeSegments(parts, card, stream, target);
  if (first !== 'forked') return first;
  const point = await findCommonPoint(parts, card, stream, target);
  if (point === undefined) return 'not-arrived';
  await parts.beforeRetract();
  await journals.retract(card.device, stream, point);
  return (await takeSegments(parts, card, stream, target)) ?? 'forked';
}

async function takeSegments(
  parts: PullParts,
  card: DeviceCard,
  stream: Stream,
  target: StreamHead,
): Promise<Trouble | undefined> {
  for (const ref of target.segments) {
    const here = parts.journals.head(card.device, stream);
    if (ref.to <= here.seq) continue;
    const trouble = await takeSegment(parts, card, stream, ref);
    if (trouble !== undefined) return trouble;
  }
  return undefined;
}

async function takeSegment(
  parts: PullParts,
  { device, publicKey }: DeviceCard,
  stream: Stream,
  ref: SegmentRef,
): Promise<Trouble | undefined> {
  const { journals, store, crypto, ahead, signal } = parts;
  const key = segmentKey(device, stream, ref);
  const here = journals.head(device, stream);
  const read = (found: Uint8Array) => readSegment(found, ref, { device, stream, publicKey }, here, crypto);
  let bytes = ahead?.bundled.get(key);
  let reading = bytes && read(bytes);
  if (reading?.outcome !== 'sound') {
    bytes = await store.get(key, { limit: segmentLimit(ref), signal });
    reading = bytes && read(bytes);
  }
  if (bytes === undefined || reading === undefined) return 'not-arrived';
  if (reading.outcome !== 'sound') return reading.outcome;
  await journals.receive({ device, stream, ...reading });
  parts.onReceived(reading.lines.length, bytes.length);
  return undefined;
}

async function fetchCard(parts: PullParts, device: DeviceId): Promise<DeviceCard | undefined> {
  const key = cardKey(device);
  const read = (bytes: Uint8Array | undefined): DeviceCard | undefined => {
    const card = bytes && readCard(parseDocument(bytes, parts.crypto), parts.crypto);
    return card?.device === device ? card : undefined;
  };
  return (
    read(parts.ahead?.bundled.get(key)) ??
    read(await parts.store.get(key, { limit: LIMITS.card, signal: parts.signal }))
  );
}

function isKnown({ journals }: PullParts, device: DeviceId): boolean {
  return journals.devices().includes(device);
}

/** Notes where a device stands; answers the trouble with it. */
function told(
  memory: DeviceMemory,
  { journals, streams }: PullParts,
  trouble: Trouble | undefined,
  head?: HubHead,
): Trouble | undefined {
  delete memory.settled;
  const { trouble: _before, ...standing } = memory.standing;
  const { device } = standing;
  const counts = streams.map((stream) => {
    const here = journals.head(device, stream).seq;
    const there = head?.streams[stream].seq ?? standing.streams[stream]?.there ?? here;
    return [stream, { here, there }] as const;
  });
  memory.standing = {
    ...standing,
    streams: Object.fromEntries(counts),
    ...(trouble !== undefined && { trouble }),
  };
  return trouble;
}

/** Whether two objects are the same. */
export function sameBytes(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, index) => byte === right[index]);
}
