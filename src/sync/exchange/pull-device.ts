import { LATEST_TIME } from '../../shared/limits.ts';
import type { Cancellation } from '../../shared/ports/cancellation.ts';
import type { Stream } from '../../shared/vocabulary/device.ts';
import type { DeviceId } from '../../shared/vocabulary/ids.ts';
import { type HubHead, readHead } from '../hub/hub-head.ts';
import { cardKey, headKey } from '../hub/hub-layout.ts';
import type { ObjectStore } from '../hub/object-store.ts';
import type { Crypto } from '../identity/crypto.ts';
import type { DeviceCard } from '../identity/device-card.ts';
import { readCard } from '../identity/device-card.ts';
import { parseDocument } from '../identity/signed-document.ts';
import type { Journals } from '../journal/journals.ts';
import { LIMITS } from '../limits.ts';
import type { ByteBudget } from './byte-budget.ts';
import type { DeviceStanding, Trouble } from './device-standing.ts';
import { lacksNamed, takeInNamed } from './named-history.ts';
import { type NamedPosition, type NamedPositions, streamKey } from './named-positions.ts';
import { objectsOf, objectsWithoutHead } from './objects-here.ts';
import type { ReadAhead } from './read-ahead.ts';
import { bytesToRead, takeInStream } from './take-in-stream.ts';
import type { Rest } from './vain-reading.ts';

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
  /** What may be read at once of all devices together. */
  readonly budget: ByteBudget;
  /** Told of bytes that were read and refused. */
  readonly onVain: (device: DeviceId, bytes: number) => void;
  /** Told of every segment that was taken in, as soon as it is. */
  readonly onReceived: (events: number, bytes: number) => void;
  /** What is named of streams: of another history nothing is taken up to there. */
  readonly named: NamedPositions;
  /** Named events that were found here; kept from one exchange to the next. */
  readonly agreed: Set<string>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Awaited before events that were read are taken back: from then on everything has to be folded again. */
  readonly beforeRetract: () => Promise<void>;
};

/** What is remembered of a device between two readings, so that an unchanged head costs one small read. */
export type DeviceMemory = {
  /** The head when everything it names was here: its bytes, or of a large one the digest. */
  settled?: Uint8Array | string;
  /** Which streams were wanted then, and what was named of them. */
  settledFor?: string;
  /** What was named of histories that were taken back. */
  replaced?: Partial<Record<Stream, Replaced>>;
  /** It was asked for the histories that are named of it, and not all of them were there. */
  lacksNamed?: boolean;
  standing: DeviceStanding;
  /** Set while it is left alone, because so much of it was read for nothing. */
  rest?: Rest;
};

/** The first time for which what was named of a history that was taken back holds, doubled each time, and the longest. Milliseconds. */
const REPLACED_FIRST_MS = 60_000;
const REPLACED_LONGEST_MS = 24 * 60 * 60_000;

/**
 * What was named of a history that was taken back. It holds for a while though nobody says it any more: whoever named it may be known by that
 * history alone, which would come and go for ever; longer each time.
 */
type Replaced = { readonly position: NamedPosition; readonly until: number; readonly times: number };

/** Notes that a history was taken back for a naming. `now`: milliseconds since 1970. */
export function replacedAt(now: number, position: NamedPosition, before: Replaced | undefined): Replaced {
  const times = (before?.times ?? 0) + 1;
  const holds = Math.min(REPLACED_LONGEST_MS, REPLACED_FIRST_MS * 2 ** Math.min(times - 1, 20));
  return { position, until: now + holds, times };
}

/** Takes in what a device has written since the last time. Throws `StoreError` and the replica's `StorageError`. */
export async function pullDevice(parts: PullParts, device: DeviceId, memory: DeviceMemory): Promise<void> {
  const { store, ahead, signal } = parts;
  const bytes =
    ahead?.heads.get(device) ?? (await store.get(headKey(device), { limit: LIMITS.head, signal }));
  if (bytes === undefined) {
    await withoutHead(memory, parts, isKnown(parts, device) ? 'missing' : 'not-arrived');
    return;
  }
  const wanted = parts.streams
    .map((stream) => [stream, ...namedOf(parts, memory, stream).map(({ digest }) => digest)].join(' '))
    .join();
  const isSame = memory.settledFor === wanted && isSettled(memory.settled, bytes, parts.crypto);
  if (isSame && !(memory.lacksNamed === true && (await takeInAllNamed(parts, memory)))) return;
  const trouble = await takeInHead(parts, device, memory, bytes);
  // A head that is older than what is here, or of another history than the named one, has nothing for us, however often it is read.
  if (trouble === undefined || trouble === 'rolled-back' || trouble === 'replaced-history') {
    memory.settled = bytes.length > LIMITS.keptHead ? digestOf(bytes, parts.crypto) : bytes;
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
  if (reading.outcome !== 'head') {
    parts.onVain(device, bytes.length);
    return withoutHead(memory, parts, reading.outcome);
  }
  const { head } = reading;
  if (known === undefined) await parts.journals.meet(card);
  const { writtenAt: _before, ...standing } = memory.standing;
  // A device may say anything of its clock: what is no time that can be shown, is none.
  const isTime = Number.isInteger(head.at) && head.at >= 0 && head.at <= LATEST_TIME;
  memory.standing = { ...standing, ...(isTime && { writtenAt: head.at }) };
  const byStream: Partial<Record<Stream, Trouble>> = {};
  for (const stream of parts.streams) {
    const named = namedOf(parts, memory, stream);
    const taking = { parts, card, stream, named };
    const target = head.streams[stream];
    const trouble = await parts.budget.spend(bytesToRead(taking, target), () => takeInStream(taking, target));
    if (trouble !== undefined) byStream[stream] = trouble;
  }
  memory.standing = { ...memory.standing, objects: await objectsOf(parts, card, head, byStream) };
  const troubles = Object.values(byStream);
  // A stream that is older than what is here says less than one that has not arrived.
  return told(memory, parts, troubles.find((trouble) => trouble !== 'rolled-back') ?? troubles[0], head);
}

/** What is named of a stream of the device that is remembered here. */
function namedOf(parts: PullParts, memory: DeviceMemory, stream: Stream): readonly NamedPosition[] {
  const replaced = memory.replaced?.[stream];
  if (replaced !== undefined && parts.now() < replaced.until) return [replaced.position];
  return parts.named.get(streamKey(memory.standing.device, stream)) ?? [];
}

/** Takes in the named histories of a device that the hub's head does not lead to, where somebody has brought them. Says whether any has come. */
async function takeInAllNamed(parts: PullParts, memory: DeviceMemory): Promise<boolean> {
  const { device } = memory.standing;
  const lacking: Stream[] = [];
  for (const stream of parts.streams)
    if (await lacksNamed(parts, namedOf(parts, memory, stream))) lacking.push(stream);
  memory.lacksNamed = lacking.length > 0;
  if (lacking.length === 0) return false;
  const known = await parts.journals.card(device);
  const card = known ?? (await fetchCard(parts, device));
  if (card === undefined) return false;
  if (known === undefined) await parts.journals.meet(card);
  let come = 0;
  for (const stream of lacking) {
    const taking = { parts, card, stream, named: namedOf(parts, memory, stream) };
    if (await parts.budget.spend(LIMITS.segment, () => takeInNamed(taking))) come += 1;
  }
  memory.lacksNamed = come < lacking.length;
  return come > 0;
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

/** Notes where a device stands, once what is named of it was looked for; answers the trouble with it. */
async function told(
  memory: DeviceMemory,
  parts: PullParts,
  trouble: Trouble | undefined,
  head?: HubHead,
): Promise<Trouble | undefined> {
  const { journals, streams } = parts;
  delete memory.settled;
  await takeInAllNamed(parts, memory);
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

function isSettled(settled: DeviceMemory['settled'], bytes: Uint8Array, crypto: Crypto): boolean {
  if (typeof settled === 'string') return settled === digestOf(bytes, crypto);
  return settled !== undefined && sameBytes(settled, bytes);
}

/** Of what has no text, nothing is ever settled. */
function digestOf(bytes: Uint8Array, crypto: Crypto): string {
  return crypto.sha256(crypto.text(bytes) ?? '');
}

/** Whether two objects are the same. */
export function sameBytes(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, index) => byte === right[index]);
}
