import { inParallel } from '../../shared/in-parallel.ts';
import { type Cancellation, Cancelled, throwIfAborted } from '../../shared/ports/cancellation.ts';
import type { Logger } from '../../shared/ports/logger.ts';
import type { DeviceId } from '../../shared/vocabulary/ids.ts';
import { type BundledObjects, splitBundle } from '../hub/bundle.ts';
import type { Compression } from '../hub/compression.ts';
import { type BundleRef, readHead } from '../hub/hub-head.ts';
import { bundleKey, cardKey, headKey } from '../hub/hub-layout.ts';
import type { Whom } from '../hub/hub-news.ts';
import { tellsOf } from '../hub/news.ts';
import { type ObjectStore, StoreError } from '../hub/object-store.ts';
import type { Crypto } from '../identity/crypto.ts';
import { readCard } from '../identity/device-card.ts';
import { parseDocument } from '../identity/signed-document.ts';
import { LIMITS } from '../limits.ts';

/** From so many devices on that nothing is known of, a bundle is looked for. */
const WORTH_IT = 50;
/** How many bundles are tried. */
const TRIES = 3;
/** How many heads are read to find the largest, where news say whose heads name bundles. */
const BUNDLERS = 8;
const AT_ONCE = 16;

type ReadAheadParts = {
  readonly store: ObjectStore;
  readonly crypto: Crypto;
  readonly compression: Compression;
  readonly logger: Logger;
  readonly signal?: Cancellation;
};

/** What was read before it is asked for. Heads count as read from the hub; everything else is only a guess of what lies there. */
export type ReadAhead = {
  readonly heads: ReadonlyMap<DeviceId, Uint8Array>;
  readonly bundled: BundledObjects;
};

/**
 * Reads at a first contact what many devices wrote in one piece: the heads of devices that nothing is known of, and the largest bundle that
 * one of them names. A bundle need not be trusted: each object in it is checked by its own device's signature like one from the hub, and
 * where it does not fit, the hub's is read. `undefined` where there is little to read.
 */
export async function readAhead(
  parts: ReadAheadParts,
  unknown: readonly DeviceId[],
  news?: Whom,
): Promise<ReadAhead | undefined> {
  if (unknown.length < WORTH_IT) return undefined;
  const heads = new Map<DeviceId, Uint8Array>();
  let kept = 0;
  // Where there are news, they say whose heads name bundles, and a bundle of such a hub has the heads of the others.
  const asked = news === undefined ? unknown : news.bundlers.slice(0, BUNDLERS);
  await inParallel(asked, AT_ONCE, async (device) => {
    throwIfAborted(parts.signal);
    const bytes = await quietly(() =>
      parts.store.get(headKey(device), { limit: LIMITS.head, signal: parts.signal }),
    );
    kept += bytes?.length ?? 0;
    // What is beyond is read when it is its device's turn.
    if (bytes !== undefined && kept <= LIMITS.headsAhead) heads.set(device, bytes);
  });
  const named = [...heads].flatMap(([device, bytes]) => {
    const events = claimedEvents(bytes, parts.crypto);
    return events === undefined ? [] : [{ device, bytes, events }];
  });
  named.sort((a, b) => b.events - a.events || (a.device < b.device ? -1 : 1));
  for (const { device, bytes } of named.slice(0, TRIES)) {
    throwIfAborted(parts.signal);
    const bundled = await quietly(() => readBundle(parts, device, bytes));
    if (bundled !== undefined) return { heads: withBundledHeads(parts, heads, bundled, news), bundled };
    parts.logger.warn('bundle-not-usable', { device });
  }
  return { heads, bundled: new Map() };
}

/** The heads of a bundle that are still what the news tell of, each signed by its device, beside those that were read. */
function withBundledHeads(
  { crypto }: ReadAheadParts,
  heads: ReadonlyMap<DeviceId, Uint8Array>,
  bundled: BundledObjects,
  news: Whom | undefined,
): ReadonlyMap<DeviceId, Uint8Array> {
  const all = new Map(heads);
  for (const [device, note] of news?.newest ?? []) {
    const bytes = bundled.get(headKey(device));
    const cardBytes = bundled.get(cardKey(device));
    if (all.has(device) || bytes === undefined || cardBytes === undefined) continue;
    const card = readCard(parseDocument(cardBytes, crypto), crypto);
    if (card?.device !== device) continue;
    const reading = readHead(bytes, card, crypto);
    if (reading.outcome === 'head' && tellsOf(note, reading.head)) all.set(device, bytes);
  }
  return all;
}

/** One object's trouble is told by whoever needs it; a hub that is away, or whoever stops, ends everything. */
async function quietly<Value>(work: () => Promise<Value | undefined>): Promise<Value | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Cancelled || (error instanceof StoreError && error.failure === 'unreachable'))
      throw error;
    return undefined;
  }
}

/** How many events a head says that its bundle has; nothing was checked yet. */
function claimedEvents(bytes: Uint8Array, crypto: Crypto): number | undefined {
  const bundle = parseDocument(bytes, crypto)?.bundle;
  if (typeof bundle !== 'object' || bundle === null || !('events' in bundle)) return undefined;
  return typeof bundle.events === 'number' ? bundle.events : undefined;
}

async function readBundle(
  { store, crypto, compression, signal }: ReadAheadParts,
  device: DeviceId,
  headBytes: Uint8Array,
): Promise<BundledObjects | undefined> {
  const cardBytes = await store.get(cardKey(device), { limit: LIMITS.card, signal });
  const card = cardBytes && readCard(parseDocument(cardBytes, crypto), crypto);
  if (card?.device !== device) return undefined;
  const reading = readHead(headBytes, card, crypto);
  const ref: BundleRef | undefined = reading.outcome === 'head' ? reading.head.bundle : undefined;
  if (ref === undefined) return undefined;
  const limit = Math.min(ref.size, LIMITS.bundle);
  const packed = await store.get(bundleKey(device, ref.digest), { limit, signal });
  if (packed?.length !== ref.size) return undefined;
  const bytes = await compression.gunzip(packed, LIMITS.bundleUnpacked);
  return bytes && splitBundle(bytes, crypto);
}
