import type { MemberId } from '../../shared/vocabulary/ids.ts';
import type { Outside } from '../kernel/outside.ts';
import type { DeviceState, MembershipEvent } from './membership.ts';
import { vouchText } from './vouch.ts';

/** Who has a sample hub, whose founder is made up: the person who began it. */
export type SampleHeir = {
  /** Their devices, as the founder's own device named them, and those that these vouch for. */
  readonly devices: ReadonlyMap<string, DeviceState>;
  /** The member that they are; absent while the sample goes on. */
  readonly member?: MemberId;
};

/**
 * In a sample hub everybody may take another role, so no role in it proves anything. What nobody else can write are the words of the founder's
 * device, whose key is forgotten once the sample is made: the devices that it named. One of them ends the sample when the hub is shared, and
 * its member takes the founder's place. Asks no stamp.
 */
export function sampleHeir(
  events: readonly MembershipEvent[],
  founding: MembershipEvent,
  outside: Outside,
): SampleHeir {
  const devices = new Map<string, DeviceState>();
  for (const { draft, source } of events) {
    if (draft.kind !== 'device-added' || source.device !== founding.source.device) continue;
    const { device, member, name, publicKey } = draft.body;
    if (!devices.has(device)) devices.set(device, { id: device, member, name, publicKey });
  }
  for (let known = -1; known !== devices.size; ) {
    known = devices.size;
    for (const event of events) addRenewed(event, devices, outside);
  }
  const ended = events.find(
    ({ draft, source }) =>
      draft.kind === 'sample-ended' && devices.get(source.device)?.member === source.member,
  );
  return { devices, ...(ended !== undefined && { member: ended.source.member }) };
}

/** The new identity of a device after a backup was put back: its old key vouches for it. */
function addRenewed(
  { draft, proven }: MembershipEvent,
  devices: Map<string, DeviceState>,
  { verify }: Outside,
): void {
  if (draft.kind !== 'device-vouched' || proven !== true) return;
  const { device, member, name, publicKey, by, sig } = draft.body;
  const old = 'device' in by ? devices.get(by.device) : undefined;
  if (old === undefined || old.member !== member || devices.has(device)) return;
  if (verify(old.publicKey, vouchText(device, member), sig))
    devices.set(device, { id: device, member, name, publicKey });
}
