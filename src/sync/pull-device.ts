import type { DeviceId } from '../shared/ids.ts';
import { findCommonPoint } from './common-point.ts';
import type { DeviceCard } from './device-card.ts';
import { readCard } from './device-card.ts';
import type { DeviceStanding, Trouble } from './device-standing.ts';
import { type HubHead, readHead, type SegmentRef, type StreamHead } from './hub-head.ts';
import { cardKey, headKey, segmentKey } from './hub-layout.ts';
import type { Stream } from './journal-event.ts';
import type { Journals } from './journals.ts';
import type { Crypto } from './ports/crypto.ts';
import type { ObjectStore } from './ports/object-store.ts';
import { readSegment } from './segment.ts';
import { parseDocument } from './signed-document.ts';

/** What reading from a hub needs. */
export type PullParts = {
  readonly store: ObjectStore;
  readonly journals: Journals;
  readonly crypto: Crypto;
  /** The streams that this device wants of others. */
  readonly streams: readonly Stream[];
  readonly beforeRetract: () => Promise<void>;
  /** Told of every segment that was taken in. */
  readonly onBytes?: (bytes: number) => void;
};

/** What is remembered of a device between two readings, so that an unchanged head costs one small read. */
export type DeviceMemory = {
  /** The head's bytes when everything it names was here. */
  settled?: Uint8Array;
  /** Which streams were wanted then. */
  settledFor?: string;
  serial: number;
  standing: DeviceStanding;
};

/** How a reading of one device ended. */
export type DevicePull = {
  readonly received: number;
  /** Events that had been read are no longer so: everything has to be folded again. */
  readonly retracted: boolean;
};

/** Takes in what a device has written since the last time. Throws `StoreError` `unreachable` and the replica's `StorageError`. */
export async function pullDevice(
  parts: PullParts,
  device: DeviceId,
  memory: DeviceMemory,
): Promise<DevicePull> {
  const { store, crypto } = parts;
  const bytes = await store.get(headKey(device));
  if (bytes === undefined) return told(memory, parts, isKnown(parts, device) ? 'missing' : 'not-arrived');
  const wanted = parts.streams.join();
  if (memory.settled !== undefined && memory.settledFor === wanted && sameBytes(memory.settled, bytes))
    return NOTHING;
  const known = await parts.journals.card(device);
  const card = known ?? (await fetchCard(parts, device));
  if (card === undefined) return told(memory, parts, 'not-arrived');
  memory.standing = { ...memory.standing, name: card.name };
  const reading = readHead(bytes, { device, publicKey: card.publicKey }, crypto);
  if (reading.outcome !== 'head') return told(memory, parts, reading.outcome);
  const { head } = reading;
  if (head.serial < memory.serial) return told(memory, parts, 'rolled-back');
  if (known === undefined) await parts.journals.meet(card);
  memory.serial = head.serial;
  memory.standing = { ...memory.standing, writtenAt: head.at };
  const result = await takeIn(parts, card, head);
  told(memory, parts, result.trouble, head);
  // A head that is older than what is here has nothing for us, however often it is read.
  if (result.trouble === undefined || result.trouble === 'rolled-back') {
    memory.settled = bytes;
    memory.settledFor = wanted;
  }
  return result;
}

/** Nothing is known of a device yet. */
export function newMemory(device: DeviceId): DeviceMemory {
  return { serial: 0, standing: { device, streams: {} } };
}

const NOTHING: DevicePull = { received: 0, retracted: false };

type Taken = DevicePull & { readonly trouble?: Trouble };

async function takeIn(parts: PullParts, card: DeviceCard, head: HubHead): Promise<Taken> {
  let received = 0;
  let retracted = false;
  let trouble: Trouble | undefined;
  for (const stream of parts.streams) {
    const taken = await takeInStream(parts, card, stream, head.streams[stream]);
    received += taken.received;
    retracted ||= taken.retracted;
    trouble ??= taken.trouble;
  }
  return { received, retracted, ...(trouble !== undefined && { trouble }) };
}

async function takeInStream(
  parts: PullParts,
  card: DeviceCard,
  stream: Stream,
  target: StreamHead,
): Promise<Taken> {
  const { journals } = parts;
  const here = journals.head(card.device, stream);
  if (target.seq < here.seq) return { ...NOTHING, trouble: 'rolled-back' };
  if (target.seq === here.seq && target.digest === here.digest) return NOTHING;
  const first = await takeSegments(parts, card, stream, target);
  const forked = first.trouble === 'forked' || (target.seq === here.seq && target.digest !== here.digest);
  if (!forked) return first;
  const point = await findCommonPoint(parts, card, stream, target);
  if (point === undefined) return { ...first, trouble: 'not-arrived' };
  await parts.beforeRetract();
  await journals.retract(card.device, stream, point);
  const second = await takeSegments(parts, card, stream, target);
  return { ...second, retracted: true, trouble: second.trouble ?? 'forked' };
}

async function takeSegments(
  parts: PullParts,
  card: DeviceCard,
  stream: Stream,
  target: StreamHead,
): Promise<Taken> {
  let received = 0;
  for (const ref of target.segments) {
    const here = parts.journals.head(card.device, stream);
    if (ref.to <= here.seq) continue;
    const taken = await takeSegment(parts, card, stream, ref);
    if (typeof taken === 'string') return { received, retracted: false, trouble: taken };
    received += taken;
  }
  return { received, retracted: false };
}

async function takeSegment(
  parts: PullParts,
  { device, publicKey }: DeviceCard,
  stream: Stream,
  ref: SegmentRef,
): Promise<number | Trouble> {
  const { journals, store, crypto } = parts;
  const bytes = await store.get(segmentKey(device, stream, ref));
  if (bytes === undefined) return 'not-arrived';
  const here = journals.head(device, stream);
  const reading = readSegment(bytes, ref, { device, stream, publicKey }, here, crypto);
  if (reading.outcome !== 'sound') return reading.outcome;
  await journals.receive({ device, stream, ...reading });
  parts.onBytes?.(bytes.length);
  return reading.lines.length;
}

async function fetchCard(parts: PullParts, device: DeviceId): Promise<DeviceCard | undefined> {
  const bytes = await parts.store.get(cardKey(device));
  const card = bytes && readCard(parseDocument(bytes, parts.crypto), parts.crypto);
  return card?.device === device ? card : undefined;
}

function isKnown({ journals }: PullParts, device: DeviceId): boolean {
  return journals.devices().includes(device);
}

/** Notes where a device stands. */
function told(
  memory: DeviceMemory,
  { journals, streams }: PullParts,
  trouble: Trouble | undefined,
  head?: HubHead,
): DevicePull {
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
  return NOTHING;
}

function sameBytes(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, index) => byte === right[index]);
}
