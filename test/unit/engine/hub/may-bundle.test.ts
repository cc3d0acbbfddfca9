import { describe, expect, it } from 'vitest';
import { foldCatalog } from '../../../../src/domain/fold/fold-catalog.ts';
import { mayBundle } from '../../../../src/engine/hub/may-bundle.ts';
import type { DeviceId } from '../../../../src/shared/vocabulary/ids.ts';
import { deviceOf, EventMaker, foldContext, idOf } from '../../../support/event-maker.ts';

const day = 86_400_000;
const now = 100 * day;

/** A lead (1), a marketer (2), two reps (3, 4) and another marketer (5), each with a device of their number. */
function team(): EventMaker {
  return new EventMaker().found().join(2, 'marketer').join(3, 'rep').join(4, 'rep').join(5, 'marketer');
}

/** The numbers of the devices that pack, when each has seen when which others wrote last. */
function packers(maker: EventMaker, wrote: Readonly<Record<number, number | undefined>>): number[] {
  const state = foldCatalog(maker.events, foldContext);
  const devices = Object.entries(wrote).map(([number, writtenAt]) => ({
    device: deviceOf(Number(number)) as DeviceId,
    ...(writtenAt !== undefined && { writtenAt }),
  }));
  return Object.keys(wrote)
    .map(Number)
    .filter((number) => mayBundle({ state, replica: { device: deviceOf(number) } }, { devices }, now));
}

describe('packing the hub for those who come next', () => {
  it('is for one device of a lead or a marketer: that with the smallest id', () => {
    expect(packers(team(), { 1: now, 2: now, 3: now, 4: now, 5: now })).toEqual([1]);
    expect(packers(team(), { 2: now, 3: now, 4: now, 5: now })).toEqual([2]);
    expect(packers(team(), { 3: now, 4: now })).toEqual([]);
  });

  it('does not wait for a device that wrote nothing for a week, or has never been seen to', () => {
    expect(packers(team(), { 1: now - 6 * day, 2: now, 5: now })).toEqual([1]);
    expect(packers(team(), { 1: now - 8 * day, 2: now, 5: now })).toEqual([1, 2]);
    expect(packers(team(), { 1: undefined, 2: now, 5: now })).toEqual([1, 2]);
  });

  it('does not wait for a device whose clock is far ahead, but for one that is a little', () => {
    expect(packers(team(), { 1: now + day, 2: now })).toEqual([1]);
    expect(packers(team(), { 1: now + 8 * day, 2: now })).toEqual([1, 2]);
  });

  it('goes by the roles that people have now, and never to who was removed or is not known', () => {
    const maker = team();
    maker.write(1, 1, 'role-granted', { member: idOf('m', 5), role: 'rep' });
    maker.write(1, 1, 'role-granted', { member: idOf('m', 3), role: 'marketer' });
    maker.write(1, 1, 'member-removed', { member: idOf('m', 2), last: {} });
    expect(packers(maker, { 2: now, 3: now, 5: now, 9: now })).toEqual([3]);
  });

  it('is done by a lead or a marketer who has not met anybody yet, and by no rep', () => {
    const state = foldCatalog(team().events, foldContext);
    const alone = (number: number) =>
      mayBundle({ state, replica: { device: deviceOf(number) } }, undefined, now);
    expect([1, 2, 3].map(alone)).toEqual([true, true, false]);
  });
});
