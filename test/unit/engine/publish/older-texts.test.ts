import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { EnginePorts } from '../../../../src/engine/engine-ports.ts';
import type { Extractor } from '../../../../src/engine/ports/extractor.ts';
import { openSearchAt } from '../../../../src/node/open-search.ts';
import { createExtractor } from '../../../../src/platform/extract/extractor.ts';
import { readAgainMessage } from '../../../../src/words/texts.ts';
import { makeOpenDocument } from '../../../fixtures/documents/make-opendocument.ts';
import { makePptx, placeholderShape } from '../../../fixtures/documents/make-package.ts';
import { foldersOf } from '../../../fixtures/frozen-journals.ts';
import { comesTrue } from '../../../support/comes-true.ts';
import { HubEngines } from '../../../support/hub-engines.ts';
import { publishAsBefore } from '../../../support/older-version.ts';
import { soon } from '../../../support/soon.ts';
import { TempEngine } from '../../../support/temp-engine.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { workerUrl } from '../../platform/extract/support.ts';

/** Texts that a Kitbag wrote that could not tell what is hidden or raised. */

let real: Extractor;
beforeAll(() => {
  real = createExtractor({ workerUrl, concurrency: 1 });
});
afterAll(() => real.close());

const opened: { remove(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one.remove();
});

/** Nothing happens by itself. */
const never = () => () => undefined;

const reads: string[] = [];
const ports = async (later: EnginePorts['later']): Promise<Partial<EnginePorts>> => ({
  later,
  openSearch: openSearchAt(join(await temporaryFolder(), 'text.sqlite')),
  extractor: {
    extract: (path, name, options) => {
      reads.push(name);
      return real.extract(path, name, options);
    },
    preview: (path, kind, name) => real.preview(path, kind, name),
    keptText: (path) => real.keptText(path),
    compareTexts: (...asked) => real.compareTexts(...asked),
    compareTextPages: (...asked) => real.compareTextPages(...asked),
    pagePicture: (...asked) => real.pagePicture(...asked),
    textPicture: (...asked) => real.textPicture(...asked),
    pictureMark: (path) => real.pictureMark(path),
    recognize: (...asked) => real.recognize(...asked),
    cutPages: (...asked) => real.cutPages(...asked),
    assemble: (...asked) => real.assemble(...asked),
    table: (...asked) => real.table(...asked),
    invitation: (...asked) => real.invitation(...asked),
    opening: (...asked) => real.opening(...asked),
    close: async () => undefined,
  },
});

const shown = { shapes: placeholderShape('title', ['Our offer for conveyors']) };
const hidden = { shapes: placeholderShape('title', ['Walkaway price is bongocent']), hidden: true };

/** A deck with a hidden slide, and what an older Kitbag found in it. */
const withHidden = (engine: TempEngine) => ({
  path: engine.file('hidden.pptx', makePptx([shown, hidden])),
  fileName: 'hidden.pptx',
  kind: 'pptx',
  pages: [
    { label: 'Slide 1', text: 'Our offer for conveyors' },
    { label: 'Slide 2', text: 'Walkaway price is bongocent' },
  ],
  words: 8,
});

const found = async (engine: TempEngine, query: string) => {
  await engine.engine.indexed();
  const { hits } = await engine.client.search.find({ query });
  return hits.flatMap(({ pages }) => pages.map((page) => ({ page: page.page, hidden: page.hidden })));
};
/** Once the texts are here and indexed. */
const finds = (engine: TempEngine, query: string, pages: Awaited<ReturnType<typeof found>>) =>
  comesTrue(async () => expect(await found(engine, query)).toEqual(pages));
const readAgain = async (engine: TempEngine) => (await engine.client.maintenance.indexReport()).readAgain;
const events = async (engine: TempEngine) => (await engine.client.maintenance.stateHash()).events;
const rebuild = async (engine: TempEngine) => {
  for await (const _ of await engine.client.maintenance.rebuildIndex());
};
const open = async (later: EnginePorts['later']) => {
  const engine = await TempEngine.open({ ports: await ports(later) });
  opened.push(engine);
  return engine;
};

/** A hub whose lead published the deck with an older Kitbag, and somebody who has joined. */
async function sharedHub(later: EnginePorts['later']) {
  const { hub, lead } = await HubEngines.shared({ ports: await ports(later) });
  opened.push(hub);
  const asset = await publishAsBefore(lead, withHidden(lead));
  const ben = await hub.fresh(await ports(never));
  await lead.engine.exchange();
  for await (const _ of ben.engine.joinHub(hub.place, { name: 'Ben' }));
  await hub.settle(lead, ben);
  return { hub, lead, ben, asset };
}

describe('a text that an older Kitbag wrote', () => {
  it('is read again by itself by its publisher’s device, and a rep finds no more what is hidden in it', async () => {
    const { hub, lead, ben } = await sharedHub(never);
    await finds(ben, 'bongocent', [{ page: 2, hidden: undefined }]);
    expect(await readAgain(lead)).toMatchObject({ byItself: 1, whenAsked: 0 });
    expect(await readAgain(ben)).toEqual({ byItself: 0, whenAsked: 0 });
    await rebuild(lead);
    await hub.settle(lead, ben);
    // By its new text, which comes after the event.
    await finds(ben, 'conveyors', [{ page: 1, hidden: undefined }]);
    await finds(ben, 'bongocent', []);
    await finds(lead, 'bongocent', [{ page: 2, hidden: true }]);
    expect(await readAgain(lead)).toEqual({ byItself: 0, whenAsked: 0 });
  });

  it('is read again when nothing else is to be done, and then not a second time', async () => {
    const engine = await open(soon);
    await publishAsBefore(engine, withHidden(engine));
    await finds(engine, 'bongocent', [{ page: 2, hidden: true }]);
    const before = { events: await events(engine), reads: reads.length };
    await engine.reopen();
    expect(await readAgain(engine)).toEqual({ byItself: 0, whenAsked: 0 });
    await rebuild(engine);
    expect({ events: await events(engine), reads: reads.length }).toEqual(before);
    expect(await engine.client.maintenance.verify()).toMatchObject({ ok: true });
  });

  it('writes nothing where it says what the document says, and is not read again after that', async () => {
    const engine = await open(never);
    const path = engine.file('plain.pptx', makePptx([shown]));
    const outcome = await real.extract(path, 'plain.pptx');
    if (outcome.outcome === 'refused') throw new Error(outcome.reason);
    const { pages, words } = outcome.extraction;
    await publishAsBefore(engine, { path, fileName: 'plain.pptx', kind: 'pptx', pages, words });
    const before = await events(engine);
    expect(readAgainMessage(await readAgain(engine))).toBe(
      '1 document will be read again when Kitbag has nothing else to do.',
    );
    await rebuild(engine);
    const read = reads.length;
    for (const again of [() => engine.reopen(), () => rebuild(engine)]) {
      await again();
      expect(await readAgain(engine)).toEqual({ byItself: 0, whenAsked: 0 });
    }
    expect(await events(engine)).toBe(before);
    expect(reads.length).toBe(read);
  });

  it('is there at last where an older Kitbag could not read the format', async () => {
    const engine = await open(never);
    await publishAsBefore(engine, {
      path: engine.file('letter.odt', makeOpenDocument('text', '<text:p>The wombat clause</text:p>')),
      ...{ fileName: 'letter.odt', kind: 'other', mediaType: 'application/vnd.oasis.opendocument.text' },
      ...{ pages: [], words: 0 },
    });
    await finds(engine, 'wombat', []);
    expect(await readAgain(engine)).toEqual({ byItself: 1, whenAsked: 0 });
    await rebuild(engine);
    await finds(engine, 'wombat', [{ page: 1, hidden: undefined }]);
    expect(await readAgain(engine)).toEqual({ byItself: 0, whenAsked: 0 });
  });

  it('is read again on a colleague’s device only when asked, and then by nobody else', async () => {
    const { hub, lead, ben, asset } = await sharedHub(never);
    await lead.client.people.grant({ member: await ben.self(), role: 'marketer' });
    await hub.settle(lead, ben);
    const { version } = await ben.client.assets.get({ asset });
    for await (const _ of await ben.client.offline.fetch({ version: version.id }));
    expect(await readAgain(ben)).toEqual({ byItself: 0, whenAsked: 1 });
    expect(readAgainMessage(await readAgain(ben))).toBe('Rebuild the index to read 1 document again.');
    await rebuild(ben);
    await hub.settle(ben, lead);
    expect(await readAgain(lead)).toEqual({ byItself: 0, whenAsked: 0 });
    const before = { events: await events(lead), reads: reads.length };
    await rebuild(lead);
    expect({ events: await events(lead), reads: reads.length }).toEqual(before);
    await finds(lead, 'bongocent', [{ page: 2, hidden: true }]);
  });

  it('stays in a journal of the first format, and is read again where its file is here', async () => {
    const engine = await TempEngine.open({ fresh: true, ports: await ports(never) });
    opened.push(engine);
    await engine.reopen(() => {
      rmSync(engine.data, { recursive: true });
      cpSync(foldersOf('journal-v1').replica, engine.data, { recursive: true });
    });
    const { byItself, whenAsked } = await readAgain(engine);
    expect(byItself + whenAsked).toBeGreaterThan(0);
    const before = await events(engine);
    await rebuild(engine);
    expect(await events(engine)).toBe(before + byItself + whenAsked);
    expect(await readAgain(engine)).toEqual({ byItself: 0, whenAsked: 0 });
  });
});
