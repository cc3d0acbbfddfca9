import type { z } from 'zod';
import type { LeavesCode } from '../../shared/says/events.ts';
import type { Role } from '../../shared/vocabulary/roles.ts';
import type { MembershipEventKind } from '../kernel/define-event.ts';
import type { FoldEvent, RefusalCode } from '../kernel/fold-event.ts';
import type { Outside } from '../kernel/outside.ts';
import type { MembershipBodies, MembershipEvent, MembershipKind } from './membership.ts';
import type { MembershipPass } from './membership-pass.ts';

type Body<Kind extends MembershipKind> = z.infer<MembershipBodies[Kind]>;

/** A member who says who is who, at the place of an event. */
export type Sayer = {
  readonly member: string;
  /** Whether they were a lead there, or may do as one. */
  readonly leads: boolean;
  readonly pass: MembershipPass;
};

/** What a kind of event that says who is who does in the pass over all of them. */
type Rules<Kind extends MembershipKind> = {
  readonly leaves: LeavesCode;
  readonly sentBy: readonly Role[];
  /** Of a device that speaks for itself, or a code that it shows: whether what it states fits together. Found out once, when it arrives. */
  readonly proven?: (source: FoldEvent, body: Body<Kind>, outside: Outside) => boolean | undefined;
  /** By a device that is nobody's yet: why it comes to nothing. */
  readonly comesIn?: (
    pass: MembershipPass,
    event: MembershipEvent,
    body: Body<Kind>,
  ) => RefusalCode | undefined;
  /** Whether somebody may say it. Absent: it is no member's event. */
  readonly allowed?: (by: Sayer, body: Body<Kind>) => boolean;
  /** It changes somebody's standing: not from behind a change whose author had seen it (`isOvertaken`). */
  readonly changesStanding?: true;
  readonly apply?: (pass: MembershipPass, event: MembershipEvent, body: Body<Kind>) => void;
  /** Where its author was no lead any more: whether their word weighs more all the same. */
  readonly contest?: (pass: MembershipPass, event: MembershipEvent, body: Body<Kind>) => void;
};

/** A kind of event that says who is who, with its rules. */
export type MembershipDefinition<Kind extends MembershipKind> = MembershipEventKind<
  Kind,
  MembershipBodies[Kind]
> &
  Rules<Kind>;

/** Defines a kind of event that says who is who. */
export function defineMembershipEvent<const Kind extends MembershipKind>(
  kind: Kind,
  body: MembershipBodies[Kind],
  rules: Rules<Kind>,
): MembershipDefinition<Kind> {
  return { kind, body, stream: 'catalog', saysWhoIsWho: true, ...rules };
}
