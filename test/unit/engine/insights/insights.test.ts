import { afterEach, describe, expect, it } from 'vitest';
import { mapOf } from '../../../../src/engine/insights/coverage-map.ts';
import { MOST_MAP_CELLS } from '../../../../src/shared/limits.ts';
import { TempEngine, type TempEngineOptions } from '../../../support/temp-engine.ts';

let temp: TempEngine | undefined;
afterEach(() => temp?.remove());
const open = async (options?: TempEngineOptions) => {
  temp = await TempEngine.open(options);
  return temp;
};

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
});

describe('a coverage map', () => {
  it('has all of its cells up to a number of which somebody looks at; of more it says only how many', async () => {
    const cells = (count: number) => Array.from({ length: count }, (_, at) => ({ fresh: at % 2 }));
    let breaths = 0;
    const breathe = async () => {
      breaths += 1;
    };
    const whole = await mapOf(cells(MOST_MAP_CELLS), breathe);
    expect([whole.cells.length, whole.covered, whole.all, breaths]).toEqual([10_000, 5_000, 10_000, 0]);
    const large = await mapOf(cells(100_000), breathe);
    expect(large).toEqual({ cells: [], covered: 50_000, all: 100_000 });
    expect(breaths).toBe(5);
  });
});
