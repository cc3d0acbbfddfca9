import { currentRole, type InviteState, type Timeline } from '../../domain/people/membership.ts';
import { whoIsWho } from '../../domain/people/people-selectors.ts';
import type { EventDraft } from '../../domain/registry.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { DeviceId } from '../../shared/vocabulary/ids.ts';
import type { LiveCatalog } from '../live/live-catalog.ts';

/**
 * Says which devices this one accepts by the codes that it has shown: the first that came in time, by the clock here. A code that is too old is
 * closed, as is one of an earlier version of Kitbag that was used, so that nobody who finds it later can use it. Answers how many codes were
 * settled.
 */
export async function settleInvites(catalog: LiveCatalog, clock: Clock): Promise<number> {
  const timeline = whoIsWho(catalog);
  const { device } = catalog.replica;
  const self = catalog.selfId();
  if (self === undefined || currentRole(timeline, self) === undefined) return 0;
  const drafts: EventDraft[] = [];
  for (const invite of timeline.invites.values()) {
    if (invite.device !== device || invite.settled !== undefined) continue;
    const accepted = deviceOf(timeline, invite, clock.now());
    if (accepted === undefined && clock.now() <= invite.until) continue;
    drafts.push({
      kind: 'device-accepted',
      body: { invite: invite.publicKey, ...(accepted !== undefined && { device: accepted }) },
    });
  }
  await catalog.commit(drafts);
  return drafts.length;
}

/** The device that has a code, or is to have it. */
function deviceOf(timeline: Timeline, invite: InviteState, now: number): DeviceId | undefined {
  if (invite.usedBy !== undefined) return invite.usedBy;
  if (now > invite.until) return undefined;
  return timeline.pending.find(
    (pending) => pending.invite === invite.publicKey && pending.member === invite.member,
  )?.device;
}
