import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { contract } from '../../../../src/contract/contract.ts';
import { TABLES } from '../../../../src/contract/insights.ts';
import { openSearchAt } from '../../../../src/node/open-search.ts';
import { TempEngine } from '../../../support/temp-engine.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

let temp: TempEngine | undefined;
afterEach(() => temp?.remove());
type Ids = {
  readonly draft: string;
  readonly version: string;
  readonly published: string;
  readonly request: string;
  /** A kit that is out and holds what is not, and one that is a draft. */
  readonly kit: string;
  readonly draftKit: string;
};
type Case = 'changes' | 'streams' | 'of-the-person' | ((ids: Ids) => readonly unknown[]);
const nothing = () => [undefined];
const words = 'zephyr forecast';
const toSend = ({ draft }: Ids) => [{ items: [{ asset: draft }], to: 'Harborline', note: '' }];

/** The same of several procedures of an area. */
const each = (area: string, one: Case, names: string): Readonly<Record<string, Case>> =>
  Object.fromEntries(names.split(' ').map((name) => [`${area}.${name}`, one]));

/** Every procedure of the contract: how a rep might come upon a draft by it, or why it can't be. */
const PROCEDURES: Readonly<Record<string, Case>> = {
  'session.get': nothing,
  'session.start': 'changes',
  'session.rename': 'changes',
  'session.toldIn': 'changes',
  'session.changeRole': 'changes',
  'session.keyring': nothing,
  'session.moveKey': 'changes',
  'session.leaving': nothing,
  'session.changes': 'streams',
  'taxonomy.get': nothing,
  'taxonomy.define': 'changes',
  'taxonomy.defineDimension': 'changes',
  'taxonomy.usage': nothing,
  'taxonomy.split': 'changes',
  'taxonomy.changeTags': 'changes',
  'taxonomy.defineSynonyms': 'changes',
  'taxonomy.retirement': () => [{ facet: 'persona', id: 'cfo' }],
  'taxonomy.retire': 'changes',
  'taxonomy.usualSynonyms': nothing,
  'taxonomy.addUsualSynonyms': 'changes',
  'assets.get': ({ draft }) => [{ asset: draft }],
  'assets.edit': 'changes',
  'assets.editMany': 'changes',
  'assets.change': 'changes',
  'assets.verify': 'changes',
  'assets.publish': 'changes',
  'assets.moveVersion': 'changes',
  'assets.text': ({ version }) => [{ version }],
  'assets.preview': ({ version }) => [{ version }],
  'assets.companion': ({ version }) => [{ version }],
  'assets.checkFile': ({ version }) => [{ version }],
  'metadata.export': () => [{ format: 'csv' }],
  'metadata.rows': nothing,
  'metadata.open': 'changes',
  'metadata.import': 'changes',
  'metadata.edit': 'changes',
  'variants.list': ({ draft, published }) => [draft, published].map((asset) => ({ asset })),
  'variants.link': 'changes',
  'variants.unlink': 'changes',
  'variants.follow': 'changes',
  'views.list': nothing,
  'views.share': 'changes',
  'views.rename': 'changes',
  'views.remove': 'changes',
  ...each(
    'kits',
    'changes',
    'create edit copy archive rate propose adopt decline withdraw submit approve return verify recall liftRecall',
  ),
  ...each('kits', 'of-the-person', 'discard restore pin look proposalsSeen proposalsTold recallsSeen'),
  'kits.list': ({ draft }) => [{}, { holding: draft }],
  'kits.get': ({ kit, draftKit }) => [{ kit }, { kit: draftKit }],
  'kits.changes': ({ kit, draftKit }) => [kit, draftKit].map((id) => ({ kit: id, since: 0 })),
  'kits.template': () => [{ stage: 'decision', persona: 'cfo' }],
  'kits.proposals': () => [{}],
  'kits.pass': ({ kit, draftKit }) => [kit, draftKit].map((id) => ({ kit: id, way: 'present' })),
  'kits.toReview': nothing,
  'kits.recallNews': nothing,
  'watches.list': nothing,
  'watches.add': 'changes',
  'watches.remove': 'of-the-person',
  'watches.restore': 'of-the-person',
  'watches.run': 'changes',
  'undo.take': 'changes',
  ...{ 'sends.check': toSend, 'sends.prepare': toSend, 'sends.ledger': () => [{}] },
  'gate.pass': ({ version }) => [{ version, way: 'copy', confirmed: true }],
  'search.find': () =>
    ['published', 'draft', 'expired', 'archived', 'all'].flatMap((status) =>
      ['', words, 'zephir', 'status:draft', 'tag:zephyrtag'].map((query) => ({
        query,
        filters: { status },
        kits: 50,
      })),
    ),
  'search.like': ({ draft, published }) =>
    [draft, published].map((asset) => ({ asset, filters: { status: 'all' } })),
  'search.why': ({ draft }) => [{ query: words, asset: draft }],
  'search.complete': () => [{ query: 'tag:zep', cursor: 7 }],
  'search.kitNames': () => ['', words, 'zephir'].map((query) => ({ query, limit: 50 })),
  'search.titles': () => ['', words, 'zephir'].map((query) => ({ query, limit: 50 })),
  'searchQuality.list': nothing,
  'searchQuality.define': 'changes',
  'searchQuality.run': nothing,
  'searchQuality.trySynonyms': () => [{ words: ['zephyr', 'forecast'], means: { facet: 'same' } }],
  'searchQuality.figures': () => [{ days: 90 }],
  'searchQuality.unanswered': () => [{ days: 90 }],
  'searchQuality.policy': nothing,
  'savedSearches.list': nothing,
  'savedSearches.save': 'of-the-person',
  'savedSearches.rename': 'of-the-person',
  'savedSearches.remove': 'of-the-person',
  'savedSearches.restore': 'of-the-person',
  'savedSearches.look': 'of-the-person',
  'pins.list': nothing,
  'pins.set': 'of-the-person',
  'searchHistory.recent': 'of-the-person',
  'searchHistory.forget': 'of-the-person',
  'searchHistory.restore': 'of-the-person',
  'people.list': nothing,
  'people.grant': 'changes',
  'people.remove': 'changes',
  // Numbers alone, whoever is asked about.
  'people.deeds': () => [{ member: 'm_0000000000000000' }],
  'people.inviteDevice': 'changes',
  'people.setPolicies': 'changes',
  'people.refused': () => [{}],
  'history.asset': ({ draft }) => [{ asset: draft }],
  'history.kit': ({ kit, draftKit }) => [{ kit }, { kit: draftKit }],
  'history.request': ({ request }) => [{ request }],
  'history.restoreField': 'changes',
  'history.restoreVersion': 'changes',
  'history.explain': ({ draft }) => [{ asset: draft }],
  'hub.state': nothing,
  'hub.look': 'of-the-person',
  'hub.test': 'of-the-person',
  'hub.invite': 'of-the-person',
  'hub.readInvitation': 'of-the-person',
  'hub.policy': 'of-the-person',
  'hub.share': 'changes',
  'hub.join': 'changes',
  'hub.resume': 'streams',
  'hub.giveUp': 'changes',
  'hub.exchange': 'changes',
  'hub.move': 'changes',
  'hub.disconnect': 'changes',
  'publish.stage': 'changes',
  'publish.state': nothing,
  'publish.watch': 'streams',
  'publish.setEach': 'changes',
  'publish.nearTo': 'changes',
  'publish.keep': 'changes',
  'publish.publish': 'changes',
  'publish.plan': nothing,
  'publish.accept': 'changes',
  'publish.takeBack': 'changes',
  'publish.takeApart': 'changes',
  'publish.discard': 'changes',
  'publish.retry': 'changes',
  'publish.cancel': 'changes',
  'publish.setThumbnail': 'changes',
  'rules.list': nothing,
  'rules.keep': 'changes',
  'rules.remove': 'changes',
  'ratings.give': ({ draft }) => [{ asset: draft, value: 3 }],
  'ratings.withdraw': ({ draft }) => [{ asset: draft }],
  'reviews.list': () => [{ limit: 50 }],
  'reviews.submit': 'changes',
  'reviews.approve': 'changes',
  'reviews.return': 'changes',
  'reviews.verify': 'changes',
  'reviews.archive': 'changes',
  'reviews.retireEffect': ({ draft }) => [{ assets: [draft] }],
  // Numbers alone, whoever is asked about.
  'reviews.duties': () => [{ member: 'm_0000000000000000' }],
  'reviews.handOver': 'changes',
  'reviews.recall': 'changes',
  'reviews.liftRecall': 'changes',
  'reviews.instead': ({ draft }) => [{ asset: draft }],
  'reviews.recallNews': nothing,
  'reviews.dueNews': nothing,
  'reviews.overwritten': nothing,
  'reviews.restoreMine': 'changes',
  'reviews.overwrittenSeen': 'of-the-person',
  'reviews.recallsSeen': 'of-the-person',
  'reviews.dueSeen': 'of-the-person',
  'proposals.make': 'changes',
  'proposals.list': nothing,
  'proposals.answer': 'changes',
  'proposals.stage': 'changes',
  'proposals.seen': 'of-the-person',
  'proposals.told': 'of-the-person',
  'requests.list': () => [{}],
  'requests.get': ({ request }) => [{ request }],
  'requests.make': 'changes',
  'requests.similar': () => [{ title: words, need: '' }],
  'requests.vote': 'changes',
  'requests.withdrawVote': 'changes',
  'requests.comment': 'changes',
  'requests.answer': 'changes',
  'requests.seen': 'changes',
  'requests.news': nothing,
  'requests.told': 'changes',
  'insights.overview': () => [{ days: 90 }],
  'insights.usefulness': nothing,
  'insights.coverage': nothing,
  'insights.matrix': () => [
    { period: { days: 90 }, axes: { rows: 'type' as const, columns: 'persona' as const } },
  ],
  'insights.requests': nothing,
  'insights.unused': nothing,
  'insights.staleButHot': nothing,
  'insights.ratedLow': () => [{ days: 90 }],
  'insights.csv': () => TABLES.map((table) => ({ table, period: {}, separator: ';' })),
  'activity.viewed': ({ draft }) => [{ asset: draft }],
  'activity.shared': ({ draft }) => [{ asset: draft, how: 'copied' }],
  'activity.searched': 'of-the-person',
  'activity.recent': () => [{ limit: 50 }],
  'news.whatIsNew': () => [{ limit: 50 }],
  'news.arrivals': () => [{ limit: 50 }],
  'news.arrivalsSeen': 'of-the-person',
  'compare.versions': ({ draft, version }) => [{ asset: draft }, { asset: draft, to: version }],
  'compare.watch': ({ draft, version }) => [{ asset: draft }, { asset: draft, to: version }],
  'compare.page': ({ version }) => [{ from: version, to: version, fromPage: 1, toPage: 1 }],
  'compare.news': nothing,
  'compare.newsSeen': 'of-the-person',
  'near.list': ({ draft }) => [{ limit: 50 }, { limit: 50, asset: draft, wait: true }],
  'near.merge': 'changes',
  'near.tellApart': 'changes',
  'maintenance.diagnostics': nothing,
  'maintenance.indexReport': nothing,
  'maintenance.officeProgram': nothing,
  'maintenance.setOfficeProgram': 'of-the-person',
  'maintenance.rebuildIndex': 'streams',
  'maintenance.verify': nothing,
  'maintenance.stateHash': nothing,
  'recognition.state': nothing,
  'recognition.set': () => [{ on: true }],
  'recognition.all': 'streams',
  'offline.get': nothing,
  'offline.here': nothing,
  'offline.preview': 'of-the-person',
  'offline.takeBack': 'changes',
  'offline.set': 'changes',
  'offline.pin': ({ draft }) => [{ asset: draft, pinned: true }],
  'offline.fetch': ({ version }) => [{ version }],
};

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
