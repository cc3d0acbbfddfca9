import { type Cancellation, throwIfAborted } from '../../shared/ports/cancellation.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import { STREAMS, type Stream } from '../../shared/vocabulary/device.ts';
import { type HubHead, headBytes, signHead } from '../hub/hub-head.ts';
import { cardKey, headKey, segmentKey } from '../hub/hub-layout.ts';
import type { ObjectStore } from '../hub/object-store.ts';
import type { Crypto } from '../identity/crypto.ts';
import { documentBytes } from '../identity/signed-document.ts';
import { parseEvent } from '../journal/journal-chain.ts';
import type { StreamEvent } from '../journal/journal-event.ts';
import type { Journals } from '../journal/journals.ts';
import type { ExchangedBlobs } from './exchanged-blobs.ts';
import { type PackedStream, packStream } from './pack-stream.ts';
import { type BlobProgress, sendBlobs } from './send-blobs.ts';

/** How long a segment stays after a larger one has replaced it: readers may hold an older head for days. Milliseconds. */
const RETIRED_KEPT_MS = 7 * 24 * 60 * 60 * 1000;

/** What a push needs. */
export type PushParts = {
  readonly store: ObjectStore;
  readonly journals: Journals;
  readonly blobs: ExchangedBlobs;
  readonly crypto: Crypto;
  readonly clock: Clock;
  /** Blobs that are known to be in the hub. */
  readonly sentBlobs: Set<string>;
  readonly signal?: Cancellation;
  readonly onBlobs?: (progress: BlobProgress) => void;
};

/** What a push wrote. */
type Pushed = { readonly events: number; readonly blobs: number; readonly head: HubHead };

/**
 * Writes what this device has done since the hub's head of it: card, blobs, segments, and last the head, so that whatever a reader sees is
 * whole or will be. How far the hub is, is read off its own head: there is no second book that could be wrong. Answers `undefined` when
 * there is nothing to write.
 */
export async function push(parts: PushParts, hub: HubHead | undefined): Promise<Pushed | undefined> {
  const { store, journals, crypto, clock, signal } = parts;
  const { device } = journals;
  const hasNew = STREAMS.some(
    (stream) => journals.head(device, stream).seq > (hub?.streams[stream].seq ?? 0),
  );
  if (!hasNew) return undefined;
  // What is written while this runs waits for the next push.
  await journals.seals(device);
  const packed: Record<Stream, PackedStream> = {
    catalog: await packStream(journals, 'catalog', hub?.streams.catalog, crypto),
    activity: await packStream(journals, 'activity', hub?.streams.activity, crypto),
  };
  if (hub === undefined) await writeCard(parts);
  const events = await newEvents(journals, packed, hub);
  const blobs = await sendBlobs(store, parts.blobs, events, parts.sentBlobs, {
    ...(signal !== undefined && { signal }),
    ...(parts.onBlobs !== undefined && { onProgress: parts.onBlobs }),
  });
  for (const stream of STREAMS) {
    for (const { ref, bytes } of packed[stream].added) {
      throwIfAborted(signal);
      await store.putIfAbsent(segmentKey(device, stream, ref), bytes, { signal });
    }
  }
  const now = clock.now();
  const { retired, removable } = retire(hub, packed, journals, now);
  const head = signHead(
    {
      device,
      serial: (hub?.serial ?? 0) + 1,
      at: now,
      streams: { catalog: packed.catalog.head, activity: packed.activity.head },
      retired,
      ...(hub?.bundle !== undefined && { bundle: hub.bundle }),
    },
    journals.signer,
  );
  await store.put(headKey(device), headBytes(head, crypto), { signal });
  // Only after the head that does not name them is there.
  for (const key of removable) await store.remove(key, { signal });
  return { events: events.length, blobs, head };
}

/** Writes this device’s card. */
export async function writeCard({ store, journals, crypto, signal }: PushParts): Promise<void> {
  const card = await journals.card(journals.device);
  if (card === undefined) throw new TypeError('This device has a card of its own.');
  await store.put(cardKey(journals.device), documentBytes(card, crypto), { signal });
}

async function newEvents(
  journals: Journals,
  packed: Readonly<Record<Stream, PackedStream>>,
  hub: HubHead | undefined,
): Promise<readonly StreamEvent[]> {
  const events: StreamEvent[] = [];
  for (const stream of STREAMS) {
    for await (const line of journals.lines(journals.device, stream, hub?.streams[stream].seq ?? 0)) {
      if (line.seq > packed[stream].head.seq) break;
      const event = parseEvent(line.text);
      if (event !== undefined) events.push({ stream, event });
    }
  }
  return events;
}

function retire(
  hub: HubHead | undefined,
  packed: Readonly<Record<Stream, PackedStream>>,
  journals: Journals,
  now: number,
): { readonly retired: HubHead['retired']; readonly removable: readonly string[] } {
  const named = new Set(
    STREAMS.flatMap((stream) =>
      packed[stream].head.segments.map((ref) => segmentKey(journals.device, stream, ref)),
    ),
  );
  const all = [
    ...(hub?.retired ?? []),
    ...STREAMS.flatMap((stream) =>
      packed[stream].replaced.map((ref) => ({ key: segmentKey(journals.device, stream, ref), since: now })),
    ),
  ].filter(({ key }) => !named.has(key));
  // A clock that was set back must not keep them for ever, nor one set forward remove them at once: both only change when.
  const isOver = ({ since }: { since: number }) => now - since > RETIRED_KEPT_MS;
  return {
    retired: all.filter((one) => !isOver(one)),
    removable: all.filter(isOver).map(({ key }) => key),
  };
}
