import { afterEach, describe, expect, it } from 'vitest';
import { csvOf } from '../../../src/engine/insights/csv.ts';
import { TempEngine, type TempEngineOptions } from '../../support/temp-engine.ts';
import { refusalOf } from '../../support/wire-error.ts';

let temp: TempEngine | undefined;
afterEach(() => temp?.remove());
const open = async (options?: TempEngineOptions) => {
  temp = await TempEngine.open(options);
  return temp;
};
const day = 86_400_000;

describe('ratings', () => {
  it('are one a person and asset, and can be changed and withdrawn', async () => {
    const engine = await open();
    const [asset = ''] = await engine.publish(engine.file('a.txt', 'a'));
    await engine.client.ratings.give({ asset, value: 2, stage: 'decision', persona: 'cfo' });
    const comment = 'Better than I thought';
    const { asset: changed } = await engine.client.ratings.give({ asset, value: 5, comment });
    expect(changed.ratings).toHaveLength(1);
    expect(changed.usefulness).toMatchObject({ count: 1, enough: false, distribution: [0, 0, 0, 0, 1] });
    const { asset: withdrawn } = await engine.client.ratings.withdraw({ asset });
    expect(withdrawn.mine).toBeUndefined();
    expect(withdrawn.usefulness.count).toBe(0);
  });

  it('are refused for what is not there', async () => {
    const engine = await open();
    const [asset = ''] = await engine.publish(engine.file('a.txt', 'a'));
    expect((await refusalOf(engine.client.ratings.give({ asset, value: 3, stage: 'nowhere' }))).field).toBe(
      'stages',
    );
    expect(
      (await refusalOf(engine.client.ratings.give({ asset: 'a_0000000000000000', value: 3 }))).code,
    ).toBe('NOT_FOUND');
    expect((await refusalOf(engine.client.ratings.give({ asset, value: 6 }))).code).toBe('INVALID');
  });
});

describe('assets', () => {
  it('are edited many at once, and the answer undoes it', async () => {
    const engine = await open();
    const assets = await engine.publish(engine.file('a.txt', 'a'), engine.file('b.txt', 'b'));
    const { undo = '' } = await engine.client.assets.editMany({
      assets,
      set: { tags: ['new'], status: 'archived' },
    });
    expect([...engine.engine.summaries().values()].map((asset) => asset.state)).toEqual([
      'archived',
      'archived',
    ]);
    expect(await engine.client.undo.take({ undo: [undo] })).toEqual({ undone: 4, left: 0 });
    expect([...engine.engine.summaries().values()].map((asset) => [asset.state, asset.tags])).toEqual([
      ['published', []],
      ['published', []],
    ]);
  });

  it('come due after the review interval and are fresh again when verified', async () => {
    const engine = await open();
    const [asset = ''] = await engine.publish(engine.file('a.txt', 'a'));
    engine.time += 91 * day;
    expect(await engine.client.assets.get({ asset })).toMatchObject({
      state: 'due-for-review',
      freshness: 'stale',
    });
    expect(await engine.client.assets.verify({ asset })).toMatchObject({
      state: 'verified',
      freshness: 'fresh',
    });
  });

  it('are as old as their documents: what was written years ago is due at once, until it is verified', async () => {
    const engine = await open();
    const now = engine.time;
    const published = async (name: string, at: number) => {
      engine.time = at;
      const path = engine.file(name, name);
      engine.time = now;
      const [asset = ''] = await engine.publish(path);
      return asset;
    };
    const old = await published('old.txt', Date.parse('2022-03-04T10:00:00Z'));
    const unset = await published('unset.txt', 0);
    const ahead = await published('ahead.txt', now + 400 * day);
    expect(await engine.client.assets.get({ asset: old })).toMatchObject({
      state: 'due-for-review',
      renewedAt: Date.parse('2022-03-04T10:00:00Z'),
      version: { addedAt: now },
    });
    for (const asset of [unset, ahead]) {
      expect(await engine.client.assets.get({ asset })).toMatchObject({ state: 'published', renewedAt: now });
    }
    expect((await engine.client.assets.verify({ asset: old })).state).toBe('verified');
  });

  it('keep markup in titles as text', async () => {
    const engine = await open();
    const [asset = ''] = await engine.publish(engine.file('a.txt', 'a'));
    const title = '<script>alert(1)</script> & "x"';
    await engine.client.assets.edit({ asset, set: { title } });
    expect((await engine.client.assets.get({ asset })).title).toBe(title);
  });

  it('say in a sentence when their file is gone', async () => {
    const engine = await open();
    const [asset = ''] = await engine.publish(engine.file('a.txt', 'a'));
    const { version } = await engine.client.assets.get({ asset });
    expect(await engine.client.assets.checkFile({ version: version.id })).toEqual({ present: true });
    const { rmSync } = await import('node:fs');
    rmSync(`${engine.data}/blobs/${version.sha256.slice(0, 2)}/${version.sha256}`);
    expect(await engine.client.assets.checkFile({ version: version.id })).toMatchObject({ present: false });
    expect((await refusalOf(engine.client.assets.preview({ version: version.id }))).code).toBe(
      'MISSING_BLOB',
    );
    const report = await engine.client.maintenance.verify();
    expect(report).toMatchObject({ ok: false, problems: [{ code: 'blob-missing', id: version.id }] });
  });
});

describe('requests', () => {
  it('go from asking to being fulfilled, and the one who asked sees the news', async () => {
    const engine = await open();
    const { client } = engine;
    const [asset = ''] = await engine.publish(engine.file('battlecard.txt', 'x'));
    const made = await client.requests.make({
      title: 'Battlecard Oakbill',
      need: 'They come up in every deal',
      stage: 'decision',
      persona: 'cfo',
    });
    expect(made).toMatchObject({
      status: 'new',
      votes: 1,
      voted: true,
      sla: { step: 'acknowledge', state: 'calm' },
    });
    await client.requests.comment({ request: made.id, text: 'For Thursday' });
    await client.requests.answer({ request: made.id, status: 'accepted', size: 'small' });
    expect((await refusalOf(client.requests.answer({ request: made.id, status: 'fulfilled' }))).field).toBe(
      'asset',
    );
    engine.time += 60_000;
    const { request: done } = await client.requests.answer({ request: made.id, status: 'fulfilled', asset });
    expect(done).toMatchObject({ status: 'fulfilled', fulfilledWith: { asset }, sla: { state: 'met' } });
    expect(done.conversation.map((entry) => entry.entry)).toEqual(['comment', 'status', 'status']);
  });

  it('show what looks alike while one types', async () => {
    const { client } = await open();
    await client.requests.make({ title: 'Battlecard against Oakbill', need: '' });
    const { requests } = await client.requests.similar({ title: 'oakbil battlecard' });
    expect(requests.map((request) => request.title)).toEqual(['Battlecard against Oakbill']);
    expect((await client.requests.similar({ title: 'security questionnaire' })).requests).toEqual([]);
    expect(await client.requests.similar({ title: '' })).toEqual({ assets: [], requests: [] });
  });

  it('of one’s own can be withdrawn by a rep, and answered by nobody else without the right', async () => {
    const { client } = await open({ role: 'rep' });
    const made = await client.requests.make({ title: 'Anything', need: '' });
    expect((await refusalOf(client.requests.answer({ request: made.id, status: 'accepted' }))).code).toBe(
      'NOT_ALLOWED',
    );
    const { request: gone } = await client.requests.answer({ request: made.id, status: 'declined' });
    expect(gone).toMatchObject({ status: 'declined', can: { answer: false, vote: false, withdraw: false } });
  });

  it('are listed by what is due first; those that are answered come after, the latest first', async () => {
    const engine = await open();
    const { client } = engine;
    const ask = async (title: string) => {
      engine.time += 60_000;
      return (await client.requests.make({ title, need: '' })).id;
    };
    const large = await ask('Large');
    const declined = await ask('Declined first');
    const later = await ask('Declined later');
    const small = await ask('Small');
    await client.requests.answer({ request: large, status: 'accepted', size: 'large' });
    await client.requests.answer({ request: declined, status: 'declined' });
    engine.time += 60_000;
    await client.requests.answer({ request: later, status: 'declined' });
    await client.requests.answer({ request: small, status: 'accepted', size: 'small' });
    const titles = (await client.requests.list({})).map(({ title }) => title);
    expect(titles).toEqual(['Small', 'Large', 'Declined later', 'Declined first']);
  });

  it('refuse days that do not exist', async () => {
    const { client } = await open();
    const refused = await refusalOf(client.requests.make({ title: 'T', need: '', neededBy: '2026-02-30' }));
    expect(refused).toMatchObject({ code: 'INVALID', field: 'neededBy' });
  });
});

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

describe('insights', () => {
  it('count use, coverage and promises', async () => {
    const engine = await open();
    const { client } = engine;
    const [used = '', unused = ''] = await engine.publish(
      engine.file('a.txt', 'a'),
      engine.file('b.txt', 'b'),
    );
    await client.activity.viewed({ asset: unused });
    await client.activity.searched({ results: 0 });
    await client.session.changeRole({ role: 'rep' });
    engine.time += 1000;
    expect(await client.activity.viewed({ asset: used, page: 1 })).toEqual({ recorded: true });
    expect(await client.activity.viewed({ asset: used, page: 2 })).toEqual({ recorded: false });
    await client.activity.searched({ results: 0 });
    await client.activity.searched({
      results: 3,
      opened: used,
      position: 1,
      stage: 'decision',
      persona: 'cfo',
    });
    await client.session.changeRole({ role: 'lead' });
    const overview = await client.insights.overview({ days: 30 });
    expect(overview.adoption).toMatchObject({ value: 0.5, part: 1, whole: 2, previous: null });
    expect(overview.noResultRate).toMatchObject({ value: 0.5, previous: null });
    expect(overview.coverage).toMatchObject({ part: 1, whole: 24 });
    expect(overview.slaHitRate.value).toBeNull();
    expect((await client.insights.unused()).map((asset) => asset.id)).toEqual([unused]);
    // What one looked at oneself is at hand, whatever one’s role.
    expect((await client.activity.recent({ limit: 5 })).map((asset) => asset.id)).toEqual([used, unused]);
    const { cells } = await client.insights.coverage();
    expect(cells.find((cell) => cell.stage === 'decision' && cell.persona === 'cfo')).toMatchObject({
      assets: 2,
      fresh: 2,
      demand: 1,
    });
    await engine.reopen();
    expect((await engine.client.insights.overview({ days: 30 })).adoption.part).toBe(1);
  });

  it('count reading as one use, however long it takes and however often one turns the page', async () => {
    const engine = await open({ role: 'rep' });
    await engine.client.session.changeRole({ role: 'lead' });
    const [asset = ''] = await engine.publish(engine.file('a.txt', 'a'));
    await engine.client.session.changeRole({ role: 'rep' });
    for (let minutes = 0; minutes <= 90; minutes += 10) {
      await engine.client.activity.viewed({ asset, page: 1 + minutes });
      engine.time += 10 * 60_000;
    }
    expect((await engine.client.assets.get({ asset })).uses).toBe(1);
    engine.time += 30 * 60_000;
    await engine.client.activity.viewed({ asset, page: 1 });
    expect((await engine.client.assets.get({ asset })).uses).toBe(2);
  });

  it('export tables that no spreadsheet runs', () => {
    const text = csvOf([{ title: '=HYPERLINK("http://x")', note: '+1', count: 3, empty: null }]);
    expect(text).toContain(`"'=HYPERLINK(""http://x"")",'+1,3,`);
  });

  it('tell what is new since the last visit', async () => {
    const engine = await open();
    await engine.publish(engine.file('a.txt', 'a'));
    engine.time += day;
    await engine.reopen();
    engine.time += day;
    const [later = ''] = await engine.publish(engine.file('b.txt', 'b'));
    const { assets } = await engine.client.news.whatIsNew({ limit: 10 });
    expect(assets.map((asset) => asset.id)).toEqual([later]);
  });
});
