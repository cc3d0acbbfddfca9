import { afterEach, describe, expect, it } from 'vitest';
import { TempEngine } from '../../../support/temp-engine.ts';
import { refusalOf } from '../../../support/wire-error.ts';

let temp: TempEngine | undefined;
afterEach(() => temp?.remove());

const story = (customer: string): string =>
  `# ${customer} saves nine percent\n\nHow ${customer} went live within nine weeks, and what the plant reports after one year of work with it.`;
const card = (rival: string): string =>
  `# Against ${rival}\n\nHow we win against ${rival}: ask who pays for the migration, and set the trap question about support.`;
const deck = (change: string): string =>
  `# Deck\n\n${Array.from({ length: 40 }, (_, at) => `Sentence number ${at} says what the product does for its people.`).join('\n')}\n\n${change}`;

/** A drive with folders of two kinds, versions of one deck, a copy and junk, dropped onto the table. */
async function drop() {
  temp = await TempEngine.open({ role: 'marketer' });
  for (const name of ['Halden', 'Corvane', 'Tessel', 'Quillon'])
    temp.file(`Drive/02 Case studies/${name}.md`, story(name));
  for (const name of ['Planora', 'Syncwell', 'Factoro'])
    temp.file(`Drive/Battlecards/${name}.md`, card(name));
  temp.file('Drive/Decks/Deck v1.md', deck('First.'));
  temp.file('Drive/Decks/Deck_v2_FINAL (2).md', deck('Second.'));
  temp.file('Drive/_OLD do not use/Halden.md', story('Halden'));
  temp.file('Drive/Misc/fonts.zip', Uint8Array.from([0x50, 0x4b, 5, 6, ...Array<number>(18).fill(0)]));
  await temp.stage(`${temp.folder}/files/Drive`);
  return temp;
}

const state = async (engine: TempEngine) => await engine.client.publish.state();
const names = async (engine: TempEngine, ids: readonly string[]) => {
  const { rows } = await state(engine);
  return ids.map((id) => rows.find((row) => row.id === id)?.fileName).toSorted();
};

describe('an import plan', () => {
  it('proposes by folder, each with how sure and why, and nothing where nothing speaks', async () => {
    const engine = await drop();
    const { groups } = await engine.client.publish.plan();
    const group = (name: string) => groups.find(({ folder }) => folder.endsWith(name));
    expect(group('02 Case studies')).toMatchObject({ accepted: false });
    expect(group('02 Case studies')?.rows).toHaveLength(4);
    const type = group('02 Case studies')?.proposed.find(({ attribute }) => attribute === 'type');
    expect(type).toMatchObject({ values: ['case-study'], files: 4, ruled: false });
    expect(type?.why).toEqual({ code: 'suggestions.folder-name', values: { folder: '02 Case studies' } });
    expect(type?.sure).toBeGreaterThan(0.8);
    const internal = group('Battlecards')?.proposed.find(({ attribute }) => attribute === 'audience');
    expect(internal?.values).toEqual(['internal']);
    expect(group('Misc')?.proposed).toEqual([]);
  });

  it('tells groups of one folder apart by those below it, and gives reasons that are true of all their files', async () => {
    const engine = await TempEngine.open({ role: 'marketer' });
    temp = engine;
    const put = (folder: string, kind: string, text: (name: string) => string, ...customers: string[]) => {
      for (const name of customers) engine.file(`Drive/${folder}/${name} ${kind}.md`, text(name));
    };
    put('Stories', 'case study', story, 'Halden', 'Corvane');
    put('References', 'case study', story, 'Tessel');
    put('Cards', 'battlecard', card, 'Planora', 'Syncwell');
    put('Rivals', 'battlecard', card, 'Factoro');
    put('Mixed', 'case study', story, 'Quillon', 'Ostrava');
    put('Mixed', 'data sheet', story, 'Norden', 'Ravel');
    await engine.stage(`${engine.folder}/files/Drive`);
    const { groups } = await engine.client.publish.plan();
    expect(groups.filter(({ folder }) => folder === 'Drive').map(({ folders }) => folders)).toEqual([
      ['Drive/Cards', 'Drive/Rivals'],
      ['Drive/References', 'Drive/Stories'],
    ]);
    const mixed = groups.find(({ folders }) => folders[0] === 'Drive/Mixed');
    expect(mixed?.proposed.find(({ attribute }) => attribute === 'type')).toBeUndefined();
    expect(mixed?.proposed.find(({ attribute }) => attribute === 'audience')?.why).toEqual({
      code: 'suggestions.audience-of-types',
      values: {},
    });
    const cards = groups.find(({ folders }) => folders[0] === 'Drive/Cards');
    expect(cards?.proposed.find(({ attribute }) => attribute === 'type')?.why.code).toBe(
      'suggestions.file-names',
    );
  });

  it('tells versions, and copies that are kept elsewhere', async () => {
    const engine = await drop();
    const { families, copies } = await engine.client.publish.plan();
    expect(families).toMatchObject([{ joined: false }]);
    expect(await names(engine, [families[0]?.current ?? ''])).toEqual(['Deck_v2_FINAL (2).md']);
    expect(await names(engine, families[0]?.earlier ?? [])).toEqual(['Deck v1.md']);
    expect(copies).toHaveLength(1);
  });

  it('is accepted by folder, which makes guesses certain, and taken back in one step', async () => {
    const engine = await drop();
    const before = (await state(engine)).rows;
    const { groups } = await engine.client.publish.plan();
    const rows = groups.find(({ folder }) => folder.endsWith('Battlecards'))?.rows ?? [];
    const { accepted, undo } = await engine.client.publish.accept({ rows, families: [] });
    expect(accepted).toBe(3);
    const certain = (await state(engine)).rows.filter(({ id }) => rows.includes(id));
    for (const row of certain)
      expect(row).toMatchObject({ fields: { type: 'battlecard', audience: 'internal' } });
    for (const row of certain) expect(row.guessed).not.toContain('type');
    expect(
      (await engine.client.publish.plan()).groups.find((group) => group.rows[0] === rows[0])?.accepted,
    ).toBe(true);
    await engine.client.publish.takeBack(undo);
    expect((await state(engine)).rows).toEqual(before);
  });

  it('makes versions one asset, the newest current', async () => {
    const engine = await drop();
    const { families } = await engine.client.publish.plan();
    const [family] = families;
    const head = family?.current ?? '';
    await engine.client.publish.accept({ rows: [], families: [head] });
    expect((await engine.client.publish.plan()).families).toMatchObject([{ current: head, joined: true }]);
    await engine.setRows([head], { type: 'pitch-deck', stages: ['awareness'], personas: ['cio'] });
    const { published } = await engine.client.publish.publish({ rows: [head] });
    expect(new Set(published.map(({ asset }) => asset)).size).toBe(1);
    const { versions } = await engine.client.assets.get({ asset: published[0]?.asset ?? '' });
    expect(versions.map(({ fileName }) => fileName)).toEqual(['Deck_v2_FINAL (2).md', 'Deck v1.md']);
  });

  it('lets families be taken apart, and forgets them with their newest version', async () => {
    const engine = await drop();
    const head = (await engine.client.publish.plan()).families[0]?.current ?? '';
    const earlier = async () => (await state(engine)).rows.filter(({ earlierOf }) => earlierOf !== undefined);
    const { undo } = await engine.client.publish.accept({ rows: [], families: [head] });
    expect(await earlier()).toHaveLength(1);
    await engine.client.publish.takeBack(undo);
    expect(await earlier()).toHaveLength(0);
    await engine.client.publish.accept({ rows: [], families: [head] });
    expect((await engine.client.publish.takeApart({ families: [head] })).rows).toHaveLength(2);
    await engine.client.publish.accept({ rows: [], families: [head] });
    await engine.client.publish.discard({ rows: [head] });
    expect(await earlier()).toHaveLength(0);
  });

  it('is the same after a restart', async () => {
    const engine = await drop();
    const head = (await engine.client.publish.plan()).families[0]?.current ?? '';
    await engine.client.publish.accept({ rows: [], families: [head] });
    const { revision: _, ...before } = await engine.client.publish.plan();
    await engine.reopen();
    const { revision: __, ...after } = await engine.client.publish.plan();
    expect(after).toEqual(before);
  });
});

describe('a dimension in an import plan', () => {
  it('is proposed by folder, accepted and taken back with the rest', async () => {
    temp = await TempEngine.open({ role: 'lead' });
    await temp.client.taxonomy.defineDimension({ name: 'Region', terms: ['DACH', 'Nordics'] });
    for (const name of ['Halden', 'Corvane', 'Tessel']) temp.file(`Drive/Nordics/${name}.md`, story(name));
    await temp.stage(`${temp.folder}/files/Drive`);
    const before = (await state(temp)).rows;
    const { groups } = await temp.client.publish.plan();
    const [group] = groups;
    expect(group).toMatchObject({ folder: 'Drive/Nordics', accepted: false });
    expect(group?.proposed.find(({ attribute }) => attribute === 'dimension:region')).toMatchObject({
      values: ['nordics'],
      files: 3,
    });
    const rows = group?.rows ?? [];
    const { accepted, undo } = await temp.client.publish.accept({ rows, families: [] });
    expect(accepted).toBe(3);
    for (const { fields, guessed } of (await state(temp)).rows) {
      expect(fields).toMatchObject({ 'dimension:region': ['nordics'] });
      expect(guessed).not.toContain('dimension:region');
    }
    await temp.client.publish.takeBack(undo);
    expect((await state(temp)).rows).toEqual(before);
  });
});

describe('a rule for imports', () => {
  it('says terms of dimensions, in the table and without it, as long as they are in use', async () => {
    temp = await TempEngine.open({ role: 'lead' });
    const { rules, taxonomy } = temp.client;
    await taxonomy.defineDimension({ name: 'Region', required: true, terms: ['DACH', 'Nordics'] });
    const set = { 'dimension:region': ['nordics'], stages: ['decision'] };
    await rules.keep({ pattern: '*/Wins/*', set });
    expect(await rules.list()).toMatchObject([{ set }]);
    temp.file('Drive/Wins/Halden.md', story('Halden'));
    await temp.publish(`${temp.folder}/files/Drive`);
    expect([...temp.engine.summaries().values()]).toMatchObject([set]);
    temp.file('More/Wins/Corvane.md', story('Corvane'));
    await temp.stage(`${temp.folder}/files/More`);
    expect((await state(temp)).rows[0]).toMatchObject({
      fields: set,
      proposed: { 'dimension:region': { sure: 1, why: { code: 'suggestions.rule' } } },
    });
    await taxonomy.retire({ facet: 'dimension:region', id: 'nordics' });
    temp.file('Last/Wins/Tessel.md', story('Tessel'));
    await temp.stage(`${temp.folder}/files/Last`);
    expect((await state(temp)).rows.at(-1)?.fields['dimension:region']).toBeUndefined();
    expect(await refusalOf(rules.keep({ pattern: 'x', set: { 'dimension:region': ['x'] } }))).toMatchObject({
      code: 'INVALID',
    });
  });

  it('is applied to what comes later, says so, and is taken out of use again', async () => {
    const engine = await drop();
    const set = { type: 'sales-card', audience: 'internal' } as const;
    const { id, undo } = await engine.client.rules.keep({ pattern: '*/Battlecards/*', set });
    expect(await engine.client.rules.list()).toEqual([{ id, pattern: '*/Battlecards/*', set }]);
    await engine.stage(engine.file('More/Battlecards/Gridwise.md', card('Gridwise')));
    engine.file('Other/Battlecards/Optiplan.md', card('Optiplan'));
    await engine.stage(`${engine.folder}/files/Other`);
    const row = (await state(engine)).rows.at(-1);
    expect(row).toMatchObject({
      fields: set,
      proposed: { type: { sure: 1, why: { code: 'suggestions.rule' } } },
    });
    await engine.client.undo.take({ undo: [undo ?? ''] });
    expect(await engine.client.rules.list()).toEqual([]);
  });

  it('is followed by imports without a table, too', async () => {
    temp = await TempEngine.open({ role: 'marketer' });
    await temp.client.rules.keep({ pattern: '*/Wins/*', set: { type: 'case-study', audience: 'internal' } });
    temp.file('Drive/Wins/Halden.md', story('Halden'));
    await temp.publish(`${temp.folder}/files/Drive`);
    expect([...temp.engine.summaries().values()]).toMatchObject([
      { type: 'case-study', audience: 'internal' },
    ]);
  });

  it('is kept once for a pattern, and refused where it says nothing or a term is unknown', async () => {
    temp = await TempEngine.open({ role: 'marketer' });
    const { rules } = temp.client;
    const first = await rules.keep({ pattern: '*/Decks/*', set: { type: 'pitch-deck' } });
    const again = await rules.keep({ pattern: '*/decks/*', set: { type: 'webinar' } });
    expect(again.id).toBe(first.id);
    expect(await rules.list()).toMatchObject([{ pattern: '*/decks/*', set: { type: 'webinar' } }]);
    expect(await refusalOf(rules.keep({ pattern: '*', set: {} }))).toMatchObject({ code: 'INVALID' });
    expect(await refusalOf(rules.keep({ pattern: '*', set: { type: 'nothing' } }))).toMatchObject({
      code: 'INVALID',
    });
    await rules.remove({ id: first.id });
    expect(await rules.list()).toEqual([]);
  });
});
