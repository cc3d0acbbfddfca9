import { afterEach, describe, expect, it } from 'vitest';
import { NEW_FOR_MS } from '../../../../src/domain/people/newcomers.ts';
import { markedName } from '../../../../src/words/new-members.ts';
import { comingIn, foreignDevice, writeForeign } from '../../../support/foreign-journal.ts';
import { HubEngines } from '../../../support/hub-engines.ts';
import { TempEngine } from '../../../support/temp-engine.ts';

const YEARS_AGO = { now: () => Date.parse('2021-03-01T09:00:00Z') };

const opened: { remove(): Promise<void> | void }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.remove();
});
const shared = async (admission: 'open' | 'ask') => {
  const { hub, lead } = await HubEngines.shared({ admission });
  opened.push(hub);
  return { hub, lead };
};
const namesOfNew = async ({ client }: TempEngine) =>
  (await client.people.list()).people.filter(({ isNew }) => isNew === true).map(({ name }) => name);

describe('what new members rate and vote for', () => {
  it('is marked for a day after they were first seen here, though they say that they came in years ago', async () => {
    const engine = await TempEngine.open();
    opened.push(engine);
    const [asset = ''] = await engine.publish(engine.file('a.txt', 'a'));
    const version = engine.engine.summaries().get(asset)?.version.id ?? '';
    const { id: request } = await engine.client.requests.make({ title: 'One-pager', need: '' });
    const ben = foreignDevice();
    const deeds = [
      comingIn(ben, 'Ben'),
      { stream: 'catalog', kind: 'rating-given', body: { asset, version, value: 5, at: 1 } },
      { stream: 'catalog', kind: 'request-voted', body: { request, at: 1 } },
      {
        stream: 'catalog',
        kind: 'request-commented',
        body: { comment: 'c_0000000000000001', request, text: 'Me too', at: 1 },
      },
    ] as const;
    await engine.reopen(() => writeForeign(engine.data, ben, deeds, ben.member, YEARS_AGO));
    const seenAt = engine.time;
    const marks = async () => {
      const [detail, asked] = await Promise.all([
        engine.client.assets.get({ asset }),
        engine.client.requests.get({ request }),
      ]);
      const said = asked.conversation.map(({ by }) => by.isNew ?? false);
      const { fromNew = 0 } = detail.usefulness;
      const listed = (await engine.client.requests.list({}))[0]?.votesFromNew ?? 0;
      return {
        ratings: detail.ratings.map(({ by }) => by.isNew ?? false),
        fromNew,
        said,
        votes: asked.votesFromNew ?? 0,
        listed,
      };
    };
    const marked = { ratings: [true], fromNew: 1, said: [true, true], votes: 1, listed: 1 };
    expect(await marks()).toEqual(marked);
    expect(await namesOfNew(engine)).toEqual(['Ben']);
    engine.time = seenAt + NEW_FOR_MS / 2;
    await engine.reopen();
    engine.time = seenAt + NEW_FOR_MS - 1;
    expect(await marks()).toEqual(marked);
    engine.time = seenAt + NEW_FOR_MS;
    expect(await marks()).toEqual({
      ratings: [false],
      fromNew: 0,
      said: [false, false],
      votes: 0,
      listed: 0,
    });
    expect(await namesOfNew(engine)).toEqual([]);
  });

  it('is marked where it leaves Kitbag, in histories and in what is new about requests', async () => {
    const engine = await TempEngine.open();
    opened.push(engine);
    const [asset = ''] = await engine.publish(engine.file('a.txt', 'a'));
    const version = engine.engine.summaries().get(asset)?.version.id ?? '';
    const { id: request } = await engine.client.requests.make({ title: 'One-pager', need: '' });
    const ben = foreignDevice();
    const comment = { comment: 'c_0000000000000001', request, text: 'Me too', at: Date.now() };
    const deeds = [
      comingIn(ben, 'Ben'),
      {
        stream: 'catalog',
        kind: 'rating-given',
        body: { asset, version, value: 5, at: Date.now() },
      },
      { stream: 'catalog', kind: 'request-voted', body: { request, at: Date.now() } },
      { stream: 'catalog', kind: 'request-commented', body: comment },
    ] as const;
    await engine.reopen(() => writeForeign(engine.data, ben, deeds));
    const { rows: assets, columns } = await engine.engine.report('usefulness', {});
    expect(assets).toMatchObject([{ ratings: 1, ratingsFromNewMembers: 1 }]);
    // Added at the end: programs may read the others by their place.
    expect(columns.slice(-2)).toEqual(['ratingsFromNewMembers', 'folder']);
    const { rows: requests } = await engine.engine.report('requests', {});
    expect(requests).toMatchObject([{ votes: 2, votesFromNewMembers: 1 }]);
    const { entries } = await engine.client.history.request({ request });
    expect(entries.filter(({ by }) => by.isNew === true).map(({ by }) => by.name)).toContain('Ben');
    expect((await engine.client.requests.news()).map(({ by }) => markedName(by))).toEqual([
      'Ben (new member)',
    ]);
  });

  it('is marked for a day by the clock of the lead who let them in, wherever one looks', async () => {
    const { hub, lead } = await shared('ask');
    const cara = await hub.join('Cara');
    await hub.settle(lead, cara);
    await lead.client.people.grant({ member: await cara.self(), role: 'rep' });
    await hub.settle(lead, cara);
    const ben = await hub.join('Ben');
    await hub.settle(lead, ben, cara);
    expect(await namesOfNew(lead)).toEqual(['Cara']);
    // Seen here long before they are let in: waiting is not being in.
    for (const one of [lead, ben, cara]) one.time += 3 * NEW_FOR_MS;
    await lead.client.people.grant({ member: await ben.self(), role: 'rep' });
    await lead.engine.exchange();
    const admittedAt = lead.time;
    cara.time = admittedAt + NEW_FOR_MS - 60_000;
    await cara.engine.exchange();
    expect(await namesOfNew(cara)).toEqual(['Ben']);
    cara.time = admittedAt + NEW_FOR_MS + 60_000;
    expect(await namesOfNew(cara)).toEqual([]);
    expect(await namesOfNew(ben)).toEqual([]);
  });

  it('is not marked for whoever comes in themselves: nobody is new at one’s own joining', async () => {
    const { hub, lead } = await shared('open');
    const [asset = ''] = await lead.publish(lead.file('a.txt', 'a'));
    const ben = await hub.join('Ben');
    await hub.settle(lead, ben);
    await ben.client.ratings.give({ asset, value: 4 });
    await hub.settle(ben, lead);
    expect(await namesOfNew(lead)).toEqual(['Ben']);
    expect(await namesOfNew(ben)).toEqual([]);
    const dan = await hub.join('Dan');
    expect(await namesOfNew(dan)).toEqual([]);
    expect((await dan.client.assets.get({ asset })).usefulness.fromNew).toBeUndefined();
    await hub.settle(dan, lead, ben);
    expect(await namesOfNew(ben)).toEqual(['Dan']);
    expect((await namesOfNew(lead)).sort()).toEqual(['Ben', 'Dan']);
  });

  it('names whose name looks like another’s, beside what they rated', async () => {
    const engine = await TempEngine.open();
    opened.push(engine);
    const [asset = ''] = await engine.publish(engine.file('a.txt', 'a'));
    const version = engine.engine.summaries().get(asset)?.version.id ?? '';
    const impostor = foreignDevice();
    const rating = {
      stream: 'catalog',
      kind: 'rating-given',
      body: { asset, version, value: 5, at: 1 },
    } as const;
    // The first letter is Cyrillic.
    await engine.reopen(() => writeForeign(engine.data, impostor, [comingIn(impostor, '\u{410}na'), rating]));
    const { ratings } = await engine.client.assets.get({ asset });
    expect(ratings.map(({ by }) => by.looksLike)).toEqual(['Ana']);
  });
});
