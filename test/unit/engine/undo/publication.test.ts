import { afterEach, describe, expect, it } from 'vitest';
import { say } from '../../../../src/words/say.ts';
import { HubEngines } from '../../../support/hub-engines.ts';
import { TempEngine } from '../../../support/temp-engine.ts';

const opened: { remove(): Promise<void> | void }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.remove();
});

const tagged = { type: 'faq', stages: ['decision'], personas: ['cfo'] };

async function desk(): Promise<TempEngine> {
  const engine = await TempEngine.open({ role: 'marketer' });
  opened.push(engine);
  return engine;
}

/** Stages files, says what is missing, and publishes them as one. */
async function publishAll(engine: TempEngine, files: readonly string[], draft = false) {
  await engine.stage(...files.map((name) => engine.file(name, `# ${name}\n\nAbout ${name} alone.`)));
  const rows = (await engine.client.publish.state()).rows.map(({ id }) => id);
  await engine.setRows(rows, tagged);
  return engine.client.publish.publish({ rows, draft });
}

const take = async (engine: TempEngine, undo: string | undefined) => {
  const { says, ...counts } = await engine.client.undo.take({ undo: [undo ?? ''] });
  return { ...counts, ...(says !== undefined && { message: say(says) }) };
};

describe('a publication that is taken back', () => {
  it.each([false, true])(
    'leaves no asset behind, and its rows stand on the table as they were (drafts: %s)',
    async (draft) => {
      const engine = await desk();
      const { published, undo } = await publishAll(engine, ['Prices.md', 'Terms.md'], draft);
      expect(published).toHaveLength(2);
      expect((await engine.client.publish.state()).rows).toEqual([]);

      expect(await take(engine, undo)).toEqual({ undone: 2, left: 0 });
      expect(engine.engine.summaries().size).toBe(0);
      const { rows } = await engine.client.publish.state();
      expect(rows.map(({ fileName, fields }) => [fileName, fields.type, fields.stages])).toEqual([
        ['Prices.md', 'faq', ['decision']],
        ['Terms.md', 'faq', ['decision']],
      ]);
      expect(
        rows.every(({ duplicateOf, missing }) => duplicateOf === undefined && missing.length === 0),
      ).toBe(true);

      await engine.reopen();
      const again = (await engine.client.publish.state()).rows.map(({ id }) => id);
      await engine.client.publish.publish({ rows: again });
      expect([...engine.engine.summaries().values()].map(({ title }) => title).sort()).toEqual([
        'Prices',
        'Terms',
      ]);
      expect(await engine.client.maintenance.verify()).toMatchObject({ ok: true });
    },
  );

  it('gives an asset its version of before', async () => {
    const engine = await desk();
    const [asset = ''] = await engine.publish(engine.file('prices.txt', 'last year'));
    const { grant } = engine.engine.grantPaths([engine.file('prices-new.txt', 'this year')]);
    await engine.client.publish.stage({ grant, versionOf: asset });
    await engine.staged();
    const rows = (await engine.client.publish.state()).rows.map(({ id }) => id);
    const { undo } = await engine.client.publish.publish({ rows });
    expect((await engine.client.assets.get({ asset })).version.fileName).toBe('prices-new.txt');
    expect(await take(engine, undo)).toEqual({ undone: 1, left: 0 });
    const { version, versionCount } = await engine.client.assets.get({ asset });
    expect([version.fileName, versionCount]).toEqual(['prices.txt', 1]);
    expect((await engine.client.publish.state()).rows).toMatchObject([{ fields: { versionOf: asset } }]);
  });

  it('is forgotten by search, and may be edited no more', async () => {
    const engine = await desk();
    const { published, undo } = await publishAll(engine, ['Prices.md']);
    await take(engine, undo);
    await engine.engine.indexed();
    expect((await engine.client.search.find({ query: 'prices', limit: 10 })).total).toBe(0);
    await expect(engine.client.assets.get({ asset: published[0]?.asset ?? '' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('what of a publication is used meanwhile', () => {
  async function office() {
    const { hub, lead: ana } = await HubEngines.shared();
    opened.push(hub);
    const ben = await hub.join('Ben');
    await hub.settle(ana, ben);
    const { published, undo } = await publishAll(ana, ['Prices.md', 'Terms.md', 'Deck.md']);
    await hub.settle(ana, ben);
    const met = async () => {
      ana.time += 60_000;
      ben.time += 60_000;
      await hub.settle(ana, ben);
    };
    const asset = (title: string): string => published.find((one) => one.title === title)?.asset ?? '';
    return { ana, ben, met, asset, undo };
  }

  it('stays published, and that is said with who uses it', async () => {
    const { ana, ben, met, asset, undo } = await office();
    await ben.client.activity.viewed({ asset: asset('Prices') });
    await ben.client.ratings.give({ asset: asset('Deck'), value: 4 });
    await met();
    expect(await take(ana, undo)).toEqual({
      undone: 1,
      left: 2,
      message:
        'Undone, except what has changed since: ‘Prices’, which is in use (by Ben) and ‘Deck’ (by Ben).',
    });
    await met();
    const titles = (engine: TempEngine) =>
      [...engine.engine.summaries().values()].map(({ title }) => title).sort();
    expect(titles(ana)).toEqual(['Deck', 'Prices']);
    expect(titles(ben)).toEqual(['Deck', 'Prices']);
    expect((await ana.client.publish.state()).rows.map(({ fileName }) => fileName)).toEqual(['Terms.md']);
  });
});
