import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allAssetIds,
  assetOfVersion,
  homeOfVersion,
  idsOfAsset,
  keptAsset,
  knownAsset,
  standingVersionsOf,
} from '../../../src/domain/assets/asset-selectors.ts';
import { foldCatalog } from '../../../src/domain/fold/fold-catalog.ts';
import { ratingsOf } from '../../../src/domain/ratings/rating-selectors.ts';
import type { CatalogState } from '../../../src/domain/registry.ts';
import { MODEL } from '../../../src/domain/registry.ts';
import { currentVersion } from '../../../src/domain/versions/versions.ts';
import { assetBody, EventMaker, foldContext, idOf, shaOf } from '../../support/event-maker.ts';
import { foldShuffled } from '../../support/fold-shuffled.ts';

const a = (number: number): string => idOf('a', number);
const catalogOf = (maker: EventMaker) => ({ state: foldCatalog(maker.events, foldContext) });
const hubOf = (...assets: readonly number[]): EventMaker => {
  const maker = new EventMaker().found();
  for (const number of assets) maker.write(1, 1, 'asset-added', assetBody(number));
  return maker;
};
const merge = (maker: EventMaker, asset: number, into: number, more: object = {}): void =>
  void maker.write(1, 1, 'asset-merged', { asset: a(asset), into: a(into), at: 1, ...more });

describe('assets that were merged', () => {
  it('are one, with the versions of both, of which the kept one’s stays current', () => {
    const maker = hubOf(2, 1);
    merge(maker, 1, 2);
    const catalog = catalogOf(maker);
    expect([...allAssetIds(catalog)]).toEqual([a(2)]);
    const versions = standingVersionsOf(catalog, a(1));
    expect(versions.map(({ body }) => body.id)).toEqual([idOf('v', 1), idOf('v', 2)]);
    expect(currentVersion(versions)?.body.id).toBe(idOf('v', 2));
    expect([assetOfVersion(catalog, idOf('v', 1)), homeOfVersion(catalog, idOf('v', 1))]).toEqual([
      a(2),
      a(1),
    ]);
  });

  it('get a version as the current one that somebody adds to the merged one afterwards', () => {
    const maker = hubOf(1, 2);
    merge(maker, 1, 2);
    const version = { ...assetBody(1).version, id: idOf('v', 9), sha256: shaOf(9) };
    maker.write(1, 1, 'asset-version-added', { asset: a(1), version });
    expect(currentVersion(standingVersionsOf(catalogOf(maker), a(2)))?.body.id).toBe(idOf('v', 9));
  });

  it('lead on where what they were merged into is merged', () => {
    const maker = hubOf(1, 2, 3);
    merge(maker, 1, 2);
    merge(maker, 2, 3);
    expect(idsOfAsset(catalogOf(maker), a(1))).toEqual([a(3), a(1), a(2)]);
    merge(maker, 2, 3, { undone: true });
    expect([keptAsset(catalogOf(maker), a(1)), keptAsset(catalogOf(maker), a(3))]).toEqual([a(2), a(3)]);
  });

  it('in a circle are what all but the last merge say', () => {
    const maker = hubOf(1, 2, 3);
    merge(maker, 1, 2);
    merge(maker, 2, 3);
    merge(maker, 3, 1);
    const catalog = catalogOf(maker);
    expect([1, 2, 3].map((number) => keptAsset(catalog, a(number)))).toEqual([a(3), a(3), a(3)]);
  });

  it('stay themselves while what they were merged into has not arrived', () => {
    const maker = hubOf(1);
    merge(maker, 1, 2);
    expect(keptAsset(catalogOf(maker), a(1))).toBe(a(1));
    maker.write(1, 1, 'asset-added', assetBody(2));
    expect(keptAsset(catalogOf(maker), a(1))).toBe(a(2));
  });

  it('have one rating of each member: the last that they gave', () => {
    const maker = hubOf(1, 2);
    const rate = (asset: number, value: number) =>
      maker.write(1, 1, 'rating-given', { asset: a(asset), version: idOf('v', asset), value, at: 1 });
    rate(2, 2);
    rate(1, 5);
    merge(maker, 1, 2);
    const ratings = () => [...ratingsOf(catalogOf(maker), a(2))].map(([, { value }]) => value);
    expect(ratings()).toEqual([5]);
    maker.write(1, 1, 'rating-withdrawn', { asset: a(1) });
    expect(ratings()).toEqual([2]);
  });

  it('count only where a publisher merged them', () => {
    const maker = hubOf(1, 2).join(2, 'rep');
    maker.write(2, 2, 'asset-merged', { asset: a(1), into: a(2), at: 1 });
    expect(keptAsset(catalogOf(maker), a(1))).toBe(a(1));
  });
});

describe('whatever is merged in whatever order', () => {
  const step = fc.record({ asset: fc.nat(4), into: fc.nat(4), undone: fc.boolean() });

  it('every id leads to one kept asset that leads to itself, the same on every device', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), fc.func(fc.nat()), (steps, orderOf) => {
        const maker = hubOf(0, 1, 2, 3, 4);
        const before = maker.events.length;
        for (const { asset, into, undone } of steps) merge(maker, asset, into, undone ? { undone } : {});
        const state = foldCatalog(maker.events, foldContext);
        const kept = (of: CatalogState) =>
          [0, 1, 2, 3, 4].map((number) => keptAsset({ state: of }, a(number)));
        for (const id of kept(state)) expect(keptAsset({ state }, id)).toBe(id);
        const other = foldShuffled(maker, before, orderOf, kept);
        expect(kept(other)).toEqual(kept(state));
        expect(MODEL.textOf(other)).toBe(MODEL.textOf(state));
        const ids = [...allAssetIds({ state })];
        expect(ids.flatMap((id) => idsOfAsset({ state }, id)).toSorted()).toEqual([0, 1, 2, 3, 4].map(a));
        for (const id of ids) expect(knownAsset({ state }, id)?.id).toBe(id);
      }),
    );
  });
});
