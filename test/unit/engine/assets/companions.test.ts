import { afterEach, describe, expect, it } from 'vitest';
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
