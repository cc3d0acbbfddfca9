import { afterEach, describe, expect, it } from 'vitest';
import { PAUSE_MS } from '../../../../src/engine/base/at-work.ts';
import type { Extractor } from '../../../../src/engine/ports/extractor.ts';
import { textMessage } from '../../../../src/words/texts.ts';
import { comesTrue } from '../../../support/comes-true.ts';
import { HubEngines } from '../../../support/hub-engines.ts';
import { inWords } from '../../../support/in-words.ts';
import { soon } from '../../../support/soon.ts';
import { TempEngine, type TempEngineOptions } from '../../../support/temp-engine.ts';
import { textExtractor } from '../../../support/text-extractor.ts';

/** Of this only the first page is read, unless nothing else is to be read. */
const LATE = 'LATE to the harbour\fsecond page\fthird page';

let temp: TempEngine | undefined;
let hub: HubEngines | undefined;
afterEach(async () => {
  await temp?.remove();
  await hub?.remove();
  temp = undefined;
  hub = undefined;
});

const open = async (options?: TempEngineOptions) => {
  temp = await TempEngine.open(options);
  return temp;
};

/** Nothing happens by itself. */
const never = () => () => undefined;

const versionOf = async (engine: TempEngine, asset: string) =>
  (await engine.client.assets.get({ asset })).version;
const pagesOf = async (engine: TempEngine, asset: string) => {
  const { id } = await versionOf(engine, asset);
  return (await engine.client.assets.text({ version: id })).pages.map(({ text }) => text);
};
const rebuild = async (engine: TempEngine) => {
  for await (const _ of await engine.client.maintenance.rebuildIndex());
};

describe('a document whose reading was broken off', () => {
  it('says how much of it was read, and that it is tried again', async () => {
    const engine = await open({ ports: { later: never } });
    const [asset = ''] = await engine.publish(engine.file('late.txt', LATE));
    const { text } = await versionOf(engine, asset);
    expect(text).toMatchObject({ state: 'partly', reason: 'timed-out' });
    expect(textMessage(text)).toContain('Partly searchable: read 1 of 3 pages.');
    expect(textMessage(text)).toContain('tries again by itself');
    expect(await pagesOf(engine, asset)).toEqual(['LATE to the harbour']);
  });

  it('is read again by itself when nothing else is to be done', async () => {
    const engine = await open({ ports: { later: soon } });
    const [asset = ''] = await engine.publish(engine.file('late.txt', LATE));
    const whole = async () => expect((await versionOf(engine, asset)).text.state).toBe('searchable');
    await comesTrue(whole);
    expect(await pagesOf(engine, asset)).toEqual(['LATE to the harbour', 'second page', 'third page']);
    expect(await engine.client.maintenance.verify()).toMatchObject({ ok: true });
  });

  it('is read again by itself once a release, and every time the index is rebuilt', async () => {
    const reader = textExtractor();
    const hopeless: Extractor = { ...reader, extract: (path, name) => reader.extract(path, name) };
    const engine = await open({ ports: { later: soon, extractor: hopeless } });
    const timesRead = (name: string) => reader.reads.filter((read) => read === name).length;
    const readTwice = async (name: string) => {
      await engine.publish(engine.file(name, `LATE ${name}\fsecond`));
      await comesTrue(() => expect(timesRead(name)).toBe(2));
    };
    await readTwice('first.txt');
    await readTwice('second.txt'); // only begun when the first one is done with
    await engine.reopen();
    await readTwice('third.txt');
    expect(timesRead('first.txt')).toBe(2);
    await rebuild(engine);
    expect(timesRead('first.txt')).toBe(3);
  });

  it('is not read again by itself where reading it again ended Kitbag', async () => {
    const reader = textExtractor();
    const again: string[] = [];
    const extract: Extractor['extract'] = (path, name, options) => {
      if (options?.again === true) again.push(name);
      // What takes the whole process with it never answers.
      if (options?.again === true && name === 'deadly.txt') return new Promise(() => undefined);
      return reader.extract(path, name, options);
    };
    const engine = await open({ ports: { later: soon, extractor: { ...reader, extract } } });
    await engine.publish(engine.file('deadly.txt', `${LATE} deadly`));
    await comesTrue(() => expect(again).toEqual(['deadly.txt']));
    await engine.abandon();
    const [other = ''] = await engine.publish(engine.file('other.txt', `${LATE} other`));
    const whole = async () => expect((await versionOf(engine, other)).text.state).toBe('searchable');
    await comesTrue(whole);
    expect(again).toEqual(['deadly.txt', 'other.txt']);
  });

  it('is not read again by itself while somebody is at work, but when they pause', async () => {
    const reader = textExtractor();
    const timers = new Map<() => void, number>();
    const later = (run: () => void, ms: number) => {
      timers.set(run, ms);
      return () => timers.delete(run);
    };
    const pass = (ms: number) => {
      for (const [run, wait] of [...timers]) if (wait <= ms && timers.delete(run)) run();
    };
    const engine = await open({ ports: { later, extractor: reader } });
    const publish = (name: string) => engine.publish(engine.file(name, `${LATE} ${name}`));
    await publish('first.txt');
    await publish('second.txt');
    // No document has come for a while, but somebody looks for something.
    await engine.client.search.find({ query: 'harbour' });
    for (const [run, wait] of [...timers]) if (wait > PAUSE_MS && timers.delete(run)) run();
    await publish('third.txt');
    for (let asked = 0; asked < 20; asked += 1)
      await engine.client.search.find({ query: `harbour ${asked}` });
    expect(reader.reads).toEqual(['first.txt', 'second.txt', 'third.txt']);
    pass(PAUSE_MS); // They asked meanwhile: it waits once more.
    await comesTrue(() => expect([...timers.values()]).toContain(PAUSE_MS));
    pass(PAUSE_MS);
    await comesTrue(() => expect(reader.reads.slice(3, 5)).toEqual(['first.txt', 'second.txt']));
  });

  it('is read again when it came while another was being read again', async () => {
    const reader = textExtractor();
    const quiet = new Set<() => void>();
    const later = (run: () => void) => {
      quiet.add(run);
      return () => quiet.delete(run);
    };
    const allIsQuiet = () => {
      for (const run of [...quiet]) if (quiet.delete(run)) run();
    };
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const extract: Extractor['extract'] = async (path, name, options) => {
      const outcome = await reader.extract(path, name, options);
      if (name === 'first.txt' && options?.again === true) await held;
      return outcome;
    };
    const engine = await open({ ports: { later, extractor: { ...reader, extract } } });
    await engine.publish(engine.file('first.txt', `${LATE} first`));
    allIsQuiet();
    await comesTrue(() => expect(reader.reads).toEqual(['first.txt', 'first.txt']));
    const [second = ''] = await engine.publish(engine.file('second.txt', `${LATE} second`));
    release();
    await comesTrue(async () => {
      allIsQuiet();
      expect((await versionOf(engine, second)).text.state).toBe('searchable');
    });
  });

  it('is read again when the index is rebuilt, which says which document it is at', async () => {
    const engine = await open({ ports: { later: never } });
    const [asset = ''] = await engine.publish(engine.file('late.txt', LATE));
    const seen: string[] = [];
    for await (const { current } of await engine.client.maintenance.rebuildIndex()) seen.push(current);
    expect(seen).toContain('Late');
    expect(await versionOf(engine, asset)).toMatchObject({ pageCount: 3, text: { state: 'searchable' } });
    expect(await pagesOf(engine, asset)).toHaveLength(3);
  });

  it('is read again when the same file is imported again, which is no second asset', async () => {
    const engine = await open({ ports: { later: never } });
    const [asset = ''] = await engine.publish(engine.file('late.txt', LATE));
    const options = { stages: ['decision'], personas: ['cfo'], types: [], tags: [], draft: false };
    const lines: unknown[] = [];
    for await (const line of engine.engine.importFiles([engine.file('copy.txt', LATE)], options)) {
      lines.push(line);
    }
    expect(lines).toMatchObject([
      { status: 'duplicate', assetId: asset, readAgain: { pages: 3, text: 'searchable' } },
    ]);
    expect(await pagesOf(engine, asset)).toHaveLength(3);
    expect(engine.engine.summaries().size).toBe(1);
  });

  it('gets the text of the same file that is dropped on the publish table later', async () => {
    const reader = textExtractor();
    let calm = false;
    const extract: Extractor['extract'] = (path, name, options) =>
      reader.extract(path, name, { ...options, again: calm });
    const engine = await open({ ports: { later: soon, extractor: { ...reader, extract } } });
    const [asset = ''] = await engine.publish(engine.file('late.txt', LATE));
    calm = true;
    await engine.stage(engine.file('copy.txt', LATE));
    expect((await engine.client.publish.state()).rows).toMatchObject([{ state: 'duplicate' }]);
    expect(await pagesOf(engine, asset)).toHaveLength(3);
  });

  it('keeps what was found when less is found the next time', async () => {
    const reader = textExtractor();
    let lost = false;
    const extract: Extractor['extract'] = async (path, name, options) => {
      const outcome = await reader.extract(path, name, { ...options, again: false });
      if (!lost || outcome.outcome === 'refused') return outcome;
      const text = { state: 'not', reason: 'out-of-memory' } as const;
      return { ...outcome, extraction: { ...outcome.extraction, pages: [], words: 0, text } };
    };
    const engine = await open({ ports: { later: never, extractor: { ...reader, extract } } });
    const [asset = ''] = await engine.publish(engine.file('late.txt', LATE));
    lost = true;
    await rebuild(engine);
    expect((await versionOf(engine, asset)).text.state).toBe('partly');
    expect(await pagesOf(engine, asset)).toHaveLength(1);
  });

  it('reaches colleagues with its whole text when it was read again', async () => {
    const shared = await HubEngines.shared({ ports: { later: never } });
    hub = shared.hub;
    const { lead } = shared;
    const [asset = ''] = await lead.publish(lead.file('late.txt', LATE));
    await lead.engine.exchange();
    const ben = await hub.join('Ben');
    await hub.settle(lead, ben);
    expect((await versionOf(ben, asset)).text.state).toBe('partly');
    await rebuild(ben); // a rep publishes nothing, and changes nothing of what others see
    await rebuild(lead);
    await hub.settle(lead, ben);
    const whole = async () => expect(await pagesOf(ben, asset)).toHaveLength(3);
    await comesTrue(whole);
    expect((await versionOf(ben, asset)).text.state).toBe('searchable');
    const { entries } = await lead.client.history.asset({ asset });
    expect(inWords(entries[0])).toMatchObject({ what: 'read its text again' });
  });
});
