import { rmSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { textMessage } from '../../../../src/words/texts.ts';
import { refusing, sentenceOf } from '../../../support/saying.ts';
import { TempEngine, type TempEngineOptions } from '../../../support/temp-engine.ts';
import { refusalOf } from '../../../support/wire-error.ts';

let temp: TempEngine | undefined;
afterEach(() => temp?.remove());
const open = async (options?: TempEngineOptions) => {
  temp = await TempEngine.open(options);
  return temp;
};

const tagged = { type: 'faq', stages: ['decision'], personas: ['cfo'] };

describe('the publish table', () => {
  it('shows what was found and guessed, and what is missing', async () => {
    const engine = await open({ role: 'marketer' });
    await engine.stage(engine.file('flow_case-study_v2.txt', '# Halden saves nine percent\nText'));
    const [row] = (await engine.client.publish.state()).rows;
    expect(row).toMatchObject({
      state: 'ready',
      fields: {
        title: 'Halden saves nine percent',
        type: 'case-study',
        audience: 'customer',
        language: 'en',
      },
      missing: ['stages', 'personas'],
      found: { pageCount: 1, text: { state: 'searchable' } },
    });
    expect(row?.guessed).toEqual(expect.arrayContaining(['title', 'type', 'audience', 'language']));
  });

  it('makes a readable title of a file name that is all there is', async () => {
    const engine = await open();
    await engine.stage(engine.file('roi_story-harbor.txt', 'no heading'));
    expect((await engine.client.publish.state()).rows[0]?.fields.title).toBe('Roi story harbor');
  });

  it('guesses stage and persona only from what folders and files are called', async () => {
    const engine = await open();
    engine.file('drop/Decision/CFO/price list.txt', 'x');
    await engine.stage(`${engine.folder}/files/drop`);
    const [row] = (await engine.client.publish.state()).rows;
    expect(row?.fields).toMatchObject({ stages: ['decision'], personas: ['cfo'], type: 'pricing-sheet' });
    expect(row?.missing).toEqual([]);
  });

  it('refuses to publish without a stage and a persona, next to the field, and publishes nothing', async () => {
    const engine = await open();
    await engine.stage(engine.file('a.txt', 'a'), engine.file('b.txt', 'b'));
    const rows = (await engine.client.publish.state()).rows.map((row) => row.id);
    await engine.setRows(rows.slice(0, 1), tagged);
    await engine.setRows(rows.slice(1), { type: 'faq' });
    const refused = await refusalOf(engine.client.publish.publish({ rows }));
    expect(refused).toMatchObject({ code: 'INVALID', field: 'stages' });
    expect(engine.engine.summaries().size).toBe(0);
  });

  it('publishes many rows in one write, and takes them off', async () => {
    const engine = await open();
    await engine.stage(engine.file('a.txt', 'a'), engine.file('b.txt', 'b'));
    const rows = (await engine.client.publish.state()).rows.map((row) => row.id);
    await engine.setRows(rows, { ...tagged, tags: ['q4'] });
    const { published } = await engine.client.publish.publish({ rows });
    expect(published.map((row) => row.title)).toEqual(['A', 'B']);
    expect((await engine.client.publish.state()).rows).toEqual([]);
    expect([...engine.engine.summaries().values()][0]).toMatchObject({ state: 'published', tags: ['q4'] });
  });

  it('publishes nothing twice on a second click', async () => {
    const engine = await open();
    await engine.stage(engine.file('a.txt', 'a'));
    const rows = (await engine.client.publish.state()).rows.map((row) => row.id);
    await engine.setRows(rows, tagged);
    const clicks = await Promise.allSettled([
      engine.client.publish.publish({ rows }),
      engine.client.publish.publish({ rows }),
    ]);
    expect(clicks.map((click) => click.status)).toEqual(['fulfilled', 'rejected']);
    expect(engine.engine.summaries().size).toBe(1);
  });

  it('leads the same bytes to the asset that has them, and marks them twice in one table', async () => {
    const engine = await open();
    const [asset = ''] = await engine.publish(engine.file('one.txt', '# The one\nbytes'));
    await engine.stage(engine.file('again.txt', '# The one\nbytes'));
    await engine.stage(engine.file('x.txt', 'other'), engine.file('y.txt', 'other'));
    const states = (await engine.client.publish.state()).rows.map((row) => [
      row.fileName,
      row.state,
      row.duplicateOf?.asset,
    ]);
    expect(states[0]).toEqual(['again.txt', 'duplicate', asset]);
    expect(
      states
        .slice(1)
        .map(([, state]) => state)
        .toSorted(),
    ).toEqual(['duplicate', 'ready']);
  });

  it('frees a duplicate when its twin is taken off', async () => {
    const engine = await open();
    await engine.stage(engine.file('x.txt', 'same'), engine.file('y.txt', 'same'));
    const ready = (await engine.client.publish.state()).rows.find((row) => row.state === 'ready');
    await engine.client.publish.discard({ rows: [ready?.id ?? ''] });
    const rows = (await engine.client.publish.state()).rows;
    expect(rows.map((row) => [row.state, row.says])).toEqual([['ready', undefined]]);
  });

  it('sees a new version by its name, and publishing it keeps ratings, tags and old versions', async () => {
    const engine = await open();
    const [asset = ''] = await engine.publish(engine.file('Pitch deck v1.txt', 'first'));
    await engine.client.ratings.give({ asset, value: 5 });
    await engine.stage(engine.file('Pitch deck v2 (final).txt', 'second'));
    const [row] = (await engine.client.publish.state()).rows;
    expect(row?.looksLike).toMatchObject({ asset, versions: 1 });
    const rows = [row?.id ?? ''];
    await engine.setRows(rows, { versionOf: asset });
    await engine.client.publish.publish({ rows });
    const detail = await engine.client.assets.get({ asset });
    expect(detail.versions.map((version) => version.fileName)).toEqual([
      'Pitch deck v2 (final).txt',
      'Pitch deck v1.txt',
    ]);
    expect(detail.usefulness.count).toBe(1);
    expect(detail.mine?.versionNumber).toBe(1);
    const old = detail.versions[1]?.id ?? '';
    expect((await engine.client.assets.text({ version: old })).pages[0]?.text).toBe('first');
  });

  it('lets one file fail without the rest, says why, and reads it again when asked', async () => {
    const engine = await open();
    const broken = engine.file('broken.txt', 'BROKEN');
    await engine.stage(
      broken,
      engine.file('empty.txt', ''),
      engine.file('good.txt', 'good'),
      `${engine.folder}/gone.txt`,
    );
    const rows = (await engine.client.publish.state()).rows;
    const reasons = Object.fromEntries(rows.map((row) => [row.fileName, row.reason ?? row.state]));
    expect(reasons).toEqual({
      'broken.txt': 'damaged',
      'empty.txt': 'empty',
      'good.txt': 'ready',
      'gone.txt': 'not-found',
    });
    expect(sentenceOf(rows.find((row) => row.fileName === 'broken.txt')?.says)).toContain(
      'Nothing was added',
    );
    engine.file('broken.txt', 'mended');
    await engine.client.publish.retry({
      rows: rows.filter((row) => row.state === 'failed').map((row) => row.id),
    });
    await engine.staged();
    const again = (await engine.client.publish.state()).rows.find((row) => row.fileName === 'broken.txt');
    expect(again).toMatchObject({ state: 'ready', fields: { title: 'Broken' } });
    expect(again?.reason).toBeUndefined();
  });

  it('marks what can’t be searched and publishes it all the same', async () => {
    const engine = await open();
    const [asset = ''] = await engine.publish(engine.file('scan.txt', 'SCANNED'));
    const { version } = await engine.client.assets.get({ asset });
    expect(version.text).toMatchObject({ state: 'not', reason: 'scanned' });
    expect(textMessage(version.text)).toContain('pictures without text');
  });

  it('stops when it is cancelled: what was read stays, the rest is taken off', async () => {
    const engine = await open();
    await engine.stage(engine.file('good.txt', 'good'));
    const { grant } = engine.engine.grantPaths(
      ['a', 'b', 'c'].map((name) => engine.file(`${name}.txt`, `HANG ${name}`)),
    );
    await engine.client.publish.stage({ grant });
    expect((await engine.client.publish.state()).progress).toMatchObject({ total: 3, done: 0 });
    expect(await engine.client.publish.cancel()).toEqual({ cancelled: 3 });
    const state = await engine.client.publish.state();
    expect(state.rows.map((row) => row.fileName)).toEqual(['good.txt']);
    expect(state.progress).toBeNull();
  });

  it('pauses: what is being read is read to its end, the rest waits until it goes on', async () => {
    const engine = await open();
    const { grant } = engine.engine.grantPaths(
      ['a', 'b', 'c', 'd'].map((name) => engine.file(`${name}.txt`, `text ${name}`)),
    );
    const { publish } = engine.client;
    await publish.pause({ paused: true });
    await publish.stage({ grant });
    const waiting = await publish.state();
    expect(waiting.progress).toMatchObject({ total: 4, done: 0, paused: true });
    expect(waiting.rows.map(({ state }) => state)).toEqual(['waiting', 'waiting', 'waiting', 'waiting']);
    await publish.pause({ paused: false });
    await engine.staged();
    const read = await publish.state();
    expect(read.progress).toBeNull();
    expect(read.rows.map(({ state }) => state)).toEqual(['ready', 'ready', 'ready', 'ready']);
  });

  it('is not paused any more where reading was cancelled', async () => {
    const engine = await open();
    await engine.client.publish.pause({ paused: true });
    await engine.client.publish.stage({
      grant: engine.engine.grantPaths([engine.file('a.txt', 'a')]).grant,
    });
    expect(await engine.client.publish.cancel()).toEqual({ cancelled: 1 });
    await engine.stage(engine.file('b.txt', 'b'));
    expect((await engine.client.publish.state()).rows.map(({ fileName }) => fileName)).toEqual(['b.txt']);
  });

  it('is there again after a restart, with what was typed, and goes on reading', async () => {
    const engine = await open();
    await engine.stage(engine.file('a.txt', 'a'));
    const [row] = (await engine.client.publish.state()).rows;
    await engine.setRows([row?.id ?? ''], { title: 'Typed by hand', ...tagged });
    await engine.reopen();
    const [after] = (await engine.client.publish.state()).rows;
    expect(after).toMatchObject({
      id: row?.id,
      state: 'ready',
      fields: { title: 'Typed by hand' },
      missing: [],
    });
    rmSync(`${engine.folder}/files`, { recursive: true });
    const { published } = await engine.client.publish.publish({ rows: [row?.id ?? ''] });
    expect(published).toHaveLength(1);
  });

  it('takes files only for a grant that the shell gave, once', async () => {
    const engine = await open();
    const { grant } = engine.engine.grantPaths([engine.file('a.txt', 'a')]);
    await engine.client.publish.stage({ grant });
    expect((await refusalOf(engine.client.publish.stage({ grant }))).code).toBe('INVALID');
    expect((await refusalOf(engine.client.publish.stage({ grant: '/etc/passwd' }))).code).toBe('INVALID');
  });

  it('is not for reps', async () => {
    const engine = await open({ role: 'rep' });
    const { grant } = engine.engine.grantPaths([engine.file('a.txt', 'a')]);
    const refused = await refusalOf(engine.client.publish.stage({ grant }));
    expect(refused.code).toBe('NOT_ALLOWED');
    await expect(engine.publish(engine.file('a.txt', 'a'))).rejects.toMatchObject(
      refusing('Only marketers and content leads can publish'),
    );
  });
});

describe('import in one go', () => {
  it('takes names in any script, with quotes, line breaks and 255 bytes', async () => {
    const engine = await open();
    const names = [
      '価格 «表».txt',
      'it\'s "quoted".txt',
      'two\nlines.txt',
      `${'x'.repeat(251)}.txt`,
      '<img src=x onerror=alert(1)>.txt',
    ];
    const ids = await engine.publish(...names.map((name, index) => engine.file(name, `text ${index}`)));
    expect(new Set(ids).size).toBe(names.length);
    const titles = [...engine.engine.summaries().values()].map((asset) => asset.title);
    expect(titles).toContain('Two lines');
    expect(titles).toContain('価格 «表»');
    expect(titles).toContain('<img src=x onerror=alert(1)>');
  });

  it('makes one asset of equal files', async () => {
    const engine = await open();
    const ids = await engine.publish(
      engine.file('a.txt', 'same'),
      engine.file('b.txt', 'same'),
      engine.file('c.txt', 'same'),
    );
    expect(new Set(ids).size).toBe(1);
    expect(engine.engine.summaries().size).toBe(1);
  });
});
