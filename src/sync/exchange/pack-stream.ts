import type { Stream } from '../../shared/vocabulary/device.ts';
import type { SegmentRef, StreamHead } from '../hub/hub-head.ts';
import { writeSegment } from '../hub/segment.ts';
import type { Crypto } from '../identity/crypto.ts';
import type { Journals } from '../journal/journals.ts';
import { makeSeal } from '../journal/seal.ts';
import { MAX_SEGMENT_BYTES, planPacking } from './pack-plan.ts';

/** A segment that is not in the hub yet. */
type NewSegment = { readonly ref: SegmentRef; readonly bytes: Uint8Array };

/** What a stream's head will name, what has to be written for it first, and what it names no more. */
export type PackedStream = {
  readonly head: StreamHead;
  readonly added: readonly NewSegment[];
  readonly replaced: readonly SegmentRef[];
};

type Line = { readonly seq: number; readonly text: string; readonly size: number };

/** Packs what this device has written since the hub's head of a stream, together with small segments at its end. */
export async function packStream(
  journals: Journals,
  stream: Stream,
  before: StreamHead | undefined,
  crypto: Crypto,
): Promise<PackedStream> {
  const chain = journals.head(journals.device, stream);
  const segments = before?.segments ?? [];
  const sentTo = before?.seq ?? 0;
  if (chain.seq === sentTo)
    return { head: { seq: chain.seq, digest: chain.digest, segments }, added: [], replaced: [] };
  const fresh = await measured(journals, stream, sentTo, chain.seq, crypto);
  const plan = planPacking(segments, total(fresh));
  const old = plan.from > sentTo ? [] : await measured(journals, stream, plan.from - 1, chain.seq, crypto);
  const lines = old.length > 0 ? old : fresh;
  const added = chunks(lines).flatMap((chunk) => newSegment(journals, stream, chunk, crypto) ?? []);
  return {
    head: {
      seq: chain.seq,
      digest: chain.digest,
      segments: [...plan.kept, ...added.map(({ ref }) => ref)],
    },
    added,
    replaced: segments.slice(plan.kept.length),
  };
}

/** Makes a segment of this device again: its bytes follow from its events alone, because Ed25519 signatures are deterministic (RFC 8032). */
export async function segmentOf(
  journals: Journals,
  stream: Stream,
  range: { readonly from: number; readonly to: number },
  crypto: Crypto,
): Promise<NewSegment | undefined> {
  const lines = await measured(journals, stream, range.from - 1, range.to, crypto);
  return newSegment(journals, stream, lines, crypto);
}

async function measured(
  journals: Journals,
  stream: Stream,
  afterSeq: number,
  upTo: number,
  crypto: Crypto,
): Promise<readonly Line[]> {
  const lines: Line[] = [];
  for await (const { seq, text } of journals.lines(journals.device, stream, afterSeq)) {
    if (seq > upTo) break; // written since: it goes with the next push
    lines.push({ seq, text, size: crypto.utf8(text).length + 1 });
  }
  return lines;
}

function total(lines: readonly Line[]): number {
  return lines.reduce((sum, { size }) => sum + size, 0);
}

function chunks(lines: readonly Line[]): readonly (readonly Line[])[] {
  const result: Line[][] = [];
  let size = 0;
  for (const line of lines) {
    const last = result.at(-1);
    if (last === undefined || size + line.size > MAX_SEGMENT_BYTES) {
      result.push([line]);
      size = line.size;
    } else {
      last.push(line);
      size += line.size;
    }
  }
  return result;
}

function newSegment(
  journals: Journals,
  stream: Stream,
  lines: readonly Line[],
  crypto: Crypto,
): NewSegment | undefined {
  const [first] = lines;
  const last = lines.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const digest = crypto.sha256(last.text);
  const seal = makeSeal(journals.device, stream, { seq: last.seq, digest }, journals.signer);
  const texts = lines.map(({ text }) => text);
  const bytes = writeSegment(seal, texts, crypto);
  return { ref: { from: first.seq, to: last.seq, digest, size: bytes.length }, bytes };
}
