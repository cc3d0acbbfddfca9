import { afterEach, describe, expect, it } from 'vitest';
import { contract } from '../../../../src/contract/contract.ts';
import { Refusal } from '../../../../src/engine/base/refusal.ts';
import type { Capability } from '../../../../src/shared/vocabulary/capabilities.ts';
import { REQUEST_STATUSES, type RequestStatus } from '../../../../src/shared/vocabulary/requests.ts';
import { ROLES, type Role } from '../../../../src/shared/vocabulary/roles.ts';
import { idOf } from '../../../support/event-maker.ts';
import {
  comingIn,
  type ForeignDevice,
  foreignDevice,
  writeForeign,
} from '../../../support/foreign-journal.ts';

import { TempEngine } from '../../../support/temp-engine.ts';
import { refusalOf } from '../../../support/wire-error.ts';
import { EVERYBODYS } from './everybodys.ts';

type Client = TempEngine['client'];

/** Everything that somebody may try to change: it is there, and everybody sees it. */
type Hub = {
  readonly kitbag: TempEngine;
  /** Published, with a title that was another one before and a second version. */
  readonly asset: string;
  readonly titled: { readonly device: string; readonly seq: number };
  readonly firstVersion: string;
  /** Published assets beside which a draft version waits. */
  readonly waiting: readonly { readonly asset: string; readonly version: string }[];
  /** A row of the publish table that has all that it needs. */
  readonly row: string;
  readonly requests: { readonly others: string; readonly further: string };
  readonly golden: string;
  readonly view: string;
  /** A member who publishes. */
  readonly lead: string;
  readonly rule: string;
  readonly kit: string;
  /** Kits that were proposed and wait for an answer. */
  readonly proposals: readonly [string, string];
  /** Files that were. */
  readonly proposedFiles: readonly [string, string];
  /** Two members who are reps. */
  readonly members: readonly [string, string];
};
type Attempt = (client: Client, hub: Hub) => Promise<unknown>;

const TAGGED = { type: 'case-study', stages: ['decision'], personas: ['cfo'] };
const STAGE = { facet: 'stage', definition: '', entryCriteria: '' } as const;
const PERSONA = { facet: 'persona', goals: '', challenges: '' } as const;
const TYPE = { facet: 'type', audience: 'internal' } as const;
const PRODUCT = { facet: 'product' } as const;
const VIEW = { query: 'proof', filters: {}, context: {}, sort: 'title' } as const;

const answer =
  (status: RequestStatus): Attempt =>
  (client, { requests, asset }) =>
    client.requests.answer({
      request: requests.others,
      status,
      ...(status === 'declined' && { reason: 'Not now.' }),
      ...(status === 'fulfilled' && { asset }),
      ...(status === 'merged' && { into: requests.further }),
    });

const dry = (asset: string) => ({ assets: [asset], dryRun: true });

/** Every procedure that needs a capability, in each of its forms: named by itself and, after a blank, the form. */
const TRIED: Readonly<Partial<Record<Capability, Readonly<Record<string, Attempt>>>>> = {
  publish: {
    'publish.stage': (client, { kitbag }) =>
      client.publish.stage({ grant: kitbag.engine.grantPaths([kitbag.file('next.txt', 'Next.')]).grant }),
    'publish.nearTo': (client, { row }) => client.publish.nearTo({ row }),
    'publish.publish': (client, { row }) => client.publish.publish({ rows: [row] }),
    'watches.add': (client, { kitbag }) => {
      const { grant } = kitbag.engine.grantPaths([kitbag.file('watched/one.txt', 'One.').slice(0, -8)]);
      return client.watches.add({ grant, publish: false, set: {} });
    },
    'watches.run': (client) => client.watches.run(),
    'rules.keep': (client) => client.rules.keep({ pattern: '*/Decks/*', set: { type: 'pitch-deck' } }),
    'kits.create': (client, { asset }) => client.kits.create({ set: { name: 'Proof' }, items: [{ asset }] }),
    'kits.edit': (client, { kit }) => client.kits.edit({ kit, set: { summary: 'Another one.' } }),
    'kits.copy': (client, { kit }) => client.kits.copy({ kit, own: false }),
    'kits.archive': (client, { kit }) => client.kits.archive({ kits: [kit] }),
    'kits.submit': (client, { kit, lead }) =>
      client.kits.submit({ kits: [kit], reviewers: [lead], dryRun: true }),
    'kits.approve': (client, { kit }) => client.kits.approve({ kits: [kit], dryRun: true }),
    'kits.return': (client, { kit }) =>
      client.kits.return({ kits: [kit], reason: 'Not like this.', dryRun: true }),
    'kits.verify': (client, { kit }) => client.kits.verify({ kits: [kit], dryRun: true }),
    'kits.recall': (client, { kit }) => client.kits.recall({ kits: [kit], reason: 'Wrong.', dryRun: true }),
    'kits.liftRecall': (client, { kit }) => client.kits.liftRecall({ kits: [kit], dryRun: true }),
    'kits.adopt': (client, { proposals: [proposal] }) => client.kits.adopt({ proposal }),
    'kits.decline': (client, { proposals: [, proposal] }) =>
      client.kits.decline({ proposal, reason: 'Not now.' }),
    'rules.remove': (client, { rule: id }) => client.rules.remove({ id }),
    'assets.publish': (client, { waiting: [first] }) =>
      client.assets.publish({ assets: [first?.asset ?? ''] }),
    'assets.moveVersion': (client, { waiting: [, second] }) =>
      client.assets.moveVersion({ asset: '', version: '', ...second, to: 'published' }),
    'reviews.submit': (client, { asset, lead }) =>
      client.reviews.submit({ ...dry(asset), reviewers: [lead], way: 'any' }),
    'reviews.approve': (client, { asset }) => client.reviews.approve(dry(asset)),
    'reviews.return': (client, { asset }) => client.reviews.return({ ...dry(asset), reason: 'No' }),
    'reviews.verify': (client, { asset }) => client.reviews.verify(dry(asset)),
    'reviews.archive': (client, { asset }) => client.reviews.archive(dry(asset)),
    'reviews.recall': (client, { asset }) => client.reviews.recall({ ...dry(asset), reason: 'Wrong' }),
    'reviews.liftRecall': (client, { asset }) => client.reviews.liftRecall(dry(asset)),
    'reviews.handOver': (client, { members: [from], lead }) => client.reviews.handOver({ from, to: lead }),
    'proposals.answer': (client, { proposedFiles: [proposal] }) =>
      client.proposals.answer({ proposal, answer: 'declined', reason: 'No' }),
    'proposals.stage': async (client, { proposedFiles: [, proposal] }) => {
      for await (const _ of await client.proposals.stage({ proposal }));
    },
    'near.list': (client) => client.near.list({ limit: 5 }),
    'near.tellApart': (client, { waiting: [first, second] }) =>
      client.near.tellApart({ a: first?.asset ?? '', b: second?.asset ?? '' }),
    'near.merge': (client, { waiting: [first, second] }) =>
      client.near.merge({ asset: first?.asset ?? '', into: second?.asset ?? '' }),
  },
  edit: {
    'assets.edit': (client, { asset }) => client.assets.edit({ asset, set: { summary: 'Another one.' } }),
    'assets.editMany': (client, { asset }) =>
      client.assets.editMany({ assets: [asset], set: { tags: ['new'] } }),
    'assets.change': (client, { asset }) =>
      client.assets.change({ assets: [asset], set: {}, add: { tags: ['other'] }, remove: {} }),
    'metadata.open': (client, { kitbag }) => {
      const path = kitbag.file('table.csv', 'Asset ID,Title\na,b\n');
      return client.metadata.open({ grant: kitbag.engine.grantPaths([path]).grant });
    },
    'metadata.import': async (client, { kitbag, asset }) => {
      const path = kitbag.file('table.csv', `Asset ID,Tags\n${asset},new\n`);
      const { grant } = kitbag.engine.grantPaths([path]);
      // Whoever may not open it may not import one that is open.
      await client.metadata.open({ grant }).catch(() => undefined);
      return client.metadata.import({ table: grant });
    },
    'metadata.edit': (client, { asset }) =>
      client.metadata.edit({ assets: [asset], edits: [{ field: 'tags', mode: 'add', text: 'typed' }] }),
    'assets.verify': (client, { asset }) => client.assets.verify({ asset }),
    'variants.link': (client, { asset, waiting: [first] }) =>
      client.variants.link({ assets: [first?.asset ?? ''], of: asset, dryRun: true }),
    'variants.unlink': async (client, { asset, waiting: [first] }) => {
      // Whoever may not link may not unlink what is linked.
      const linked = { assets: [first?.asset ?? ''], of: asset };
      await client.variants.link(linked).catch(() => undefined);
      await client.variants.unlink({ assets: linked.assets });
    },
    'variants.follow': async (client, { asset, waiting: [first] }) => {
      const linked = { assets: [first?.asset ?? ''], of: asset };
      await client.variants.link(linked).catch(() => undefined);
      await client.variants.follow({ asset: linked.assets[0] ?? '', dryRun: true });
      await client.variants.unlink({ assets: linked.assets });
    },
    'history.restoreField': (client, { asset, titled }) =>
      client.history.restoreField({ asset, ...titled, field: 'title', value: 'before' }),
    'history.restoreVersion': (client, { asset, firstVersion: version }) =>
      client.history.restoreVersion({ asset, version }),
  },
  answer: Object.fromEntries(
    REQUEST_STATUSES.map((status) => [`requests.answer ${status}`, answer(status)] as const),
  ),
  'define-products': {
    'taxonomy.define product': (client) => client.taxonomy.define({ ...PRODUCT, name: 'Next' }),
    'taxonomy.retire product': (client) => client.taxonomy.retire({ facet: 'product', id: 'old-product' }),
  },
  'define-terms': {
    'taxonomy.define stage': (client) => client.taxonomy.define({ ...STAGE, name: 'Next' }),
    'taxonomy.define persona': (client) => client.taxonomy.define({ ...PERSONA, name: 'Next' }),
    'taxonomy.define type': (client) => client.taxonomy.define({ ...TYPE, name: 'Next' }),
    'taxonomy.retire stage': (client) => client.taxonomy.retire({ facet: 'stage', id: 'old-stage' }),
    'taxonomy.retire persona': (client) => client.taxonomy.retire({ facet: 'persona', id: 'old-persona' }),
    'taxonomy.retire type': (client) => client.taxonomy.retire({ facet: 'type', id: 'old-type' }),
    'taxonomy.defineDimension': (client) => client.taxonomy.defineDimension({ name: 'Industry' }),
    'taxonomy.split': (client, { asset }) =>
      client.taxonomy.split({ facet: 'stage', id: 'decision', to: { name: 'Late' }, assets: [asset] }),
    'taxonomy.changeTags': (client) => client.taxonomy.changeTags({ tags: ['roi'], to: { is: 'nothing' } }),
    'taxonomy.defineSynonyms': (client) =>
      client.taxonomy.defineSynonyms({ words: ['payback', 'return'], means: { facet: 'same' } }),
    'taxonomy.addUsualSynonyms': (client) => client.taxonomy.addUsualSynonyms(),
    'views.share': (client) => client.views.share({ ...VIEW, name: 'Proof' }),
    'views.rename': (client, { view: id }) => client.views.rename({ id, name: 'Evidence' }),
    'views.remove': (client, { view: id }) => client.views.remove({ id }),
    'searchQuality.define new': (client, { asset }) =>
      client.searchQuality.define({ query: 'proof', context: {}, assets: [asset] }),
    'searchQuality.define known': (client, { asset, golden: id }) =>
      client.searchQuality.define({ id, query: 'text', context: {}, assets: [asset], retired: true }),
  },
  'manage-members': {
    'people.grant': (client, { members: [member] }) => client.people.grant({ member, role: 'marketer' }),
    'people.remove': (client, { members: [, member] }) => client.people.remove({ member }),
    'people.remove everything': (client, { members: [, member] }) =>
      client.people.remove({ member, everything: true }),
    'people.setPolicies words': (client) => client.people.setPolicies({ searchWords: 'words' }),
    'people.setPolicies admission': (client) => client.people.setPolicies({ admission: 'ask' }),
    // The last one: a window's grant for a folder comes from the shell, so it is asked as the command line asks.
    'hub.share': (_, { kitbag }) => kitbag.engine.shareHub(`${kitbag.folder}/shared`, 'Acme'),
  },
};

/** What a capability only shows or not, and what is refused to nobody (`domain/people/permissions.ts`). */
const PERIOD = { days: 30 };
const SHOWN: Readonly<Record<string, Attempt>> = {
  'insights.overview': (client) => client.insights.overview(PERIOD),
  'insights.usefulness': (client) => client.insights.usefulness(PERIOD),
  'insights.coverage': (client) => client.insights.coverage(PERIOD),
  'insights.matrix': (client) =>
    client.insights.matrix({ period: PERIOD, axes: { rows: 'type', columns: 'stage' } }),
  'insights.requests': (client) => client.insights.requests(PERIOD),
  'insights.unused': (client) => client.insights.unused(PERIOD),
  'insights.staleButHot': (client) => client.insights.staleButHot(PERIOD),
  'insights.ratedLow': (client) => client.insights.ratedLow(),
  'metadata.export': (client) => client.metadata.export({ format: 'csv' }),
  'metadata.rows': (client) => client.metadata.rows(),
  'insights.csv': (client) => client.insights.csv({ table: 'coverage', period: PERIOD }),
};

async function staged(kitbag: TempEngine, name: string, versionOf: string | null): Promise<string> {
  const fileName = `${name}.txt`;
  await kitbag.stage(kitbag.file(fileName, `The text of ${name}.`));
  const { rows } = await kitbag.client.publish.state();
  const row = rows.find((one) => one.fileName === fileName)?.id ?? '';
  await kitbag.setRows([row], { title: name, ...TAGGED, versionOf });
  return row;
}

async function version(kitbag: TempEngine, name: string, asset: string, draft: boolean): Promise<void> {
  await kitbag.client.publish.publish({ rows: [await staged(kitbag, name, asset)], draft });
}

/** A hub with all that is tried; whoever is here has a role in it that another lead gave them. */
async function hubOf(kitbag: TempEngine, role: Role): Promise<Hub> {
  const [ben, cleo, dan] = [foreignDevice(), foreignDevice(), foreignDevice()];
  const others = idOf('r', 1);
  const asked = { request: others, title: 'One-pager', need: '', at: 1 };
  const comesIn = (who: ForeignDevice, name: string) =>
    writeForeign(kitbag.data, who, [
      comingIn(who, name),
      ...(who === ben ? [{ stream: 'catalog', kind: 'request-made', body: asked } as const] : []),
    ]);
  await kitbag.reopen(async () => {
    await comesIn(ben, 'Ben');
    await comesIn(cleo, 'Cleo');
    await comesIn(dan, 'Dan');
  });
  const { client } = kitbag;
  const [asset = '', one = '', two = ''] = await kitbag.publish(
    ...['a.txt', 'b.txt', 'c.txt'].map((name) => kitbag.file(name, `A text ${name}.`)),
  );
  await client.assets.edit({ asset, set: { title: 'Another title' } });
  const { device = '', seq = 0 } = (await client.history.asset({ asset })).entries[0] ?? {};
  const { id: firstVersion } = (await client.assets.get({ asset })).version;
  await version(kitbag, 'second', asset, false);
  await version(kitbag, 'draft one', one, true);
  await version(kitbag, 'draft two', two, true);
  const waitingOf = async (of: string) => ({
    asset: of,
    version: (await client.assets.get({ asset: of })).waiting?.id ?? '',
  });
  const waiting = [await waitingOf(one), await waitingOf(two)];
  const row = await staged(kitbag, 'new', null);
  await client.taxonomy.define({ ...STAGE, name: 'Old stage' });
  await client.taxonomy.define({ ...PERSONA, name: 'Old persona' });
  await client.taxonomy.define({ ...TYPE, name: 'Old type' });
  await client.taxonomy.define({ ...PRODUCT, name: 'Old product' });
  const { id: view } = await client.views.share({ ...VIEW, name: 'Text' });
  const { id: golden } = await client.searchQuality.define({ query: 'text', context: {}, assets: [asset] });
  const { id: rule } = await client.rules.keep({ pattern: '*/FAQ/*', set: { type: 'faq' } });
  const { kit } = await client.kits.create({
    set: { name: 'Everything', status: 'published' },
    items: [{ asset }],
  });
  const propose = async () => {
    const own = await client.kits.create({ own: true, set: { name: 'Mine' }, items: [{ asset }] });
    return (await client.kits.propose({ kit: own.kit })).proposal;
  };
  const proposals = [await propose(), await propose()] as const;
  const { id: further } = await client.requests.make({ title: 'A deck', need: '' });
  const proposed = ['p.txt', 'q.txt'].map((name) => kitbag.file(name, `Proposed as ${name}.`));
  const { grant } = kitbag.engine.grantPaths(proposed);
  const [first, second] = (await client.proposals.make({ grant, why: 'It helped' })).proposals;
  await client.people.grant({ member: ben.member, role: 'lead' });
  await client.people.grant({ member: await kitbag.self(), role });
  const members = [cleo.member, dan.member] as const;
  const requests = { others, further };
  return {
    kitbag,
    asset,
    titled: { device, seq },
    firstVersion,
    waiting,
    row,
    requests,
    golden,
    view,
    proposedFiles: [first?.id ?? '', second?.id ?? ''],
    members,
    lead: ben.member,
    rule,
    kit,
    proposals,
  };
}

/** What came of an attempt: `done`, or the code with which it was refused. */
async function outcome(attempt: Promise<unknown>): Promise<string> {
  const failed = await attempt.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (failed === undefined) return 'done';
  if (failed instanceof Refusal) return failed.code;
  return (await refusalOf(Promise.reject(failed))).code;
}

describe('What somebody may', () => {
  let kitbag: TempEngine | undefined;
  afterEach(() => kitbag?.remove());

  it.each(ROLES)('is what the engine does and does not refuse, to a %s', async (role) => {
    kitbag = await TempEngine.open();
    const hub = await hubOf(kitbag, role);
    const { client } = kitbag;
    const session = await client.session.get();
    if (session.state !== 'ready') throw new Error('There is no session.');
    expect(session.member.role).toBe(role);
    const said: Record<string, string> = {};
    const found: Record<string, string> = {};
    for (const [name, attempt] of Object.entries(SHOWN)) {
      said[name] = 'done';
      found[name] = await outcome(attempt(client, hub));
    }
    for (const [capability, attempts] of Object.entries(TRIED)) {
      for (const [name, attempt] of Object.entries(attempts)) {
        said[name] = session.can[capability as Capability] ? 'done' : 'NOT_ALLOWED';
        found[name] = await outcome(attempt(client, hub));
      }
    }
    expect(found).toEqual(said);
  });

  it('is tried of every procedure that is not for everybody', () => {
    const procedures = Object.entries(contract).flatMap(([area, ofArea]) =>
      EVERYBODYS.has(area) ? [area] : Object.keys(ofArea).map((name) => `${area}.${name}`),
    );
    const tried = [...Object.values(TRIED), SHOWN].flatMap((attempts) =>
      Object.keys(attempts).map((name) => name.split(' ')[0] ?? ''),
    );
    expect([...new Set(tried), ...EVERYBODYS].toSorted()).toEqual(procedures.toSorted());
  });
});
