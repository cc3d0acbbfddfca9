import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldActivity } from '../../../src/domain/fold/fold-activity.ts';
import { foldCatalog, foldInto, refusedEvents } from '../../../src/domain/fold/fold-catalog.ts';
import type { FoldEvent } from '../../../src/domain/kernel/fold-event.ts';
import { currentRole, isRemoved, isWaiting, memberOfDevice } from '../../../src/domain/people/membership.ts';
import { worthChanged } from '../../../src/domain/people/standing.ts';
import { vouchText } from '../../../src/domain/people/vouch.ts';
import { MODEL } from '../../../src/domain/registry.ts';
import { memberIdOf } from '../../../src/shared/vocabulary/ids.ts';
import {
  assetBody,
  deviceOf,
  EventMaker,
  foldContext,
  idOf,
  keyedDevice,
} from '../../support/event-maker.ts';

const timelineOf = (maker: EventMaker) => foldCatalog(maker.events, foldContext).membership.timeline;
const reasons = (maker: EventMaker) =>
  refusedEvents(foldCatalog(maker.events, foldContext)).map((event) => event.why);
const rating = (value: number) => ({ asset: idOf('a', 1), version: idOf('v', 1), value, at: 1 });
const titleOf = (maker: EventMaker) =>
  foldCatalog(maker.events, foldContext).assets.get(idOf('a', 1))?.fields.title?.value;

describe('coming in', () => {
  it('lets somebody in at once as a rep where the hub is open', () => {
    const maker = new EventMaker().found();
    const { device, member } = maker.comeIn(5);
    maker.writeAs(device, member, 'rating-given', rating(4));
    const state = foldCatalog(maker.events, foldContext);
    expect(currentRole(state.membership.timeline, member)).toBe('rep');
    expect(state.ratings.get(idOf('a', 1))?.get(member)?.value?.value).toBe(4);
    expect(refusedEvents(state)).toEqual([]);
  });

  it('lets somebody wait where a lead is asked, and counts what they did meanwhile once they are let in', () => {
    const maker = new EventMaker().found();
    maker.write(1, 1, 'hub-policy-set', { admission: 'ask', known: [deviceOf(1)] });
    const { device, member } = maker.comeIn(5);
    maker.writeAs(device, member, 'rating-given', rating(4));
    expect(isWaiting(timelineOf(maker).members.get(member))).toBe(true);
    expect(reasons(maker)).toEqual(['not-admitted']);
    maker.write(1, 1, 'member-admitted', { member, role: 'marketer' });
    const state = foldCatalog(maker.events, foldContext);
    expect(currentRole(state.membership.timeline, member)).toBe('marketer');
    expect(isWaiting(state.membership.timeline.members.get(member))).toBe(false);
    expect(state.ratings.get(idOf('a', 1))?.get(member)?.value?.value).toBe(4);
    expect(refusedEvents(state)).toEqual([]);
  });

  it('does not let somebody slip in by a clock that is behind', () => {
    const maker = new EventMaker().found();
    const before = maker.comeIn(4);
    maker.write(1, 1, 'hub-policy-set', { admission: 'ask', known: [deviceOf(1), before.device] });
    const { member } = maker.comeIn(5, 1_000);
    const timeline = timelineOf(maker);
    expect(isWaiting(timeline.members.get(member))).toBe(true);
    expect(currentRole(timeline, before.member)).toBe('rep');
  });

  it('does not let anybody come in as somebody else, however early', () => {
    const maker = new EventMaker().found();
    const { member } = maker.comeIn(5);
    const thief = keyedDevice(6);
    const body = { name: 'Thief', deviceName: 'T', publicKey: thief.publicKey };
    maker.writeAs(thief.id, member, 'member-joined', { ...body, member, device: thief.id }, 1);
    const other = keyedDevice(7);
    maker.writeAs(other.id, member, 'member-joined', { ...body, member, device: keyedDevice(5).id }, 2);
    maker.writeAs(deviceOf(8), idOf('m', 1), 'member-joined', {
      ...body,
      member: idOf('m', 1),
      device: deviceOf(8),
    });
    const timeline = timelineOf(maker);
    expect(timeline.members.get(member)?.name.value).toBe('Joiner 5');
    expect(memberOfDevice(timeline, thief.id)).toBeUndefined();
    expect(reasons(maker)).toEqual(['bad-proof', 'bad-proof', 'bad-proof']);
  });

  it('counts a coming in only as the first event of the device’s own journal', () => {
    const maker = new EventMaker().found();
    const { id, publicKey } = keyedDevice(5);
    const member = memberIdOf(id);
    maker.writeAs(id, member, 'rating-given', rating(1));
    maker.writeAs(id, member, 'member-joined', { member, device: id, name: 'N', deviceName: 'D', publicKey });
    expect(reasons(maker)).toEqual(['unknown-device', 'bad-proof']);
  });
});

describe('a further device', () => {
  const invite = keyedDevice(99);
  const invited = (maker: EventMaker, number: number, member: string, at?: number, code = invite) => {
    const { id: device, publicKey } = keyedDevice(number);
    const sig = code.sign(vouchText(device, member));
    const by = { invite: code.publicKey };
    maker.writeAs(device, member, 'device-vouched', { device, name: 'D', publicKey, member, by, sig }, at);
    return device;
  };

  it('joins as the same member with the code that the first one shows, once', () => {
    const maker = new EventMaker().found();
    const { device, member } = maker.comeIn(5);
    maker.writeAs(device, member, 'device-invited', {
      invite: invite.publicKey,
      member,
      until: 9_000_000,
    });
    const second = invited(maker, 6, member);
    const third = invited(maker, 7, member);
    maker.writeAs(second, member, 'rating-given', rating(2));
    const state = foldCatalog(maker.events, foldContext);
    expect(memberOfDevice(state.membership.timeline, second)).toBe(member);
    expect(memberOfDevice(state.membership.timeline, third)).toBeUndefined();
    expect([...state.membership.timeline.invites.values()].map(({ usedBy }) => usedBy)).toEqual([second]);
    expect(state.ratings.get(idOf('a', 1))?.has(member)).toBe(true);
    expect(reasons(maker)).toEqual(['bad-proof']);
  });

  it('does not join with a code that is out of date, of somebody else, or that a stranger made', () => {
    const maker = new EventMaker().found();
    const { device, member } = maker.comeIn(5);
    const body = { invite: invite.publicKey, member, until: 1_000_100 };
    maker.writeAs(device, member, 'device-invited', { ...body, invite: keyedDevice(98).publicKey });
    invited(maker, 6, member, undefined, keyedDevice(96)); // nobody invited with this key
    maker.writeAs(device, member, 'device-invited', body);
    invited(maker, 7, idOf('m', 1)); // the code is not of this member
    invited(maker, 8, member, 2_000_000); // too late
    maker.write(1, 1, 'device-invited', { ...body, invite: keyedDevice(97).publicKey }); // not one’s own
    expect(reasons(maker).toSorted()).toEqual(['bad-proof', 'bad-proof', 'bad-proof', 'not-allowed']);
  });

  it('joins as the new identity of a forked one, which its old key vouches for', () => {
    const maker = new EventMaker().found();
    const { member } = maker.comeIn(5);
    const renewed = maker.vouch(6, keyedDevice(5), member);
    maker.vouch(7, keyedDevice(42), member); // a key that nobody knows
    maker.writeAs(renewed, member, 'rating-given', rating(3));
    const state = foldCatalog(maker.events, foldContext);
    expect(state.ratings.get(idOf('a', 1))?.has(member)).toBe(true);
    expect(reasons(maker)).toEqual(['bad-proof']);
  });
});

describe('removing', () => {
  const lastOf = (maker: EventMaker, ...devices: string[]) =>
    Object.fromEntries(devices.map((device) => [device, { catalog: maker.seqOf(device), activity: 0 }]));

  it('keeps what came before, with whatever stamp, and nothing after, however back-dated', () => {
    const maker = new EventMaker().found();
    maker.write(1, 1, 'asset-added', assetBody(1));
    const { device, member } = maker.comeIn(5);
    maker.write(1, 1, 'role-granted', { member, role: 'marketer' });
    const edit = (title: string, at?: number) =>
      maker.writeAs(device, member, 'asset-edited', { asset: idOf('a', 1), set: { title } }, at);
    edit('From the future', 9_000_000);
    maker.write(1, 1, 'member-removed', { member, last: lastOf(maker, device) });
    expect(titleOf(maker)).toBe('From the future');
    edit('Back-dated', 9_500_000);
    maker.writeAs(device, member, 'rating-given', rating(1), 1_000_008);
    expect(titleOf(maker)).toBe('From the future');
    expect(reasons(maker)).toEqual(['after-removal', 'after-removal']);
    expect(isRemoved(timelineOf(maker).members.get(member))).toBe(true);
  });

  it('counts nothing of a device that the remover did not know', () => {
    const maker = new EventMaker().found();
    const { device, member } = maker.comeIn(5);
    const second = maker.vouch(6, keyedDevice(5), member);
    maker.writeAs(second, member, 'rating-given', rating(1));
    maker.write(1, 1, 'member-removed', { member, last: lastOf(maker, device) });
    expect(reasons(maker)).toEqual(['after-removal']);
  });

  it('counts again what is stamped after a coming back', () => {
    const maker = new EventMaker().found();
    const { device, member } = maker.comeIn(5);
    maker.write(1, 1, 'member-removed', { member, last: lastOf(maker, device) });
    maker.writeAs(device, member, 'rating-given', rating(1));
    maker.write(1, 1, 'member-admitted', { member, role: 'rep' });
    maker.writeAs(device, member, 'rating-given', rating(5));
    const state = foldCatalog(maker.events, foldContext);
    expect(state.ratings.get(idOf('a', 1))?.get(member)?.value?.value).toBe(5);
    expect(reasons(maker)).toEqual(['after-removal']);
    expect(currentRole(state.membership.timeline, member)).toBe('rep');
  });

  it('takes its word from a lead who was removed, though they back-date the removal of their remover', () => {
    const maker = new EventMaker().found();
    const { device, member } = maker.comeIn(5);
    maker.write(1, 1, 'role-granted', { member, role: 'lead' });
    maker.write(1, 1, 'member-removed', { member, last: lastOf(maker, device) });
    const early = 1_000_007;
    maker.writeAs(
      device,
      member,
      'member-removed',
      { member: idOf('m', 1), last: lastOf(maker, deviceOf(1)) },
      early,
    );
    maker.writeAs(
      device,
      member,
      'member-added',
      { member: idOf('m', 9), name: 'Friend', role: 'lead' },
      early,
    );
    const timeline = timelineOf(maker);
    expect(currentRole(timeline, idOf('m', 1))).toBe('lead');
    expect(isRemoved(timeline.members.get(member))).toBe(true);
    expect(timeline.members.has(idOf('m', 9))).toBe(false);
    expect(reasons(maker)).toEqual(['after-removal', 'after-removal']);
  });

  it('keeps a hub alive whose founder is removed from before the day that they made their remover a lead', () => {
    const maker = new EventMaker().found().join(2, 'lead').join(3, 'marketer');
    maker.write(2, 2, 'member-removed', { member: idOf('m', 1), last: {} });
    const timeline = timelineOf(maker);
    expect(currentRole(timeline, idOf('m', 2))).toBe('lead');
    expect(currentRole(timeline, idOf('m', 3))).toBe('marketer');
    expect(isRemoved(timeline.members.get(idOf('m', 1)))).toBe(true);
  });

  it('takes its word from a removed lead who back-dates a removal of their remover that leaves nothing of them', () => {
    for (const positions of ['none', 'before the removal'] as const) {
      const maker = new EventMaker().found();
      const { device, member } = maker.comeIn(5);
      maker.write(1, 1, 'role-granted', { member, role: 'lead' });
      const last = positions === 'none' ? {} : lastOf(maker, deviceOf(1));
      maker.at(1_000_020);
      maker.write(1, 1, 'member-removed', { member, last: lastOf(maker, device) });
      maker.writeAs(device, member, 'member-removed', { member: idOf('m', 1), last }, 1_000_010);
      maker.writeAs(
        device,
        member,
        'member-added',
        { member: idOf('m', 9), name: 'Friend', role: 'lead' },
        1_000_011,
      );
      const timeline = timelineOf(maker);
      expect(currentRole(timeline, idOf('m', 1)), positions).toBe('lead');
      expect(isRemoved(timeline.members.get(member)), positions).toBe(true);
      expect(timeline.members.has(idOf('m', 9)), positions).toBe(false);
    }
  });

  it('divides by the stamp where an old journal names no positions', () => {
    const maker = new EventMaker().found().join(2, 'rep');
    maker.write(2, 2, 'rating-given', rating(3));
    maker.write(1, 1, 'member-removed', { member: idOf('m', 2) });
    maker.write(2, 2, 'rating-given', rating(4));
    expect(reasons(maker)).toEqual(['after-removal']);
  });

  it('counts uses by the same rule', () => {
    const maker = new EventMaker().found();
    const { device, member } = maker.comeIn(5);
    const last = { [device]: { catalog: 1, activity: 1 } };
    maker.write(1, 1, 'member-removed', { member, last });
    const view = { asset: idOf('a', 1), version: idOf('v', 1), at: 1 };
    const used = [1, 2].map((seq) => ({
      device,
      seq,
      hlc: '000000000001-0000',
      member,
      kind: 'asset-viewed',
      body: view,
    }));
    const activity = MODEL.emptyActivity();
    foldActivity(activity, [{ ...used[0], hlc: '0000000fffff-0000' } as (typeof used)[0]], timelineOf(maker));
    foldActivity(activity, used.slice(1), timelineOf(maker));
    expect(activity.uses.get(idOf('a', 1))?.total).toBe(1);
  });

  it('lets a founder who became a rep take the lead again, but not after another lead took it away', () => {
    const maker = new EventMaker().found().join(2, 'lead');
    maker.write(1, 1, 'role-granted', { member: idOf('m', 1), role: 'rep' });
    maker.write(1, 1, 'role-granted', { member: idOf('m', 1), role: 'lead' });
    expect(currentRole(timelineOf(maker), idOf('m', 1))).toBe('lead');
    maker.write(2, 2, 'role-granted', { member: idOf('m', 1), role: 'rep' });
    maker.write(1, 1, 'role-granted', { member: idOf('m', 1), role: 'lead' });
    expect(currentRole(timelineOf(maker), idOf('m', 1))).toBe('rep');
  });
});

describe('folding on', () => {
  it('does not fold again because people come in, are given roles, or are removed with all they did', () => {
    const maker = new EventMaker().found();
    const state = MODEL.emptyCatalog();
    foldInto(state, maker.events, foldContext);
    let done = maker.events.length;
    const next = () => {
      const batch = maker.events.slice(done);
      done = maker.events.length;
      return foldInto(state, batch, foldContext).fold;
    };
    maker.write(1, 1, 'asset-added', assetBody(1));
    expect(next()).toBe('done');
    for (let number = 10; number < 20; number += 1) {
      const { device, member } = maker.comeIn(number);
      maker.writeAs(device, member, 'rating-given', rating(3));
      expect(next()).toBe('done');
      maker.write(1, 1, 'role-granted', { member, role: 'marketer' });
      expect(next()).toBe('done');
      const last = { [device]: { catalog: maker.seqOf(device), activity: 0 } };
      maker.write(1, 1, 'member-removed', { member, last });
      expect(next()).toBe('done');
    }
    const { device, member } = maker.comeIn(30);
    maker.writeAs(device, member, 'rating-given', rating(3));
    next();
    maker.write(1, 1, 'member-removed', { member, last: {} });
    expect(next()).toBe('refold');
  });
});

describe('folding uses and searches on', () => {
  it('counts the same in any batches as from scratch, whoever comes, goes and comes back', () => {
    const step = fc.record({
      who: fc.integer({ min: 1, max: 4 }),
      what: fc.constantFrom('come', 'view', 'view', 'rate', 'remove', 'admit', 'grant', 'ask', 'second'),
      back: fc.boolean(),
    });
    const plan = fc.array(step, { maxLength: 40 }).map((steps) => {
      const maker = new EventMaker().found();
      const activity: FoldEvent[] = [];
      const seqs = new Map<string, number>();
      for (const { who, what, back } of steps) {
        const { id } = keyedDevice(who);
        const member = memberIdOf(id);
        const seq = seqs.get(id) ?? 0;
        if (what === 'come' && maker.seqOf(id) === 0) maker.comeIn(who, back ? 5 : undefined);
        if (what === 'second' && maker.seqOf(keyedDevice(10 + who).id) === 0)
          maker.vouch(10 + who, keyedDevice(who), member);
        if (what === 'rate')
          maker.writeAs(id, member, 'rating-given', rating(3), back ? 1_000_003 : undefined);
        if (what === 'ask')
          maker.write(1, 1, 'hub-policy-set', { admission: back ? 'ask' : 'open', known: [] });
        if (what === 'admit') maker.write(1, 1, 'member-admitted', { member, role: 'rep' });
        if (what === 'grant') maker.write(1, 1, 'role-granted', { member, role: back ? 'lead' : 'marketer' });
        if (what === 'remove') {
          const last = { [id]: { catalog: maker.seqOf(id), activity: seq } };
          maker.write(1, 1, 'member-removed', { member, ...(back ? {} : { last }) });
        }
        if (what === 'view') {
          const { hlc } = maker.write(1, 1, 'member-renamed', { member: idOf('m', 1), name: 'Now' });
          const body = { asset: idOf('a', who), version: idOf('v', 1), at: seq };
          activity.push({ device: id, seq: seq + 1, hlc, member, kind: 'asset-viewed', body });
          seqs.set(id, seq + 1);
        }
      }
      return [
        ...maker.events.map((event) => ({ stream: 'catalog' as const, event })),
        ...activity.map((event) => ({ stream: 'activity' as const, event })),
      ];
    });
    const shuffled = plan.chain((all) =>
      fc.tuple(
        fc.constant(all),
        fc.shuffledSubarray(all, { minLength: all.length }),
        fc.integer({ min: 1, max: 9 }),
      ),
    );
    type Placed = { readonly stream: 'catalog' | 'activity'; readonly event: FoldEvent };
    const of = (events: readonly Placed[], stream: Placed['stream']) =>
      events.filter((placed) => placed.stream === stream).map(({ event }) => event);
    const scratch = (events: readonly Placed[]) => {
      const state = foldCatalog(of(events, 'catalog'), foldContext);
      const activity = MODEL.emptyActivity();
      foldActivity(activity, of(events, 'activity'), state.membership.timeline);
      return { state, activity };
    };
    const counted = ({ activity }: ReturnType<typeof scratch>) =>
      [...activity.uses].map(([asset, use]) => `${asset}: ${use.total}`).sort();
    fc.assert(
      fc.property(shuffled, ([all, mixed, size]) => {
        let live = scratch([]);
        for (let at = 0; at < mixed.length; at += size) {
          const batch = mixed.slice(at, at + size);
          const before = live.state.membership.timeline;
          const { fold } = foldInto(live.state, of(batch, 'catalog'), foldContext);
          const { timeline } = live.state.membership;
          if (fold === 'refold' || worthChanged(before, timeline, live.activity.seen, 'activity'))
            live = scratch(mixed.slice(0, at + size));
          else foldActivity(live.activity, of(batch, 'activity'), timeline);
        }
        const expected = scratch(all);
        expect(counted(live)).toEqual(counted(expected));
        expect(MODEL.textOf(live.state)).toBe(MODEL.textOf(expected.state));
      }),
      { numRuns: 200 },
    );
  });
});
