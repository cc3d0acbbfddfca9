import { afterEach, describe, expect, it } from 'vitest';
import type { AssetChanges } from '../../../../src/contract/assets.ts';
import { someFieldsSchema } from '../../../../src/domain/assets/fields.ts';
import { FacetValues } from '../../../../src/engine/search/query/facet-values.ts';
import { fieldOf } from '../../../../src/engine/search/query/operators.ts';
import {
  type AssetAttribute,
  ATTRIBUTE_NAMES,
  ATTRIBUTES,
  type AttributeKind,
  byAttribute,
  FACET_NAMES,
  FACETS,
  OPERATORS,
} from '../../../../src/shared/vocabulary/asset-attributes.ts';
import { ofFields } from '../../../../src/shared/vocabulary/asset-fields.ts';
import { fieldLabel } from '../../../../src/words/fields.ts';
import { TempEngine } from '../../../support/temp-engine.ts';

let temp: TempEngine | undefined;
afterEach(() => temp?.remove());

/** An engine with one asset, and another value of every attribute that it may be given. */
async function withAsset() {
  temp = await TempEngine.open();
  const { client } = temp;
  const [asset = ''] = await temp.publish(temp.file('battlecard.txt', 'a'));
  await client.taxonomy.define({ facet: 'product', name: 'Flow' });
  const { types, stages, personas } = await client.taxonomy.get();
  const before = await client.assets.get({ asset });
  const other = (terms: readonly { readonly id: string }[], own: readonly string[]): string =>
    terms.find(({ id }) => !own.includes(id))?.id ?? '';
  const values: Record<AttributeKind, (attribute: AssetAttribute) => unknown> = {
    line: () => 'Another line',
    path: () => 'Sales/Another folder',
    prose: () => 'Another paragraph',
    term: () => other(types, [before.type]),
    terms: (attribute) => {
      if (attribute === 'products') return ['flow'];
      return attribute === 'stages' ? [other(stages, before.stages)] : [other(personas, before.personas)];
    },
    tags: () => ['another'],
    audience: () => (before.audience === 'internal' ? 'customer' : 'internal'),
    status: () => 'archived',
    language: () => 'fr',
    day: () => '2027-01-31',
    person: (attribute) => (attribute === 'owner' ? null : before.owner?.id),
  };
  const anotherValue = (attribute: AssetAttribute) =>
    ofFields<AssetChanges>([[attribute, values[ATTRIBUTES[attribute].kind](attribute)]]);
  return { engine: temp, client, asset, before, anotherValue };
}

describe('the attributes of an asset', () => {
  it.each(ATTRIBUTE_NAMES)(
    'can be edited, told, remembered in its history and taken back: %s',
    async (attribute) => {
      const { engine, client, asset, before, anotherValue } = await withAsset();
      engine.time += 1000;
      const { undo } = await client.assets.edit({ asset, set: anotherValue(attribute) });
      const after = await client.assets.get({ asset });
      const told = attribute === 'status' ? 'state' : attribute;
      expect(after[told]).not.toEqual(before[told]);
      const [entry] = (await client.history.asset({ asset })).entries;
      const change = entry?.changes.find(({ field }) => field === attribute);
      expect(fieldLabel(attribute)).toMatch(/^[A-Z]/);
      expect(change?.after).not.toEqual(change?.before);
      await client.undo.take({ undo: [undo ?? ''] });
      expect((await client.assets.get({ asset }))[told]).toEqual(before[told]);
    },
  );

  it('are the fields that events set, in the order in which they are shown', () => {
    expect(Object.keys(someFieldsSchema.shape)).toEqual(ATTRIBUTE_NAMES);
  });

  it('are derived from their kinds, each from its own', () => {
    const kinds = byAttribute({
      line: (required) => `line ${required}`,
      path: () => 'path',
      prose: () => 'prose',
      term: () => 'term',
      terms: (required) => `terms ${required}`,
      tags: () => 'tags',
      audience: () => 'audience',
      status: () => 'status',
      language: () => 'language',
      day: () => 'day',
      person: () => 'person',
    });
    expect(kinds).toMatchObject({ title: 'line true', products: 'terms false', verifier: 'person' });
    expect(Object.keys(kinds)).toEqual(ATTRIBUTE_NAMES);
  });

  it('are counted by the facets and asked for by the operators that name them', async () => {
    const { before } = await withAsset();
    const values = new FacetValues([before]);
    const counters = values.counters();
    values.count(counters, 0);
    const facets = values.list(counters, {});
    for (const facet of FACET_NAMES) {
      const own = [before[FACETS[facet]] ?? []].flat().filter((value) => value !== '');
      expect(facets[facet], facet).toEqual(own.map((id) => ({ id, count: 1 })));
    }
    for (const operator of Object.keys(OPERATORS)) expect(fieldOf(operator)).toBe(operator);
  });
});
