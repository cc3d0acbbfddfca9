import type { AssetStateName, Audience } from '../../shared/vocabulary/assets.ts';
import type { Role } from '../../shared/vocabulary/roles.ts';
import type { GateReason, WayOut } from '../../shared/vocabulary/ways-out.ts';
import { may } from '../people/permissions.ts';

/** What the gate decides by. */
export type GateFacts = {
  readonly way: WayOut;
  readonly state: AssetStateName;
  /** Whether its asset was released to reps: an expired draft never was. */
  readonly released: boolean;
  /** Whether it is a version that waits beside the published one. */
  readonly draftVersion: boolean;
  /** Whether a later version of it is out. */
  readonly superseded: boolean;
  readonly audience: Audience;
  readonly role: Role;
};

/** What the gate says. Of several reasons the one that matters most comes first. */
type GateVerdict =
  | { readonly verdict: 'allowed' }
  | { readonly verdict: 'ask' | 'refused'; readonly reasons: readonly [GateReason, ...GateReason[]] };

/**
 * Whether a person is asked on this way. A drag has begun by the time anybody could answer; what is sent or made part of a file for somebody outside
 * is for customers by that alone, so nothing is asked.
 */
const CAN_ASK: Readonly<Record<WayOut, boolean>> = {
  open: true,
  save: true,
  copy: true,
  drag: false,
  present: true,
  send: false,
  assemble: false,
};

/** Whether a person is asked on a way before what is internal leaves; where nobody is, it does not leave. */
export function isAskedOn(way: WayOut): boolean {
  return CAN_ASK[way];
}

/**
 * The one rule for everything that leaves. What was recalled or has expired leaves on no way, whoever asks: it would reach a customer. What
 * is not released is there only for those who publish, who are asked. What is internal, and a version that a later one replaced, is asked about.
 * Where nobody is asked, what would be asked about is refused.
 */
export function gateVerdict(facts: GateFacts): GateVerdict {
  const { way, state, audience, role } = facts;
  if (state === 'recalled' || state === 'expired') return { verdict: 'refused', reasons: [state] };
  const reasons: GateReason[] = [];
  const unreleased = unreleasedReason(facts);
  if (unreleased !== undefined) {
    if (!maySeeUnreleased(role)) return { verdict: 'refused', reasons: [unreleased] };
    reasons.push(unreleased);
  }
  if (audience === 'internal') reasons.unshift('internal');
  if (facts.superseded) reasons.push('superseded');
  const [first, ...others] = reasons;
  if (first === undefined) return { verdict: 'allowed' };
  return { verdict: isAskedOn(way) ? 'ask' : 'refused', reasons: [first, ...others] };
}

/** Whether somebody of a role sees what is not released: drafts, reviews, what is scheduled or archived. */
export function maySeeUnreleased(role: Role): boolean {
  return may(role, 'publish');
}

function unreleasedReason({ state, released, draftVersion }: GateFacts): GateReason | undefined {
  switch (state) {
    case 'draft':
    case 'in-review':
    case 'scheduled':
    case 'archived':
      return state;
    default:
      return released && !draftVersion ? undefined : 'draft';
  }
}
