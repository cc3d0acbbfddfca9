import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { HubEngines } from '../../../support/hub-engines.ts';
import type { TempEngine } from '../../../support/temp-engine.ts';

const need = { title: 'A zeppelin', need: 'For a call' };

describe('What is new about a request', () => {
  const opened: HubEngines[] = [];
  afterEach(async () => {
    for (const hub of opened.splice(0)) await hub.remove();
  });

  /** A lead, Mia who asked, and what is needed to go on. */
  async function asked() {
    const { hub, lead } = await HubEngines.shared();
    opened.push(hub);
    const mia = await hub.join('Mia');
    const { id: request } = await mia.client.requests.make(need);
    await hub.settle(mia, lead);
    return { hub, lead, mia, request };
  }
  const newsOf = (engine: TempEngine) => engine.client.requests.news();

  it('is an answer or a comment of somebody else, told once and seen once', async () => {
    const { hub, lead, mia, request } = await asked();
    expect(await newsOf(mia)).toEqual([]);
    await lead.client.requests.answer({ request, status: 'accepted', reason: 'Next week.' });
    await hub.settle(lead, mia);
    expect(await newsOf(mia)).toMatchObject([
      {
        request,
        title: 'A zeppelin',
        mine: true,
        said: 1,
        untold: true,
        status: 'accepted',
        text: 'Next week.',
      },
    ]);
    await mia.client.requests.told({ request, said: 1 });
    expect(await newsOf(mia)).toMatchObject([{ untold: false }]);
    await lead.client.requests.comment({ request, text: 'Which logo?' });
    await hub.settle(lead, mia);
    const [news] = await newsOf(mia);
    expect(news).toMatchObject({ said: 2, untold: true, text: 'Which logo?' });
    expect(news).not.toHaveProperty('status');
    await mia.client.requests.seen({ request, said: 2 });
    expect(await newsOf(mia)).toEqual([]);
  });

  it('is nothing that one said oneself, and nothing to who only looks on', async () => {
    const { hub, lead, mia, request } = await asked();
    const jon = await hub.join('Jon');
    await mia.client.requests.comment({ request, text: 'Soon, please.' });
    await lead.client.requests.answer({ request, status: 'accepted' });
    await hub.settle(mia, lead, jon, mia);
    expect(await newsOf(lead)).toEqual([]);
    expect(await newsOf(jon)).toEqual([]);
    expect(await newsOf(mia)).toMatchObject([{ said: 1 }]);
  });

  it('reaches those who said ‘me too’, from then on', async () => {
    const { hub, lead, mia, request } = await asked();
    const jon = await hub.join('Jon');
    await lead.client.requests.answer({ request, status: 'accepted' });
    await hub.settle(lead, jon);
    await jon.client.requests.vote({ request });
    expect(await newsOf(jon)).toEqual([]);
    await lead.client.requests.answer({ request, status: 'in-progress' });
    await hub.settle(jon, lead, jon);
    expect(await newsOf(jon)).toMatchObject([{ mine: false, status: 'in-progress' }]);
    expect((await jon.client.requests.list({}))[0]).toMatchObject({ news: true });
    await jon.client.requests.withdrawVote({ request });
    expect(await newsOf(jon)).toEqual([]);
    await hub.settle(lead, mia);
    expect(await newsOf(mia)).toMatchObject([{ mine: true }]);
  });

  it('is told after a restart where it came while the device was off, and not again', async () => {
    const { hub, lead, mia, request } = await asked();
    await lead.client.requests.answer({ request, status: 'accepted' });
    await hub.settle(lead);
    await mia.reopen();
    await hub.settle(mia);
    expect(await newsOf(mia)).toMatchObject([{ untold: true }]);
    await mia.client.requests.told({ request, said: 1 });
    await mia.reopen();
    expect(await newsOf(mia)).toMatchObject([{ untold: false }]);
  });

  it('is not what was answered before this device came in', async () => {
    const { hub, lead, mia, request } = await asked();
    await lead.client.requests.answer({ request, status: 'accepted' });
    await lead.client.requests.comment({ request, text: 'Which logo?' });
    await hub.settle(lead, mia);
    const second = await hub.joinAs(mia);
    await hub.settle(second);
    expect(await newsOf(second)).toEqual([]);
    await lead.client.requests.answer({ request, status: 'declined', reason: 'There is one.' });
    await hub.settle(lead, second);
    expect(await newsOf(second)).toMatchObject([{ said: 1, status: 'declined' }]);
  });

  it('does not depend on clocks, on the order of arrival, or on how often anybody asks', async () => {
    const step = fc.constantFrom('answer', 'comment', 'arrive', 'ask', 'restart', 'earlier', 'later');
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        const { hub, lead, mia, request } = await asked();
        let said = 0;
        for (const what of steps) {
          if (what === 'answer') {
            said += 1;
            await lead.client.requests.answer({
              request,
              status: said % 2 === 0 ? 'accepted' : 'in-progress',
            });
          }
          if (what === 'comment') {
            said += 1;
            await lead.client.requests.comment({ request, text: `${said}` });
          }
          if (what === 'arrive') await hub.settle(lead, mia);
          if (what === 'ask') await newsOf(mia);
          if (what === 'restart') await mia.reopen();
          if (what === 'earlier') mia.time -= 3_600_000;
          if (what === 'later') mia.time += 3_600_000;
        }
        await hub.settle(lead, mia);
        const news = await newsOf(mia);
        expect(news.map((entry) => entry.said)).toEqual(said === 0 ? [] : [said]);
      }),
      { numRuns: 8 },
    );
  });
});
