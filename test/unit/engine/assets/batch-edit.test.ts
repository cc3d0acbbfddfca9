import { afterEach, describe, expect, it } from 'vitest';
import { TempEngine } from '../../../support/temp-engine.ts';
import { refusalOf } from '../../../support/wire-error.ts';

let temp: TempEngine | undefined;
afterEach(() => temp?.remove());

async function withAssets(count: number, role: 'lead' | 'rep' = 'lead') {
  temp = await TempEngine.open({ role });
  const files = Array.from({ length: count }, (_, at) => temp?.file(`${at}.txt`, `text ${at}`) ?? '');
  const assets = role === 'lead' ? await temp.publish(...files) : [];
  const tagsOf = () => assets.map((asset) => temp?.engine.summaries().get(asset)?.tags);
  return { temp, client: temp.client, assets, tagsOf };
}
const nothing = { set: {}, add: {}, remove: {} };

describe('a batch of edits', () => {
  it('adds to what each asset has and takes from it, and one undo takes all of it back', async () => {
    const { client, assets, tagsOf } = await withAssets(3);
    const [first = '', second = ''] = assets;
    await client.assets.edit({ asset: first, set: { tags: ['ROI', 'old'] } });
    await client.assets.edit({ asset: second, set: { tags: ['new'] } });
    const edited = await client.assets.change({
      ...nothing,
      assets,
      add: { tags: ['roi', 'New'], stages: ['retention'] },
      remove: { tags: ['OLD'], stages: ['decision'] },
    });
    expect(edited).toMatchObject({ changed: assets, unchanged: 0, refused: [] });
    expect(tagsOf()).toEqual([
      ['ROI', 'New'],
      ['new', 'roi'],
      ['roi', 'New'],
    ]);
    expect(temp?.engine.summaries().get(first)?.stages).toEqual(['retention']);
    await client.undo.take({ undo: [edited.undo ?? ''] });
    expect(tagsOf()).toEqual([['ROI', 'old'], ['new'], []]);
    expect(temp?.engine.summaries().get(first)?.stages).toEqual(['decision']);
  });

  it('leaves alone what it would leave without a stage, says so, and changes the others', async () => {
    const { client, assets } = await withAssets(2);
    const [first = '', second = ''] = assets;
    await client.assets.edit({ asset: first, set: { stages: ['decision', 'awareness'] } });
    const edited = await client.assets.change({ ...nothing, assets, remove: { stages: ['decision'] } });
    expect(edited).toMatchObject({
      changed: [first],
      refused: [{ asset: second, code: 'required', says: { code: 'assets.needs' } }],
    });
    expect(temp?.engine.summaries().get(second)?.stages).toEqual(['decision']);
  });

  it('gives no asset more values than one may have', async () => {
    const { client, assets, tagsOf } = await withAssets(1);
    const [asset = ''] = assets;
    const many = Array.from({ length: 50 }, (_, at) => `tag ${at}`);
    await client.assets.edit({ asset, set: { tags: many } });
    const edited = await client.assets.change({ ...nothing, assets, add: { tags: ['one more'] } });
    expect(edited.refused).toMatchObject([{ asset, code: 'too-many' }]);
    expect(tagsOf()).toEqual([many]);
  });

  it('counts what was so before, and writes nothing for it', async () => {
    const { client, assets } = await withAssets(2);
    const before = await client.maintenance.stateHash();
    const edited = await client.assets.change({
      ...nothing,
      assets,
      set: { personas: ['cfo'] },
      remove: { tags: ['never there'] },
    });
    expect(edited).toMatchObject({ changed: [], unchanged: 2, refused: [] });
    expect(edited.undo).toBeUndefined();
    expect(await client.maintenance.stateHash()).toEqual(before);
  });

  it('changes nothing on a dry run, and says what it would', async () => {
    const { client, assets, tagsOf } = await withAssets(2);
    const edited = await client.assets.change({ ...nothing, assets, add: { tags: ['x'] }, dryRun: true });
    expect(edited).toMatchObject({ changed: assets });
    expect(tagsOf()).toEqual([[], []]);
  });

  it('tells of an asset that is not there, and goes on', async () => {
    const { client, assets } = await withAssets(1);
    const gone = 'a_0000000000000000';
    const edited = await client.assets.change({
      ...nothing,
      assets: [gone, ...assets],
      add: { tags: ['x'] },
    });
    expect(edited).toMatchObject({ changed: assets, refused: [{ asset: gone, code: 'not-found' }] });
  });

  it('is refused whole where a value is none, and to reps', async () => {
    const { client, assets } = await withAssets(1);
    const unknown = client.assets.change({ ...nothing, assets, add: { stages: ['no-such-stage'] } });
    expect(await refusalOf(unknown)).toMatchObject({ code: 'INVALID' });
    const noDay = client.assets.change({ ...nothing, assets, set: { expiresOn: '2026-02-30' } });
    expect(await refusalOf(noDay)).toMatchObject({ code: 'INVALID' });
    await temp?.remove();
    const rep = await withAssets(0, 'rep');
    const asked = rep.client.assets.change({ ...nothing, assets, add: { tags: ['x'] } });
    expect(await refusalOf(asked)).toMatchObject({ code: 'NOT_ALLOWED' });
  });
});
