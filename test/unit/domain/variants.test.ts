import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allFamilies,
  familyOf,
  originalOf,
  sourceOf,
  variantStanding,
} from '../../../src/domain/assets/variant-selectors.ts';
import { foldCatalog } from '../../../src/domain/fold/fold-catalog.ts';
import type { CatalogState } from '../../../src/domain/registry.ts';
import { MODEL } from '../../../src/domain/registry.ts';
import { MOST_VARIANTS } from '../../../src/shared/limits.ts';
import { assetBody, EventMaker, foldContext, idOf, shaOf } from '../../support/event-maker.ts';
import { foldShuffled } from '../../support/fold-shuffled.ts';

const a = (number: number): string => idOf('a', number);
const v = (number: number): string => idOf('v', number);
const catalogOf = (maker: EventMaker) => ({ state: foldCatalog(maker.events, foldContext) });
const hubOf = (...assets: readonly number[]): EventMaker => {
  const maker = new EventMaker().found();
  for (const number of assets) maker.write(1, 1, 'asset-added', assetBody(number));
  return maker;
};
const link = (maker: EventMaker, asset: number, of: number | null): void =>
  void maker.write(1, 1, 'asset-variant-linked', { asset: a(asset), of: of === null ? null : a(of), at: 1 });
const merge = (maker: EventMaker, asset: number, into: number): void =>
  void maker.write(1, 1, 'asset-merged', { asset: a(asset), into: a(into), at: 1 });
const follow = (maker: EventMaker, asset: number, version: number, follows: number | null): void =>
  void maker.write(1, 1, 'asset-variant-followed', {
    ...{ asset: a(asset), version: v(version), at: 1 },
    follows: follows === null ? null : v(follows),
  });
const addVersion = (maker: EventMaker, asset: number, version: number, kind = 'added'): void =>
  void maker.write(1, 1, `asset-version-${kind}`, {
    asset: a(asset),
    version: { ...assetBody(asset).version, id: v(version), sha256: shaOf(version) },
    ...(kind === 'drafted' && { at: 1 }),
  });

describe('language editions', () => {
  it('are a family of the original and its variants, in the order in which they were linked', () => {
    const maker = hubOf(1, 2, 3, 4);
    link(maker, 3, 1);
    link(maker, 2, 1);
    const catalog = catalogOf(maker);
    expect(familyOf(catalog, a(2))).toEqual([a(1), a(3), a(2)]);
    expect([1, 2, 3, 4].map((number) => sourceOf(catalog, a(number)))).toEqual([
      undefined,
      a(1),
      a(1),
      undefined,
    ]);
    expect(familyOf(catalog, a(4))).toEqual([]);
  });

  it('of a variant are of its original', () => {
    const maker = hubOf(1, 2, 3);
    link(maker, 2, 1);
    link(maker, 3, 2);
    expect(familyOf(catalogOf(maker), a(3))).toEqual([a(1), a(2), a(3)]);
  });

  it('are assets of their own again where the last word says so', () => {
    const maker = hubOf(1, 2);
    link(maker, 2, 1);
    link(maker, 2, null);
    expect(allFamilies(catalogOf(maker)).size).toBe(0);
  });

  it('in a circle are what all but the last link say', () => {
    const maker = hubOf(1, 2);
    link(maker, 2, 1);
    link(maker, 1, 2);
    expect(familyOf(catalogOf(maker), a(2))).toEqual([a(1), a(2)]);
  });

  it('wait for an original that has not arrived', () => {
    const maker = hubOf(2);
    link(maker, 2, 1);
    expect(originalOf(catalogOf(maker), a(2))).toBeUndefined();
    maker.write(1, 1, 'asset-added', assetBody(1));
    expect(originalOf(catalogOf(maker), a(2))).toBe(a(1));
  });

  it('go with an asset that is merged: its variants are the kept one’s, and the kept one is what it was', () => {
    const maker = hubOf(1, 2, 3, 4);
    link(maker, 2, 1);
    merge(maker, 1, 3);
    expect(familyOf(catalogOf(maker), a(2))).toEqual([a(3), a(2)]);
    merge(maker, 2, 4);
    expect(familyOf(catalogOf(maker), a(4))).toEqual([a(3), a(4)]);
  });

  it('that are merged into their original are no family any more', () => {
    const maker = hubOf(1, 2);
    link(maker, 2, 1);
    merge(maker, 2, 1);
    expect(allFamilies(catalogOf(maker)).size).toBe(0);
  });

  it('are so many at most, those that were linked first', () => {
    const numbers = Array.from({ length: MOST_VARIANTS + 3 }, (_, index) => index + 1);
    const maker = hubOf(...numbers);
    for (const number of numbers.slice(1)) link(maker, number, 1);
    const catalog = catalogOf(maker);
    expect(familyOf(catalog, a(1))).toEqual(numbers.slice(0, MOST_VARIANTS).map(a));
    expect(familyOf(catalog, a(MOST_VARIANTS + 1))).toEqual([]);
  });

  it('count only where a publisher linked them', () => {
    const maker = hubOf(1, 2).join(2, 'rep');
    maker.write(2, 2, 'asset-variant-linked', { asset: a(2), of: a(1), at: 1 });
    expect(allFamilies(catalogOf(maker)).size).toBe(0);
  });
});

describe('how far a variant follows its original', () => {
  const standing = (maker: EventMaker) => {
    const { behind, follows } = variantStanding(catalogOf(maker), a(2)) ?? {};
    return [behind, follows?.number];
  };
  const linked = (): EventMaker => {
    const maker = hubOf(1, 2);
    link(maker, 2, 1);
    follow(maker, 2, 2, 1);
    return maker;
  };

  it('is by the versions of the original that came out after the one that it follows', () => {
    const maker = linked();
    expect(standing(maker)).toEqual([0, 1]);
    addVersion(maker, 1, 11);
    addVersion(maker, 1, 12, 'drafted');
    expect(standing(maker)).toEqual([1, 1]);
    addVersion(maker, 1, 13);
    expect(standing(maker)).toEqual([2, 1]);
  });

  it('stays as it was with a new version of which nobody said anything, and is what is said of it', () => {
    const maker = linked();
    addVersion(maker, 1, 11);
    addVersion(maker, 2, 21);
    expect(standing(maker)).toEqual([1, 1]);
    follow(maker, 2, 21, 11);
    expect(standing(maker)).toEqual([0, 2]);
  });

  it('does not change with a draft until that is published', () => {
    const maker = linked();
    addVersion(maker, 1, 11);
    addVersion(maker, 2, 21, 'drafted');
    follow(maker, 2, 21, 11);
    expect(standing(maker)).toEqual([1, 1]);
    maker.write(1, 1, 'asset-version-moved', { asset: a(2), version: v(21), to: 'published', at: 1 });
    expect(standing(maker)).toEqual([0, 2]);
  });

  it('counts what came out since where the version that it follows was taken back', () => {
    const maker = linked();
    addVersion(maker, 1, 11);
    follow(maker, 2, 2, 11);
    maker.write(1, 1, 'asset-version-withdrawn', { asset: a(1), version: v(11), at: 1 });
    expect(standing(maker)).toEqual([0, undefined]);
    addVersion(maker, 1, 12);
    expect(standing(maker)).toEqual([1, undefined]);
  });

  it('is not known where nobody says what it follows, or that is of another asset', () => {
    const maker = linked();
    addVersion(maker, 1, 11);
    follow(maker, 2, 2, null);
    expect(standing(maker)).toEqual([0, undefined]);
    follow(maker, 2, 2, 2);
    expect(standing(maker)).toEqual([0, undefined]);
  });

  it('goes with versions of assets that were merged', () => {
    const maker = hubOf(1, 2, 3, 4);
    link(maker, 4, 1);
    follow(maker, 4, 4, 1);
    addVersion(maker, 1, 11);
    merge(maker, 1, 3);
    merge(maker, 4, 2);
    addVersion(maker, 4, 41);
    const { behind, follows } = variantStanding(catalogOf(maker), a(2)) ?? {};
    expect([behind, follows?.number]).toEqual([2, 1]);
  });
});

describe('whatever is linked and merged in whatever order', () => {
  const NUMBERS = [0, 1, 2, 3, 4];
  const step = fc.record({
    asset: fc.nat(4),
    of: fc.option(fc.nat(4), { freq: 4 }),
    how: fc.constantFrom('link', 'link', 'link', 'merge'),
  });

  it('every asset is of one family at most, whose original is of itself, the same on every device', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), fc.func(fc.nat()), (steps, orderOf) => {
        const maker = hubOf(...NUMBERS);
        const before = maker.events.length;
        for (const { asset, of, how } of steps) {
          if (how === 'merge') merge(maker, asset, of ?? 0);
          else link(maker, asset, of);
        }
        const state = foldCatalog(maker.events, foldContext);
        const families = (of: CatalogState) => [...allFamilies({ state: of })].toSorted();
        const members = families(state).flatMap(([original, family]) => {
          expect(family[0]).toBe(original);
          expect(family.length).toBeGreaterThan(1);
          for (const id of family) expect(originalOf({ state }, id)).toBe(original);
          return family;
        });
        expect(new Set(members).size).toBe(members.length);
        const other = foldShuffled(maker, before, orderOf, families);
        expect(families(other)).toEqual(families(state));
        expect(MODEL.textOf(other)).toBe(MODEL.textOf(state));
      }),
    );
  });
});
