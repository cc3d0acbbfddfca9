import { describe, expect, it } from 'vitest';
import {
  allVersionsOf,
  assetOfVersion,
  fieldOf,
  standingVersionsOf,
} from '../../../src/domain/assets/asset-selectors.ts';
import { foldCatalog } from '../../../src/domain/fold/fold-catalog.ts';
import { allRefused, refusalOf } from '../../../src/domain/fold/refused-selectors.ts';
import {
  hasOtherLead,
  hubNameOf,
  isAlone,
  membersWaiting,
  roleOf,
  standingOf,
} from '../../../src/domain/people/people-selectors.ts';
import { allRatings, ratingsOf, wasRated } from '../../../src/domain/ratings/rating-selectors.ts';
import { allTerms, audienceOfType, isTerm, nameOfTerm } from '../../../src/domain/taxonomy/term-selectors.ts';
import { assetBody, EventMaker, foldContext, idOf } from '../../support/event-maker.ts';

const held = (maker: EventMaker) => ({ state: foldCatalog(maker.events, foldContext) });
const member = (number: number) => idOf('m', number);
const asset = idOf('a', 1);
const rating = { asset, version: idOf('v', 1), value: 4, at: 1 };

describe('what one asks of who is who', () => {
  it('gives the hub its last name', () => {
    const maker = new EventMaker().found();
    const before = hubNameOf(held(maker));
    maker.write(1, 1, 'hub-renamed', { name: 'Northwind' });
    expect(before).not.toBe('Northwind');
    expect(hubNameOf(held(maker))).toBe('Northwind');
    expect(hubNameOf(held(new EventMaker()))).toBeUndefined();
  });

  it('says who is in, who waits and who was removed', () => {
    const maker = new EventMaker().found();
    expect(isAlone(held(maker), member(1))).toBe(true);
    maker.join(2, 'marketer');
    expect(isAlone(held(maker), member(1))).toBe(false);
    expect(hasOtherLead(held(maker), member(1))).toBe(false);
    expect(hasOtherLead(held(maker), member(2))).toBe(true);
    maker.write(1, 1, 'member-removed', { member: member(2) });
    const catalog = held(maker);
    expect(standingOf(catalog, member(2))).toBe('removed');
    expect(roleOf(catalog, member(2))).toBeUndefined();
    expect(standingOf(catalog, undefined)).toBe('member');
    expect(membersWaiting(catalog)).toBe(0);
  });

  it('says why an event was refused', () => {
    const maker = new EventMaker().found().join(2, 'rep');
    maker.write(2, 2, 'asset-added', assetBody(1));
    const catalog = held(maker);
    const [refused] = allRefused(catalog);
    expect(refused && refusalOf(catalog, refused)).toBe('not-allowed');
    expect(refused && refusalOf(catalog, { ...refused, seq: refused.seq + 1 })).toBeUndefined();
  });
});

describe('what one asks of assets', () => {
  const maker = new EventMaker().found();
  maker.write(1, 1, 'asset-added', assetBody(1));
  maker.write(1, 1, 'asset-edited', { asset, set: { title: 'Renamed', owner: null }, at: 2 });

  it('gives fields as they were set, null where that was said and undefined where nobody did', () => {
    const catalog = held(maker);
    expect(fieldOf(catalog, asset, 'title')).toBe('Renamed');
    expect(fieldOf(catalog, asset, 'owner')).toBeNull();
    expect(fieldOf(catalog, asset, 'verifier')).toBeUndefined();
    expect(fieldOf(catalog, idOf('a', 9), 'title')).toBeUndefined();
  });

  it('finds an asset by its version, and its versions', () => {
    const catalog = held(maker);
    expect(assetOfVersion(catalog, idOf('v', 1))).toBe(asset);
    expect([...allVersionsOf(catalog, asset)].map(({ body }) => body.id)).toEqual([idOf('v', 1)]);
    expect(standingVersionsOf(catalog, asset).map(({ number }) => number)).toEqual([1]);
    expect(standingVersionsOf(catalog, idOf('a', 9))).toEqual([]);
  });
});

describe('what one asks of ratings', () => {
  it('leaves out what was withdrawn', () => {
    const maker = new EventMaker().found().join(2, 'rep');
    maker.write(1, 1, 'asset-added', assetBody(1));
    maker.write(2, 2, 'rating-given', rating);
    expect([...ratingsOf(held(maker), asset)].map(([by, { value }]) => [by, value])).toEqual([
      [member(2), 4],
    ]);
    maker.write(2, 2, 'rating-withdrawn', { asset });
    const catalog = held(maker);
    expect([...ratingsOf(catalog, asset), ...allRatings(catalog)]).toEqual([]);
    expect(wasRated(catalog, asset)).toBe(true);
  });
});

describe('what one asks of terms', () => {
  it('gives each list its own, in use or retired', () => {
    const maker = new EventMaker().found();
    const type = { id: 'memo', name: 'Memo', audience: 'customer', order: 1 };
    maker.write(1, 1, 'type-defined', type);
    maker.write(1, 1, 'type-defined', { ...type, name: 'Note', retired: true });
    const catalog = held(maker);
    expect(nameOfTerm(catalog, 'type', 'memo')).toBe('Note');
    expect(audienceOfType(catalog, 'memo')).toBe('customer');
    expect(audienceOfType(catalog, 'unknown')).toBeUndefined();
    expect(allTerms(catalog, 'type').map(({ id }) => id)).toContain('memo');
    expect(isTerm(catalog, 'stage', 'memo')).toBe(false);
  });
});
