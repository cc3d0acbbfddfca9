import type { Cancellation } from '../../shared/ports/cancellation.ts';
import type { Stream } from '../../shared/vocabulary/device.ts';
import type { DeviceId } from '../../shared/vocabulary/ids.ts';
import type { StreamHead } from '../hub/hub-head.ts';
import { segmentKey } from '../hub/hub-layout.ts';
import type { ObjectStore } from '../hub/object-store.ts';
import { readOwnTerms, segmentLimit } from '../hub/segment.ts';
import type { Crypto } from '../identity/crypto.ts';
import type { DeviceCard } from '../identity/device-card.ts';
import type { Journals } from '../journal/journals.ts';

/**
 * The last event that a chain here and the one in the hub have in common, where a device has signed two histories. `undefined` while the hub's
 * can't be read.
 */
export async function findCommonPoint(
  parts: {
    readonly store: ObjectStore;
    readonly journals: Journals;
    readonly crypto: Crypto;
    readonly signal?: Cancellation;
    /** Told of bytes that were read and are none of the device's. */
    readonly onVain?: (device: DeviceId, bytes: number) => void;
  },
  { device, publicKey }: DeviceCard,
  stream: Stream,
  target: StreamHead,
): Promise<number | undefined> {
  const { store, journals, crypto, signal } = parts;
  const here = journals.head(device, stream).seq;
  for (const ref of target.segments.toReversed()) {
    if (ref.from > here + 1) continue;
    const bytes = await store.get(segmentKey(device, stream, ref), { limit: segmentLimit(ref), signal });
    const lines = bytes && readOwnTerms(bytes, ref, { device, stream, publicKey }, crypto);
    if (lines === undefined) {
      parts.onVain?.(device, bytes?.length ?? 0);
      return undefined;
    }
    if ((await journals.digestAt(device, stream, ref.from - 1)) !== lines.prev) continue;
    let common = ref.from - 1;
    for await (const line of journals.lines(device, stream, common)) {
      if (line.text !== lines.texts[line.seq - ref.from]) break;
      common = line.seq;
    }
    return common;
  }
  return 0;
}
