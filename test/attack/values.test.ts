import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Attacker, anyId, assetOf, versionOf } from '../support/attacker/attacker.ts';
import type { Fields } from '../support/attacker/canonical.ts';
import type { TempEngine } from '../support/temp-engine.ts';
import { exchanged, Office, refusalsOf, titlesIn } from './office.ts';

const HUGE = Number.MAX_SAFE_INTEGER;

let office: Office;
let ben: TempEngine;
let mallory: Attacker;
let asset: string;
let version: string;
beforeEach(async () => {
  office = await Office.open();
  ben = await office.colleague('Ben');
  [asset = ''] = await office.lead.publish(office.lead.file('Card.txt', 'Text.'));
  version = office.lead.engine.summaries().get(asset)?.version.id ?? '';
  await ben.client.requests.make({ title: 'Genuine', need: '', neededBy: '2026-12-24', dealValue: 5000 });
  await office.settle(ben);
  mallory = await office.insider('lead');
});
afterEach(() => office.close());

/** Everything that somebody looks at. None of it may fail, whatever lies in the hub. */
async function looksAtEverything({ client }: TempEngine): Promise<void> {
  const requests = await client.requests.list({});
  for (const { id } of requests) await client.requests.get({ request: id });
  const { hits } = await client.search.find({ query: '' });
  for (const { asset: found } of hits) {
    await client.assets.get({ asset: found.id });
    await client.history.asset({ asset: found.id });
  }
  await client.people.list();
  await client.people.refused({});
  await client.requests.news();
  const period = { from: '2026-01-01', to: '2026-12-31' };
  await client.insights.overview(period);
  await client.insights.usefulness(period);
  await client.insights.coverage(period);
  await client.insights.requests(period);
  await client.insights.unused(period);
  await client.insights.staleButHot(period);
  await client.insights.ratedLow();
  await client.reviews.list({ limit: 100 });
  await client.taxonomy.get();
  await client.maintenance.verify();
}

const request = (name: string, more: Fields): readonly [string, Fields] => [
  'request-made',
  { request: anyId('r', name), title: name, need: '', at: Date.UTC(2026, 10, 18), ...more },
];

/** Values that fit no world, one event each. */
const OVERSIZED: Readonly<Record<string, () => readonly [string, Fields]>> = {
  'a request of the last safe millisecond': () => request('late', { at: HUGE }),
  'a request of the year 2285': () => request('1e13', { at: 1e13 }),
  'a deal worth more than all money': () => request('rich', { dealValue: 1.7e308 }),
  'a request needed by a day of the year 9999': () => request('9999', { neededBy: '9999-99-99' }),
  'a request needed by a day that is not': () => request('day', { neededBy: '2026-02-31' }),
  'a request needed by the year 0': () => request('zero', { neededBy: '0000-01-01' }),
  'a vote worth more than all money': () => [
    'request-voted',
    { request: anyId('r', 'rich'), dealValue: 1.7e308, at: HUGE },
  ],
  'an answer at the end of time': () => [
    'request-answered',
    { request: anyId('r', '1e13'), status: 'accepted', size: 'large', at: HUGE },
  ],
  'an asset of endless pages': () => [
    'asset-added',
    assetOf('pages', versionOf('pages', 'pages', { pageCount: HUGE, words: HUGE, size: HUGE })),
  ],
  'a picture without end': () => [
    'asset-added',
    assetOf(
      'thumbnail',
      versionOf('thumbnail', 'x', {
        thumbnail: { sha256: 'a'.repeat(64), mediaType: 'image/png', width: 1e308, height: -1 },
      }),
    ),
  ],
  'an asset that expires on no day': () => [
    'asset-added',
    assetOf('expires', undefined, { expiresOn: '9999-99-99', releaseOn: '2026-00-00' }),
  ],
  'an asset of the end of time': () => ['asset-added', { ...assetOf('at'), at: HUGE }],
  'a document written at the end of time': () => [
    'asset-added',
    assetOf('written', versionOf('written', 'w', { writtenAt: 1e13 })),
  ],
  'a verification at the end of time': () => ['asset-verified', { asset, version, at: HUGE }],
  'a rating at the end of time': () => ['rating-given', { asset, version, value: 5, at: HUGE }],
  'a stage at the end of all order': () => [
    'stage-defined',
    { id: 'far', name: 'Far', definition: '', entryCriteria: '', order: 1.7e308 },
  ],
  'a name that runs backwards': () => ['hub-renamed', { name: 'A\u202Ecme\u0000\u200B' }],
  'a removal at the end of time': () => [
    'member-removed',
    { member: anyId('m', 'nobody'), last: { ['f'.repeat(32)]: { catalog: HUGE, activity: HUGE } }, at: HUGE },
  ],
};

describe('values beyond all bounds', () => {
  for (const [name, event] of Object.entries(OVERSIZED)) {
    it(`${name}: nobody’s lists, pages and figures fail, now and after a start`, async () => {
      mallory.says(...event());
      mallory.says('asset-added', assetOf('What comes after'));
      await mallory.push(office.place);
      await office.settle(ben);
      for (const engine of [office.lead, ben]) {
        expect(titlesIn(engine)).toEqual(expect.arrayContaining(['Card', 'What comes after']));
        await looksAtEverything(engine);
        const titles = (await engine.client.requests.list({})).map(({ title }) => title);
        expect(titles).toContain('Genuine');
      }
      await ben.reopen();
      await looksAtEverything(ben);
    });
  }

  it('all together, with votes whose sums are beyond all numbers, fail nothing either', async () => {
    for (const event of Object.values(OVERSIZED)) mallory.says(...event());
    mallory.says('request-answered', { request: anyId('r', 'late'), status: 'fulfilled', asset, at: 0 });
    await mallory.push(office.place);
    for (const name of ['One', 'Two', 'Three']) {
      const voter = await office.insider('rep', name);
      voter.says('request-voted', { request: anyId('r', 'rich'), dealValue: 1.7e308, at: office.lead.time });
      voter.says('rating-given', { asset, version, value: 5, at: 0 });
      await voter.push(office.place);
    }
    await office.settle(ben);
    for (const engine of [office.lead, ben]) await looksAtEverything(engine);
  });

  it('in activity count for nothing and stop no figure', async () => {
    for (const at of [HUGE, 1e13, 8.64e15]) {
      mallory.does('asset-viewed', { asset, version, page: HUGE, at });
      mallory.does('asset-shared', { asset, version, how: 'saved', at });
      mallory.does('searched', { results: HUGE, position: HUGE, opened: asset, at });
    }
    mallory.does('asset-viewed', { asset, version, at: office.lead.time });
    await mallory.push(office.place);
    await office.settle(ben);
    for (const engine of [office.lead, ben]) await looksAtEverything(engine);
  });
});

describe('a name', () => {
  it('has no control, format or bidi characters, wherever it comes from', async () => {
    const names = ['Anna\u202EgreB', 'An\u200Bna', 'Anna\u0000', 'Anna\nBerg', '\u2066Anna', 'Anna\u{E0041}'];
    for (const name of names) {
      const one = office.attacker(`named ${encodeURIComponent(name)}`);
      one.joins(name);
      await one.push(office.place);
    }
    await exchanged(office.lead);
    const { people } = await office.lead.client.people.list();
    for (const { name } of people) expect(name).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u);
    const { devices } = await office.lead.client.hub.state();
    for (const { name, member } of devices) {
      expect(name).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u);
      expect(member?.name ?? '').not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u);
    }
  });
});

describe('a title and the name of a file', () => {
  it('turn no words around, steer no terminal and end no line, wherever they are shown', async () => {
    const hostile = 'Invoice \u202efdp.exe\u001b[2J\nVerified by Ana';
    mallory.says(...request('hostile', { title: hostile }));
    mallory.says(
      'asset-added',
      assetOf('hostile', versionOf('hostile', 'x', { fileName: hostile }), { title: hostile }),
    );
    // Nothing to be seen, and so nothing to be clicked.
    mallory.says(...request('unseen', { title: '\u200b\u2060' }));
    await mallory.push(office.place);
    await office.settle(ben);
    const shown = 'Invoice fdp.exe [2J Verified by Ana';
    for (const { client, engine } of [office.lead, ben]) {
      const titles = (await client.requests.list({})).map(({ title }) => title).sort();
      expect(titles).toEqual(['Genuine', shown]);
      const { version } = await client.assets.get({ asset: anyId('a', 'hostile') });
      expect([...engine.summaries().values()].map(({ title }) => title).sort()).toEqual(['Card', shown]);
      expect(version.fileName).toBe(shown);
    }
    expect(await refusalsOf(office.lead, mallory.device)).toHaveLength(1);
  });
});
