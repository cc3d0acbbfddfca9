import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Extractor } from '../../../../src/engine/ports/extractor.ts';
import { createExtractor } from '../../../../src/platform/extract/extractor.ts';
import { say } from '../../../../src/words/say.ts';
import { TempEngine } from '../../../support/temp-engine.ts';
import { workerUrl } from '../../platform/extract/support.ts';

let extractor: Extractor;
beforeAll(() => {
  extractor = createExtractor({ workerUrl, concurrency: 1 });
});
afterAll(() => extractor.close());

let temp: TempEngine | undefined;
afterEach(() => temp?.remove());

const LOGINS = 'url,username,password\nhttps://x.example,mira,hunter22\n';
const open = async () => {
  const close = async () => undefined;
  const shared: Extractor = {
    ...{
      extract: (...asked) => extractor.extract(...asked),
      preview: (...asked) => extractor.preview(...asked),
    },
    assemble: (...asked) => extractor.assemble(...asked),
    table: (...asked) => extractor.table(...asked),
    invitation: (...asked) => extractor.invitation(...asked),
    cutPages: (...asked) => extractor.cutPages(...asked),
    ...{ keptText: (path) => extractor.keptText(path), opening: (...asked) => extractor.opening(...asked) },
    ...{ recognize: (...asked) => extractor.recognize(...asked) },
    compareTexts: (...asked) => extractor.compareTexts(...asked),
    compareTextPages: (...asked) => extractor.compareTextPages(...asked),
    ...{ pictureMark: (path) => extractor.pictureMark(path) },
    ...{ pagePicture: (...asked) => extractor.pagePicture(...asked) },
    ...{ textPicture: (...asked) => extractor.textPicture(...asked), close },
  };
  temp = await TempEngine.open({ ports: { extractor: shared } });
  return temp;
};
const rows = async (engine: TempEngine) => (await engine.client.publish.state()).rows;

describe('a list of passwords', () => {
  it('is not added before somebody was asked, and is when they say so', async () => {
    const engine = await open();
    await engine.stage(engine.file('logins.csv', LOGINS));
    const [row] = await rows(engine);
    expect(row).toMatchObject({ state: 'failed', reason: 'passwords' });
    expect(row?.says && say(row.says)).toContain('looks like a list of passwords');
    await engine.client.publish.retry({ rows: [row?.id ?? ''] });
    await expect.poll(async () => (await rows(engine))[0]?.state).toBe('ready');
  });

  it('is not meant where many are tried again', async () => {
    const engine = await open();
    await engine.stage(engine.file('a.csv', LOGINS), engine.file('b.csv', `${LOGINS}x,y,z`));
    const ids = (await rows(engine)).map(({ id }) => id);
    await engine.client.publish.retry({ rows: ids });
    await expect
      .poll(async () => (await rows(engine)).map(({ state }) => state))
      .toEqual(['failed', 'failed']);
  });

  it('is not imported', async () => {
    const engine = await open();
    const options = { stages: [], personas: [], types: [], tags: [], draft: true };
    const lines = [];
    const paths = [engine.file('logins.csv', LOGINS), engine.file('notes.txt', 'words')];
    for await (const line of engine.engine.importFiles(paths, options))
      lines.push([line.status, 'reason' in line && line.reason]);
    expect(lines.toSorted()).toEqual([
      ['draft', false],
      ['failed', 'passwords'],
    ]);
  });
});
