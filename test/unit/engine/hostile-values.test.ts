import { afterEach, describe, expect, it } from 'vitest';
import { TABLES } from '../../../src/contract/insights.ts';
import {
  FARTHEST_ORDER,
  LARGEST_AMOUNT,
  LARGEST_FILE,
  LATEST_TIME,
  MOST_COUNTED,
  MOST_PAGES,
  WIDEST_PICTURE,
} from '../../../src/shared/limits.ts';
import type { EventToCommit, JsonObject } from '../../../src/sync/journal/journal-event.ts';
import { assetBody, idOf, shaOf, versionBody } from '../../support/event-maker.ts';
import { TempEngine } from '../../support/temp-engine.ts';
import { writeRaw } from '../../support/write-raw.ts';

let temp: TempEngine | undefined;
afterEach(() => temp?.remove());

const ASKED = { need: 'A deck', at: 1 };
const catalog = (kind: string, body: unknown): EventToCommit => ({
  stream: 'catalog',
  kind,
  body: body as JsonObject,
});
const activity = (kind: string, body: unknown): EventToCommit => ({
  stream: 'activity',
  kind,
  body: body as JsonObject,
});

/** Everything that lists, counts or draws what is in the catalog; answers how many rows there are. */
async function lookAtEverything(engine: TempEngine): Promise<{ requests: number; assets: number }> {
  const { client } = engine;
  const requests = await client.requests.list({});
  for (const { id } of requests) {
    await client.requests.get({ request: id });
    await client.history.request({ request: id });
  }
  const assets = [...engine.engine.summaries().keys()];
  for (const asset of assets) {
    await client.assets.get({ asset });
    await client.history.asset({ asset });
    await client.history.explain({ asset });
  }
  await client.reviews.list({ limit: 100 });
  await client.requests.news();
  await client.taxonomy.get();
  await client.people.list();
  await client.activity.recent({ limit: 50 });
  await client.news.whatIsNew({ limit: 50 });
  await client.news.arrivals({ limit: 50 });
  for (const period of [{}, { from: '1970-01-01', to: '2199-12-31' }]) {
    await client.insights.overview(period);
    await client.insights.usefulness(period);
    await client.insights.coverage(period);
    await client.insights.requests(period);
    await client.insights.unused(period);
    await client.insights.staleButHot(period);
    for (const table of TABLES) await client.insights.csv({ table, period, separator: ';' });
  }
  return { requests: requests.length, assets: assets.length };
}

describe('values that nobody means, in journals as they are', () => {
  it('are refused one by one and listed, and everything around them is shown', async () => {
    temp = await TempEngine.open();
    await temp.publish(temp.file('a.txt', 'a'));
    await temp.client.requests.make({ title: 'Real', need: '' });
    const ask = (number: number, more: object) =>
      catalog('request-made', { request: idOf('r', number), title: 'Odd', ...ASKED, ...more });
    const add = (number: number, more: object) =>
      catalog('asset-added', { ...assetBody(number), version: { ...versionBody(number), ...more } });
    const hostile = [
      ask(1, { at: Number.MAX_SAFE_INTEGER }),
      ask(2, { at: LATEST_TIME + 1 }),
      ask(3, { at: -1 }),
      ask(4, { dealValue: 1.7e308 }),
      ask(5, { dealValue: LARGEST_AMOUNT + 1 }),
      ask(6, { neededBy: '9999-99-99' }),
      ask(7, { neededBy: '2026-02-30' }),
      add(8, { pageCount: Number.MAX_SAFE_INTEGER }),
      add(9, { pageCount: MOST_PAGES + 1 }),
      add(10, { words: MOST_COUNTED + 1 }),
      add(11, { size: Number.MAX_SAFE_INTEGER }),
      add(12, { textFormat: Number.MAX_SAFE_INTEGER }),
      add(13, { writtenAt: Number.MAX_SAFE_INTEGER }),
      add(14, { thumbnail: { sha256: shaOf(1), mediaType: 'image/png', width: 1e308, height: 1 } }),
      add(15, { thumbnail: { sha256: shaOf(1), mediaType: 'image/png', width: -1, height: 1 } }),
      add(16, { text: { state: 'partly', reason: 'x'.repeat(10_000), pagesWithoutText: 1 } }),
      add(17, { text: { state: 'partly', reason: 'scanned', pagesWithoutText: 1e300 } }),
      catalog('asset-added', assetBody(18, { expiresOn: '2026-13-01' })),
      catalog('product-defined', { id: 'far', name: 'Far', order: 1e308 }),
      catalog('request-voted', { request: idOf('r', 1), at: 8.64e15 + 1 }),
    ];
    await writeRaw(temp, hostile);
    expect(await lookAtEverything(temp)).toEqual({ requests: 1, assets: 1 });
    const { total } = await temp.client.people.refused({});
    expect(total).toBe(hostile.length);
  });

  it('end no list, page or table where they are as large as they may be', async () => {
    temp = await TempEngine.open();
    const at = LATEST_TIME;
    const [first, last] = [assetBody(1), assetBody(2, { expiresOn: '9999-12-31', releaseOn: '0000-01-01' })];
    const widest = {
      size: LARGEST_FILE,
      pageCount: MOST_PAGES,
      words: MOST_COUNTED,
      textFormat: MOST_COUNTED,
      writtenAt: at,
      kind: 'no-kind',
      text: { state: 'partly', reason: 'no-reason', pagesWithoutText: MOST_PAGES },
      thumbnail: { sha256: shaOf(9), mediaType: 'x', width: WIDEST_PICTURE, height: 0 },
    };
    await writeRaw(temp, [
      catalog('asset-added', { ...first, version: { ...first.version, ...widest }, at }),
      catalog('asset-added', { ...last, at: 0 }),
      catalog('asset-edited', { asset: last.asset, set: { language: '??', tags: ['\u202e'] }, at: 0 }),
      catalog('asset-verified', { asset: first.asset, version: first.version.id, at }),
      catalog('rating-given', { asset: first.asset, version: first.version.id, value: 5, at }),
      catalog('rating-given', { asset: last.asset, version: first.version.id, value: 1, at: 0 }),
      catalog('product-defined', { id: 'far', name: 'Far', order: FARTHEST_ORDER }),
      ...[0, at].flatMap((time, index) => {
        const request = idOf('r', index + 1);
        const made = { request, title: 'Odd', need: '', dealValue: LARGEST_AMOUNT, neededBy: '9999-12-31' };
        const answer = { request, status: 'fulfilled', asset: first.asset, at: at - time };
        return [
          catalog('request-made', { ...made, stage: 'decision', persona: 'cfo', at: time }),
          catalog('request-voted', { request, dealValue: LARGEST_AMOUNT, at: at - time }),
          catalog('request-commented', { request, comment: idOf('c', 1), text: '.', at: at - time }),
          catalog('request-answered', { ...answer, size: 'large' }),
        ];
      }),
      ...[0, at].flatMap((time) => [
        activity('asset-viewed', {
          asset: first.asset,
          version: first.version.id,
          page: MOST_PAGES,
          at: time,
        }),
        activity('asset-shared', { asset: last.asset, version: first.version.id, how: 'saved', at: time }),
        activity('searched', { results: 0, words: '\u0000 ', at: time }),
        activity('searched', {
          results: MOST_COUNTED,
          opened: first.asset,
          position: MOST_COUNTED,
          at: time,
        }),
      ]),
    ]);
    expect(await lookAtEverything(temp)).toEqual({ requests: 2, assets: 2 });
    expect((await temp.client.people.refused({})).total).toBe(0);
  });
});
