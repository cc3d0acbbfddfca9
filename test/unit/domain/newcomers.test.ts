import { describe, expect, it } from 'vitest';
import { foldCatalog } from '../../../src/domain/fold/fold-catalog.ts';
import type { MemberState } from '../../../src/domain/people/membership.ts';
import { NEW_FOR_MS, newUntil } from '../../../src/domain/people/newcomers.ts';
import { EventMaker, foldContext, idOf } from '../../support/event-maker.ts';

const ADMITTED_AT = 5_000_000;
const timeOf = () => ADMITTED_AT;

function memberOf(maker: EventMaker, member: string): MemberState {
  const state = foldCatalog(maker.events, foldContext).membership.timeline.members.get(member);
  if (state === undefined) throw new Error('There is no such member.');
  return state;
}
const founded = () => {
  const maker = new EventMaker();
  maker.write(1, 1, 'hub-created', { hub: idOf('h', 1), name: 'Hub' });
  return maker.join(1, 'lead');
};

describe('somebody new', () => {
  it('who came in by themselves is new for a day after they were first seen, whatever their own stamps say', () => {
    const maker = founded();
    const { member } = maker.comeIn(5);
    expect(newUntil(memberOf(maker, member), 9_000_000, timeOf)).toBe(9_000_000 + NEW_FOR_MS);
  });

  it('whom a lead let in is new for a day after the lead’s event, and not for longer where the lead’s clock is ahead', () => {
    const maker = founded();
    maker.write(1, 1, 'hub-policy-set', { admission: 'ask', known: [] });
    const { member } = maker.comeIn(5);
    expect(newUntil(memberOf(maker, member), 9_000_000, timeOf)).toBe(Number.NEGATIVE_INFINITY);
    maker.write(1, 1, 'member-admitted', { member, role: 'rep' });
    const state = memberOf(maker, member);
    expect(newUntil(state, 9_000_000, timeOf)).toBe(ADMITTED_AT + NEW_FOR_MS);
    expect(newUntil(state, 1_000_000, timeOf)).toBe(1_000_000 + NEW_FOR_MS);
  });

  it('who was removed is not new any more', () => {
    const maker = founded();
    const { member } = maker.comeIn(5);
    maker.write(1, 1, 'member-removed', { member, last: {} });
    expect(newUntil(memberOf(maker, member), 9_000_000, timeOf)).toBe(Number.NEGATIVE_INFINITY);
  });
});
