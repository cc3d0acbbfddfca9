import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldCatalog, foldInto, refusedEvents } from '../../../src/domain/fold/fold-catalog.ts';
import type { FoldEvent } from '../../../src/domain/kernel/fold-event.ts';
import { stampOf } from '../../../src/domain/kernel/register.ts';
import { currentRole } from '../../../src/domain/people/membership.ts';
import { MODEL } from '../../../src/domain/registry.ts';
import { sealText } from '../../../src/shared/seal-text.ts';
import { formatHlc } from '../../../src/sync/clock/hlc.ts';
import {
  assetBody,
  deviceOf,
  EventMaker,
  foldContext,
  idOf,
  keyedDevice,
} from '../../support/event-maker.ts';

const fold = (maker: EventMaker) => foldCatalog(maker.events, foldContext);
const reasons = (maker: EventMaker) => refusedEvents(fold(maker)).map(({ why }) => why);
const titleOf = (maker: EventMaker) => fold(maker).assets.get(idOf('a', 1))?.fields.title?.value;
const roleOf = (maker: EventMaker, member: string) => currentRole(fold(maker).membership.timeline, member);
const lastOf = (maker: EventMaker, ...devices: string[]) =>
  Object.fromEntries(devices.map((device) => [device, { catalog: maker.seqOf(device), activity: 0 }]));

/** A hub with an asset and somebody who came in and was given a role. */
function hubWith(role: 'marketer' | 'lead') {
  const maker = new EventMaker().found();
  maker.write(1, 1, 'asset-added', assetBody(1));
  const who = maker.comeIn(5);
  maker.write(1, 1, 'role-granted', { member: who.member, role, last: lastOf(maker, who.device) });
  const edit = (title: string, at?: number, device = who.device) =>
    maker.writeAs(device, who.member, 'asset-edited', { asset: idOf('a', 1), set: { title } }, at);
  return { maker, ...who, edit };
}

describe('a role that is given', () => {
  it('takes nothing from what was known when a lower one was given, and leaves nothing to what is back-dated behind it', () => {
    const { maker, device, member, edit } = hubWith('marketer');
    edit('Known', 9_000_000);
    maker.write(1, 1, 'role-granted', { member, role: 'rep', last: lastOf(maker, device) });
    edit('Back-dated', 9_000_001);
    edit('Back-dated to the beginning', 5);
    expect(titleOf(maker)).toBe('Known');
    expect(reasons(maker)).toEqual(['not-allowed', 'not-allowed']);
  });

  it('is worth the same on every device of its member, however far their clocks are behind', () => {
    const { maker, member, edit } = hubWith('marketer');
    const second = maker.vouch(6, keyedDevice(5), member, 2);
    edit('From a slow clock', 3);
    edit('From a second slow clock', 4, second);
    expect(reasons(maker)).toEqual([]);
  });

  it('is the one of now on a device that nobody had named', () => {
    const { maker, device, member, edit } = hubWith('marketer');
    maker.write(1, 1, 'role-granted', { member, role: 'rep', last: lastOf(maker, device) });
    const second = maker.vouch(6, keyedDevice(5), member, 2);
    edit('From a device made up later', 3, second);
    expect(titleOf(maker)).toBe('Asset 1');
    expect(reasons(maker)).toEqual(['not-allowed']);
  });

  it('takes its word from a lead who is one no longer and back-dates, but not what was known of it', () => {
    const { maker, device, member } = hubWith('lead');
    const other = maker.comeIn(7);
    maker.writeAs(device, member, 'role-granted', { member: other.member, role: 'marketer' });
    maker.write(1, 1, 'role-granted', { member, role: 'rep', last: lastOf(maker, device) });
    maker.writeAs(device, member, 'role-granted', { member: other.member, role: 'lead' }, 1_000_011);
    maker.writeAs(device, member, 'member-removed', { member: idOf('m', 1), last: {} }, 1_000_012);
    expect(roleOf(maker, other.member)).toBe('marketer');
    expect(roleOf(maker, idOf('m', 1))).toBe('lead');
    expect(reasons(maker)).toEqual(['not-allowed', 'not-allowed']);
  });

  it('is the senior one’s word where two leads take the lead from each other, whoever back-dates', () => {
    for (const at of [undefined, 1_000_009]) {
      const { maker, device, member } = hubWith('lead');
      const founder = idOf('m', 1);
      const known = lastOf(maker, device);
      maker.writeAs(device, member, 'role-granted', { member: founder, role: 'rep', last: {} }, at);
      maker.write(1, 1, 'role-granted', { member, role: 'rep', last: known });
      expect([roleOf(maker, founder), roleOf(maker, member)]).toEqual(['lead', 'rep']);
    }
  });

  it('is not given back by a circle of names, laid by who gave it to themselves before and closed by anybody afterwards', () => {
    const { maker, device, member, edit } = hubWith('lead');
    const accomplice = maker.comeIn(7);
    const closes = { hlc: formatHlc({ time: 500_000, counter: 0 }), device: accomplice.device };
    const ahead = { hlc: formatHlc({ time: Date.UTC(2199, 0), counter: 0 }), device };
    maker.odd(0, [stampOf(ahead), stampOf(closes)]);
    const grant = { member, role: 'lead', last: {} };
    const given = maker.writeAs(device, member, 'role-granted', grant);
    maker.odd(0, [stampOf(given)]);
    const removal = maker.write(1, 1, 'member-removed', { member, last: lastOf(maker, device) });
    maker.odd(0, [stampOf(removal)]);
    const name = { member: accomplice.member, name: 'Nobody' };
    maker.writeAs(accomplice.device, accomplice.member, 'member-renamed', name, 500_000);
    maker.odd(0);
    edit('After the removal');
    expect(roleOf(maker, member)).toBeUndefined();
    expect(titleOf(maker)).toBe('Asset 1');
  });

  it.each([[0], [1], [5]])(
    'is not given back by such a circle where something else of theirs, %i places further, is what the removal stands behind',
    (deep) => {
      const { maker, device, member, edit } = hubWith('lead');
      const accomplice = maker.comeIn(7);
      const closes = stampOf({ hlc: formatHlc({ time: 500_000, counter: 0 }), device: accomplice.device });
      const ahead = stampOf({ hlc: formatHlc({ time: Date.UTC(2199, 0), counter: 0 }), device });
      maker.odd(0, [ahead, closes]);
      const grant = { member, role: 'lead', last: {} };
      const given = stampOf(maker.writeAs(device, member, 'role-granted', grant));
      let known = ahead;
      for (let step = 0; step < deep; step += 1) {
        maker.odd(0, [known]);
        known = stampOf(maker.writeAs(device, member, 'member-renamed', { member, name: `Name ${step}` }));
      }
      maker.odd(0, [given, known]);
      const removal = stampOf(maker.write(1, 1, 'member-removed', { member, last: lastOf(maker, device) }));
      maker.odd(0, [removal]);
      const name = { member: accomplice.member, name: 'Nobody' };
      maker.writeAs(accomplice.device, accomplice.member, 'member-renamed', name, 500_000);
      maker.odd(0);
      edit('After the removal');
      expect(roleOf(maker, member)).toBeUndefined();
      expect(titleOf(maker)).toBe('Asset 1');
    },
  );

  it('is not given back by what was ready before and names what comes after the removal', () => {
    const { maker, device, member, edit } = hubWith('lead');
    const accomplice = maker.comeIn(7);
    const closes = stampOf({ hlc: formatHlc({ time: 500_000, counter: 0 }), device: accomplice.device });
    maker.odd(0, [closes]);
    maker.writeAs(device, member, 'role-granted', { member, role: 'lead', last: {} });
    maker.odd(0);
    // It names nothing: there was nothing ahead of it.
    const removal = stampOf(maker.write(1, 1, 'member-removed', { member, last: lastOf(maker, device) }));
    maker.odd(0, [removal]);
    const name = { member: accomplice.member, name: 'Nobody' };
    maker.writeAs(accomplice.device, accomplice.member, 'member-renamed', name, 500_000);
    maker.odd(0);
    edit('After the removal');
    expect(roleOf(maker, member)).toBeUndefined();
    expect(titleOf(maker)).toBe('Asset 1');
  });

  it('is not given to somebody else that way, where whoever took it away had seen what was ready', () => {
    const { maker, device, member } = hubWith('lead');
    const other = maker.comeIn(6);
    const accomplice = maker.comeIn(7);
    const closes = stampOf({ hlc: formatHlc({ time: 500_000, counter: 0 }), device: accomplice.device });
    maker.odd(0, [closes]);
    maker.writeAs(device, member, 'role-granted', { member: other.member, role: 'lead', last: {} });
    maker.odd(0);
    const remove = (whom: string, ...devices: string[]) =>
      maker.write(1, 1, 'member-removed', { member: whom, last: lastOf(maker, ...devices) });
    remove(member, device);
    const at = { seq: maker.seqOf(device), digest: 'a'.repeat(64) };
    const seen = (catalogSeal: string) => ({
      ...lastOf(maker, other.device),
      [device]: { catalog: at.seq, activity: 0, catalogDigest: at.digest, catalogSeal },
    });
    const seal = keyedDevice(5).sign(sealText(device, 'catalog', at));
    const removal = maker.write(1, 1, 'member-removed', { member: other.member, last: seen(seal) });
    maker.odd(0, [stampOf(removal)]);
    const name = { member: accomplice.member, name: 'Nobody' };
    maker.writeAs(accomplice.device, accomplice.member, 'member-renamed', name, 500_000);
    maker.odd(0);
    expect(roleOf(maker, other.member)).toBeUndefined();
  });

  it('is given by whoever wants it where somebody only claims to have seen that', () => {
    const { maker, device, member } = hubWith('lead');
    const other = maker.comeIn(6);
    for (const claimed of [
      {},
      { catalogDigest: 'a'.repeat(64), catalogSeal: keyedDevice(5).sign('other') },
    ]) {
      const far = { [deviceOf(1)]: { catalog: 999_999, activity: 0, ...claimed } };
      maker.writeAs(device, member, 'role-granted', { member: other.member, role: 'marketer', last: far });
    }
    maker.write(1, 1, 'role-granted', { member: other.member, role: 'lead', last: {} });
    expect(roleOf(maker, other.member)).toBe('lead');
  });

  it('lets a lead whose clock is ten years behind lead as soon as they have heard of it', () => {
    const { maker, device, member } = hubWith('lead');
    const grant = maker.events.at(-1);
    const other = maker.comeIn(7);
    const joined = maker.events.at(-1);
    const heard = [grant, joined].flatMap((event) => event ?? []).map(stampOf);
    maker.odd(0, heard);
    maker.writeAs(device, member, 'role-granted', { member: other.member, role: 'marketer' }, 7);
    expect(roleOf(maker, other.member)).toBe('marketer');
    expect(reasons(maker)).toEqual([]);
  });

  it('divides by its place in the order where an old journal names no positions', () => {
    const { maker, member, edit } = hubWith('marketer');
    edit('Before');
    maker.write(1, 1, 'role-granted', { member, role: 'rep' });
    edit('After');
    expect(titleOf(maker)).toBe('Before');
    expect(reasons(maker)).toEqual(['not-allowed']);
  });
});

describe('roles that come and go', () => {
  it('give the same catalog in any order of arrival and any batches, whatever is named and whenever it is stamped', () => {
    const move = fc.record({
      by: fc.integer({ min: 0, max: 3 }),
      of: fc.integer({ min: 1, max: 3 }),
      what: fc.constantFrom('rep', 'marketer', 'lead', 'out', 'in', 'edit', 'edit', 'edit'),
      known: fc.integer({ min: 0, max: 4 }),
      at: fc.integer({ min: 1, max: 60 }),
    });
    const moves = fc.array(move, { minLength: 3, maxLength: 25 });
    const cut = fc.integer({ min: 1, max: 6 });
    fc.assert(
      fc.property(moves, cut, fc.infiniteStream(fc.nat({ max: 1_000 })), (all, size, chance) => {
        const events = hubOf(all).events;
        const expected = MODEL.textOf(foldCatalog(events, foldContext));
        const mixed = events
          .map((event) => ({ event, place: chance.next().value ?? 0 }))
          .sort((a, b) => a.place - b.place)
          .map(({ event }) => event);
        expect(MODEL.textOf(foldInBatches(mixed, size))).toBe(expected);
      }),
      { numRuns: 200 },
    );
  });
});

type Move = { by: number; of: number; what: string; known: number; at: number };

/** A founder and three others, who are given roles, removed and let in again by whoever says so, as far as they say that they know. */
function hubOf(moves: readonly Move[]): EventMaker {
  const maker = new EventMaker().found();
  maker.write(1, 1, 'asset-added', assetBody(1));
  const people = [20, 21, 22].map((number) => maker.comeIn(number));
  const founder = { device: maker.events[0]?.device ?? '', member: idOf('m', 1) };
  const everybody = [founder, ...people];
  for (const { by, of, what, known, at } of moves) {
    const author = everybody[by] ?? founder;
    const named = everybody[of] ?? founder;
    const last = { [named.device]: { catalog: Math.max(0, maker.seqOf(named.device) - known), activity: 0 } };
    const { member } = named;
    const write = (kind: string, body: object) =>
      maker.writeAs(author.device, author.member, kind, body, 1_000_000 + at);
    if (what === 'out') write('member-removed', { member, last });
    else if (what === 'in') write('member-admitted', { member, role: 'marketer', last });
    else if (what === 'edit')
      write('asset-edited', { asset: idOf('a', 1), set: { title: `By ${by} at ${at}` } });
    else write('role-granted', { member, role: what, ...(known < 4 && { last }) });
  }
  return maker;
}

function foldInBatches(events: readonly FoldEvent[], size: number) {
  let state = MODEL.emptyCatalog();
  for (let at = 0; at < events.length; at += size) {
    const outcome = foldInto(state, events.slice(at, at + size), foldContext);
    if (outcome.fold === 'refold') state = foldCatalog(events.slice(0, at + size), foldContext);
  }
  return state;
}
