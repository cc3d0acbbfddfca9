import { afterEach, describe, expect, it } from 'vitest';
import { TempEngine } from '../../../support/temp-engine.ts';

let temp: TempEngine | undefined;
afterEach(() => temp?.remove());

/** A table with one file on it, and an asset that is to get a new version. */
async function openTable(): Promise<{ engine: TempEngine; asset: string }> {
  temp = await TempEngine.open({ role: 'marketer' });
  const [asset = ''] = await temp.publish(temp.file('prices.txt', 'last year'));
  await temp.stage(temp.file('other.txt', 'something else'));
  return { engine: temp, asset };
}

/** Stages files as new versions of an asset; which rows became versions of what, by file name. */
async function versionsAfter(engine: TempEngine, asset: string, paths: readonly string[]) {
  const { grant } = engine.engine.grantPaths(paths);
  await engine.client.publish.stage({ grant, versionOf: asset });
  await engine.staged();
  const { rows } = await engine.client.publish.state();
  return Object.fromEntries(rows.map(({ fileName, fields }) => [fileName, fields.versionOf]));
}

describe('a file that is staged as the new version of an asset', () => {
  it('is one on the table, and beside it nothing else is', async () => {
    const { engine, asset } = await openTable();
    const versions = await versionsAfter(engine, asset, [engine.file('new.txt', 'this year')]);
    expect(versions).toEqual({ 'other.txt': null, 'new.txt': asset });
  });

  it('is published as one', async () => {
    const { engine, asset } = await openTable();
    await versionsAfter(engine, asset, [engine.file('new.txt', 'this year')]);
    const row = (await engine.client.publish.state()).rows.find(({ fileName }) => fileName === 'new.txt');
    const { published } = await engine.client.publish.publish({ rows: [row?.id ?? ''] });
    expect(published).toMatchObject([{ asset, version: true }]);
  });

  it('is one also where it can’t be read', async () => {
    const { engine, asset } = await openTable();
    const versions = await versionsAfter(engine, asset, [`${engine.folder}/files/gone.txt`]);
    expect(versions).toEqual({ 'other.txt': null, 'gone.txt': asset });
  });

  it('stays what it is where there are several: which one is meant is for the table to say', async () => {
    const { engine, asset } = await openTable();
    const files = [engine.file('new.txt', 'this year'), engine.file('newer.txt', 'next year')];
    expect(await versionsAfter(engine, asset, files)).toEqual({
      'other.txt': null,
      'new.txt': null,
      'newer.txt': null,
    });
  });
});
