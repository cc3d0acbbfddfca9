import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { TempEngine } from '../../../support/temp-engine.ts';
import { refusalOf } from '../../../support/wire-error.ts';

let temp: TempEngine | undefined;
afterEach(() => temp?.remove());

/** A hub with an asset for the CFO alone, one for CFO and CIO, and demand for the CFO. */
async function hubWithDemand() {
  const engine = await TempEngine.open();
  temp = engine;
  const { client } = engine;
  const [alone = '', both = ''] = await engine.publish(engine.file('a.txt', 'a'), engine.file('b.txt', 'b'));
  await client.assets.edit({ asset: both, set: { personas: ['cio', 'cfo'] } });
  await client.requests.make({ title: 'Payback', need: '', stage: 'decision', persona: 'cfo' });
  await client.session.changeRole({ role: 'rep' });
  await client.activity.searched({ results: 1, stage: 'decision', persona: 'cfo' });
  await client.session.changeRole({ role: 'lead' });
  await client.searchQuality.define({ query: 'payback', context: { persona: 'cfo' }, assets: [alone] });
  const cell = async (persona: string) => {
    const { cells } = await client.insights.coverage();
    const found = cells.find((one) => one.stage === 'decision' && one.persona === persona);
    return found === undefined ? null : [found.fresh, found.demand];
  };
  const personas = async (asset: string) => (await client.assets.get({ asset })).personas;
  return { engine, client, alone, both, cell, personas };
}

const cfo = { facet: 'persona', id: 'cfo' } as const;

describe('retiring a persona', () => {
  it('is said before it is done: what is tagged with it, what was covered, what was asked for', async () => {
    const { client } = await hubWithDemand();
    expect(await client.taxonomy.retirement(cfo)).toMatchObject({
      assets: 2,
      published: 2,
      alone: 1,
      covered: 1,
      demand: 2,
      days: 90,
      requests: 1,
      golden: 1,
    });
  });

  it('gives its assets and its demand to a successor in one write, and takes all of it back', async () => {
    const { client, alone, both, cell, personas } = await hubWithDemand();
    expect([await cell('cfo'), await cell('team-lead')]).toEqual([
      [2, 2],
      [0, 0],
    ]);

    const { undo = '', retagged } = await client.taxonomy.retire({ ...cfo, successor: 'team-lead' });
    expect(retagged).toBe(2);
    expect([await cell('cfo'), await cell('team-lead')]).toEqual([null, [2, 2]]);
    expect([await personas(alone), await personas(both)]).toEqual([['team-lead'], ['cio', 'team-lead']]);
    expect((await client.searchQuality.list())[0]?.context).toEqual({ persona: 'team-lead' });

    const { undone, left } = await client.undo.take({ undo: [undo] });
    expect(undone).toBeGreaterThanOrEqual(4);
    expect(left).toBe(0);
    expect([await cell('cfo'), await cell('team-lead')]).toEqual([
      [2, 2],
      [0, 0],
    ]);
    expect([await personas(alone), await personas(both)]).toEqual([['cfo'], ['cio', 'cfo']]);
    expect((await client.searchQuality.list())[0]?.context).toEqual({ persona: 'cfo' });
    expect((await refusalOf(client.undo.take({ undo: [undo] }))).message).toContain(
      'can no longer be undone',
    );
  });

  it('is the same after a start without snapshots', async () => {
    const { engine, client } = await hubWithDemand();
    await client.taxonomy.retire({ ...cfo, successor: 'team-lead' });
    const before = await client.insights.coverage();
    await engine.reopen(() => rmSync(join(engine.data, 'snapshots'), { recursive: true, force: true }));
    expect(await engine.client.insights.coverage()).toEqual(before);
  });

  it('keeps its demand with the successor when it is renamed, and gets it back when it is brought back', async () => {
    const { client, cell } = await hubWithDemand();
    await client.taxonomy.retire({ ...cfo, successor: 'team-lead' });
    const fields = { facet: 'persona', id: 'cfo', goals: '', challenges: '' } as const;
    await client.taxonomy.define({ ...fields, name: 'Finance chief' });
    expect(await cell('team-lead')).toEqual([2, 2]);
    await client.taxonomy.define({ ...fields, name: 'CFO', retired: false });
    expect([await cell('cfo'), await cell('team-lead')]).toEqual([
      [0, 2],
      [2, 0],
    ]);
  });

  it('needs a successor that is in use, and a lead', async () => {
    const { client } = await hubWithDemand();
    for (const successor of ['cfo', 'nobody']) {
      expect((await refusalOf(client.taxonomy.retire({ ...cfo, successor }))).code).toMatch(
        /INVALID|NOT_FOUND/,
      );
    }
    await client.session.changeRole({ role: 'marketer' });
    expect((await refusalOf(client.taxonomy.retire(cfo))).code).toBe('NOT_ALLOWED');
  });
});

describe('retiring a type', () => {
  it('does not change for whom an asset is', async () => {
    const { client, alone } = await hubWithDemand();
    await client.assets.edit({ asset: alone, set: { type: 'battlecard' } });
    const audience = (await client.assets.get({ asset: alone })).audience;
    const types = (await client.taxonomy.get()).types;
    const other = types.find((type) => type.audience !== audience && type.id !== 'battlecard')?.id ?? '';
    await client.taxonomy.retire({ facet: 'type', id: 'battlecard', successor: other });
    expect(await client.assets.get({ asset: alone })).toMatchObject({ type: other, audience });
  });
});

describe('retiring a product that has synonyms', () => {
  const retire = async (role: 'marketer' | 'lead', successor?: string) => {
    const engine = await TempEngine.open();
    temp = engine;
    const { client } = engine;
    const { id } = await client.taxonomy.define({ facet: 'product', name: 'Flow' });
    const { id: other } = await client.taxonomy.define({ facet: 'product', name: 'Stream' });
    await client.taxonomy.defineSynonyms({ words: ['river'], means: { facet: 'product', term: id } });
    await client.session.changeRole({ role });
    const done = client.taxonomy.retire({ facet: 'product', id, ...(successor && { successor: other }) });
    return { client, id, other, done };
  };
  const meanings = async (client: TempEngine['client']) =>
    (await client.taxonomy.get()).synonyms.filter(({ words }) => words.includes('river'));

  it('tells a marketer that only a lead gives them to another, and changes nothing', async () => {
    const { client, id, done } = await retire('marketer', 'with');
    const refusal = await refusalOf(done);
    expect(refusal.code).toBe('NOT_ALLOWED');
    expect(refusal.message).toContain('has synonyms, which only content leads can give to another');
    expect((await client.taxonomy.get()).products.find((product) => product.id === id)?.retired).not.toBe(
      true,
    );
  });

  it('is done by a marketer without a successor, and by a lead with one', async () => {
    const alone = await retire('marketer');
    await alone.done;
    expect((await meanings(alone.client))[0]?.means).toEqual({ facet: 'product', term: alone.id });
    await temp?.remove();
    const passedOn = await retire('lead', 'with');
    await passedOn.done;
    expect((await meanings(passedOn.client))[0]?.means).toEqual({ facet: 'product', term: passedOn.other });
  });
});
