import { parseBounded } from '../../shared/bounded-json.ts';
import { canonicalJson } from '../../shared/canonical-json.ts';
import type { Stream } from '../../shared/vocabulary/device.ts';
import type { DeviceId, MemberId } from '../../shared/vocabulary/ids.ts';
import { wellFormed } from '../../shared/well-formed.ts';
import { formatHlc, type Hlc, observeHlc, parseHlc } from '../clock/hlc.ts';
import type { Crypto } from '../identity/crypto.ts';
import { LIMITS } from '../limits.ts';
import {
  type EventToCommit,
  type JournalEvent,
  type Json,
  type JsonObject,
  namedBy,
  stampOf,
} from './journal-event.ts';

/**
 * The last event of a chain that was written or checked: what the next one must follow. `hlc` is the latest reading in the chain, which need not
 * be its last: a clock may have been set right.
 */
export type ChainHead = { readonly seq: number; readonly digest: string; readonly hlc: Hlc };

/** What the first event's `prev` is the digest of: ties a chain to its device and stream, so that it can't be moved. */
function genesisText(device: DeviceId, stream: Stream): string {
  return `kitbag journal 1\n${device}\n${stream}`;
}

/** The head of an empty chain. */
export function emptyChain(device: DeviceId, stream: Stream, crypto: Crypto): ChainHead {
  return { seq: 0, digest: crypto.sha256(genesisText(device, stream)), hlc: { time: 0, counter: 0 } };
}

/** An event's line would be longer than any may be: nothing was written. Only what is done in bulk can be. */
export class EventTooLarge extends Error {
  override readonly name = 'EventTooLarge';
}

/** Whether a line is no longer than any may be, in UTF-8. */
export function isWithinLine(line: string, crypto: Crypto): boolean {
  // No character takes more than three bytes a unit, so most lines need not be measured.
  if (line.length * 3 <= LIMITS.line) return true;
  return line.length <= LIMITS.line && crypto.utf8(line).length <= LIMITS.line;
}

/** Writes the next event of a chain as its line; `left` more of its write follow. Throws {@link EventTooLarge} where nobody would read it. */
export function chainEvent(
  head: ChainHead,
  at: { readonly device: DeviceId; readonly member: MemberId; readonly hlc: Hlc },
  draft: EventToCommit,
  crypto: Crypto,
  left = 0,
): { readonly event: JournalEvent; readonly line: string; readonly head: ChainHead } {
  const hlc = formatHlc(at.hlc);
  const after = namedBy(draft.over ?? [], stampOf({ hlc, device: at.device }));
  const event: JournalEvent = {
    v: 1,
    ...(after.length > 0 && { after }),
    ...(left > 0 && { left }),
    device: at.device,
    seq: head.seq + 1,
    prev: head.digest,
    hlc,
    member: at.member,
    kind: draft.kind,
    body: wellFormedObject(draft.body),
  };
  const line = canonicalJson(event);
  if (!isWithinLine(line, crypto)) throw new EventTooLarge(`an event of ${line.length} characters`);
  return { event, line, head: headAfter(head, event, line, at.hlc, crypto) };
}

/** What a line turned out to be. */
type LineCheck =
  | { readonly outcome: 'follows'; readonly event: JournalEvent; readonly head: ChainHead }
  | { readonly outcome: 'unreadable' }
  | { readonly outcome: 'too-long' }
  | { readonly outcome: 'does-not-follow' };

/** Checks that a line is an event of this device and stream and follows the head. */
export function checkLine(line: string, head: ChainHead, device: DeviceId, crypto: Crypto): LineCheck {
  if (!isWithinLine(line, crypto)) return { outcome: 'too-long' };
  const event = parseEvent(line);
  if (!event) return { outcome: 'unreadable' };
  const hlc = parseHlc(event.hlc);
  if (!hlc || event.device !== device || event.seq !== head.seq + 1 || event.prev !== head.digest) {
    return { outcome: 'does-not-follow' };
  }
  return { outcome: 'follows', event, head: headAfter(head, event, line, hlc, crypto) };
}

function headAfter(
  before: ChainHead,
  { seq }: JournalEvent,
  line: string,
  hlc: Hlc,
  crypto: Crypto,
): ChainHead {
  return { seq, digest: crypto.sha256(line), hlc: observeHlc(before.hlc, hlc) };
}

/** Reads an event's line without looking at its chain; undefined when it is none. */
export function parseEvent(line: string): JournalEvent | undefined {
  const value = parseBounded(line);
  return isJournalEvent(value) ? value : undefined;
}

function isJournalEvent(value: unknown): value is JournalEvent {
  if (typeof value !== 'object' || value === null) return false;
  const event = value as Record<string, unknown>;
  return (
    event.v === 1 &&
    typeof event.device === 'string' &&
    typeof event.seq === 'number' &&
    typeof event.prev === 'string' &&
    typeof event.hlc === 'string' &&
    typeof event.member === 'string' &&
    typeof event.kind === 'string' &&
    typeof event.body === 'object' &&
    event.body !== null &&
    !Array.isArray(event.body)
  );
}

function wellFormedObject(object: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(object)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => [wellFormed(key), wellFormedJson(value)]),
  );
}

function wellFormedJson(value: Json): Json {
  if (typeof value === 'string') return wellFormed(value);
  if (Array.isArray(value)) return value.map(wellFormedJson);
  if (typeof value === 'object' && value !== null) return wellFormedObject(value as JsonObject);
  return value;
}
