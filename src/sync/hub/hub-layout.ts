import type { Stream } from '../../shared/vocabulary/device.ts';
import { type DeviceId, isDeviceId } from '../../shared/vocabulary/ids.ts';

/** Where everything lies in a hub. */

/** What hub this is; written once. */
export const HUB_KEY = 'hub.json';
/** One folder a device. */
export const DEVICES_PREFIX = 'devices/';
/** Where the store is metered: what was written of late, told by names (`news.ts`). */
export const NEWS_PREFIX = 'news/';
/** Overwritten by whoever has told news: that it changed is all that it says. */
export const PULSE_KEY = 'news/pulse';

/** A device's signed public key and name. */
export function cardKey(device: DeviceId): string {
  return `${DEVICES_PREFIX}${device}/card.json`;
}

/** What a device has written; the only object that is rewritten. */
export function headKey(device: DeviceId): string {
  return `${DEVICES_PREFIX}${device}/head.json`;
}

/** The folder of a stream's segments. */
export function streamPrefix(device: DeviceId, stream: Stream): string {
  return `${DEVICES_PREFIX}${device}/${stream}/`;
}

/** A segment: named for the events in it and for the digest of the last, so a name never stands for other bytes. */
export function segmentKey(
  device: DeviceId,
  stream: Stream,
  segment: { readonly from: number; readonly to: number; readonly digest: string },
): string {
  const { from, to, digest } = segment;
  return `${streamPrefix(device, stream)}${padded(from)}-${padded(to)}-${digest.slice(0, 32)}.jsonl`;
}

/** Objects of many devices in one, written by a device and named by its head. */
export function bundleKey(device: DeviceId, digest: string): string {
  return `${DEVICES_PREFIX}${device}/bundles/${digest.slice(0, 32)}.gz`;
}

/** A file by its SHA-256. */
export function blobKey(sha256: string): string {
  return `blobs/${sha256.slice(0, 2)}/${sha256}`;
}

/** The device of a folder that a listing of {@link DEVICES_PREFIX} names; `undefined` for anything else. */
export function deviceOfFolder(folder: string): DeviceId | undefined {
  const name = folder.slice(DEVICES_PREFIX.length, -1);
  return isDeviceId(name) ? name : undefined;
}

function padded(seq: number): string {
  return String(seq).padStart(9, '0');
}
