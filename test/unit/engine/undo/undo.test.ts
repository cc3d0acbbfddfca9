import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { say } from '../../../../src/words/say.ts';
import { HubEngines } from '../../../support/hub-engines.ts';
import { TempEngine } from '../../../support/temp-engine.ts';
import { refusalOf } from '../../../support/wire-error.ts';

const opened: { remove(): Promise<void> | void }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.remove();
});

/** Ana, who did something, and Ben, a lead of the same hub. */
async function office() {
  const { hub, lead: ana } = await HubEngines.shared();
  opened.push(hub);
  const ben = await hub.join('Ben');
  await hub.settle(ana, ben);
  await ana.client.people.grant({ member: await ben.self(), role: 'lead' });
  await hub.settle(ana, ben);
  const met = async () => {
    ana.time += 60_000;
    ben.time += 60_000;
    await hub.settle(ana, ben);
  };
  const draft = async (name: string) => {
    await ana.stage(ana.file(`${name}.txt`, name));
    const { rows } = await ana.client.publish.state();
    const { published } = await ana.client.publish.publish({ rows: rows.map(({ id }) => id), draft: true });
    const asset = published[0]?.asset ?? '';
    await ana.client.assets.edit({ asset, set: { title: name } });
    await met();
    return asset;
  };
  const take = async (undo: string | undefined, who: TempEngine = ana) => {
    const { says, ...counts } = await who.client.undo.take({ undo: [undo ?? ''] });
    return { ...counts, ...(says !== undefined && { message: say(says) }) };
  };
  const of = (asset: string) => ana.client.assets.get({ asset });
  return { hub, ana, ben, met, draft, take, of };
}

describe('undo beside colleagues', () => {
  it('of a publication leaves alone what somebody has changed since, and says what and who', async () => {
    const { ana, ben, met, draft, take, of } = await office();
    const [asset, other] = [await draft('Halden'), await draft('Wayfinder')];
    const { undo } = await ana.client.assets.publish({ assets: [asset, other] });
    await met();
    await ben.client.assets.edit({ asset, set: { status: 'in-review' } });
    await met();
    expect(await take(undo)).toEqual({
      undone: 1,
      left: 1,
      message: 'Undone, except what has changed since: status of ‘Halden’ (by Ben).',
    });
    expect([(await of(asset)).state, (await of(other)).state]).toEqual(['in-review', 'draft']);
  });

  it('of an edit of many puts back the one field and leaves the other', async () => {
    const { ana, ben, met, draft, take, of } = await office();
    const asset = await draft('Halden');
    const set = { tags: ['new'], summary: 'By Ana' };
    const { undo } = await ana.client.assets.editMany({ assets: [asset], set });
    await met();
    await ben.client.assets.edit({ asset, set: { summary: 'By Ben' } });
    await met();
    expect((await take(undo)).message).toBe(
      'Undone, except what has changed since: summary of ‘Halden’ (by Ben).',
    );
    expect(await of(asset)).toMatchObject({ tags: [], summary: 'By Ben' });
  });

  it('of what an older value was restored over is left alone where it was written over', async () => {
    const { ana, ben, met, draft, take, of } = await office();
    const asset = await draft('Halden');
    await ana.client.assets.edit({ asset, set: { title: 'Second' } });
    const [entry] = (await ana.client.history.asset({ asset })).entries;
    const place = { asset, device: entry?.device ?? '', seq: entry?.seq ?? 0, field: 'title' };
    const { undo } = await ana.client.history.restoreField({ ...place, value: 'before' });
    await met();
    await ben.client.assets.edit({ asset, set: { title: 'By Ben' } });
    await met();
    expect(await take(undo)).toMatchObject({
      undone: 0,
      left: 1,
      message: 'Not undone, because it has changed since: title of ‘By Ben’ (by Ben).',
    });
    expect((await of(asset)).title).toBe('By Ben');
  });

  it('of a dropped draft version leaves it published where somebody published it', async () => {
    const { ana, ben, met, draft, take, of } = await office();
    const asset = await draft('Halden');
    await ana.client.assets.publish({ assets: [asset] });
    await ana.stage(ana.file('halden-2.txt', 'Halden again'));
    const [row] = (await ana.client.publish.state()).rows;
    await ana.setRows([row?.id ?? ''], { versionOf: asset });
    await ana.client.publish.publish({ rows: [row?.id ?? ''], draft: true });
    const version = (await of(asset)).waiting?.id ?? '';
    const { undo } = await ana.client.assets.moveVersion({ asset, version, to: 'dropped' });
    await met();
    await ben.client.assets.moveVersion({ asset, version, to: 'published' });
    await met();
    expect((await take(undo)).message).toBe(
      'Not undone, because it has changed since: version 2 of ‘Halden’ (by Ben).',
    );
    expect((await of(asset)).version.number).toBe(2);
  });

  it('of terms, synonyms, golden queries and a retirement leaves what a colleague said since', async () => {
    const { ana, ben, met, draft, take } = await office();
    const asset = await draft('Halden');
    const persona = { facet: 'persona', name: 'CFO', goals: 'Cash', challenges: '' } as const;
    const term = await ana.client.taxonomy.define({ ...persona, id: 'cfo' });
    const words = { words: ['fsm', 'field service'], means: { facet: 'same' as const } };
    const group = await ana.client.taxonomy.defineSynonyms(words);
    const golden = await ana.client.searchQuality.define({ query: 'roi', context: {}, assets: [asset] });
    const retired = await ana.client.taxonomy.retire({ facet: 'stage', id: 'awareness' });
    await met();
    await ben.client.taxonomy.define({ ...persona, id: 'cfo', goals: 'Growth' });
    await ben.client.taxonomy.defineSynonyms({ ...words, id: group.id, words: ['fsm', 'field work'] });
    await ben.client.searchQuality.define({ id: golden.id, query: 'payback', context: {}, assets: [asset] });
    const stage = { facet: 'stage', id: 'awareness', definition: '', entryCriteria: '' } as const;
    await ben.client.taxonomy.define({ ...stage, name: 'Awakening', retired: true });
    await met();
    const messages: (string | undefined)[] = [];
    for (const { undo } of [term, group, golden, retired]) messages.push((await take(undo)).message);
    expect(messages).toEqual(
      ['‘CFO’', 'synonyms of ‘fsm’', 'golden query ‘payback’', '‘Awakening’'].map(
        (thing) => `Not undone, because it has changed since: ${thing} (by Ben).`,
      ),
    );
    const { personas, synonyms } = await ana.client.taxonomy.get();
    expect(personas.find(({ id }) => id === 'cfo')?.goals).toBe('Growth');
    expect(synonyms.find(({ id }) => id === group.id)?.words).toEqual(['fsm', 'field work']);
    expect((await ana.client.searchQuality.list()).map(({ query }) => query)).toEqual(['payback']);
  });

  it('of an answer to a request leaves the answer that came after it', async () => {
    const { ana, ben, met, take } = await office();
    const { id: request } = await ana.client.requests.make({ title: 'ROI for retail', need: '' });
    const { undo } = await ana.client.requests.answer({ request, status: 'accepted' });
    await met();
    await ben.client.requests.answer({ request, status: 'in-progress' });
    await met();
    expect((await take(undo)).message).toBe(
      'Not undone, because it has changed since: status of ‘ROI for retail’ (by Ben).',
    );
    expect((await ana.client.requests.get({ request })).status).toBe('in-progress');
  });

  it('of a role, a removal and a policy leaves what another lead decided since', async () => {
    const { hub, ana, ben, met, take } = await office();
    const eve = await hub.join('Eve');
    await hub.settle(eve, ana, ben);
    const member = await eve.self();
    const standing = async () => (await ana.client.people.list()).people.find(({ id }) => id === member);
    const granted = await ana.client.people.grant({ member, role: 'marketer' });
    const policies = await ana.client.people.setPolicies({ searchWords: 'words', admission: 'ask' });
    await met();
    await ben.client.people.grant({ member, role: 'lead' });
    await ben.client.people.setPolicies({ admission: 'open' });
    await ben.client.people.setPolicies({ admission: 'ask' });
    await met();
    expect((await take(granted.undo)).message).toContain('role of Eve (by Ben)');
    expect(await take(policies.undo)).toEqual({
      undone: 1,
      left: 1,
      message: 'Undone, except what has changed since: who can join (by Ben).',
    });
    expect(await standing()).toMatchObject({ role: 'lead', state: 'member' });
    expect((await ana.client.people.list()).policies).toEqual({
      admission: 'ask',
      searchWords: 'counts',
      recognition: 'on',
      kitReview: 'free',
      timeZone: 'UTC',
    });
    const removed = await ana.client.people.remove({ member });
    await met();
    await ben.client.people.grant({ member, role: 'rep' });
    await met();
    expect((await take(removed.undo)).message).toContain('role of Eve (by Ben)');
    expect(await standing()).toMatchObject({ role: 'rep', state: 'member' });
  });
});

describe('undo', () => {
  const open = async () => {
    const temp = await TempEngine.open();
    opened.push(temp);
    const [asset = ''] = await temp.publish(temp.file('a.txt', 'a'));
    return { client: temp.client, asset };
  };

  it('walks back over one’s own changes in their order, and passes over none of the later ones', async () => {
    const { client, asset } = await open();
    const values = fc.array(fc.constantFrom('One', 'Two', 'Three'), { minLength: 2, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(values, async (titles) => {
        const titleNow = async () => (await client.assets.get({ asset })).title;
        const before: string[] = [];
        const undos: (string | undefined)[] = [];
        for (const title of titles) {
          before.push(await titleNow());
          undos.push((await client.assets.edit({ asset, set: { title } })).undo);
        }
        const made = undos.filter((undo) => undo !== undefined);
        if (made.length > 1) {
          const early = await client.undo.take({ undo: made.slice(0, 1) });
          expect(early.says && say(early.says)).toMatch(/has changed since: title of ‘.*’ \(by you\)/);
        }
        expect(await titleNow()).toBe(titles.at(-1));
        for (const [at, undo] of [...undos.entries()].reverse()) {
          if (undo === undefined || undo === made[0]) continue;
          await client.undo.take({ undo: [undo] });
          expect(await titleNow()).toBe(before[at]);
        }
      }),
      { numRuns: 15 },
    );
  });

  it('takes back one’s vote and rating, once', async () => {
    const { client, asset } = await open();
    await client.ratings.give({ asset, value: 2 });
    const { undo = '' } = await client.ratings.give({ asset, value: 5, comment: 'Helped' });
    await client.undo.take({ undo: [undo] });
    expect((await client.assets.get({ asset })).mine).toMatchObject({ value: 2 });
    expect((await refusalOf(client.undo.take({ undo: [undo] }))).message).toBe(
      'This can no longer be undone. Nothing was changed.',
    );
  });

  it('says nothing can be undone where nothing was changed', async () => {
    const { client, asset } = await open();
    const { title } = await client.assets.get({ asset });
    expect(await client.assets.edit({ asset, set: { title } })).toEqual({ undo: undefined });
    expect((await refusalOf(client.undo.take({ undo: ['unknown'] }))).code).toBe('INVALID');
  });
});
