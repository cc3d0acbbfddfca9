import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { contract } from '../../../../src/contract/contract.ts';
import { openSearchAt } from '../../../../src/node/open-search.ts';
import { TempEngine } from '../../../support/temp-engine.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { type Ids, PROCEDURES, words } from './reps-questions.ts';

let temp: TempEngine | undefined;
afterEach(() => temp?.remove());

const paths = Object.entries(contract).flatMap(([area, procedures]) =>
  Object.keys(procedures).map((name) => `${area}.${name}`),
);
const asked = paths.flatMap((path) => {
  const inputs = PROCEDURES[path];
  return typeof inputs === 'function' ? [{ path, inputs }] : [];
});

/** A kit that is out and holds what is not, cover and all; changed since; and one that is a draft. */
async function kitsWith(
  { client }: TempEngine,
  published: string,
  draft: string,
  version?: string,
): Promise<Pick<Ids, 'kit' | 'draftKit'>> {
  const items = [{ asset: published }, { asset: draft, ...(version !== undefined && { version }) }];
  const set = { name: 'For the call', status: 'published' as const, cover: { asset: draft, page: 1 } };
  const { kit } = await client.kits.create({ set, items });
  const { contents } = await client.kits.get({ kit });
  await client.kits.edit({
    kit,
    move: { items: [contents[1]?.item ?? ''], before: contents[0]?.item ?? '' },
  });
  const secret = { name: 'Zephyr kit', summary: 'The zephyr forecast', status: 'draft' as const };
  const { kit: draftKit } = await client.kits.create({ set: secret, items: [{ asset: published }] });
  await client.kits.pin({ kit, pinned: true });
  return { kit, draftKit };
}

/** A hub with an asset that is out and an unreleased one, which its marketer has used, pinned and promised; seen by a rep from then on. */
async function repsHub(set: Record<string, unknown>): Promise<{ engine: TempEngine; ids: Ids }> {
  const folder = await temporaryFolder();
  temp = await TempEngine.open({ ports: { openSearch: openSearchAt(join(folder, 'index.db')) } });
  const { client } = temp;
  const [published = ''] = await temp.publish(
    temp.file('public.txt', 'The forecast of the market, as everybody may see it'),
  );
  const secret = 'Zephyr forecast: the walk-away price of the market';
  const [draft = ''] = await temp.publish(temp.file('Zephyr forecast.txt', secret));
  await client.assets.edit({ asset: draft, set: { ...set, tags: ['zephyrtag'] } });
  const { version } = await client.assets.get({ asset: draft });
  await client.pins.set({ asset: draft, pinned: true });
  await client.activity.viewed({ asset: draft, page: 1 });
  const { id: request } = await client.requests.make({ title: 'A forecast', need: 'For a call' });
  await client.requests.answer({ request, status: 'fulfilled', asset: draft });
  await client.searchQuality.define({ query: 'forecast', context: {}, assets: [draft, published] });
  const kits = await kitsWith(temp, published, draft);
  await client.session.changeRole({ role: 'rep' });
  await temp.engine.indexed();
  return { engine: temp, ids: { draft, version: version.id, published, request, ...kits } };
}

/** A hub with an asset that is out and a draft of its next version, seen by a rep from then on. */
async function hubWithDraftVersion(): Promise<{ engine: TempEngine; ids: Ids }> {
  const folder = await temporaryFolder();
  temp = await TempEngine.open({ ports: { openSearch: openSearchAt(join(folder, 'index.db')) } });
  const { client } = temp;
  const [asset = ''] = await temp.publish(temp.file('public.txt', 'The forecast of the market'));
  await temp.stage(temp.file('Zephyr forecast.txt', 'Zephyr forecast: the walk-away price of the market'));
  const rows = (await client.publish.state()).rows.map(({ id }) => id);
  await temp.setRows(rows, { versionOf: asset });
  await temp.setRows(rows, { type: 'faq', stages: ['decision'], personas: ['cfo'] });
  await client.publish.publish({ rows, draft: true });
  const { id: request } = await client.requests.make({ title: 'A forecast', need: 'For a call' });
  const version = (await client.assets.get({ asset })).waiting?.id ?? '';
  const kits = await kitsWith(temp, asset, asset, version);
  await client.session.changeRole({ role: 'rep' });
  await temp.engine.indexed();
  return { engine: temp, ids: { draft: asset, version, published: asset, request, ...kits } };
}

/** Asks as a window does; a refusal counts as what it says. */
async function answerTo({ client }: TempEngine, path: string, input: unknown): Promise<string> {
  const [area = '', name = ''] = path.split('.');
  const procedures = Reflect.get(client, area);
  const procedure: unknown = Reflect.get(Object(procedures), name);
  if (typeof procedure !== 'function') throw new Error(`There is no procedure ${path}.`);
  try {
    return JSON.stringify((await procedure(input)) ?? null);
  } catch (error) {
    // A question that nobody can ask tells nothing of what is answered.
    if (Reflect.get(Object(error), 'code') === 'INVALID') throw error;
    return error instanceof Error ? error.message : String(error);
  }
}

const unreleased = [
  { state: 'draft', set: { status: 'draft' } },
  { state: 'in review', set: { status: 'in-review' } },
  { state: 'scheduled', set: { status: 'scheduled', releaseOn: '2027-01-01' } },
  { state: 'archived', set: { status: 'archived' } },
  { state: 'a draft that has expired', set: { status: 'draft', expiresOn: '2026-01-01' } },
];

describe('what reps see', () => {
  it('is said of every procedure that a window can call', () => {
    expect(Object.keys(PROCEDURES).sort()).toEqual([...paths].sort());
  });

  it.each(unreleased)('holds nothing of an asset that is $state, in whatever they ask', async ({ set }) => {
    const { engine, ids } = await repsHub(set);
    const spoken: string[] = [];
    for (const { path, inputs } of asked) {
      for (const input of inputs(ids)) {
        const answer = await answerTo(engine, path, input);
        // The words that were asked with are said again.
        const own = JSON.stringify(input ?? '').includes('zephyr') ? /Zephyr|walk-away/ : /zephyr|walk-away/i;
        if (own.test(answer) || answer.includes(ids.draft)) spoken.push(`${path} ${JSON.stringify(input)}`);
      }
    }
    expect(spoken).toEqual([]);
  });

  it('holds nothing of a draft version that waits beside the published one, in whatever they ask', async () => {
    const { engine, ids } = await hubWithDraftVersion();
    const spoken: string[] = [];
    for (const { path, inputs } of asked) {
      for (const input of inputs(ids)) {
        const answer = await answerTo(engine, path, input);
        const own = JSON.stringify(input ?? '');
        const secret = own.includes('zephyr') ? /Zephyr|walk-away/ : /zephyr|walk-away/i;
        const named = answer.includes(ids.version) && !own.includes(ids.version);
        if (secret.test(answer) || named) spoken.push(`${path} ${own}`);
      }
    }
    expect(spoken).toEqual([]);
  });

  it('is told to tools in the same process as to windows', async () => {
    const { engine, ids } = await repsHub({ status: 'draft' });
    expect([...engine.engine.summaries().keys()]).toEqual([ids.published]);
  });

  it('is everything again for the one who publishes, at once', async () => {
    const { engine, ids } = await repsHub({ status: 'draft' });
    await engine.client.session.changeRole({ role: 'marketer' });
    const found = await engine.client.search.find({ query: words, filters: { status: 'draft' } });
    expect(found.hits.map(({ asset }) => asset.id)).toEqual([ids.draft]);
  });

  it('holds a scheduled asset from its release day on, found and opened', async () => {
    const { engine, ids } = await repsHub({ status: 'scheduled', releaseOn: '2026-11-25' });
    engine.time = Date.parse('2026-11-25T08:00:00Z');
    const found = await engine.client.search.find({ query: 'zephyr walk' });
    expect(found.hits.map(({ asset }) => asset.id)).toEqual([ids.draft]);
    expect((await engine.client.assets.get({ asset: ids.draft })).title).toBe('Zephyr forecast');
  });
});
