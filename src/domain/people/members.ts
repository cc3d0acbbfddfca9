import { z } from 'zod';
import { defineCollection, type FoldState } from '../kernel/define-collection.ts';
import { defineEvent } from '../kernel/define-event.ts';
import { name } from '../kernel/fields.ts';
import type { DeferredEvent, RefusedEvent } from '../kernel/fold-event.ts';
import { orderOf } from '../kernel/order.ts';
import { later, type Register, type Stamp } from '../kernel/register.ts';
import { LEADS } from '../kernel/roles.ts';
import { type Entries, fillMap } from '../kernel/snapshot-json.ts';
import { foldMembership } from './fold-membership.ts';
import { EMPTY_TIMELINE, type MembershipEvent, type Timeline } from './membership.ts';

/** Who is who, and what the hub is called. */
export type MembersPart = {
  readonly membership: { readonly events: Map<string, MembershipEvent>; timeline: Timeline };
  readonly hubName: { renamed?: Register<string> };
};

type MembersJson = Pick<MembersPart, 'hubName'> & {
  readonly events: Entries<MembershipEvent>;
  readonly refused: Entries<RefusedEvent>;
  readonly deferred: Entries<DeferredEvent>;
  readonly after?: Entries<readonly Stamp[]>;
};

/** Who is who; with it is kept what the fold keeps of all events. The timeline is folded again out of its events. */
export const members = defineCollection({
  name: 'members',
  topics: ['session', 'people'],
  keepsFold: true,
  inEveryText: true,
  empty: (): MembersPart => ({ membership: { events: new Map(), timeline: EMPTY_TIMELINE }, hubName: {} }),
  toJson: ({ membership, hubName, refused, deferred, order }: MembersPart & FoldState) => ({
    events: [...membership.events],
    hubName,
    refused: [...refused],
    deferred: [...deferred],
    ...(order.after.size > 0 && { after: [...order.after] }),
  }),
  fill(state: MembersPart & FoldState, json, outside) {
    const { events, hubName, refused, deferred, after } = json as MembersJson;
    fillMap(state.membership.events, events);
    state.membership.timeline = foldMembership(state.membership.events.values(), outside);
    Object.assign(state.hubName, hubName);
    fillMap(state.refused, refused);
    fillMap(state.deferred, deferred);
    state.order = orderOf(after ?? []);
  },
});

export const hubRenamed = defineEvent({
  kind: 'hub-renamed',
  body: z.object({ name }),
  leaves: 'leaves.hub-decided',
  roles: LEADS,
  into: members,
  entry: () => 'hub',
  over: ({ hubName }) => [hubName.renamed?.stamp],
  fold({ hubName }, body, { stamp }) {
    hubName.renamed = later(hubName.renamed, stamp, body.name);
  },
});
