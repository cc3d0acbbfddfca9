import { describe, expect, it } from 'vitest';
import { foldCatalog, refusedEvents } from '../../../src/domain/fold/fold-catalog.ts';
import { currentRole, namesMembers } from '../../../src/domain/people/membership.ts';
import { deviceOf, EventMaker, foldContext, idOf } from '../../support/event-maker.ts';

const PERSON = idOf('m', 2);

/** A sample hub of a made-up founder (1), and the person who began it (2), as a rep. */
function sample() {
  const maker = new EventMaker();
  maker.write(1, 1, 'hub-created', { hub: idOf('h', 1), name: 'Sample', sample: true });
  maker.join(1, 'lead').join(2, 'rep');
  return maker;
}
const timelineOf = (maker: EventMaker) => foldCatalog(maker.events, foldContext).membership.timeline;
const takeLead = (maker: EventMaker, device: string, member: string, at?: number) =>
  maker.writeAs(device, member, 'role-granted', { member, role: 'lead' }, at);

describe('a sample hub', () => {
  it('lets everybody take any role while it goes on', () => {
    const maker = sample();
    const { device, member } = maker.comeIn(5);
    takeLead(maker, device, member);
    expect(currentRole(timelineOf(maker), member)).toBe('lead');
    expect(timelineOf(maker).hub?.sample).toBe(true);
  });

  it('once ended, keeps no role that others gave themselves, whatever the stamps', () => {
    const maker = sample();
    const { device, member } = maker.comeIn(5);
    takeLead(maker, device, member);
    maker.writeAs(device, member, 'member-removed', { member: PERSON, last: {} });
    takeLead(maker, deviceOf(2), PERSON);
    maker.write(2, 2, 'sample-ended', {});
    takeLead(maker, device, member, 1_000_003);
    const timeline = timelineOf(maker);
    expect(currentRole(timeline, member)).toBe('rep');
    expect(currentRole(timeline, PERSON)).toBe('lead');
    expect(timeline.hub).toMatchObject({ sample: false, heir: PERSON });
  });

  it('is ended only by the person who began it', () => {
    const maker = sample();
    const { device, member } = maker.comeIn(5);
    takeLead(maker, device, member);
    // A lead of the sample could name a device of their own, and even the other’s, as early as they like.
    const added = { device: deviceOf(7), member: PERSON, name: 'D', publicKey: 'key-7' };
    maker.writeAs(device, member, 'device-added', added, 1_000_005);
    maker.writeAs(deviceOf(7), PERSON, 'sample-ended', {});
    maker.writeAs(device, member, 'sample-ended', {});
    expect(timelineOf(maker).hub).toMatchObject({ sample: true });
    maker.writeAs(device, member, 'device-added', { ...added, device: deviceOf(2), member }, 1_000_001);
    maker.write(2, 2, 'sample-ended', {});
    const timeline = timelineOf(maker);
    expect(timeline.hub).toMatchObject({ sample: false, heir: PERSON });
    expect(timeline.devices.get(deviceOf(2))?.member).toBe(PERSON);
    expect(timeline.devices.has(deviceOf(7))).toBe(false);
  });

  it('leaves its heir the founder’s place: they may look on as a rep and lead again, until another lead decides', () => {
    const maker = sample();
    maker.write(2, 2, 'sample-ended', {});
    expect(namesMembers(timelineOf(maker), PERSON)).toBe(true);
    takeLead(maker, deviceOf(2), PERSON);
    maker.write(2, 2, 'role-granted', { member: PERSON, role: 'rep' });
    takeLead(maker, deviceOf(2), PERSON);
    const { device, member } = maker.comeIn(5);
    maker.write(2, 2, 'role-granted', { member, role: 'lead' });
    expect(currentRole(timelineOf(maker), PERSON)).toBe('lead');
    maker.writeAs(device, member, 'role-granted', { member: PERSON, role: 'rep' });
    takeLead(maker, deviceOf(2), PERSON);
    expect(currentRole(timelineOf(maker), PERSON)).toBe('rep');
    expect(refusedEvents(foldCatalog(maker.events, foldContext)).map(({ why }) => why)).toEqual([
      'not-allowed',
    ]);
  });
});

describe('a device that came in by itself', () => {
  it('is nobody else’s by what a lead says, however early', () => {
    const maker = new EventMaker().found();
    const { device, member } = maker.comeIn(5);
    maker.join(3, 'lead');
    const claim = { device, member: idOf('m', 3), name: 'Mine', publicKey: 'key' };
    maker.writeAs(deviceOf(3), idOf('m', 3), 'device-added', claim, 1_000_004);
    expect(timelineOf(maker).devices.get(device)?.member).toBe(member);
  });
});
