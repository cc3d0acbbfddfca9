import type { LastPosition, LastPositions, MemberState, Timeline } from '../../domain/people/membership.ts';
import { whoIsWho } from '../../domain/people/people-selectors.ts';
import { STREAMS, type Stream } from '../../shared/vocabulary/device.ts';
import type { DeviceId } from '../../shared/vocabulary/ids.ts';
import { ROLES, type Role } from '../../shared/vocabulary/roles.ts';
import type { Journals } from '../../sync/journal/journals.ts';
import type { Replica } from '../../sync/journal/replica.ts';
import type { LiveCatalog } from '../live/live-catalog.ts';

/** Where a stream stood. */
type Reached = {
  readonly seq: number;
  readonly digest?: string | undefined;
  readonly seal?: string | undefined;
};

/** Devices of others that one event names at most: its line stays far below what a journal takes. */
const MOST_OTHERS = 200;

/**
 * The last event of each of a member's devices that is known here, for whoever changes their role: what of it is here, or what this
 * member has named before. What others have named is their word: a journal that they said to be known to its end would never be lost to a removal.
 * `digests`: where rights are taken away, nothing is to be put in the place of what was known; each with the
 * device's own signature, without which nobody would have to believe it. Of this device itself none is named:
 * what it names of itself could be lost with it. With {@link seenOfOthers}.
 */
export async function lastPositions(
  catalog: LiveCatalog,
  member: string,
  digests: boolean,
): Promise<LastPositions> {
  const timeline = whoIsWho(catalog);
  const here = { replica: catalog.replica, self: catalog.selfId() };
  const state = timeline.members.get(member);
  const last: Record<string, LastPosition> = {};
  for (const device of timeline.devices.values()) {
    if (device.member !== member) continue;
    const named = digests && device.id !== catalog.replica.device;
    const seals = named ? await catalog.replica.journals.seals(device.id) : {};
    const [inCatalog, inActivity] = STREAMS.map((stream) => reached(here, state, device.id, stream, seals));
    last[device.id] = {
      catalog: inCatalog?.seq ?? 0,
      activity: inActivity?.seq ?? 0,
      ...(named && inCatalog?.digest !== undefined && { catalogDigest: inCatalog.digest }),
      ...(named && inActivity?.digest !== undefined && { activityDigest: inActivity.digest }),
      ...(named && inCatalog?.seal !== undefined && { catalogSeal: inCatalog.seal }),
      ...(named && inActivity?.seal !== undefined && { activitySeal: inActivity.seal }),
    };
  }
  return { ...(await seenOfOthers(catalog, member)), ...last };
}

/**
 * How far was seen here what the devices of others wrote who ever led, each by its own signature: nothing of it that gives or takes this member's role
 * comes after what is written now, however it names what is to come (`isOvertaken`).
 */
export async function seenOfOthers(catalog: LiveCatalog, member: string): Promise<LastPositions> {
  const timeline = whoIsWho(catalog);
  const seen: Record<string, LastPosition> = {};
  const others = [...timeline.devices.values()]
    .filter((device) => device.member !== member && hasLed(timeline, device.member))
    .slice(0, MOST_OTHERS);
  for (const { id } of others) {
    const position = await seenOf(catalog.replica, id);
    if (position !== undefined) seen[id] = position;
  }
  return seen;
}

/** Whether what somebody says of others' roles may count. */
function hasLed({ members, hub }: Timeline, member: string): boolean {
  return (
    hub?.founderMember === member || members.get(member)?.roles.some(({ role }) => role === 'lead') === true
  );
}

/** How far another device's catalog is here, by its own signature: whoever shows that has seen what was written up to there. */
async function seenOf({ device, journals }: Replica, other: DeviceId): Promise<LastPosition | undefined> {
  if (other === device) return undefined;
  const { catalog: seal } = await journals.seals(other);
  if (seal === undefined || seal.seq > journals.head(other, 'catalog').seq) return undefined;
  return { catalog: seal.seq, activity: 0, catalogDigest: seal.digest, catalogSeal: seal.sig };
}

/** Says whether a role takes rights away from somebody who has another. */
export function isLower(role: Role, before: Role): boolean {
  return ROLES.indexOf(role) < ROLES.indexOf(before);
}

function reached(
  { replica, self }: { readonly replica: LiveCatalog['replica']; readonly self: string | undefined },
  member: MemberState | undefined,
  device: DeviceId,
  stream: Stream,
  seals: Awaited<ReturnType<Journals['seals']>>,
): Reached {
  const { seq: end, digest } = replica.journals.head(device, stream);
  const seal = seals[stream];
  const isOfEnd = seal?.seq === end && seal.digest === digest;
  let last: Reached = end === 0 ? { seq: 0 } : { seq: end, digest, ...(isOfEnd && { seal: seal.sig }) };
  for (const change of [...(member?.roles ?? []), ...(member?.removals ?? [])]) {
    const named = change.by === self ? change.last?.[device] : undefined;
    const seq = named?.[stream] ?? 0;
    // Another device of this member may have known more of it.
    if (seq > last.seq) last = { seq, digest: named?.[`${stream}Digest`], seal: named?.[`${stream}Seal`] };
  }
  return last;
}
