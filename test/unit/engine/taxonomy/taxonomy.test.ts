import { afterEach, describe, expect, it } from 'vitest';
import { TempEngine, type TempEngineOptions } from '../../../support/temp-engine.ts';
import { refusalOf } from '../../../support/wire-error.ts';

let temp: TempEngine | undefined;
afterEach(() => temp?.remove());
const open = async (options?: TempEngineOptions) => {
  temp = await TempEngine.open(options);
  return temp;
};

describe('the taxonomy', () => {
  it('takes new words with ids made from their names, and refuses the same name twice', async () => {
    const { client } = await open();
    expect(await client.taxonomy.define({ facet: 'product', name: 'Fennwick Flow' })).toMatchObject({
      id: 'fennwick-flow',
    });
    expect((await refusalOf(client.taxonomy.define({ facet: 'product', name: 'fennwick flow' }))).field).toBe(
      'name',
    );
    expect(await client.taxonomy.define({ facet: 'product', name: '価格' })).toMatchObject({ id: 'term' });
    expect((await client.taxonomy.get()).products.map((product) => product.name)).toEqual([
      'Fennwick Flow',
      '価格',
    ]);
  });

  it('says what words mean, which a search then knows', async () => {
    const { client } = await open();
    const { synonyms } = await client.taxonomy.get();
    expect(synonyms.find(({ words }) => words.includes('BOFU'))?.means).toEqual({
      facet: 'stage',
      term: 'decision',
    });
    const same = { facet: 'same' } as const;
    const { id } = await client.taxonomy.defineSynonyms({ words: ['KPI', 'kpi', 'key figure'], means: same });
    expect((await client.taxonomy.get()).synonyms.find((group) => group.id === id)).toEqual({
      id: 'kpi',
      words: ['KPI', 'key figure'],
      means: same,
      retired: false,
    });
    for (const wrong of [
      { words: ['alone'], means: same },
      { words: ['!?', 'x'], means: same },
      { words: ['x'], means: { facet: 'stage', term: 'gone' } as const },
    ]) {
      expect((await refusalOf(client.taxonomy.defineSynonyms(wrong))).code).toBe('INVALID');
    }
  });

  it('gets the usual synonyms where they are missing, at once, and never against what a lead said', async () => {
    const { client } = await open();
    const inUse = async () => (await client.taxonomy.get()).synonyms.filter(({ retired }) => !retired);
    const all = await inUse();
    expect(await client.taxonomy.usualSynonyms()).toEqual({ missing: 0 });
    // As a hub is that was founded before there were any.
    for (const group of all) await client.taxonomy.defineSynonyms({ ...group, retired: true });
    expect(await client.taxonomy.usualSynonyms()).toEqual({ missing: all.length });
    await client.taxonomy.defineSynonyms({
      words: ['Bofu', 'last mile'],
      means: { facet: 'stage', term: 'consideration' },
    });
    const cfo = (await client.taxonomy.get()).personas.find(({ id }) => id === 'cfo');
    if (!cfo) throw new Error('There is a CFO.');
    await client.taxonomy.define({ facet: 'persona', ...cfo, retired: true });
    const { added, undo = '' } = await client.taxonomy.addUsualSynonyms();
    expect(new Set(added)).toEqual(
      new Set(all.map(({ id }) => id).filter((id) => id !== 'stage-decision' && id !== 'persona-cfo')),
    );
    expect(await inUse()).toHaveLength(all.length - 1);
    expect(await client.taxonomy.usualSynonyms()).toEqual({ missing: 0 });
    expect(await client.taxonomy.addUsualSynonyms()).toEqual({ added: [] });
    await client.undo.take({ undo: [undo] });
    expect(await inUse()).toMatchObject([{ words: ['Bofu', 'last mile'] }]);
  });

  it('is for leads; products are for marketers too', async () => {
    const { client } = await open({ role: 'marketer' });
    const stage = { facet: 'stage', name: 'Expansion', definition: '', entryCriteria: '' } as const;
    expect((await refusalOf(client.taxonomy.define(stage))).code).toBe('NOT_ALLOWED');
    expect(
      (await refusalOf(client.taxonomy.defineSynonyms({ words: ['a1', 'b1'], means: { facet: 'same' } })))
        .code,
    ).toBe('NOT_ALLOWED');
    expect((await refusalOf(client.taxonomy.addUsualSynonyms())).code).toBe('NOT_ALLOWED');
    expect(await client.taxonomy.define({ facet: 'product', name: 'Flow' })).toMatchObject({ id: 'flow' });
  });
});
