import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { findsHidden } from '../../../../src/domain/assets/hidden.ts';
import { openSearchAt } from '../../../../src/node/open-search.ts';
import { createExtractor } from '../../../../src/platform/extract/extractor.ts';
import { makePptx, placeholderShape } from '../../../fixtures/documents/make-package.ts';
import { TempEngine } from '../../../support/temp-engine.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { workerUrl } from '../../platform/extract/support.ts';

/** What authors hid: found and marked by those who publish, not by reps. */

const opened: { close(): Promise<void>; remove?(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await (one.remove?.() ?? one.close());
});

const deck = makePptx([
  { shapes: placeholderShape('title', ['Our offer for conveyors']) },
  { shapes: placeholderShape('title', ['Walkaway price is bongocent']), hidden: true },
]);

async function engineWithDeck(): Promise<TempEngine> {
  const extractor = createExtractor({ workerUrl, concurrency: 1 });
  opened.push(extractor);
  const openSearch = openSearchAt(join(await temporaryFolder(), 'text.sqlite'));
  const engine = await TempEngine.open({ ports: { extractor, openSearch } });
  opened.push(engine);
  await engine.publish(engine.file('deck.pptx', deck));
  return engine;
}

const pagesOf = async (engine: TempEngine, query: string) => {
  const { hits } = await engine.client.search.find({ query });
  return hits.flatMap(({ pages }) => pages.map(({ page, hidden }) => ({ page, hidden })));
};

it('a hidden slide is found and marked by who publishes', async () => {
  const engine = await engineWithDeck();
  await engine.engine.indexed();
  expect(await pagesOf(engine, 'bongocent')).toEqual([{ page: 2, hidden: true }]);
  expect(await pagesOf(engine, 'conveyors')).toEqual([{ page: 1, hidden: undefined }]);
});

it('a hidden slide is not found, counted, suggested or shown to a rep, until they publish again', async () => {
  const engine = await engineWithDeck();
  await engine.engine.indexed();
  expect(await pagesOf(engine, 'bongocent')).toHaveLength(1);
  await engine.client.session.changeRole({ role: 'rep' });
  await engine.engine.indexed();
  expect(await pagesOf(engine, 'bongocent')).toEqual([]);
  expect(await pagesOf(engine, 'conveyors')).toEqual([{ page: 1, hidden: undefined }]);
  const answer = await engine.client.search.find({ query: 'bongcent' });
  expect(answer).toMatchObject({ total: 0, hits: [] });
  expect(JSON.stringify(answer)).not.toContain('bongocent');
  const [asset] = (await engine.client.search.find({ query: 'conveyors' })).hits;
  const like = await engine.client.search.like({ asset: asset?.asset.id ?? '', page: 2 });
  expect(JSON.stringify(like)).not.toContain('bongocent');
  await engine.client.session.changeRole({ role: 'marketer' });
  await engine.engine.indexed();
  expect(await pagesOf(engine, 'bongocent')).toEqual([{ page: 2, hidden: true }]);
});

it('what is hidden is found by those who publish', () => {
  expect([findsHidden('rep'), findsHidden('marketer'), findsHidden('lead')]).toEqual([false, true, true]);
});

it('what is found in the notes of a slide says so; what masters print is found, but shown as no page’s words', async () => {
  const engine = await engineWithDeck();
  const shapes =
    placeholderShape('title', ['Pricing for ports']) + placeholderShape('ftr', ['Confidentialis']);
  await engine.publish(engine.file('notes.pptx', makePptx([{ shapes, notes: 'Mention the dredger first' }])));
  await engine.engine.indexed();
  const found = async (query: string) => {
    const { hits } = await engine.client.search.find({ query });
    return hits.map(({ pages, morePages }) => ({
      pages: pages.map(({ page, inNotes }) => ({ page, inNotes })),
      morePages,
    }));
  };
  expect(await found('dredger')).toEqual([{ pages: [{ page: 1, inNotes: true }], morePages: 0 }]);
  expect(await found('ports')).toEqual([{ pages: [{ page: 1, inNotes: undefined }], morePages: 0 }]);
  expect(await found('confidentialis')).toEqual([{ pages: [], morePages: 0 }]);
});
