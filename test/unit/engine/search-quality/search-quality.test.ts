import { afterEach, describe, expect, it } from 'vitest';
import { TempEngine, type TempEngineOptions } from '../../../support/temp-engine.ts';
import { refusalOf } from '../../../support/wire-error.ts';

let temp: TempEngine | undefined;
afterEach(() => temp?.remove());
const open = async (options?: TempEngineOptions) => {
  temp = await TempEngine.open(options);
  return temp;
};

describe('golden queries', () => {
  it('say at which place their right answers stand, and how search does over all', async () => {
    const kitbag = await open();
    const [a = ''] = await kitbag.publish(kitbag.file('proof-one.txt', 'One.'));
    const [b = ''] = await kitbag.publish(kitbag.file('proof-two.txt', 'Two.'));
    const proof = await kitbag.client.searchQuality.define({
      query: 'proof',
      context: { stage: 'decision' },
      assets: [b],
    });
    await kitbag.client.searchQuality.define({ query: 'nothing has this', context: {}, assets: [a] });
    await kitbag.reopen();
    const run = await kitbag.client.searchQuality.run();
    expect(run.rows.map(({ query, answers, results }) => [query, answers[0]?.place, results])).toEqual([
      ['nothing has this', null, 0],
      ['proof', 2, 2],
    ]);
    expect(run.mrr).toBe(0.25);
    expect(run.withoutResult).toBe(1);

    const { undo = '' } = await kitbag.client.searchQuality.define({
      id: proof.id,
      query: 'proof',
      context: {},
      assets: [],
      retired: true,
    });
    expect((await kitbag.client.searchQuality.list()).map(({ query }) => query)).toEqual([
      'nothing has this',
    ]);
    await kitbag.client.undo.take({ undo: [undo] });
    expect(await kitbag.client.searchQuality.list()).toHaveLength(2);
  });

  it('are for leads to define, and need an answer', async () => {
    const kitbag = await open();
    const [asset = ''] = await kitbag.publish(kitbag.file('a.txt', 'A.'));
    expect(
      (await refusalOf(kitbag.client.searchQuality.define({ query: 'x', context: {}, assets: [] }))).field,
    ).toBe('assets');
    await kitbag.client.session.changeRole({ role: 'marketer' });
    expect(
      (await refusalOf(kitbag.client.searchQuality.define({ query: 'x', context: {}, assets: [asset] })))
        .code,
    ).toBe('NOT_ALLOWED');
    expect(await kitbag.client.searchQuality.list()).toEqual([]);
  });
});

describe('searches without an answer', () => {
  const journalOf = async (kitbag: TempEngine) => {
    const { readdir, readFile } = await import('node:fs/promises');
    const files = await readdir(kitbag.data, { recursive: true, withFileTypes: true });
    const journals = files.filter((file) => file.isFile() && file.parentPath.includes('journal'));
    return (
      await Promise.all(journals.map((file) => readFile(`${file.parentPath}/${file.name}`, 'utf8')))
    ).join();
  };

  it('stay on the device until the policy shares words, then come from everybody’s events', async () => {
    const kitbag = await open();
    const search = { results: 0, stage: 'decision', persona: 'cfo' };
    await kitbag.client.session.changeRole({ role: 'rep' });
    await kitbag.client.activity.searched({ ...search, words: 'payback oakbill' });
    await kitbag.client.activity.searched({ ...search, words: 'Payback  Oakbill' });
    await kitbag.client.activity.searched({ results: 3, words: 'found' });
    expect(await kitbag.client.searchQuality.unanswered({})).toMatchObject({
      from: 'device',
      hidden: 2,
      rows: [{ words: 'Payback  Oakbill', times: 2, stage: 'decision', persona: 'cfo', now: 0 }],
    });
    expect(await journalOf(kitbag)).not.toContain('akbill');

    await kitbag.client.session.changeRole({ role: 'lead' });
    await kitbag.client.people.setPolicies({ searchWords: 'words' });
    expect(await kitbag.client.searchQuality.unanswered({})).toEqual({ from: 'shared', hidden: 2, rows: [] });
    await kitbag.client.activity.searched({ ...search, words: 'what a lead tries' });
    const [asset = ''] = await kitbag.publish(kitbag.file('harbor-roi.txt', 'Now it is there.'));
    await kitbag.client.session.changeRole({ role: 'rep' });
    await kitbag.client.activity.searched({ ...search, words: 'harbor roi' });
    await kitbag.reopen();
    expect(await kitbag.client.searchQuality.unanswered({})).toMatchObject({
      from: 'shared',
      hidden: 2,
      rows: [{ words: 'harbor roi', times: 1, now: 1 }],
    });
    expect(await journalOf(kitbag)).toContain('harbor roi');
    await kitbag.client.activity.searched({ results: 4, opened: asset, position: 4 });
    expect(await kitbag.client.searchQuality.figures({})).toEqual({
      days: 90,
      searches: 5,
      withoutHit: 3,
      opened: 1,
      meanPlace: 4,
      mrr: 0.25,
    });
  });
});
