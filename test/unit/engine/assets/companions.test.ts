import { afterEach, describe, expect, it } from 'vitest';
import { textMessage } from '../../../../src/words/texts.ts';
import { HubEngines } from '../../../support/hub-engines.ts';
import { TempEngine } from '../../../support/temp-engine.ts';

let temp: TempEngine | undefined;
afterEach(() => temp?.remove());

/** What belongs to each of some files, by the files' names. */
async function companions(...names: readonly string[]): Promise<Record<string, string | undefined>> {
  const engine = await TempEngine.open();
  temp = engine;
  // Texts of their own: the same bytes are one asset.
  const files = names.map((name) => engine.file(name, name));
  await engine.publish(...files);
  const found: Record<string, string | undefined> = {};
  for (const { version } of engine.engine.summaries().values()) {
    const companion = await engine.client.assets.companion({ version: version.id });
    found[version.fileName] = companion?.version.fileName;
  }
  return found;
}

describe('captions and recordings', () => {
  it('belong together by their names, whatever the language and the capitals', async () => {
    expect(await companions('Demo.wav', 'demo.de.vtt', 'Call.wav', 'call.vtt', 'other.vtt')).toEqual({
      'Demo.wav': 'demo.de.vtt',
      'demo.de.vtt': 'Demo.wav',
      'Call.wav': 'call.vtt',
      'call.vtt': 'Call.wav',
      'other.vtt': undefined,
    });
  });

  it('of several, the one of the very name comes first', async () => {
    const found = await companions('demo.wav', 'demo.de.vtt', 'demo.vtt');
    expect(found['demo.wav']).toBe('demo.vtt');
    expect(found['demo.de.vtt']).toBe('demo.wav');
  });

  it('have nothing to do with documents of the same name', async () => {
    expect(await companions('demo.txt', 'demo.vtt')).toEqual({
      'demo.txt': undefined,
      'demo.vtt': undefined,
    });
  });
});

/** What is said of whether the texts of files can be searched, by the files' names. */
function textsOf(engine: TempEngine): Record<string, string> {
  const all = [...engine.engine.summaries().values()];
  return Object.fromEntries(
    all.map(({ version }) => [
      version.fileName,
      `${version.text.state}${version.text.state === 'searchable' && version.text.by ? ' by captions' : ''}`,
    ]),
  );
}

const CUES = 'WEBVTT\n\n00:01.000 --> 00:02.000\nThe borogove is priced by seat.\n';

describe('a recording whose captions are in the library', () => {
  it('is found through them, says so, and is not counted among what can not be searched', async () => {
    const engine = await TempEngine.open();
    temp = engine;
    const [recording = ''] = await engine.publish(engine.file('demo.wav', 'SCANNED'));
    expect(textsOf(engine)).toEqual({ 'demo.wav': 'not' });
    await engine.publish(engine.file('demo.de.vtt', CUES));
    await engine.engine.indexed();
    expect(textsOf(engine)).toEqual({ 'demo.wav': 'searchable by captions', 'demo.de.vtt': 'searchable' });
    const { version, versions } = await engine.client.assets.get({ asset: recording });
    for (const one of [version, ...versions]) expect(textMessage(one.text)).toMatch(/through its captions/);
    expect(await engine.client.maintenance.indexReport()).toMatchObject({ searchable: 2, not: [] });
    const { hits } = await engine.client.search.find({ query: 'is:unsearchable' });
    expect(hits).toEqual([]);
  });

  it('is so after a start too, and no longer when they are drafts to a rep', async () => {
    const { hub, lead } = await HubEngines.shared();
    try {
      await lead.publish(lead.file('demo.wav', 'SCANNED'));
      const [captions = ''] = await lead.publish(lead.file('demo.vtt', CUES));
      const ben = await hub.fresh();
      await lead.engine.exchange();
      for await (const _ of ben.engine.joinHub(hub.place, { name: 'Ben' }));
      await hub.settle(lead, ben);
      await ben.reopen();
      expect(textsOf(ben)['demo.wav']).toBe('searchable by captions');
      await lead.client.assets.edit({ asset: captions, set: { status: 'draft' } });
      await hub.settle(lead, ben);
      expect(textsOf(ben)['demo.wav']).toBe('not');
      expect(textsOf(lead)['demo.wav']).toBe('searchable by captions');
    } finally {
      await hub.remove();
    }
  });
});
