import { canonicalJson } from './canonical-json.ts';
import type { Stream } from './vocabulary/device.ts';

/** What a device's seal is a signature over: a stream of its journal up to an event. UTF-8, signed with Ed25519 by the device. */
export function sealText(
  device: string,
  stream: Stream,
  { seq, digest }: { readonly seq: number; readonly digest: string },
): string {
  return `kitbag seal 1\n${canonicalJson({ v: 1, device, stream, seq, digest })}`;
}
