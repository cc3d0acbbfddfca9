import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldCatalog } from '../../../src/domain/fold/fold-catalog.ts';
import { orderKeys, ownStamp, placeBehind } from '../../../src/domain/kernel/order.ts';
import { formatHlc } from '../../../src/sync/clock/hlc.ts';
import { deviceOf, EventMaker, foldContext, keyedDevice } from '../../support/event-maker.ts';

const stampAt = (time: number, device = 1): string =>
  `${formatHlc({ time, counter: 0 })}|${deviceOf(device)}`;
const stamp = fc
  .tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 3 }))
  .map(([time, device]) => stampAt(time, device));
const names = fc
  .uniqueArray(fc.tuple(stamp, fc.uniqueArray(stamp, { maxLength: 4 })), {
    selector: ([own]) => own,
    maxLength: 25,
  })
  .map((entries) => new Map(entries));

describe('places in the order of all writes', () => {
  it('lie behind everything that is named, whatever the clocks say, unless writes name each other in a circle', () => {
    fc.assert(
      fc.property(names, (after) => {
        const keys = orderKeys(after);
        for (const [own, named] of after) {
          for (const one of named) {
            if (reaches(after, one, own)) continue;
            expect((keys.get(own) ?? own) > (keys.get(one) ?? one)).toBe(true);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('are not taken back by a circle: who named what stood ahead of them stays behind it', () => {
    const ahead = stampAt(2_000, 2);
    const honest = stampAt(1_000, 1);
    const low = stampAt(10, 3);
    const circles: [string, string[]][][] = [
      [
        [ahead, [honest]],
        [honest, [ahead]],
      ],
      [
        // What stands ahead may do so by what it names, not by its own stamp.
        [ahead, [low]],
        [low, [stampAt(3_000, 2), honest]],
        [honest, [low]],
      ],
      [
        // A second circle within: what it stands behind is known once the first is open.
        [ahead, [honest]],
        [low, [ahead, honest]],
        [honest, [low]],
      ],
    ];
    for (const circle of circles) {
      const keys = orderKeys(new Map(circle));
      const named = new Map(circle).get(honest) ?? [];
      for (const one of named) expect((keys.get(honest) ?? '') > (keys.get(one) ?? '')).toBe(true);
    }
  });

  it('are found where one device writes thousands of membership events with one stamp, or of one code', () => {
    const maker = new EventMaker().found();
    const { device, member } = maker.comeIn(5);
    const code = { invite: keyedDevice(99).publicKey };
    for (let count = 0; count < 4_000; count += 1) {
      maker.odd(0, [stampAt(count, 3), stampAt(count + 1, 4)]);
      maker.writeAs(device, member, 'member-renamed', { member, name: `Name ${count}` }, 2_000_000);
      maker.odd(0);
      maker.writeAs(device, member, 'device-invited', { ...code, member, until: 9_000_000 });
      maker.writeAs(device, member, 'device-accepted', code);
    }
    const { members } = foldCatalog(maker.events, foldContext).membership.timeline;
    expect(members.get(member)?.name.value).toMatch(/^Name /);
  });

  it('are found in circles of thirty thousand writes', () => {
    const all = Array.from({ length: 30_000 }, (_, time) => stampAt(time + 1));
    const after = new Map(all.map((own, at) => [own, [...all.slice(at - 3, at + 4), ...all.slice(0, 3)]]));
    expect(new Set(orderKeys(after).values()).size).toBe(all.length);
  });

  it('are the same whatever is heard of first', () => {
    fc.assert(
      fc.property(names, (after) => {
        const backwards = new Map([...after].reverse());
        expect([...orderKeys(backwards)].sort()).toEqual([...orderKeys(after)].sort());
      }),
    );
  });

  it('belong to one write each, and never come before its own stamp', () => {
    fc.assert(
      fc.property(names, (after) => {
        const keys = orderKeys(after);
        expect(new Set(keys.values()).size).toBe(after.size);
        for (const [own, key] of keys) {
          expect(ownStamp(key)).toBe(own);
          expect(key >= own).toBe(true);
        }
      }),
    );
  });

  it('can not be taken for good: whoever has seen one finds a place behind it', () => {
    const last = stampAt(Date.UTC(2199, 11, 31), 7);
    let key = last;
    for (let turn = 1; turn < 5; turn += 1) {
      const next = placeBehind(key, stampAt(turn, turn));
      expect(next > key).toBe(true);
      key = next;
    }
  });

  it('are found in a chain of a hundred thousand writes', () => {
    const after = new Map<string, readonly string[]>();
    for (let time = 100_000; time > 0; time -= 1) after.set(stampAt(time), [stampAt(time + 1)]);
    const first = orderKeys(after).get(stampAt(1));
    expect(first).toBe(`${stampAt(100_001)}>000186a0>${stampAt(1)}`);
  });
});

function reaches(after: ReadonlyMap<string, readonly string[]>, from: string, to: string): boolean {
  const seen = new Set<string>();
  const open = [from];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at === to) return true;
    if (seen.has(at)) continue;
    seen.add(at);
    open.push(...(after.get(at) ?? []));
  }
  return false;
}
