import { STREAMS, type Stream } from '../../shared/vocabulary/device.ts';
import type { HubHead, SegmentRef } from '../hub/hub-head.ts';
import { cardKey, segmentKey, streamPrefix } from '../hub/hub-layout.ts';
import { StoreError } from '../hub/object-store.ts';
import { getWithin } from '../hub/read-object.ts';
import { readOwnTerms, segmentLimit } from '../hub/segment.ts';
import { readCard } from '../identity/device-card.ts';
import { parseDocument } from '../identity/signed-document.ts';
import { LIMITS } from '../limits.ts';
import { segmentOf } from './pack-stream.ts';
import { partAt } from './part-at.ts';
import { type PushParts, writeCard } from './push.ts';

/** Milliseconds of a day. */
export const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * What is read of a device's own segments at one check: all that most devices have. In a bucket every byte costs, and a folder program may
 * have to fetch them first. Bytes.
 */
export const READ_AT_A_CHECK = 4 * 1024 * 1024;

type Named = { readonly stream: Stream; readonly ref: SegmentRef };

/**
 * Writes again what the hub has lost of this device although its head names it (a folder that was rolled back or not fully copied), and what
 * holds other bytes than this device has signed, be they as many: of this only what is read at one turn of the checks, nothing without one. Answers
 * how many segments were written.
 */
export async function repairOwn(parts: PushParts, hub: HubHead, turn: number | undefined): Promise<number> {
  const { store, journals, crypto, signal } = parts;
  const { device } = journals;
  const card = await getWithin(store, cardKey(device), { limit: LIMITS.card, signal });
  const isOurs =
    card instanceof Uint8Array && readCard(parseDocument(card, crypto), crypto)?.device === device;
  if (!isOurs) await writeCard(parts);
  const named = STREAMS.flatMap((stream) => hub.streams[stream].segments.map((ref) => ({ stream, ref })));
  const sizes = await sizesOf(parts, hub);
  const size = ({ ref }: Named) => ref.size;
  const due = turn === undefined ? new Set() : partAt(named, size, READ_AT_A_CHECK, turn);
  let repaired = 0;
  for (const one of named) {
    const key = segmentKey(device, one.stream, one.ref);
    // A listing is no proof: one of a while ago would have everything written again that was written since.
    const isWhole =
      sizes.get(key) === one.ref.size || (await store.stat(key, { signal }))?.size === one.ref.size;
    if (isWhole && (!due.has(one) || (await isSound(parts, one)))) continue;
    if (await rewrite(parts, one)) repaired += 1;
  }
  return repaired;
}

async function sizesOf({ store, journals, signal }: PushParts, hub: HubHead) {
  const sizes = new Map<string, number>();
  for (const stream of STREAMS) {
    if (hub.streams[stream].segments.length === 0) continue;
    const { objects } = await store.list(streamPrefix(journals.device, stream), { signal });
    for (const { key, size } of objects) sizes.set(key, size);
  }
  return sizes;
}

/** Whether readers take what lies there for what this device has signed. What can't be read now is looked at another time. */
async function isSound({ store, journals, crypto, signal }: PushParts, { stream, ref }: Named) {
  const { device, signer } = journals;
  const key = segmentKey(device, stream, ref);
  try {
    const bytes = await getWithin(store, key, { limit: segmentLimit(ref), signal });
    const at = { device, stream, publicKey: signer.publicKey };
    return bytes instanceof Uint8Array && readOwnTerms(bytes, ref, at, crypto) !== undefined;
  } catch (error) {
    if (!(error instanceof StoreError) || error.failure === 'unreachable') throw error;
    return true;
  }
}

async function rewrite({ store, journals, crypto, signal }: PushParts, { stream, ref }: Named) {
  const made = await segmentOf(journals, stream, ref, crypto);
  if (made?.ref.digest !== ref.digest) return false;
  await store.put(segmentKey(journals.device, stream, ref), made.bytes, { signal });
  return true;
}
