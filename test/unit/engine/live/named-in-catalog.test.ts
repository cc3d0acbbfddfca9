import { describe, expect, it } from 'vitest';
import {
  EMPTY_TIMELINE,
  type LastPositions,
  type Timeline,
} from '../../../../src/domain/people/membership.ts';
import { namedPositions } from '../../../../src/engine/live/named-in-catalog.ts';
import { deviceOf, idOf } from '../../../support/event-maker.ts';

const device = deviceOf(2);
const member = idOf('m', 2);
const GENUINE = 'genuine';
/** Signatures are texts here: one is genuine. */
const context = {
  deviceIdOf: () => device,
  verify: (_key: string, _text: string, signature: string) => signature === GENUINE,
};

/** What is said of a device: changes of its member's role, in their order, and then anchorings. */
function timelineOf(roles: readonly LastPositions[], anchored: readonly LastPositions[] = []): Timeline {
  const known = `000000000000-0000|${deviceOf(1)}`;
  return {
    ...EMPTY_TIMELINE,
    devices: new Map([[device, { id: device, member, name: 'laptop', publicKey: 'key' }]]),
    members: new Map([
      [
        member,
        {
          id: member,
          known,
          name: { stamp: known, value: 'Ben' },
          roles: roles.map((last, at) => {
            const given = `00000000000${at + 1}-0000|${deviceOf(1)}`;
            return { role: 'rep' as const, by: idOf('m', 1), given, since: given, last };
          }),
          removals: [],
        },
      ],
    ]),
    anchorings: anchored.map((last, at) => ({ device: deviceOf(1), last, at })),
  };
}

function saying(catalog: number, digit: string, catalogSeal?: string): LastPositions {
  const catalogDigest = digit.repeat(64);
  return { [device]: { catalog, activity: 0, catalogDigest, ...(catalogSeal && { catalogSeal }) } };
}

function named(timeline: Timeline): unknown[] {
  const [positions = []] = [...namedPositions(timeline, context).values()];
  return positions.map(({ seq, digest, seal, orLess = false }) => [
    seq,
    digest[0],
    seal !== undefined,
    orLess,
  ]);
}

describe('what the catalog names of a history', () => {
  it('is the last word that shows the device’s signature, whatever is said without one after it', () => {
    const words = [
      saying(3, 'a', GENUINE),
      saying(5, 'b', GENUINE),
      saying(9, 'c', 'forged'),
      saying(9, 'd'),
    ];
    expect(named(timelineOf(words))).toEqual([
      [9, 'd', false, false],
      [9, 'c', false, false],
      [5, 'b', true, false],
    ]);
  });

  it('is what was anchored, too, where that goes further', () => {
    const anchored = [saying(4, 'a', GENUINE), saying(7, 'b', GENUINE)];
    expect(named(timelineOf([saying(5, 'c', GENUINE)], anchored))).toEqual([
      [5, 'c', true, false],
      [7, 'b', true, true],
    ]);
    expect(named(timelineOf([saying(8, 'c', GENUINE)], anchored))).toEqual([[8, 'c', true, false]]);
  });

  it('is bounded, however often somebody makes something up', () => {
    const words = Array.from({ length: 500 }, (_, at) => saying(at + 1, 'e'));
    expect(named(timelineOf([], [saying(4, 'a', GENUINE), ...words]))).toHaveLength(33);
  });
});
