import type { Stream } from '../../shared/vocabulary/device.ts';
import { HLC_ZERO } from '../clock/hlc.ts';
import type { SegmentRef, StreamHead } from '../hub/hub-head.ts';
import { segmentKey } from '../hub/hub-layout.ts';
import { readSegment, type SegmentReading, segmentLimit } from '../hub/segment.ts';
import type { DeviceCard } from '../identity/device-card.ts';
import type { ChainHead } from '../journal/journal-chain.ts';
import { LIMITS } from '../limits.ts';
import { findCommonPoint } from './common-point.ts';
import type { Trouble } from './device-standing.ts';
import { agreementWith, type NamedPosition, provenOf } from './named-positions.ts';
import type { PullParts } from './pull-device.ts';

/** Whose stream is taken in, and what is named of it. */
export type Taking = {
  readonly parts: PullParts;
  readonly card: DeviceCard;
  readonly stream: Stream;
  readonly named: readonly NamedPosition[];
};

/** How much of a stream is still to be read, as its head says. Bytes. */
export function bytesToRead({ parts, card, stream }: Taking, { segments }: StreamHead): number {
  const { seq } = parts.journals.head(card.device, stream);
  return segments.reduce((sum, ref) => (ref.to > seq ? sum + segmentLimit(ref) : sum), 0);
}

/** A segment that was read and is sound. */
type Read = Extract<SegmentReading, { readonly outcome: 'sound' }> & { readonly bytes: number };

/**
 * Takes in what a stream's head names. Of two histories the one that the hub has now counts, also where it is shorter, because everybody can
 * agree on that; but up to a named event only the history in which that event stands, and of that all or nothing.
 */
export async function takeInStream(taking: Taking, target: StreamHead): Promise<Trouble | undefined> {
  const { parts, card, stream, named } = taking;
  const { journals } = parts;
  const { device } = card;
  const here = journals.head(device, stream);
  if (target.seq <= here.seq) {
    const same = (await journals.digestAt(device, stream, target.seq)) === target.digest;
    if (same) return target.seq < here.seq ? 'rolled-back' : undefined;
  }
  const first = target.seq <= here.seq ? 'forked' : await takeSegments(taking, target);
  if (first !== 'forked') return first;
  const point = await findCommonPoint(parts, card, stream, target);
  if (point === undefined) return 'not-arrived';
  const trouble = await forbids(taking, named, target, point);
  if (trouble !== undefined) return trouble;
  await parts.beforeRetract();
  await journals.retract(device, stream, point);
  return (await takeSegments(taking, target)) ?? 'forked';
}

/** Why what is here must not give way to the hub's history, which goes another way after `point`. */
async function forbids(
  taking: Taking,
  named: readonly NamedPosition[],
  target: StreamHead,
  point: number,
): Promise<Trouble | undefined> {
  const { parts, card, stream } = taking;
  const beyond = named.filter(({ seq }) => seq > point);
  for (const position of beyond)
    if ((await agreementWith(parts.journals, position)) === 'agrees') return 'replaced-history';
  const digest = (await parts.journals.digestAt(card.device, stream, point)) ?? '';
  const read = await readUpTo(taking, target, { seq: point, digest, hlc: HLC_ZERO }, provenOf(beyond));
  return typeof read === 'string' ? read : undefined;
}

async function takeSegments(taking: Taking, target: StreamHead): Promise<Trouble | undefined> {
  const { parts, card, stream, named } = taking;
  const here = parts.journals.head(card.device, stream);
  const ahead = provenOf(named).filter(({ seq }) => seq > here.seq);
  const first = await readUpTo(taking, target, here, ahead);
  if (typeof first === 'string') return first;
  for (const read of first) await receive(taking, read);
  for (const ref of target.segments) {
    const reached = parts.journals.head(card.device, stream);
    if (ref.to <= reached.seq) continue;
    const read = await readOne(taking, ref, reached);
    if (typeof read === 'string') return read;
    await receive(taking, read);
  }
  return undefined;
}

/** Reads the segments up to the last of the named events, which have to stand in them; takes in none. What was read then, and is not taken, was in vain. */
async function readUpTo(
  taking: Taking,
  target: StreamHead,
  from: ChainHead,
  named: readonly NamedPosition[],
): Promise<readonly Read[] | Trouble> {
  const all: Read[] = [];
  const trouble = await readInto(all, taking, target, from, named);
  if (trouble === undefined) return all;
  const { parts, card } = taking;
  parts.onVain(
    card.device,
    all.reduce((sum, { bytes }) => sum + bytes, 0),
  );
  return trouble;
}

async function readInto(
  all: Read[],
  taking: Taking,
  target: StreamHead,
  from: ChainHead,
  named: readonly NamedPosition[],
): Promise<Trouble | undefined> {
  const waiting = [...named];
  let head = from;
  let bytes = 0;
  for (const ref of target.segments) {
    if (waiting.length === 0) break;
    if (ref.to <= head.seq) continue;
    bytes += ref.size;
    if (bytes > LIMITS.upToNamed) return 'too-large';
    const read = await readOne(taking, ref, head);
    if (typeof read === 'string') return read;
    all.push(read);
    for (let next = waiting[0]; next !== undefined && next.seq <= ref.to; next = waiting[0]) {
      const line = read.lines[next.seq - head.seq - 1] ?? '';
      if (taking.parts.crypto.sha256(line) !== next.digest) return 'replaced-history';
      waiting.shift();
    }
    head = read.head;
  }
  return waiting.every(({ orLess }) => orLess === true) ? undefined : 'not-arrived';
}

async function readOne(
  { parts, card, stream }: Taking,
  ref: SegmentRef,
  known: ChainHead,
): Promise<Read | Exclude<SegmentReading['outcome'], 'sound'>> {
  const { store, crypto, ahead, signal } = parts;
  const { device, publicKey } = card;
  const key = segmentKey(device, stream, ref);
  const read = (found: Uint8Array) => readSegment(found, ref, { device, stream, publicKey }, known, crypto);
  let bytes = ahead?.bundled.get(key);
  let reading = bytes && read(bytes);
  if (reading?.outcome !== 'sound') {
    bytes = await store.get(key, { limit: segmentLimit(ref), signal });
    reading = bytes && read(bytes);
  }
  if (bytes === undefined || reading === undefined) return 'not-arrived';
  if (reading.outcome === 'sound') return { ...reading, bytes: bytes.length };
  parts.onVain(device, bytes.length);
  return reading.outcome;
}

/** Takes in what continues what is here. */
export async function receive(
  { parts, card, stream }: Taking,
  { lines, head, seal, bytes }: Read,
): Promise<void> {
  await parts.journals.receive({ device: card.device, stream, lines, head, seal });
  parts.onReceived(lines.length, bytes);
}
