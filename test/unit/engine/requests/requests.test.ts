import { afterEach, describe, expect, it } from 'vitest';
import { TempEngine, type TempEngineOptions } from '../../../support/temp-engine.ts';
import { refusalOf } from '../../../support/wire-error.ts';

let temp: TempEngine | undefined;
afterEach(() => temp?.remove());
const open = async (options?: TempEngineOptions) => {
  temp = await TempEngine.open(options);
  return temp;
};

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
