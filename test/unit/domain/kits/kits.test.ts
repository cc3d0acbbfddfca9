import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldCatalog, foldInto } from '../../../../src/domain/fold/fold-catalog.ts';
import { placesBetween } from '../../../../src/domain/kits/item-order.ts';
import {
  allKits,
  contributorOf,
  kitField,
  kitItems,
  knownKit,
  knownProposal,
} from '../../../../src/domain/kits/kit-selectors.ts';
import { afterPatches, planItems } from '../../../../src/domain/kits/plan-items.ts';
import { type CatalogState, MODEL } from '../../../../src/domain/registry.ts';
import { EventMaker, foldContext, idOf, mintedBy, nonceOf } from '../../../support/event-maker.ts';

const KIT = idOf('k', 1);
const item = (number: number) => idOf('i', number);
const asset = (number: number) => idOf('a', number);
const at = { at: 1 };
const one = (number: number, place: string, more: object = {}) => ({
  item: item(number),
  asset: asset(number),
  place,
  ...more,
});
const catalogOf = (maker: EventMaker) => ({ state: foldCatalog(maker.events, foldContext) });
const kitIn = (catalog: { readonly state: CatalogState }) => {
  const kit = knownKit(catalog, KIT);
  if (kit === undefined) throw new Error('There is no kit.');
  return kit;
};

/** A founder, another lead, a rep; a kit with two items. */
function hub(): EventMaker {
  const maker = new EventMaker().found().join(2, 'lead').join(3, 'rep');
  maker.write(1, 1, 'kit-created', {
    kit: KIT,
    fields: { name: 'CFO play', status: 'draft' },
    items: [one(1, 'b'), one(2, 'd')],
    ...at,
  });
  return maker;
}

describe('a kit', () => {
  it('keeps both items where two people add one at the same time, at the same place', () => {
    const maker = hub();
    maker.write(1, 1, 'kit-items-set', { kit: KIT, items: [one(3, 'f')], ...at });
    maker.write(2, 2, 'kit-items-set', { kit: KIT, items: [one(4, 'f')], ...at });
    const items = kitItems(kitIn(catalogOf(maker)));
    expect(items.map(({ asset: id }) => id)).toEqual([1, 2, 3, 4].map(asset));
  });

  it('has an item moved by one and explained by another', () => {
    const maker = hub();
    maker.write(1, 1, 'kit-items-set', { kit: KIT, items: [{ item: item(2), place: 'a' }], ...at });
    maker.write(2, 2, 'kit-items-set', { kit: KIT, items: [{ item: item(2), why: 'The proof' }], ...at });
    expect(kitItems(kitIn(catalogOf(maker)))[0]).toMatchObject({ asset: asset(2), why: 'The proof' });
  });

  it('stays without an item that somebody took out while another one wrote why it is there', () => {
    const maker = hub();
    maker.write(1, 1, 'kit-items-set', { kit: KIT, items: [{ item: item(2), removed: true }], ...at });
    maker.write(2, 2, 'kit-items-set', { kit: KIT, items: [{ item: item(2), why: 'The proof' }], ...at });
    expect(kitItems(kitIn(catalogOf(maker)))).toHaveLength(1);
  });

  it('is not changed by a rep', () => {
    const maker = hub();
    maker.write(3, 3, 'kit-items-set', { kit: KIT, items: [one(3, 'f')], ...at });
    maker.write(3, 3, 'kit-edited', { kit: KIT, set: { name: 'Mine' }, ...at });
    maker.write(3, 3, 'kit-created', {
      kit: idOf('k', 2),
      fields: { name: 'My own', status: 'published' },
      items: [],
      ...at,
    });
    const catalog = catalogOf(maker);
    expect(allKits(catalog).map((kit) => kitField(kit, 'name'))).toEqual(['CFO play']);
    expect(kitItems(kitIn(catalog))).toHaveLength(2);
  });

  it('names who proposed what it was made of by the proposal, not by who adopted it', () => {
    const maker = hub();
    const proposal = mintedBy('kitProposal', idOf('m', 3), 1);
    const proposed = { proposal, nonce: nonceOf(1), fields: { name: 'From the field' }, items: [], ...at };
    maker.write(3, 3, 'kit-proposed', proposed);
    // Somebody else says that it was theirs.
    maker.write(2, 2, 'kit-proposed', proposed);
    const fields = { name: 'Adopted', status: 'draft' };
    maker.write(2, 2, 'kit-created', { kit: idOf('k', 2), fields, items: [], proposal, ...at });
    maker.write(3, 3, 'kit-proposal-answered', { proposal, answer: 'declined', ...at });
    const catalog = catalogOf(maker);
    const adopted = knownKit(catalog, idOf('k', 2));
    expect(adopted && contributorOf(catalog, adopted)).toBe(idOf('m', 3));
    expect(knownProposal(catalog, proposal)?.reply).toBeUndefined();
  });

  it('is the same wherever its events arrive first', () => {
    const patch = fc.record(
      {
        item: fc.integer({ min: 1, max: 3 }).map(item),
        asset: fc.integer({ min: 1, max: 3 }).map(asset),
        place: fc.constantFrom('a', 'b', 'c1'),
        why: fc.constantFrom('', 'Because'),
        removed: fc.boolean(),
      },
      { requiredKeys: ['item'] },
    );
    const write = fc.record({
      by: fc.constantFrom(1, 2, 3),
      items: fc.array(patch, { minLength: 1, maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.array(write, { maxLength: 6 }), fc.infiniteStream(fc.nat()), (writes, keys) => {
        const maker = hub();
        const known = maker.events.length;
        for (const { by, items } of writes) maker.write(by, by, 'kit-items-set', { kit: KIT, items, ...at });
        const news = maker.events
          .slice(known - 1)
          .map((event) => ({ event, key: keys.next().value ?? 0 }))
          .toSorted((a, b) => a.key - b.key);
        let state = foldCatalog(maker.events.slice(0, known - 1), foldContext);
        news.forEach(({ event }, index) => {
          if (foldInto(state, [event], foldContext).fold === 'refold') {
            const here = news.slice(0, index + 1).map(({ event: arrived }) => arrived);
            state = foldCatalog([...maker.events.slice(0, known - 1), ...here], foldContext);
          }
        });
        expect(MODEL.textOf(state)).toBe(MODEL.textOf(foldCatalog(maker.events, foldContext)));
      }),
      { numRuns: 60 },
    );
  });
});

describe('the order of a kit’s items', () => {
  it('has room between any two, for as many as there are', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 60 }), (choices) => {
        const places: string[] = [];
        for (const choice of choices) {
          const where = choice % (places.length + 1);
          places.splice(where, 0, placesBetween(places[where - 1], places[where], 1)[0] ?? '');
        }
        expect(places).toEqual([...new Set(places)].toSorted());
      }),
    );
  });

  it('is what moves and insertions say, also of items that stand at one place and after a thousand insertions', () => {
    const all = [1, 2, 3].map((number) => ({
      item: item(number),
      asset: asset(number),
      pages: [],
      version: null,
      why: '',
      place: 'k',
    }));
    const nothing = { remove: [], change: [], add: [] };
    const moved = planItems(all, { ...nothing, move: { items: [item(3)], before: item(2) } });
    const order = (items: readonly { readonly item: string }[]) => items.map(({ item: id }) => id);
    expect(order(afterPatches(all, moved))).toEqual([1, 3, 2].map(item));
    let items: ReturnType<typeof afterPatches> = all;
    const expected = order(all);
    for (let number = 4; number < 1000; number += 1) {
      const add = [{ item: item(number), asset: asset(1), pages: [], version: null, why: '' }];
      items = afterPatches(items, planItems(items, { ...nothing, add, before: items[1]?.item }));
      expected.splice(1, 0, item(number));
    }
    expect(order(items)).toEqual(expected);
    expect(Math.max(...items.map(({ place }) => place.length))).toBeLessThanOrEqual(64);
  });
});
