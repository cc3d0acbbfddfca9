import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addToOrder, emptyOrder, keyOf, orderKeys, orderOf } from '../../../src/domain/kernel/order.ts';
import { formatHlc } from '../../../src/sync/clock/hlc.ts';
import { deviceOf } from '../../support/event-maker.ts';

type After = ReadonlyMap<string, readonly string[]>;

const stampAt = (time: number, device: number): string =>
  `${formatHlc({ time, counter: 0 })}|${deviceOf(device)}`;
/** Nobody has written it; whatever names it stands behind it, so that all bases are equal. */
const PHANTOM = stampAt(1_000_000, 9);
const chain = Array.from({ length: 6 }, (_, at) => stampAt(at + 1, 8));

/**
 * A ring of writes, each of which names the next one, and the phantom or something any number of places behind it; further names within the ring make
 * circles within it. Around it writes that name some of the ring, as whoever has seen it does.
 */
const circles = fc
  .record({
    ring: fc.uniqueArray(fc.integer({ min: 10, max: 40 }), { minLength: 2, maxLength: 7 }),
    depths: fc.array(fc.integer({ min: -1, max: chain.length }), { minLength: 7, maxLength: 7 }),
    chords: fc.array(fc.tuple(fc.nat(6), fc.nat(6)), { maxLength: 5 }),
    outside: fc.array(fc.uniqueArray(fc.nat(6), { minLength: 1, maxLength: 3 }), { maxLength: 3 }),
  })
  .map(({ ring, depths, chords, outside }) => {
    const writes = ring.map((time, at) => stampAt(time, 1 + (at % 3)));
    const one = (at: number): string => writes[at % writes.length] ?? '';
    const behind = [PHANTOM, ...chain];
    const after = new Map<string, string[]>(chain.map((own, at) => [own, [behind[at] ?? PHANTOM]]));
    for (const [at, own] of writes.entries()) {
      const base = behind[depths[at] ?? -1];
      after.set(own, [one(at + 1), ...(base === undefined ? [] : [base])]);
    }
    for (const [from, to] of chords) after.get(one(from))?.push(one(to));
    for (const [at, named] of outside.entries()) after.set(stampAt(50 + at, 7), named.map(one));
    return { after: after as After, ring: new Set(writes) };
  });

const placeIn = (keys: ReadonlyMap<string, string>, write: string): string => keys.get(write) ?? write;

describe('writes that name each other in a circle, all with the same base', () => {
  it('each have one place of their own, right behind something that they name or at their own stamp', () => {
    fc.assert(
      fc.property(circles, ({ after }) => {
        const keys = orderKeys(after);
        expect(new Set(keys.values()).size).toBe(after.size);
        for (const [own, named] of after) {
          const place = placeIn(keys, own);
          expect([own, ...named.map((name) => keyOf({ keys }, own, [name]))]).toContain(place);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('stand behind all they name but where the circle was opened: at those that stand furthest without it', () => {
    fc.assert(
      fc.property(circles, ({ after, ring }) => {
        const keys = orderKeys(after);
        const stands = (write: string): string => placeIn(keys, write);
        for (const [own, named] of after) {
          if (ring.has(own)) continue;
          for (const name of named) expect(stands(own) > stands(name)).toBe(true);
        }
        // Without the ring: by what is outside of it alone.
        const alone = (write: string): string =>
          keyOf(
            { keys },
            write,
            (after.get(write) ?? []).filter((name) => !ring.has(name)),
          );
        const all = [...ring];
        const first = all.reduce((lowest, write) => (stands(write) < stands(lowest) ? write : lowest));
        const furthest = all.reduce((far, write) => (alone(write) > alone(far) ? write : far));
        expect(first).toBe(furthest);
        expect(stands(first)).toBe(alone(first));
      }),
      { numRuns: 1000 },
    );
  });

  it('stand at the same places whatever is heard of first, in whatever batches', () => {
    const arrivals = circles.chain(({ after }) =>
      fc.record({
        after: fc.constant(after),
        arrival: fc.shuffledSubarray([...after.keys()], { minLength: after.size }),
        batch: fc.integer({ min: 1, max: 6 }),
      }),
    );
    fc.assert(
      fc.property(arrivals, ({ after, arrival, batch }) => {
        const whole = [...orderOf(after).keys].sort();
        const shuffled = new Map(arrival.map((own) => [own, [...(after.get(own) ?? [])].reverse()]));
        expect([...orderKeys(shuffled)].sort()).toEqual(whole);
        let order = emptyOrder();
        for (let at = 0; at < arrival.length; at += batch) {
          const come = arrival
            .slice(at, at + batch)
            .map((stamp) => ({ stamp, named: after.get(stamp) ?? [] }));
          // What was named before it came has everything placed again, as folding does.
          if (addToOrder(order, come)) continue;
          const known = arrival.slice(0, at + batch);
          order = orderOf(known.map((stamp) => [stamp, after.get(stamp) ?? []] as const));
        }
        expect([...order.keys].sort()).toEqual(whole);
      }),
      { numRuns: 1000 },
    );
  });
});
