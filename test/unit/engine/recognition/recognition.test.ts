import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { EnginePorts } from '../../../../src/engine/engine-ports.ts';
import type { Extractor, RecognizedPage } from '../../../../src/engine/ports/extractor.ts';
import { openSearchAt } from '../../../../src/node/open-search.ts';
import { createExtractor } from '../../../../src/platform/extract/extractor.ts';
import type { Cancellation } from '../../../../src/shared/ports/cancellation.ts';
import { recognitionMessage, textMessage } from '../../../../src/words/texts.ts';
import { drawScan, makeScannedPdf } from '../../../fixtures/documents/make-scan.ts';
import { comesTrue } from '../../../support/comes-true.ts';
import { HubEngines } from '../../../support/hub-engines.ts';
import { soon } from '../../../support/soon.ts';
import { TempEngine } from '../../../support/temp-engine.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { workerUrl } from '../../platform/extract/support.ts';

/** Scans whose words are recognized: what is published of them, what waits, and how it goes on. */

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

type Recognize = (page: number, signal?: Cancellation) => Promise<RecognizedPage>;

/** A page says its number, as if it had been recognized. */
const says: Recognize = async (page) => ({
  found: 'words',
  text: `bongocent number${page}`,
  recognized: { confidence: 93, boxes: [1000, 2000, 500, 100, 1600, 2000, 500, 100] },
});

const ports = async (
  later: EnginePorts['later'],
  recognize: Recognize,
  looked: number[] = [],
): Promise<Partial<EnginePorts>> => ({
  later,
  openSearch: openSearchAt(join(await temporaryFolder(), 'text.sqlite')),
  extractor: {
    extract: (...asked) => real.extract(...asked),
    preview: (...asked) => real.preview(...asked),
    keptText: (path) => real.keptText(path),
    compareTexts: (...asked) => real.compareTexts(...asked),
    compareTextPages: (...asked) => real.compareTextPages(...asked),
    pagePicture: (...asked) => real.pagePicture(...asked),
    textPicture: (...asked) => real.textPicture(...asked),
    pictureMark: (path) => real.pictureMark(path),
    recognize: async (_path, _kind, page, signal) => {
      looked.push(page);
      const seen = await recognize(page, signal);
      if (signal?.aborted) throw new DOMException('cancelled', 'AbortError');
      return seen;
    },
    cutPages: (...asked) => real.cutPages(...asked),
    assemble: (...asked) => real.assemble(...asked),
    table: (...asked) => real.table(...asked),
    invitation: (...asked) => real.invitation(...asked),
    opening: (...asked) => real.opening(...asked),
    close: async () => undefined,
  },
});

const open = async (later: EnginePorts['later'], recognize: Recognize, looked: number[] = []) => {
  const engine = await TempEngine.open({ ports: await ports(later, recognize, looked) });
  opened.push(engine);
  return engine;
};

/** A scan of so many pages. */
const scanOf = (engine: TempEngine, pages: number, name = 'Contract.pdf') =>
  engine.file(name, makeScannedPdf(Array.from({ length: pages }, () => ({ lines: ['Words'], dpi: 20 }))));

const report = (engine: TempEngine) => engine.client.maintenance.indexReport();
const all = async (engine: TempEngine) => {
  for await (const _ of await engine.client.recognition.all());
};
const found = async (engine: TempEngine, query: string) => {
  await engine.engine.indexed();
  const { hits } = await engine.client.search.find({ query });
  return hits.flatMap(({ pages }) => pages.map(({ page }) => page));
};
const currentOf = async (engine: TempEngine, asset: string) =>
  (await engine.client.assets.get({ asset })).version;

describe('a scan that somebody publishes', () => {
  it('waits, is recognized when nothing else is to be done, and is then found at its pages', async () => {
    const engine = await open(soon, says);
    const [asset = ''] = await engine.publish(scanOf(engine, 3));
    await comesTrue(async () => expect(await found(engine, 'number2')).toEqual([2]));
    const { version } = await engine.client.assets.get({ asset });
    expect(version).toMatchObject({
      text: { state: 'searchable' },
      words: 6,
      recognized: { pages: [[1, 3]], confidence: 93 },
    });
    const { pages } = await engine.client.assets.text({ version: version.id });
    expect(pages[1]).toMatchObject({ text: 'bongocent number2', recognized: { confidence: 93 } });
    expect(pages[1]?.recognized?.boxes).toHaveLength(8);
    expect(await report(engine)).toMatchObject({ searchable: 1, recognition: { documents: 0, pages: 0 } });
    expect(await engine.client.maintenance.verify()).toMatchObject({ ok: true });
  });

  it('is recognized before one with more pages', async () => {
    const looked: number[] = [];
    const engine = await open(never, says, looked);
    await engine.publish(scanOf(engine, 3), scanOf(engine, 2, 'Letter.pdf'));
    await all(engine);
    expect(looked).toEqual([1, 2, 1, 2, 3]);
  });

  it('is counted in the index report while it waits, on the device of who published it alone', async () => {
    const { hub, lead } = await HubEngines.shared({ ports: await ports(never, says) });
    opened.push(hub);
    await lead.publish(scanOf(lead, 2));
    const ben = await hub.fresh(await ports(never, says));
    await lead.engine.exchange();
    for await (const _ of ben.engine.joinHub(hub.place, { name: 'Ben' }));
    await hub.settle(lead, ben);
    const { recognition } = await report(lead);
    expect(recognition).toEqual({ documents: 1, pages: 2 });
    expect(recognitionMessage(recognition)).toMatch(/^The text of 1 document \(2 pages\) will be recognized/);
    expect((await report(ben)).recognition).toEqual({ documents: 0, pages: 0 });
    await all(lead);
    await hub.settle(lead, ben);
    await comesTrue(async () => expect(await found(ben, 'bongocent')).toEqual([1, 2]));
  });

  it('has pages on which nothing can be read left as they are, and is not looked at again for them', async () => {
    const looked: number[] = [];
    const engine = await open(
      never,
      async (page) => (page === 2 ? { found: 'nothing' } : says(page)),
      looked,
    );
    const [asset = ''] = await engine.publish(scanOf(engine, 3));
    await all(engine);
    expect(await currentOf(engine, asset)).toMatchObject({
      text: { state: 'partly', reason: 'scanned', missing: { pagesWithoutText: 1, pageCount: 3 } },
      recognized: {
        pages: [
          [1, 1],
          [3, 3],
        ],
      },
    });
    await engine.reopen();
    await all(engine);
    expect(looked).toEqual([1, 2, 3]);
    expect((await report(engine)).recognition).toEqual({ documents: 0, pages: 0 });
  });

  it('keeps what was recognized when its file is read again', async () => {
    const looked: number[] = [];
    const engine = await open(never, says, looked);
    const path = scanOf(engine, 2);
    const [asset = ''] = await engine.publish(path);
    await all(engine);
    const before = await currentOf(engine, asset);
    for await (const _ of await engine.client.maintenance.rebuildIndex());
    await engine.publish(path);
    expect(await currentOf(engine, asset)).toEqual(before);
    expect(looked).toEqual([1, 2]);
  });
});

describe('a photo that somebody publishes', () => {
  const photoOf = (engine: TempEngine) =>
    engine.file('photo.png', drawScan({ lines: ['Words'], dpi: 20 }).toBuffer('image/png'));

  it('says that its words wait, and is counted so', async () => {
    const engine = await open(never, says);
    const [asset = ''] = await engine.publish(photoOf(engine));
    const { text } = await currentOf(engine, asset);
    expect(text).toEqual({ state: 'not', reason: 'picture' });
    expect(textMessage(text)).toMatch(/once they are recognized/);
    expect(await report(engine)).toMatchObject({
      not: [{ reason: 'picture' }],
      recognition: { documents: 1, pages: 1 },
    });
    await all(engine);
    expect(await currentOf(engine, asset)).toMatchObject({ text: { state: 'searchable' } });
  });

  it('says that there are no words once it was looked at in vain, to everybody', async () => {
    const looked: number[] = [];
    const engine = await open(never, async () => ({ found: 'nothing' }), looked);
    const [asset = ''] = await engine.publish(photoOf(engine));
    await all(engine);
    expect((await currentOf(engine, asset)).text).toEqual({ state: 'not', reason: 'no-text' });
    await all(engine);
    expect(looked).toEqual([1]);
    expect((await report(engine)).recognition).toEqual({ documents: 0, pages: 0 });
    expect(await engine.client.maintenance.verify()).toMatchObject({ ok: true });
  });
});

describe('text recognition', () => {
  it('goes on after a restart with the pages that it has not looked at', async () => {
    const looked: number[] = [];
    const engine = await open(
      never,
      async (page) => {
        if (page === 3 && looked.length === 3) await engine.client.recognition.set({ on: false });
        return says(page);
      },
      looked,
    );
    const [asset = ''] = await engine.publish(scanOf(engine, 4));
    await all(engine);
    expect((await currentOf(engine, asset)).recognized).toBeUndefined();
    await engine.reopen();
    expect(await engine.client.recognition.state()).toMatchObject({ on: false, waiting: { documents: 0 } });
    await engine.client.recognition.set({ on: true });
    await all(engine);
    expect(await currentOf(engine, asset)).toMatchObject({ recognized: { pages: [[1, 4]] } });
    expect(looked).toEqual([1, 2, 3, 3, 4]);
  });

  it('leaves a page alone that ended the program twice', async () => {
    const looked: number[] = [];
    const engine = await open(
      never,
      (page) => (page === 1 ? new Promise<RecognizedPage>(() => undefined) : says(page)),
      looked,
    );
    const [asset = ''] = await engine.publish(scanOf(engine, 2));
    for (const times of [1, 2]) {
      void all(engine).catch(() => undefined);
      await comesTrue(() => expect(looked).toHaveLength(times));
      await engine.abandon();
    }
    await all(engine);
    expect(looked).toEqual([1, 1, 2]);
    expect(await currentOf(engine, asset)).toMatchObject({ recognized: { pages: [[2, 2]] } });
  });

  it('is off where a lead has turned it off for the hub, also in the middle of a scan, and on again after that', async () => {
    const looked: number[] = [];
    const engine = await open(
      never,
      async (page) => {
        if (page === 2 && looked.length === 2) await engine.client.people.setPolicies({ recognition: 'off' });
        return says(page);
      },
      looked,
    );
    const [asset = ''] = await engine.publish(scanOf(engine, 3));
    await all(engine);
    expect(await engine.client.recognition.state()).toMatchObject({
      policy: 'off',
      on: true,
      waiting: { documents: 0, pages: 0 },
    });
    await all(engine);
    expect(looked).toHaveLength(2);
    await engine.client.people.setPolicies({ recognition: 'on' });
    await all(engine);
    expect(await currentOf(engine, asset)).toMatchObject({ recognized: { pages: [[1, 3]] } });
  });

  it('stops in the middle of a long scan and keeps those that it has', async () => {
    const looked: number[] = [];
    const engine = await open(
      never,
      async (page) => {
        if (page === 30 && looked.length === 30) await engine.client.recognition.set({ on: false });
        return says(page);
      },
      looked,
    );
    const [asset = ''] = await engine.publish(scanOf(engine, 60));
    await all(engine);
    expect(looked).toHaveLength(30);
    await engine.client.recognition.set({ on: true });
    await all(engine);
    expect(await currentOf(engine, asset)).toMatchObject({ recognized: { pages: [[1, 60]] } });
    expect(looked).toHaveLength(61);
  });

  it('stops in the middle of a page for everybody who asked for it', async () => {
    const signals: (Cancellation | undefined)[] = [];
    let goOn: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const engine = await open(never, async (page, signal) => {
      signals.push(signal);
      await held;
      return says(page);
    });
    await engine.publish(scanOf(engine, 1));
    const both = [all(engine), all(engine)];
    await comesTrue(() => expect(signals).toHaveLength(2));
    await engine.client.recognition.set({ on: false });
    expect(signals.map((signal) => signal?.aborted)).toEqual([true, true]);
    goOn();
    await Promise.all(both);
  });

  it('does not count a page as begun again that two look at', async () => {
    const looked: number[] = [];
    const letGo: (() => void)[] = [];
    const engine = await open(
      never,
      async (page) => {
        if (looked.length <= 4) await new Promise<void>((resolve) => letGo.push(resolve));
        return says(page);
      },
      looked,
    );
    const [asset = ''] = await engine.publish(scanOf(engine, 1));
    for (const times of [2, 4]) {
      for (const one of [all(engine), all(engine)]) void one.catch(() => undefined);
      await comesTrue(() => expect(looked).toHaveLength(times));
      if (times === 2) await engine.abandon();
    }
    // Those of the process that is gone are never let go.
    for (const go of letGo.slice(2)) go();
    await all(engine);
    expect(await currentOf(engine, asset)).toMatchObject({ recognized: { pages: [[1, 1]] } });
  });

  it('closes nothing under a version that is looked at because somebody asked', async () => {
    let goOn: () => void = () => undefined;
    const looked: number[] = [];
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const engine = await open(
      never,
      async (page) => {
        await held;
        return says(page);
      },
      looked,
    );
    await engine.publish(scanOf(engine, 1));
    const asked = all(engine).catch(() => undefined);
    await comesTrue(() => expect(looked).toEqual([1]));
    let isClosed = false;
    const closed = engine.close().then(() => {
      isClosed = true;
    });
    await setImmediate();
    expect(isClosed).toBe(false);
    goOn();
    await closed;
    await asked;
  });

  it('finds the very words of a picture, by the recognizer that it ships with', async () => {
    const engine = await TempEngine.open({ ports: { ...(await ports(never, says)), extractor: real } });
    opened.push(engine);
    const scan = drawScan({ lines: ['Offer for the Nordlicht pump', 'valid until the end of June'] });
    await engine.publish(engine.file('photo.png', scan.toBuffer('image/png')));
    await all(engine);
    expect(await found(engine, 'nordlicht')).toEqual([1]);
    await engine.close();
  });
});
