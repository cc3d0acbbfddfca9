import { parseBoundedObject } from '../../shared/bounded-json.ts';
import type { Stream } from '../../shared/vocabulary/device.ts';
import type { DeviceId } from '../../shared/vocabulary/ids.ts';
import { HLC_ZERO } from '../clock/hlc.ts';
import type { Crypto } from '../identity/crypto.ts';
import { type ChainHead, checkLine, emptyChain, isWithinLine, parseEvent } from '../journal/journal-chain.ts';
import { checkSeal, type Seal, type SealCheck } from '../journal/seal.ts';
import { LIMITS } from '../limits.ts';
import type { SegmentRef } from './hub-head.ts';

/**
 * A run of a stream's events as one object that never changes: the seal over its last event as the first line, then the events' lines as they
 * stand in the journal. Because the events are chained, the one signature covers every event up to the last.
 */
export function writeSegment(seal: Seal, lines: readonly string[], crypto: Crypto): Uint8Array {
  return crypto.utf8(`${JSON.stringify(seal)}\n${lines.join('\n')}\n`);
}

/** How much of a segment is read: what its head says that it has, and no more than any may have. Bytes. */
export function segmentLimit({ size }: SegmentRef): number {
  return Math.min(size, LIMITS.segment);
}

/** What a segment turned out to be. */
export type SegmentReading =
  | {
      readonly outcome: 'sound';
      /** The lines after what was known. */
      readonly lines: readonly string[];
      readonly head: ChainHead;
      readonly seal: Seal;
    }
  /** Less than its whole is there: read again later. */
  | { readonly outcome: 'not-arrived' }
  /** All bytes are there, and they are not those that the device signed. */
  | { readonly outcome: 'altered' }
  /** An event in it is larger than any may be. */
  | { readonly outcome: 'too-large' }
  /** Signed by the device, but it does not continue what it had signed before: there are two histories. */
  | { readonly outcome: 'forked' };

type At = { readonly device: DeviceId; readonly stream: Stream; readonly publicKey: string };
type Incomplete = { readonly outcome: 'not-arrived' | 'altered' | 'too-large' };

/** Checks a segment against the head that names it and against what is known of the chain. */
export function readSegment(
  bytes: Uint8Array,
  ref: SegmentRef,
  at: At,
  known: ChainHead,
  crypto: Crypto,
): SegmentReading {
  const opened = openSegment(bytes, ref, at, crypto);
  if (opened.outcome !== 'opened') return opened;
  const { lines, heads, seal } = opened;
  const skipped = known.seq - ref.from + 1;
  const joint = heads[skipped];
  if (skipped >= 0 && joint?.digest !== known.digest) return { outcome: 'forked' };
  const head = heads.at(-1);
  if (skipped < 0 || head === undefined) return { outcome: 'not-arrived' };
  return { outcome: 'sound', lines: lines.slice(skipped), head, seal };
}

/** A segment's lines and the digest that its first follows, whatever is known of the chain; `undefined` when it is not sound in itself. */
export function readOwnTerms(
  bytes: Uint8Array,
  ref: SegmentRef,
  at: At,
  crypto: Crypto,
): { readonly prev: string; readonly texts: readonly string[] } | undefined {
  const opened = openSegment(bytes, ref, at, crypto);
  const start = opened.outcome === 'opened' ? opened.heads[0] : undefined;
  return opened.outcome === 'opened' && start ? { prev: start.digest, texts: opened.lines } : undefined;
}

/** The seal that a segment's first line is, checked on its own: what the device has signed, whether its events are there or not. */
export function readSealLine(line: Uint8Array, at: At, crypto: Crypto): SealCheck {
  return checkSeal(parseSeal(crypto.text(line) ?? '') ?? null, at.device, at.stream, at.publicKey, crypto);
}

type Opened = {
  readonly outcome: 'opened';
  readonly lines: readonly string[];
  /** The chain before the first line and after each. */
  readonly heads: readonly ChainHead[];
  readonly seal: Seal;
};

/** Reads a segment and checks it in itself: its seal, and that its events are a chain up to the digest that it is named for. */
function openSegment(bytes: Uint8Array, ref: SegmentRef, at: At, crypto: Crypto): Opened | Incomplete {
  const incomplete = { outcome: bytes.length === ref.size ? 'altered' : 'not-arrived' } as const;
  // A folder program may make a file as long as it will be before it has its content.
  if (bytes.length === 0 || bytes.at(-1) === 0) return { outcome: 'not-arrived' };
  const [sealLine, ...lines] = crypto.text(bytes)?.split('\n') ?? [];
  if (lines.some((line) => !isWithinLine(line, crypto))) return { outcome: 'too-large' };
  const first = parseEvent(lines[0] ?? '');
  if (sealLine === undefined || lines.pop() !== '' || first === undefined) return incomplete;
  const seal = parseSeal(sealLine);
  const check = checkSeal(seal, at.device, at.stream, at.publicKey, crypto);
  if (seal === undefined || check.outcome !== 'signed') return incomplete;
  if (check.seq !== ref.to || check.digest !== ref.digest) return incomplete;
  const start = ref.from === 1 ? emptyChain(at.device, at.stream, crypto).digest : first.prev;
  let head: ChainHead = { seq: ref.from - 1, digest: start, hlc: HLC_ZERO };
  const heads = [head];
  for (const line of lines) {
    const checked = checkLine(line, head, at.device, crypto);
    if (checked.outcome !== 'follows') return incomplete;
    head = checked.head;
    heads.push(head);
  }
  return head.seq === ref.to && head.digest === ref.digest
    ? { outcome: 'opened', lines, heads, seal }
    : incomplete;
}

function parseSeal(line: string): Seal | undefined {
  // Every field is checked with the signature over it, by `checkSeal`.
  return parseBoundedObject(line) as Seal | undefined;
}
