import type { Cancellation } from '../../shared/ports/cancellation.ts';
import { STREAMS } from '../../shared/vocabulary/device.ts';
import { type HubHead, readHead } from '../hub/hub-head.ts';
import { headKey, streamPrefix } from '../hub/hub-layout.ts';
import type { ObjectStore } from '../hub/object-store.ts';
import { firstLine, getWithin } from '../hub/read-object.ts';
import { readSealLine } from '../hub/segment.ts';
import type { Crypto } from '../identity/crypto.ts';
import type { Journals } from '../journal/journals.ts';
import { LIMITS } from '../limits.ts';
import { sameBytes } from './pull-device.ts';

/** What the hub knows of this device. */
type OwnHead =
  | { readonly outcome: 'absent' }
  | { readonly outcome: 'head'; readonly head: HubHead }
  /** Half of it, or no head at all, and another half a moment later: it is on its way. */
  | { readonly outcome: 'not-arrived' }
  /** The same half twice: a write that broke off, or somebody else's. */
  | { readonly outcome: 'torn' }
  | { readonly outcome: 'newer-format' }
  /** Somebody else wrote it under this device's name: the truth is here. */
  | { readonly outcome: 'foreign' }
  /** This device has signed events that are not here: a backup was put back, or two computers run from one copied folder. */
  | { readonly outcome: 'forked' };

/** Reads this device's head in the hub and compares it with the journal. */
export async function readOwnHead(
  store: ObjectStore,
  journals: Journals,
  crypto: Crypto,
  signal?: Cancellation,
): Promise<OwnHead> {
  const { device, signer } = journals;
  const bytes = await getWithin(store, headKey(device), { limit: LIMITS.head, signal });
  if (bytes === undefined) return { outcome: 'absent' };
  if (bytes === 'too-large') return { outcome: 'foreign' };
  const reading = readHead(bytes, { device, publicKey: signer.publicKey }, crypto);
  if (reading.outcome === 'not-arrived') {
    const again = await getWithin(store, headKey(device), { limit: LIMITS.head, signal });
    const same = again instanceof Uint8Array && sameBytes(again, bytes);
    return { outcome: same ? 'torn' : 'not-arrived' };
  }
  if (reading.outcome === 'forged') return { outcome: 'foreign' };
  if (reading.outcome !== 'head') return reading;
  for (const stream of STREAMS) {
    const { seq, digest } = reading.head.streams[stream];
    if ((await journals.digestAt(device, stream, seq)) !== digest) return { outcome: 'forked' };
  }
  return reading;
}

/**
 * Whether all segments that this device has ever signed into the hub belong to its history here. Asked where there is no head to compare with,
 * or a broken one: without it, a device from an old backup would write over what it did after the backup.
 */
export async function ownSegmentsFit(
  store: ObjectStore,
  journals: Journals,
  crypto: Crypto,
  signal?: Cancellation,
): Promise<boolean> {
  const { device, signer } = journals;
  for (const stream of STREAMS) {
    const { objects } = await store.list(streamPrefix(device, stream), { signal });
    for (const { key } of objects) {
      const named = /-(\d+)-([0-9a-f]{32})\.jsonl$/.exec(key);
      if (named?.[1] === undefined || named[2] === undefined) continue;
      const here = await journals.digestAt(device, stream, Number(named[1]));
      if (here?.startsWith(named[2])) continue;
      // Anybody can make up a name; only this device's signature says that it has written this.
      const line = await firstLine(store, key, { limit: LIMITS.seal, signal });
      const seal = line && readSealLine(line, { device, stream, publicKey: signer.publicKey }, crypto);
      if (seal?.outcome === 'signed' && (await journals.digestAt(device, stream, seal.seq)) !== seal.digest)
        return false;
    }
  }
  return true;
}
