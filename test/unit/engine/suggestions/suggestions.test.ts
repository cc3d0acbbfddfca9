import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TempEngine } from '../../../support/temp-engine.ts';

let temp: TempEngine;
beforeEach(async () => {
  temp = await TempEngine.open({ role: 'lead' });
});
afterEach(() => temp.remove());

const runbook = (name: string): string =>
  `# ${name}\n\nThe ladle furnace of ${name} is tapped at dawn. Slag, flux and electrodes are weighed before each heat, and the crew signs the furnace log.`;
const leaflet = (name: string): string =>
  `# ${name}\n\nA garden bench of ${name} in oak or larch. Varnish, screws and cushions come in the same parcel, with a drawing for the assembly.`;

/** A library that tags documents of two kinds as nobody else would. */
async function library(): Promise<void> {
  const { client } = temp;
  await client.taxonomy.define({ facet: 'type', name: 'Runbook', audience: 'internal' });
  await client.taxonomy.define({ facet: 'type', name: 'Leaflet', audience: 'customer' });
  const names = [
    'Arbor',
    'Basin',
    'Cedar',
    'Delta',
    'Ember',
    'Fjord',
    'Grove',
    'Haven',
    'Islet',
    'Jetty',
    'Knoll',
    'Ledge',
  ];
  for (const name of names) temp.file(`old/${name}.md`, runbook(name));
  for (const name of names) temp.file(`new/${name}.md`, leaflet(name));
  await temp.stage(`${temp.folder}/files/old`, `${temp.folder}/files/new`);
  const { rows } = await client.publish.state();
  const of = (folder: string) => rows.filter((row) => row.folder === folder).map(({ id }) => id);
  await temp.setRows(of('old'), { type: 'runbook', stages: ['retention'], personas: ['team-lead'] });
  await temp.setRows(of('new'), { type: 'leaflet', stages: ['awareness'], personas: ['cfo'] });
  await client.publish.publish({ rows: rows.map(({ id }) => id) });
}

async function rowFor(name: string, content: string | Uint8Array) {
  await temp.stage(temp.file(name, content));
  return (await temp.client.publish.state()).rows.find(({ fileName }) => fileName === name);
}

describe('suggestions', () => {
  it('are learned from what the library’s documents of the same words are', async () => {
    await library();
    const row = await rowFor('unnamed.md', runbook('Marsh'));
    expect(row?.fields).toMatchObject({
      type: 'runbook',
      stages: ['retention'],
      personas: ['team-lead'],
      audience: 'internal',
    });
    expect(row?.guessed).toEqual(expect.arrayContaining(['type', 'stages', 'personas', 'audience']));
    expect(row?.proposed?.type?.why.code).toBe('suggestions.similar');
    expect(row?.proposed?.type?.sure).toBeGreaterThan(0.8);
  });

  it('are withheld where nothing speaks', async () => {
    await library();
    const other = await rowFor(
      'notes.md',
      'Quarterly choir rehearsal, tenor seats and sheet music for the spring concert in June.',
    );
    expect(other?.fields).toMatchObject({ type: null, stages: [], personas: [] });
    const archive = await rowFor(
      'runbook.zip',
      Uint8Array.from([0x50, 0x4b, 5, 6, ...Array<number>(18).fill(0)]),
    );
    expect(archive?.fields).toMatchObject({ type: null, audience: null });
  });

  it.each([
    ['Fallstudie Halden.txt', { type: 'case-study', audience: 'customer' }],
    ['BOFU price list.txt', { type: 'pricing-sheet', stages: ['decision'] }],
    ['Wettbewerb Planora CFO.txt', { type: 'competitor-comparison', personas: ['cfo'] }],
  ])('are what names say, in several languages and by synonyms: %s', async (name, fields) => {
    expect((await rowFor(name, 'x'))?.fields).toMatchObject(fields);
  });

  it('never take the place of what somebody said', async () => {
    const { client } = temp;
    await temp.stage(temp.file('a.txt', 'a'));
    const [row] = (await client.publish.state()).rows;
    await temp.setRows([row?.id ?? ''], { type: 'faq' });
    await temp.stage(temp.file('b.txt', 'b'));
    expect((await client.publish.state()).rows[0]?.fields.type).toBe('faq');
  });

  it('do not come back once somebody has cleared them', async () => {
    const { client } = temp;
    temp.file('drop/Fallstudie Halden.txt', 'a');
    await temp.stage(`${temp.folder}/files/drop`);
    const [row] = (await client.publish.state()).rows;
    await temp.setRows([row?.id ?? ''], { type: null });
    temp.file('more/Fallstudie Corvane.txt', 'b');
    await temp.stage(`${temp.folder}/files/more`);
    expect((await client.publish.state()).rows.map(({ fields }) => fields.type)).toEqual([
      null,
      'case-study',
    ]);
  });
});

describe('suggestions of dimensions', () => {
  /** Two lists of a lead: of one a document has several terms, of the other one. */
  async function dimensions(): Promise<void> {
    const { taxonomy } = temp.client;
    await taxonomy.defineDimension({ name: 'Industry', many: true, terms: ['Steel', 'Furniture'] });
    await taxonomy.defineDimension({ name: 'Region', terms: ['DACH', 'Nordics'] });
    await taxonomy.define({
      facet: 'term',
      dimension: 'region',
      id: 'dach',
      name: 'DACH',
      synonyms: ['Österreich'],
    });
  }
  /** A library in which documents of either kind are of one industry each. */
  async function taggedLibrary(): Promise<void> {
    await library();
    await dimensions();
    for (const asset of temp.engine.summaries().values())
      await temp.client.assets.edit({
        asset: asset.id,
        set: { 'dimension:industry': [asset.type === 'runbook' ? 'steel' : 'furniture'] },
      });
  }

  it('are learned from the library, shown as guesses with how sure and why', async () => {
    await taggedLibrary();
    const row = await rowFor('unnamed.md', runbook('Marsh'));
    expect(row?.fields['dimension:industry']).toEqual(['steel']);
    expect(row?.guessed).toContain('dimension:industry');
    expect(row?.proposed?.['dimension:industry']?.sure).toBeGreaterThan(0.75);
    expect(row?.fields['dimension:region']).toBeUndefined();
  });

  it('are what names and folders say, by synonyms too, and one term where there can be one', async () => {
    await dimensions();
    expect((await rowFor('Preise Österreich.txt', 'x'))?.fields).toMatchObject({
      'dimension:region': ['dach'],
    });
    const both = await rowFor('DACH and Nordics.txt', 'y');
    expect(both?.fields['dimension:region'] ?? []).not.toContain('nordics');
    temp.file('drop/Nordics/a.txt', 'z');
    await temp.stage(`${temp.folder}/files/drop`);
    const row = (await temp.client.publish.state()).rows.at(-1);
    expect(row?.fields['dimension:region']).toEqual(['nordics']);
    expect(row?.proposed?.['dimension:region']?.why).toEqual({
      code: 'suggestions.folder-name',
      values: { folder: 'Nordics' },
    });
  });

  it('are no terms that were given up, whatever the library still has', async () => {
    await taggedLibrary();
    await temp.client.taxonomy.retire({ facet: 'dimension:industry', id: 'steel' });
    await temp.client.taxonomy.retire({ facet: 'stage', id: 'retention' });
    const row = await rowFor('unnamed.md', runbook('Marsh'));
    expect(row?.fields).toMatchObject({ type: 'runbook', stages: [] });
    expect(row?.fields['dimension:industry'] ?? []).toEqual([]);
  });

  it('are none of a dimension or a term that was given up', async () => {
    await dimensions();
    const { taxonomy } = temp.client;
    await taxonomy.retire({ facet: 'dimension:region', id: 'nordics' });
    expect((await rowFor('Nordics.txt', 'a'))?.fields['dimension:region']).toBeUndefined();
    await taxonomy.defineDimension({ id: 'region', name: 'Region', retired: true });
    expect((await rowFor('DACH.txt', 'b'))?.fields['dimension:region']).toBeUndefined();
  });
});
