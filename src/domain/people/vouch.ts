import { canonicalJson } from '../../shared/canonical-json.ts';

/** What a signature on `device-vouched` covers: that this device is this member's. UTF-8, signed with Ed25519. */
export function vouchText(device: string, member: string): string {
  return `kitbag vouch 1\n${canonicalJson({ device, member })}`;
}

/** What a signature on `device-invited` covers: which device of whom shows the code. UTF-8, signed with Ed25519 by the code's key. */
export function inviteText(device: string, member: string): string {
  return `kitbag invite 2\n${canonicalJson({ device, member })}`;
}
