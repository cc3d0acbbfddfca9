import { afterEach, describe, expect, it } from 'vitest';
import { TempEngine } from '../../../support/temp-engine.ts';
import { refusalOf } from '../../../support/wire-error.ts';

let temp: TempEngine | undefined;
afterEach(() => temp?.remove());

const VIEW = {
  query: 'roi tag:pricing',
  filters: { stages: ['decision'], tags: ['pricing'], freshOnly: true, status: 'all' },
  context: { persona: 'cfo' },
  sort: 'title',
} as const;
const wanted = { ...VIEW, filters: { ...VIEW.filters, stages: ['decision'], tags: ['pricing'] } };

describe('a shared view', () => {
  it('keeps words, filters, call and order for everybody, over a restart', async () => {
    temp = await TempEngine.open();
    const { id } = await temp.client.views.share({ name: 'Pricing', ...wanted });
    await temp.reopen();
    expect(await temp.client.views.list()).toEqual({ views: [{ id, name: 'Pricing', ...wanted }] });
  });

  it('is renamed and removed, and each is taken back', async () => {
    temp = await TempEngine.open();
    const { client } = temp;
    const names = async () => (await client.views.list()).views.map(({ name }) => name);
    const { id, undo: unshare = '' } = await client.views.share({ name: 'Pricing', ...wanted });
    const { undo: unname = '' } = await client.views.rename({ id, name: 'Prices' });
    expect(await names()).toEqual(['Prices']);
    const { undo: keep = '' } = await client.views.remove({ id });
    expect(await names()).toEqual([]);
    expect(await refusalOf(client.views.rename({ id, name: 'Gone' }))).toMatchObject({ code: 'NOT_FOUND' });
    await client.undo.take({ undo: [keep] });
    await client.undo.take({ undo: [unname] });
    expect(await names()).toEqual(['Pricing']);
    await client.undo.take({ undo: [unshare] });
    expect(await names()).toEqual([]);
  });

  it('is shared by leads alone', async () => {
    temp = await TempEngine.open({ role: 'marketer' });
    const asked = temp.client.views.share({ name: 'Mine', ...wanted });
    expect(await refusalOf(asked)).toMatchObject({
      code: 'NOT_ALLOWED',
      message: expect.stringContaining('leads'),
    });
  });
});
