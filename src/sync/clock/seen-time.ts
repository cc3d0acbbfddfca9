import { FARTHEST_AHEAD_MS } from './hlc.ts';

/** The time of the last thing that a device has signed; milliseconds since 1970. */
export type Signed = { readonly member: string; readonly time: number };

/**
 * Up to when others have signed something, as far as that can be believed: no further ahead than a clock follows (`hlc.ts`), of the wall clock or of
 * what was believed `before`. What lies further ahead is somebody's wrong clock, unless two people say so: then it is the wall clock that was set
 * back. What this device has signed itself counts beside what others have; alone it may have been signed while its own clock was wrong.
 * Never before `before`.
 */
export function seenTime(
  before: number,
  wall: number,
  signed: { readonly others: readonly Signed[]; readonly own: number },
): number {
  const byOthers = believed(before, Math.max(before, wall), signed.others);
  const isOwnNear = signed.own <= byOthers + FARTHEST_AHEAD_MS;
  return isOwnNear ? Math.max(byOthers, signed.own) : byOthers;
}

function believed(before: number, now: number, others: readonly Signed[]): number {
  const farthest = now + FARTHEST_AHEAD_MS;
  let latest = before;
  const beyond = new Map<string, number>();
  for (const { member, time } of others) {
    if (time <= farthest) latest = Math.max(latest, time);
    else beyond.set(member, Math.max(time, beyond.get(member) ?? 0));
  }
  const second = [...beyond.values()].sort((a, b) => b - a)[1];
  return second === undefined ? latest : Math.max(latest, second);
}
