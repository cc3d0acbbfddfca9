import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { HubEngines } from '../../../support/hub-engines.ts';
import { TempEngine } from '../../../support/temp-engine.ts';
import { openTitleSearch } from '../../../support/title-search.ts';

const words = { query: 'zeppelin', filters: {}, context: {}, sort: 'best' as const };
const arrivalsOf = (engine: TempEngine) => engine.client.news.arrivals({ limit: 50 });

describe('What is new', () => {
  const opened: { remove(): Promise<void> }[] = [];
  afterEach(async () => {
    for (const one of opened.splice(0)) await one.remove();
  });

  async function shared() {
    const { hub, lead } = await HubEngines.shared();
    opened.push(hub);
    let count = 0;
    const publish = async (engine: TempEngine, name = `zeppelin ${count++}`) => {
      const [id = ''] = await engine.publish(engine.file(`${name}.txt`, `About ${name}.`));
      await engine.engine.exchange();
      return id;
    };
    return { hub, lead, publish };
  }

  it('for somebody who joined is what came after, however late they ask for the first time', async () => {
    const { hub, lead, publish } = await shared();
    await publish(lead);
    const mia = await hub.join('Mia');
    await publish(lead);
    await mia.engine.exchange();
    expect((await arrivalsOf(mia)).total).toBe(1);
  });

  it('is looked at as far as it was shown: what comes meanwhile stays new', async () => {
    const { hub, lead, publish } = await shared();
    const mia = await hub.join('Mia');
    await publish(lead);
    await mia.engine.exchange();
    const { mark } = await arrivalsOf(mia);
    const later = await publish(lead);
    await mia.engine.exchange();
    expect(await mia.client.news.arrivalsSeen({ mark })).toEqual({ seen: true });
    expect((await arrivalsOf(mia)).assets.map(({ id }) => id)).toEqual([later]);
  });

  it('is not what one publishes oneself, nor a corrected title', async () => {
    const { hub, lead, publish } = await shared();
    const first = await publish(lead);
    const mia = await hub.join('Mia');
    await publish(lead);
    await lead.client.assets.edit({ asset: first, set: { title: 'Zeppelins, corrected' } });
    await hub.settle(lead, mia);
    expect((await arrivalsOf(lead)).total).toBe(0);
    expect((await arrivalsOf(mia)).total).toBe(1);
  });

  it('since the last visit is what was published after it', async () => {
    const engine = await TempEngine.open();
    opened.push(engine);
    const day = 86_400_000;
    await engine.publish(engine.file('a.txt', 'a'));
    engine.time += day;
    await engine.reopen();
    engine.time += day;
    const [later = ''] = await engine.publish(engine.file('b.txt', 'b'));
    const { assets } = await engine.client.news.whatIsNew({ limit: 10 });
    expect(assets.map((asset) => asset.id)).toEqual([later]);
  });

  it('since the last visit is what arrived since, also where it was published long before', async () => {
    const { hub, lead, publish } = await shared();
    const mia = await hub.join('Mia');
    await mia.reopen();
    const old = await publish(lead);
    mia.time += 30 * 86_400_000;
    await mia.reopen();
    mia.time += 1000;
    await mia.engine.exchange();
    expect((await mia.client.news.whatIsNew({ limit: 10 })).assets.map(({ id }) => id)).toEqual([old]);
  });

  it('in a saved search is what comes while it is being saved', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let holding = true;
    const openSearch: typeof openTitleSearch = async (source) => {
      const search = await openTitleSearch(source);
      const ranking: typeof search.ranking = async (...input) => {
        if (holding) await held;
        return search.ranking(...input);
      };
      return { ...search, ranking };
    };
    const kitbag = await TempEngine.open({ ports: { openSearch } });
    opened.push(kitbag);
    const saving = kitbag.client.savedSearches.save({ name: 'Zeppelins', ...words });
    const [id = ''] = await kitbag.publish(kitbag.file('zeppelin.txt', 'About it.'));
    holding = false;
    release();
    const saved = await saving;
    expect(await kitbag.client.savedSearches.list()).toMatchObject([{ total: 1, fresh: 1 }]);
    expect(await kitbag.client.savedSearches.look(saved)).toEqual({ fresh: [id] });
    expect(await kitbag.client.savedSearches.list()).toMatchObject([{ total: 1, fresh: 0 }]);
  });

  it('in a saved search is not what was there and had not been read yet', async () => {
    let reading = true;
    const openSearch: typeof openTitleSearch = async (source) => {
      const search = await openTitleSearch(source);
      return { ...search, ranking: async (...input) => (reading ? [] : search.ranking(...input)) };
    };
    const kitbag = await TempEngine.open({ ports: { openSearch } });
    opened.push(kitbag);
    const [asset = ''] = await kitbag.publish(kitbag.file('zeppelin.txt', 'About it.'));
    await kitbag.client.savedSearches.save({ name: 'Zeppelins', ...words });
    reading = false;
    expect(await kitbag.client.savedSearches.list()).toMatchObject([{ total: 1, fresh: 0 }]);
    await kitbag.client.assets.edit({ asset, set: { summary: 'A better summary' } });
    await kitbag.client.assets.edit({ asset, set: { stages: ['awareness'] } });
    expect(await kitbag.client.savedSearches.list()).toMatchObject([{ total: 1, fresh: 1 }]);
  });

  it('in a request are the answers that came after those that were shown', async () => {
    const { hub, lead } = await shared();
    const mia = await hub.join('Mia');
    const { id: request } = await mia.client.requests.make({ title: 'A zeppelin', need: 'For a call' });
    await hub.settle(mia, lead);
    await lead.client.requests.answer({ request, status: 'accepted' });
    await hub.settle(lead, mia);
    const shown = await mia.client.requests.get({ request });
    await lead.client.requests.answer({ request, status: 'in-progress' });
    await hub.settle(lead, mia);
    await mia.client.requests.seen({ request, said: shown.said });
    expect((await mia.client.requests.get({ request })).news).toBe(true);
  });

  it('is the same whatever arrives when, and whoever asks how often', async () => {
    const step = fc.constantFrom('lead', 'marketer', 'arrive', 'ask', 'search');
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        const { hub, lead, publish } = await shared();
        const marketer = await hub.join('Mark');
        const { member } = await marketer.client.session.get().then((session) => {
          if (session.state !== 'ready') throw new Error('Mark is in.');
          return session;
        });
        await lead.engine.exchange();
        await lead.client.people.grant({ member: member.id, role: 'marketer' });
        await lead.engine.exchange();
        await marketer.engine.exchange();
        await publish(lead);
        const mia = await hub.join('Mia');
        await mia.client.savedSearches.save({ name: 'Zeppelins', ...words });
        const inHub: string[] = [];
        const late: string[] = [];
        for (const what of steps) {
          if (what === 'lead') inHub.push(await publish(lead));
          if (what === 'marketer') {
            const name = `zeppelin of Mark ${late.length}`;
            const [id = ''] = await marketer.publish(marketer.file(`${name}.txt`, `About ${name}.`));
            late.push(id);
          }
          if (what === 'arrive') await mia.engine.exchange();
          if (what === 'ask') await arrivalsOf(mia);
          if (what === 'search') await mia.client.savedSearches.list();
        }
        await marketer.engine.exchange();
        await mia.engine.exchange();
        const all = [...inHub, ...late].sort();
        expect((await arrivalsOf(mia)).assets.map(({ id }) => id).sort()).toEqual(all);
        const [saved] = await mia.client.savedSearches.list();
        expect(saved).toMatchObject({ total: all.length + 1, fresh: all.length });
      }),
      { numRuns: 5 },
    );
  });
});
