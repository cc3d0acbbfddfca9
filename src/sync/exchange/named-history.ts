import { cardKey, segmentKey } from '../hub/hub-layout.ts';
import type { ObjectStore } from '../hub/object-store.ts';
import { getWithin } from '../hub/read-object.ts';
import { readSegment, writeSegment } from '../hub/segment.ts';
import type { Crypto } from '../identity/crypto.ts';
import type { DeviceCard } from '../identity/device-card.ts';
import { readCard } from '../identity/device-card.ts';
import { documentBytes, parseDocument } from '../identity/signed-document.ts';
import { emptyChain } from '../journal/journal-chain.ts';
import type { Journals } from '../journal/journals.ts';
import { LIMITS } from '../limits.ts';
import {
  agreementWith,
  isHereAsNamed,
  type NamedPosition,
  type Proven,
  provenOf,
} from './named-positions.ts';
import { type PullParts, sameBytes } from './pull-device.ts';
import { receive, type Taking } from './take-in-stream.ts';

/**
 * A named history is one segment from the first event to the named one, at a place that follows from the naming alone, with the seal of the
 * naming: no head need name it, which only the device itself could sign. So whoever has that history can bring it, and whoever knows the naming
 * finds it.
 */
function keyOf({ device, stream, seq, digest }: Proven): string {
  return segmentKey(device, stream, { from: 1, to: seq, digest });
}

/** Whether anything that is named of a stream, and that its device has signed, is not what is here. */
export async function lacksNamed(
  { journals, agreed }: Pick<PullParts, 'journals' | 'agreed'>,
  named: readonly NamedPosition[],
): Promise<boolean> {
  for (const position of provenOf(named)) if (!(await isHereAsNamed(journals, agreed, position))) return true;
  return false;
}

/**
 * Takes in the history that is named of a stream, where somebody has brought it, in the place of what is here and not that. Says whether it has come.
 * Throws `StoreError`.
 */
export async function takeInNamed(taking: Taking): Promise<boolean> {
  const { parts, card, stream } = taking;
  const { store, journals, crypto, signal } = parts;
  const { device, publicKey } = card;
  const proven = provenOf(taking.named);
  const last = proven.at(-1);
  if (last === undefined) return false;
  const bytes = await getWithin(store, keyOf(last), { limit: LIMITS.segment, signal });
  if (!(bytes instanceof Uint8Array)) return false;
  const start = emptyChain(device, stream, crypto);
  const ref = { from: 1, to: last.seq, digest: last.digest, size: bytes.length };
  const read = readSegment(bytes, ref, { device, stream, publicKey }, start, crypto);
  const digestOf = (seq: number) => read.outcome === 'sound' && crypto.sha256(read.lines[seq - 1] ?? '');
  if (read.outcome !== 'sound' || proven.some(({ seq, digest }) => digestOf(seq) !== digest)) {
    parts.onVain(device, bytes.length);
    return false;
  }
  const here = journals.head(device, stream);
  const continues = here.seq === 0 || digestOf(here.seq) === here.digest;
  if (!continues) {
    await parts.beforeRetract();
    await journals.retract(device, stream, 0);
  }
  await receive(taking, { ...read, lines: read.lines.slice(continues ? here.seq : 0), bytes: bytes.length });
  return true;
}

/** What giving back needs. */
type GivingParts = {
  readonly store: ObjectStore;
  readonly journals: Journals;
  readonly crypto: Crypto;
  readonly signal?: Taking['parts']['signal'];
};

/**
 * Brings a named history that is here, and the card of its device, where the hub does not have them. Says whether anything was written. Histories
 * longer than a segment may be are left.
 */
export async function giveNamed(parts: GivingParts, card: DeviceCard, position: Proven): Promise<boolean> {
  const { store, journals, crypto, signal } = parts;
  const { device, stream, seq, seal } = position;
  if ((await agreementWith(journals, position)) !== 'agrees') return false;
  const lines: string[] = [];
  let length = 0;
  for await (const line of journals.lines(device, stream, 0)) {
    if (line.seq > seq) break;
    length += line.text.length;
    if (length > LIMITS.segment) return false;
    lines.push(line.text);
  }
  const made = writeSegment(seal, lines, crypto);
  if (made.length > LIMITS.segment) return false;
  const key = keyOf(position);
  const there = await getWithin(store, key, { limit: LIMITS.segment, signal });
  const isThere = there instanceof Uint8Array && sameBytes(there, made);
  if (!isThere) await store.put(key, made, { signal });
  const bytes = await getWithin(store, cardKey(device), { limit: LIMITS.card, signal });
  const isKnown =
    bytes instanceof Uint8Array && readCard(parseDocument(bytes, crypto), crypto)?.device === device;
  if (!isKnown) await store.put(cardKey(device), documentBytes(card, crypto), { signal });
  return !isThere || !isKnown;
}
