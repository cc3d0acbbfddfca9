import { canonicalJson } from '../shared/canonical-json.ts';

/** What a signature on `device-vouched` covers: that this device is this member's. UTF-8, signed with Ed25519. */
export function vouchText(device: string, member: string): string {
  return `kitbag vouch 1\n${canonicalJson({ device, member })}`;
}
