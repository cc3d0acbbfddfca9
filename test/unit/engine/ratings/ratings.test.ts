import { afterEach, describe, expect, it } from 'vitest';
import { TempEngine } from '../../../support/temp-engine.ts';
import { refusalOf } from '../../../support/wire-error.ts';

let temp: TempEngine | undefined;
afterEach(() => temp?.remove());
const open = async () => {
  temp = await TempEngine.open();
  return temp;
};

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
