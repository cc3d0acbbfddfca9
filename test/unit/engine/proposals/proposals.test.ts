import { afterEach, describe, expect, it } from 'vitest';
import { HubEngines } from '../../../support/hub-engines.ts';
import type { TempEngine } from '../../../support/temp-engine.ts';
import { refusalOf } from '../../../support/wire-error.ts';

let hub: HubEngines | undefined;
afterEach(async () => {
  await hub?.remove();
  hub = undefined;
});

const WHY = 'Used this with Harborline';

/** A lead, and two reps who have joined the lead's hub. */
async function team(): Promise<{
  hub: HubEngines;
  lead: TempEngine;
  ben: TempEngine;
  cleo: TempEngine;
}> {
  const shared = await HubEngines.shared();
  hub = shared.hub;
  const ben = await hub.join('Ben');
  const cleo = await hub.join('Cleo');
  await hub.settle(shared.lead, ben, cleo);
  return { hub, lead: shared.lead, ben, cleo };
}

async function propose(engine: TempEngine, name: string, text: string, more: object = {}) {
  const { grant } = engine.engine.grantPaths([engine.file(name, text)]);
  return engine.client.proposals.make({ grant, why: WHY, ...more });
}

/** Puts a proposal on the publish table; answers its row. */
async function stage(engine: TempEngine, proposal: string): Promise<string> {
  let row = '';
  for await (const step of await engine.client.proposals.stage({ proposal }))
    if ('row' in step) row = step.row;
  await engine.staged();
  return row;
}

const fields = { type: 'faq', stages: ['decision'], personas: ['cfo'] };

describe('a file that a rep proposes', () => {
  it('is adopted by a marketer on another device, and names its contributor for ever', async () => {
    const { hub, lead, ben, cleo } = await team();
    const { proposals } = await propose(ben, 'Harborline story.txt', 'How Harborline saved nine percent');
    const [proposal] = proposals;
    expect(proposal).toMatchObject({ answer: 'open', why: WHY, mine: true, news: false });
    await hub.settle(lead, ben, cleo);

    const [waiting] = await lead.client.proposals.list();
    expect(waiting).toMatchObject({ fileName: 'Harborline story.txt', by: { name: 'Ben' }, mine: false });
    const row = await stage(lead, waiting?.id ?? '');
    const table = await lead.client.publish.state();
    expect(table.rows).toMatchObject([{ id: row, state: 'ready', proposal: { by: 'Ben', why: WHY } }]);
    await lead.setRows([row], { ...fields, title: 'ROI story: Harborline' });
    const { published } = await lead.client.publish.publish({ rows: [row] });
    const asset = published[0]?.asset ?? '';
    expect((await lead.client.assets.get({ asset })).contributors).toMatchObject([{ name: 'Ben' }]);
    expect(await lead.client.proposals.list()).toMatchObject([
      { answer: 'adopted', asset: { asset, title: 'ROI story: Harborline' } },
    ]);
    await hub.settle(lead, ben, cleo);

    const [told] = await ben.client.proposals.list();
    expect(told).toMatchObject({ answer: 'adopted', news: true, untold: true, asset: { asset } });
    await ben.client.proposals.seen({ proposal: told?.id ?? '', said: told?.said ?? 0 });
    expect(await ben.client.proposals.list()).toMatchObject([{ news: false, untold: false }]);
    expect((await cleo.client.assets.get({ asset })).contributors).toMatchObject([{ name: 'Ben' }]);
    await lead.client.assets.edit({ asset, set: { owner: await lead.self() } });
    expect((await lead.client.assets.get({ asset })).contributors).toMatchObject([{ name: 'Ben' }]);
  });

  it('is seen by nobody who is no marketer, and its file goes to none of their devices', async () => {
    const { hub, lead, ben, cleo } = await team();
    const { proposals } = await propose(ben, 'Zephyr.txt', 'Zephyr: what the market pays');
    await hub.settle(lead, ben, cleo);
    const proposal = proposals[0]?.id ?? '';
    expect(await cleo.client.proposals.list()).toEqual([]);
    const answer = { proposal, answer: 'declined', reason: 'No' } as const;
    expect(await refusalOf(cleo.client.proposals.answer(answer))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await refusalOf(stage(cleo, proposal))).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await cleo.client.search.find({ query: 'zephyr' })).toMatchObject({ total: 0 });
    expect((await cleo.client.offline.get()).allFiles).toBe(0);
  });

  it('is declined with a reason, which is taken back, and whoever proposed it hears of either', async () => {
    const { hub, lead, ben } = await team();
    const { proposals } = await propose(ben, 'Old prices.txt', 'The prices of 2019');
    const proposal = proposals[0]?.id ?? '';
    await hub.settle(lead, ben);
    const decline = { proposal, answer: 'declined' } as const;
    expect(await refusalOf(lead.client.proposals.answer(decline))).toMatchObject({ code: 'INVALID' });
    const { undo } = await lead.client.proposals.answer({ ...decline, reason: 'Out of date' });
    await hub.settle(lead, ben);
    expect(await ben.client.proposals.list()).toMatchObject([
      { answer: 'declined', reason: 'Out of date', answeredBy: { name: 'Ana' }, news: true },
    ]);
    expect(await refusalOf(lead.client.proposals.answer({ ...decline, reason: 'Twice' }))).toMatchObject({
      code: 'INVALID',
    });
    await lead.client.undo.take({ undo: [undo ?? ''] });
    expect(await lead.client.proposals.list()).toMatchObject([{ answer: 'open' }]);
  });

  it('fulfils the request that it was proposed for once it is published, and no longer where that is taken back', async () => {
    const { hub, lead, ben } = await team();
    const { id: request } = await ben.client.requests.make({ title: 'A Harborline story', need: 'Proof' });
    await propose(ben, 'Harborline story.txt', 'How Harborline saved nine percent', { request });
    await hub.settle(lead, ben);
    const statusOf = async (engine: TempEngine) => (await engine.client.requests.get({ request })).status;
    const [waiting] = await lead.client.proposals.list();
    const row = await stage(lead, waiting?.id ?? '');
    await lead.setRows([row], { ...fields, title: 'ROI story: Harborline' });
    const { published, undo = '' } = await lead.client.publish.publish({ rows: [row] });
    const asset = published[0]?.asset ?? '';
    await hub.settle(lead, ben);
    expect(await ben.client.requests.get({ request })).toMatchObject({
      status: 'fulfilled',
      fulfilledWith: { asset },
    });
    await lead.client.undo.take({ undo: [undo] });
    await hub.settle(lead, ben);
    expect(await statusOf(ben)).toBe('new');
    // A draft is nothing that the request could be answered with.
    const [back] = (await lead.client.publish.state()).rows;
    await lead.client.publish.publish({ rows: [back?.id ?? ''], draft: true });
    expect(await statusOf(lead)).toBe('new');
  });

  it('is withdrawn by whoever proposed it, and by no other', async () => {
    const { hub, lead, ben } = await team();
    const { proposals } = await propose(ben, 'Draft.txt', 'Not quite yet');
    const proposal = proposals[0]?.id ?? '';
    await hub.settle(lead, ben);
    const withdraw = { proposal, answer: 'withdrawn' } as const;
    expect(await refusalOf(lead.client.proposals.answer(withdraw))).toMatchObject({ code: 'NOT_ALLOWED' });
    await ben.client.proposals.answer(withdraw);
    await hub.settle(lead, ben);
    expect(await lead.client.proposals.list()).toMatchObject([{ answer: 'withdrawn' }]);
    expect(await refusalOf(stage(lead, proposal))).toMatchObject({ code: 'INVALID' });
  });

  it('answers a request, where it was proposed for one', async () => {
    const { hub, lead, ben } = await team();
    const { id: request } = await lead.client.requests.make({ title: 'A story in retail', need: '' });
    await hub.settle(lead, ben);
    const { proposals } = await propose(ben, 'Retail.txt', 'A story in retail', { request });
    expect(proposals).toMatchObject([{ request: { request, title: 'A story in retail' } }]);
  });
});

describe('what is not proposed', () => {
  it('is what the library has, what can’t be read and what is proposed already, each told by itself', async () => {
    const { hub, lead, ben } = await team();
    await lead.publish(lead.file('Known.txt', 'Known to everybody'));
    await hub.settle(lead, ben);
    await propose(ben, 'Once.txt', 'Once is enough');
    const paths = [
      ben.file('Known copy.txt', 'Known to everybody'),
      ben.file('Broken.txt', 'BROKEN'),
      ben.file('Empty.txt', ''),
      ben.file('Once again.txt', 'Once is enough'),
      ben.file('New.txt', 'Something new'),
    ];
    const { grant } = ben.engine.grantPaths(paths);
    const { proposals, refused } = await ben.client.proposals.make({ grant, why: WHY });
    expect(refused.map(({ fileName, code }) => [fileName, code])).toEqual([
      ['Known copy.txt', 'in-library'],
      ['Broken.txt', 'damaged'],
      ['Empty.txt', 'empty'],
    ]);
    expect(proposals.map(({ fileName }) => fileName)).toEqual(['Once.txt', 'New.txt']);
    expect(await ben.client.proposals.list()).toHaveLength(2);
  });

  it('is more than a person looks through: fifty that wait, twenty at once', async () => {
    const { ben } = await team();
    const many = (from: number, count: number) =>
      Array.from({ length: count }, (_, at) => ben.file(`${from + at}.txt`, `Number ${from + at}`));
    const make = (paths: string[]) =>
      ben.client.proposals.make({ grant: ben.engine.grantPaths(paths).grant, why: WHY });
    expect(await refusalOf(make(many(0, 21)))).toMatchObject({ code: 'INVALID' });
    await make(many(0, 20));
    await make(many(20, 20));
    expect(await refusalOf(make(many(40, 11)))).toMatchObject({ code: 'INVALID' });
    expect((await make(many(40, 10))).proposals).toHaveLength(10);
  });
});
