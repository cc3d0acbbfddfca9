import type { Anchor } from '../kernel/claims.ts';
import { entryOf } from '../kernel/register.ts';
import type { Anchoring, Timeline } from './membership.ts';

/** What of the history leads' devices had seen, which bounds what claims of old journals can still take. */

type Anchored = ReadonlyMap<string, readonly Anchor[]>;

/** The anchors of each device by rounds, out of what was said in the order of all writes. Events of a device with the same `at` are one round. */
function anchoredBy(anchorings: readonly Anchoring[]): Anchored {
  const rounds = new Map<string, number>();
  const anchored = new Map<string, Anchor[]>();
  for (const { device, last, at } of anchorings) {
    const round = entryOf(rounds, `${device}|${at}`, () => rounds.size + 1);
    for (const [named, { catalog }] of Object.entries(last))
      entryOf(anchored, named, () => []).push({ round, seq: catalog });
  }
  for (const anchors of anchored.values()) anchors.sort((a, b) => a.round - b.round || b.seq - a.seq);
  return anchored;
}

/** What a timeline keeps of what was said. */
export function anchorsOf(anchorings: readonly Anchoring[]): Pick<Timeline, 'anchored' | 'anchorings'> {
  return { anchored: anchoredBy(anchorings), anchorings };
}

/** Says whether two ways of anchoring are the same for every device. */
export function sameAnchors(one: Anchored, other: Anchored): boolean {
  if (one.size !== other.size) return false;
  return [...one].every(([device, anchors]) => {
    const others = other.get(device) ?? [];
    return (
      anchors.length === others.length &&
      anchors.every(({ round, seq }, index) => others[index]?.round === round && others[index]?.seq === seq)
    );
  });
}
