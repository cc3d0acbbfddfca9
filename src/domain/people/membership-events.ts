import type { FoldEvent, RefusalCode } from '../kernel/fold-event.ts';
import type { Outside } from '../kernel/outside.ts';
import type { MembershipDefinition, Sayer } from './define-membership-event.ts';
import { deviceEvents } from './device-events.ts';
import { hubEvents } from './hub-events.ts';
import { memberEvents } from './member-events.ts';
import type { MembershipDraft, MembershipEvent, MembershipKind } from './membership.ts';
import type { MembershipPass } from './membership-pass.ts';

/** The kinds of events that say who is who, with their rules. */

/** By kind: one that has no definition does not compile. */
type Definitions = { readonly [Kind in MembershipKind]: MembershipDefinition<Kind> };
const DEFINITIONS: Definitions = {
  ...hubEvents,
  ...memberEvents,
  ...deviceEvents,
};

/** All of them. */
export const membershipEvents: readonly Definitions[MembershipKind][] = Object.values(DEFINITIONS);

/** A kind's rules as they are called: what a body is was checked when its event was read. */
type Callable = Omit<
  MembershipDefinition<MembershipKind>,
  'proven' | 'comesIn' | 'allowed' | 'apply' | 'contest'
> & {
  readonly proven?: (source: FoldEvent, body: object, outside: Outside) => boolean | undefined;
  readonly comesIn?: (pass: MembershipPass, event: MembershipEvent, body: object) => RefusalCode | undefined;
  readonly allowed?: (by: Sayer, body: object) => boolean;
  readonly apply?: (pass: MembershipPass, event: MembershipEvent, body: object) => void;
  readonly contest?: (pass: MembershipPass, event: MembershipEvent, body: object) => void;
};

/** The rules of an event's kind. */
export function rulesOf({ kind }: MembershipDraft): Callable {
  return DEFINITIONS[kind] as Callable;
}

/** Whether what an event states fits together; `undefined` where it states nothing that could not. */
export function provenOf(source: FoldEvent, draft: MembershipDraft, outside: Outside): boolean | undefined {
  return rulesOf(draft).proven?.(source, draft.body, outside);
}
