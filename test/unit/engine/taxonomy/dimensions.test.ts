import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { AssetChanges } from '../../../../src/contract/assets.ts';
import { openSearchAt } from '../../../../src/node/open-search.ts';
import { MOST_DIMENSIONS } from '../../../../src/shared/limits.ts';
import { say } from '../../../../src/words/say.ts';
import { TempEngine } from '../../../support/temp-engine.ts';
import { tablesOf } from '../metadata/with-table.ts';

let temp: TempEngine | undefined;
let folder = '';
afterEach(async () => {
  await temp?.remove();
  rmSync(folder, { recursive: true, force: true });
});

const INDUSTRY = 'dimension:industry';
const REGION = 'dimension:region';

/** A hub with two dimensions and two assets. */
async function withDimensions() {
  folder = mkdtempSync(join(tmpdir(), 'kitbag-dimensions-'));
  temp = await TempEngine.open({ ports: { openSearch: openSearchAt(join(folder, 'index.db')) } });
  const { client } = temp;
  await client.taxonomy.defineDimension({
    name: 'Industry',
    many: true,
    terms: ['Healthcare', 'Banking & insurance', 'Retail'],
  });
  await client.taxonomy.defineDimension({ name: 'Region', terms: ['DACH', 'Nordics'] });
  const [a = ''] = await temp.publish(temp.file('pumps.txt', 'pumps and valves'));
  const [b = ''] = await temp.publish(temp.file('ledgers.txt', 'ledgers and books'));
  return { engine: temp, client, a, b };
}

describe('a dimension', () => {
  it('is a field of assets like any other: edited, told, remembered, taken back', async () => {
    const { engine, client, a } = await withDimensions();
    engine.time += 1000;
    const set = { [INDUSTRY]: ['healthcare', 'retail'] };
    const { undo } = await client.assets.edit({ asset: a, set });
    expect(await client.assets.get({ asset: a })).toMatchObject(set);
    const [entry] = (await client.history.asset({ asset: a })).entries;
    expect(entry?.changes).toEqual([
      expect.objectContaining({
        field: INDUSTRY,
        dimension: 'Industry',
        before: null,
        after: ['Healthcare', 'Retail'],
      }),
    ]);
    expect(entry && say(entry.what)).toBe('changed Industry');
    await client.undo.take({ undo: [undo ?? ''] });
    expect((await client.assets.get({ asset: a }))[INDUSTRY]).toBeUndefined();
  });

  it('takes terms that it has, and one where it has one value', async () => {
    const { client, a } = await withDimensions();
    const edit = (set: AssetChanges) => client.assets.edit({ asset: a, set });
    await expect(edit({ [INDUSTRY]: ['mining'] })).rejects.toThrow('no-such-term');
    await expect(edit({ [REGION]: ['dach', 'nordics'] })).rejects.toThrow('one-term');
    await expect(edit({ 'dimension:mood': ['good'] })).rejects.toThrow('no-such-dimension');
    await edit({ [REGION]: ['dach'] });
    const { refused } = await client.assets.change({ assets: [a], add: { [REGION]: ['nordics'] } });
    expect(refused.map(({ code }) => code)).toEqual(['too-many']);
    await client.taxonomy.defineDimension({ id: 'region', name: 'Region', required: true });
    await expect(edit({ [REGION]: [] })).rejects.toThrow('assets.needs');
  });

  it('is called as nothing else is, and a hub has twelve at most', async () => {
    const { client } = await withDimensions();
    const define = (name: string) => client.taxonomy.defineDimension({ name });
    await expect(define('industry')).rejects.toThrow('dimension-name-taken');
    await expect(define('Buying stages')).rejects.toThrow('dimension-name-reserved');
    await expect(define('Tag')).rejects.toThrow('dimension-name-reserved');
    for (let at = 2; at < MOST_DIMENSIONS; at += 1) await define(`Sort ${at}`);
    await expect(define('One more')).rejects.toThrow('most-dimensions');
    const { dimensions } = await client.taxonomy.get();
    await client.taxonomy.defineDimension({ id: 'sort-2', name: 'Sort 2', retired: true });
    await define('One more');
    expect(dimensions.filter(({ inUse }) => inUse)).toHaveLength(MOST_DIMENSIONS);
  });

  it('is asked for by its operator, counted as a facet and found by the names of its terms', async () => {
    const { engine, client, a, b } = await withDimensions();
    await client.assets.edit({ asset: a, set: { [INDUSTRY]: ['healthcare'] } });
    await client.taxonomy.define({
      facet: 'term',
      dimension: 'industry',
      id: 'healthcare',
      name: 'Healthcare',
      synonyms: ['Krankenhaus'],
    });
    await engine.engine.indexed();
    const found = async (query: string, filters = {}) => {
      const result = await client.search.find({ query, filters });
      return result.hits.map(({ asset }) => asset.id);
    };
    expect(await found('industry:healthcare')).toEqual([a]);
    expect(await found('-industry:healthcare')).toEqual([b]);
    expect(await found('industry:kranken')).toEqual([a]);
    expect(await found('krankenhaus')).toEqual([a]);
    expect(await found('healthcare')).toEqual([a]);
    expect(await found('', { [INDUSTRY]: ['healthcare'] })).toEqual([a]);
    const { facets, understood } = await client.search.find({ query: 'industry:healthcare' });
    expect(facets[INDUSTRY]).toEqual([{ id: 'healthcare', count: 1 }]);
    expect(understood.map(({ says }) => say(says))).toEqual(['Industry: Healthcare']);
    const { options } = await client.search.complete({ query: 'indu', cursor: 4 });
    expect(options.map(({ text }) => text)).toContain('industry:');
  });

  it('is a column of tables, out and in again', async () => {
    const { engine, client, a, b } = await withDimensions();
    await client.metadata.edit({
      assets: [a, b],
      edits: [{ field: 'Industry', mode: 'set', text: 'Healthcare, Banking & insurance' }],
    });
    const { rows } = await client.metadata.rows();
    expect(rows.map((row) => row.Industry)).toEqual(rows.map(() => 'Healthcare, Banking & insurance'));
    const { importTable } = tablesOf(engine);
    const { changed } = await importTable(`Asset ID,-Industry,+Industry\n${a},healthcare,Retail\n`);
    expect(changed).toEqual([a]);
    expect((await client.assets.get({ asset: a }))[INDUSTRY]).toEqual(['banking-insurance', 'retail']);
  });

  it('is an axis of coverage, with what was asked for', async () => {
    const { client, a } = await withDimensions();
    await client.assets.edit({ asset: a, set: { [INDUSTRY]: ['retail'], [REGION]: ['dach'] } });
    const request = await client.requests.make({
      title: 'A story of a bank',
      need: '',
      [INDUSTRY]: ['banking-insurance'],
      [REGION]: ['nordics'],
    });
    expect(request[INDUSTRY]).toEqual(['banking-insurance']);
    const axes = { rows: INDUSTRY, columns: REGION } as const;
    const { cells, covered, all } = await client.insights.matrix({ period: { days: 90 }, axes });
    expect([covered, all]).toEqual([1, 6]);
    expect(cells.find(({ row, column }) => row === 'retail' && column === 'dach')).toMatchObject({
      fresh: 1,
    });
    const gap = cells.find(({ row, column }) => row === 'banking-insurance' && column === 'nordics');
    expect(gap).toMatchObject({ assets: 0, demand: 1, gap: 1 });
  });
});

describe('giving up a dimension', () => {
  it('says before what it would take away: coverage, requests, rules, views, searches, kits', async () => {
    const { client, a, b } = await withDimensions();
    const before = await client.taxonomy.dimensionRetirement({ id: 'industry' });
    expect(before).toEqual({
      ...{ assets: 0, published: 0, terms: 3, covered: 0, requests: 0, golden: 0 },
      ...{ rules: [], views: [], searches: [], kits: [] },
    });
    await client.assets.edit({ asset: a, set: { [INDUSTRY]: ['healthcare', 'retail'] } });
    await client.assets.edit({ asset: b, set: { [INDUSTRY]: ['retail'], status: 'draft' } });
    await client.requests.make({ title: 'A story of a bank', need: '', [INDUSTRY]: ['banking-insurance'] });
    await client.rules.keep({ pattern: '*/Retail/*', set: { [INDUSTRY]: ['retail'] } });
    await client.rules.keep({ pattern: '*/DACH/*', set: { [REGION]: ['dach'] } });
    const look = { context: {}, sort: 'best' } as const;
    await client.views.share({ ...look, name: 'Hospitals', query: 'industry:healthcare', filters: {} });
    await client.views.share({ ...look, name: 'Shops', query: '', filters: { [INDUSTRY]: ['retail'] } });
    await client.views.share({ ...look, name: 'North', query: 'industry news', filters: {} });
    await client.savedSearches.save({ ...look, name: 'No shops', query: '-industry:retail', filters: {} });
    const smart = { query: 'industry:retail', filters: {}, sort: 'best', limit: 5 } as const;
    await client.kits.create({ set: { name: 'Shop floor', status: 'published', smart } });
    expect(await client.taxonomy.dimensionRetirement({ id: 'industry' })).toEqual({
      ...{ assets: 2, published: 1, terms: 3, covered: 2, requests: 1, golden: 0 },
      ...{ rules: ['*/Retail/*'], views: ['Hospitals', 'Shops'], searches: ['No shops'] },
      kits: ['Shop floor'],
    });
    await expect(client.taxonomy.dimensionRetirement({ id: 'mood' })).rejects.toThrow();
  });
});

describe('terms and tags', () => {
  it('are merged: the successor has the assets, the words and the requests, and all of it is taken back', async () => {
    const { client, a, b } = await withDimensions();
    await client.assets.edit({ asset: a, set: { [INDUSTRY]: ['retail'] } });
    await client.assets.edit({ asset: b, set: { [INDUSTRY]: ['retail', 'healthcare'] } });
    const merge = { facet: INDUSTRY, id: 'retail', successor: 'healthcare' } as const;
    expect(await client.taxonomy.retirement(merge)).toMatchObject({ assets: 2, alone: 1 });
    const { retagged, undo } = await client.taxonomy.retire(merge);
    expect(retagged).toBe(2);
    const terms = async () => {
      const { dimensions } = await client.taxonomy.get();
      return dimensions[0]?.terms.map(({ id, retired, synonyms }) => ({ id, retired, synonyms }));
    };
    expect(await terms()).toContainEqual({ id: 'healthcare', retired: false, synonyms: ['Retail'] });
    expect(await terms()).toContainEqual({ id: 'retail', retired: true, synonyms: [] });
    expect((await client.assets.get({ asset: b }))[INDUSTRY]).toEqual(['healthcare']);
    expect(await client.taxonomy.usage()).toContainEqual({
      ...{ facet: INDUSTRY, id: 'healthcare', assets: 2, published: 2, requests: 0 },
    });
    await client.undo.take({ undo: [undo ?? ''] });
    expect((await client.assets.get({ asset: a }))[INDUSTRY]).toEqual(['retail']);
    expect(await terms()).toContainEqual({ id: 'healthcare', retired: false, synonyms: [] });
  });

  it('are split: some assets go over to another term, which is made', async () => {
    const { client, a, b } = await withDimensions();
    for (const asset of [a, b]) await client.assets.edit({ asset, set: { [INDUSTRY]: ['healthcare'] } });
    const { id, undo } = await client.taxonomy.split({
      facet: INDUSTRY,
      id: 'healthcare',
      to: { name: 'Pharma' },
      assets: [b],
    });
    expect((await client.assets.get({ asset: a }))[INDUSTRY]).toEqual(['healthcare']);
    expect((await client.assets.get({ asset: b }))[INDUSTRY]).toEqual([id]);
    await client.undo.take({ undo: [undo ?? ''] });
    expect((await client.assets.get({ asset: b }))[INDUSTRY]).toEqual(['healthcare']);
  });

  it('come of tags, which are renamed, made one, made a term and taken away everywhere', async () => {
    const { client, a, b } = await withDimensions();
    await client.assets.edit({ asset: a, set: { tags: ['pharma', 'pumps'] } });
    await client.assets.edit({ asset: b, set: { tags: ['Pharmacy'] } });
    const tagsOf = async (asset: string) => (await client.assets.get({ asset })).tags;
    await client.taxonomy.changeTags({ tags: ['pharma', 'pharmacy'], to: { is: 'tag', tag: 'Pharma' } });
    expect([await tagsOf(a), await tagsOf(b)]).toEqual([['pumps', 'Pharma'], ['Pharma']]);
    const { retagged, undo } = await client.taxonomy.changeTags({
      tags: ['Pharma'],
      to: { is: 'term', facet: INDUSTRY },
    });
    expect(retagged).toBe(2);
    expect(await client.assets.get({ asset: b })).toMatchObject({ tags: [], [INDUSTRY]: ['pharma'] });
    await client.undo.take({ undo: [undo ?? ''] });
    expect(await tagsOf(b)).toEqual(['Pharma']);
    await client.taxonomy.changeTags({ tags: ['pumps'], to: { is: 'nothing' } });
    expect(await tagsOf(a)).toEqual(['Pharma']);
  });
});
