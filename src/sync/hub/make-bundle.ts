import { inParallel } from '../../shared/in-parallel.ts';
import { type Cancellation, throwIfAborted } from '../../shared/ports/cancellation.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { DeviceId } from '../../shared/vocabulary/ids.ts';
import type { Crypto } from '../identity/crypto.ts';
import type { Journals } from '../journal/journals.ts';
import { LIMITS } from '../limits.ts';
import { bundleDigest, joinBundle } from './bundle.ts';
import type { Compression } from './compression.ts';
import { type BundleRef, type HubHead, headBytes, parseHead, signHead } from './hub-head.ts';
import { bundleKey, cardKey, headKey, segmentKey } from './hub-layout.ts';
import type { ObjectStore } from './object-store.ts';
import { getWithin } from './read-object.ts';

/** What bundling needs of whoever uses the exchange. */
export type Bundling = {
  readonly compression: Compression;
  /** Whether it is for this device to write one now. That two devices do does no harm. */
  readonly mayWrite: () => boolean;
  /** Fewer objects than this are not worth a bundle; 200 where it is not said. */
  readonly atLeast?: number;
};

const AT_LEAST = 200;
/** A bundle is written again when there are so many times as many events as in the newest one. */
const GROWN = 1.25;
const AT_ONCE = 16;

export type BundleParts = {
  readonly store: ObjectStore;
  readonly journals: Pick<Journals, 'device' | 'signer'>;
  readonly crypto: Crypto;
  readonly clock: Clock;
  readonly bundling: Bundling;
  readonly signal?: Cancellation;
};

/** Events of the catalog stream that are here. */
export function catalogEventsHere(journals: Journals): number {
  return journals.devices().reduce((sum, device) => sum + journals.head(device, 'catalog').seq, 0);
}

/** The keys of what a bundle is to hold, and how many events that is. */
type BundlePlan = {
  readonly keys: ReadonlyMap<string, number | undefined>;
  readonly events: number;
  /** The heads that go into it as well, where reading them one by one would cost. */
  readonly heads?: ReadonlyMap<DeviceId, Uint8Array>;
};

/**
 * Plans a bundle of everything that these heads name of the catalog stream; `undefined` where the hub is small or has hardly grown since the
 * newest bundle that a head names.
 */
export function planBundle(
  heads: ReadonlyMap<DeviceId, HubHead>,
  atLeast: number = AT_LEAST,
): BundlePlan | undefined {
  const keys = new Map<string, number | undefined>();
  let events = 0;
  const claims: number[] = [];
  for (const [device, { streams, bundle }] of [...heads].sort(([a], [b]) => (a < b ? -1 : 1))) {
    keys.set(cardKey(device), undefined);
    for (const ref of streams.catalog.segments) keys.set(segmentKey(device, 'catalog', ref), ref.size);
    events += streams.catalog.seq;
    claims.push(bundle?.events ?? 0);
  }
  // A bundle can't hold more than there is: who says so would keep everybody from ever writing one.
  const bundled = Math.max(0, ...claims.filter((claim) => claim <= events));
  return keys.size > atLeast && events > GROWN * bundled ? { keys, events } : undefined;
}

/** Reads what lies in the hub, writes it as one object, and names that in this device's head. Answers the new head. */
export async function writeBundle(
  parts: BundleParts,
  plan: BundlePlan,
  own: HubHead,
): Promise<HubHead | undefined> {
  const { store, crypto, journals, bundling, clock, signal } = parts;
  const { device } = journals;
  const found = new Map<string, Uint8Array>();
  let total = 0;
  await inParallel(plan.keys, AT_ONCE, async ([key, size]) => {
    throwIfAborted(signal);
    const limit = Math.min(size ?? LIMITS.card, LIMITS.segment);
    const bytes = await getWithin(store, key, { limit, signal });
    // What has not arrived, and what has no room in a bundle, is left to its device's own objects.
    if (!(bytes instanceof Uint8Array) || (size !== undefined && bytes.length !== size)) return;
    total += bytes.length + key.length + 16;
    if (total <= LIMITS.bundleUnpacked) found.set(key, bytes);
  });
  for (const [device, bytes] of plan.heads ?? []) found.set(headKey(device), bytes);
  const objects = new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
  if (objects.size <= (bundling.atLeast ?? AT_LEAST)) return undefined;
  const packed = await bundling.compression.gzip(joinBundle(objects, crypto));
  throwIfAborted(signal);
  const digest = bundleDigest(objects, crypto);
  await store.put(bundleKey(device, digest), packed, { signal });
  const bundle: BundleRef = { digest, size: packed.length, objects: objects.size, events: plan.events };
  const head = signHead(renamed(own, bundle, clock.now()), journals.signer);
  await store.put(headKey(device), headBytes(head, crypto), { signal });
  return head;
}

/**
 * The heads of all devices that are here, for a bundle that is due where the store is metered; `undefined` where none is. Whether one is due is
 * read off the newest bundles' heads; only then those are read that news have spared this process so far.
 */
export async function headsForBundle(
  {
    store,
    journals,
    crypto,
    signal,
  }: Pick<BundleParts, 'store' | 'crypto' | 'signal'> & { journals: Journals },
  known: ReadonlyMap<DeviceId, Uint8Array>,
  bundlers: readonly DeviceId[],
): Promise<ReadonlyMap<DeviceId, Uint8Array> | undefined> {
  const heads = new Map(known);
  const read = async (device: DeviceId) => {
    throwIfAborted(signal);
    const bytes = heads.has(device)
      ? undefined
      : await store.get(headKey(device), { limit: LIMITS.head, signal });
    if (bytes !== undefined) heads.set(device, bytes);
  };
  await inParallel(bundlers.slice(0, AT_ONCE), AT_ONCE, read);
  const here = catalogEventsHere(journals);
  const claims = [...checkedHeads(heads, crypto).values()].map(({ bundle }) => bundle?.events ?? 0);
  if (here <= GROWN * Math.max(0, ...claims.filter((claim) => claim <= here))) return undefined;
  const others = journals.devices().filter((device) => device !== journals.device);
  await inParallel(others, AT_ONCE, read);
  return heads;
}

/** The head with another bundle; the former one is removed with what else has been replaced, after the same time. */
function renamed(
  { device, serial, streams, retired, bundle: before }: HubHead,
  bundle: BundleRef,
  at: number,
) {
  const key = before && before.digest !== bundle.digest ? bundleKey(device, before.digest) : undefined;
  const now = bundleKey(device, bundle.digest);
  const kept = retired.filter((one) => one.key !== now);
  return {
    ...{ device, serial: serial + 1, at, streams, bundle },
    retired: key === undefined ? kept : [...kept, { key, since: at }],
  };
}

/** The heads that were checked when everything they name was taken in. */
export function checkedHeads(
  settled: Iterable<readonly [DeviceId, Uint8Array]>,
  crypto: Crypto,
): Map<DeviceId, HubHead> {
  const heads = new Map<DeviceId, HubHead>();
  for (const [device, bytes] of settled) {
    const head = parseHead(bytes, crypto);
    if (head !== undefined) heads.set(device, head);
  }
  return heads;
}
