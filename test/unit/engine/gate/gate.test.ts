import { afterEach, describe, expect, it } from 'vitest';
import type { AssetChanges } from '../../../../src/contract/assets.ts';
import { isSays } from '../../../../src/shared/says/says.ts';
import { WAYS_OUT } from '../../../../src/shared/vocabulary/ways-out.ts';
import { say } from '../../../../src/words/say.ts';
import { TempEngine } from '../../../support/temp-engine.ts';
import { refusalOf } from '../../../support/wire-error.ts';

let temp: TempEngine | undefined;
afterEach(() => temp?.remove());

/** An engine with assets that are what is said of them; answers their current versions. */
async function hubWith(...assets: readonly (AssetChanges & { readonly title: string })[]) {
  temp = await TempEngine.open();
  const versions: string[] = [];
  for (const set of assets) {
    const [asset = ''] = await temp.publish(temp.file(`${set.title}.txt`, `About ${set.title}`));
    await temp.client.assets.edit({ asset, set: { audience: 'customer', ...set } });
    versions.push((await temp.client.assets.get({ asset })).version.id);
  }
  return { engine: temp, versions };
}

/** An answer with what it tells in words; its `says` as `message`. */
function said(answer: object): object {
  const words = Object.entries(answer).map(([name, value]: [string, unknown]) => [
    name === 'says' ? 'message' : name,
    isSays(value) ? say(value) : value,
  ]);
  return Object.fromEntries(words);
}

describe('the gate of the engine', () => {
  it('asks about what is internal once for each way, and hands nothing out before', async () => {
    const { engine, versions } = await hubWith({ title: 'Battlecard', audience: 'internal' });
    const [version = ''] = versions;
    const { gate } = engine.client;
    expect(await engine.engine.handOut(version, 'copy')).toMatchObject({ outcome: 'held' });
    expect(said(await gate.pass({ version, way: 'copy' }))).toMatchObject({
      verdict: 'ask',
      code: 'internal',
      grave: true,
      title: 'Copy this internal asset?',
      message: '“Battlecard”. Internal only: not for customers.',
      confirm: 'Copy anyway',
    });
    expect(await gate.pass({ version, way: 'copy', confirmed: true })).toEqual({ verdict: 'allowed' });
    expect(await engine.engine.handOut(version, 'copy')).toMatchObject({ outcome: 'allowed' });
    expect(await gate.pass({ version, way: 'copy' })).toEqual({ verdict: 'allowed' });
    expect(await gate.pass({ version, way: 'present' })).toMatchObject({ verdict: 'ask' });
    await engine.reopen();
    expect(await engine.client.gate.pass({ version, way: 'copy' })).toMatchObject({ verdict: 'ask' });
  });

  it('asks again when something else is the matter than what was asked about', async () => {
    const { engine, versions } = await hubWith({ title: 'Battlecard', audience: 'internal' });
    const [version = ''] = versions;
    await engine.client.gate.pass({ version, way: 'copy', confirmed: true });
    const [asset = ''] = [...engine.engine.summaries().keys()];
    await engine.client.assets.edit({ asset, set: { status: 'draft' } });
    expect(said(await engine.client.gate.pass({ version, way: 'copy' }))).toMatchObject({
      verdict: 'ask',
      message: expect.stringContaining('It is a draft'),
    });
  });

  it('refuses what has expired on every way, whatever is confirmed, and names what to use', async () => {
    const { engine, versions } = await hubWith(
      { title: 'Analyst reprint spring', type: 'analyst-report', expiresOn: '2026-01-31' },
      { title: 'Analyst reprint autumn', type: 'analyst-report' },
      { title: 'Analyst reprint for us', type: 'analyst-report', audience: 'internal' },
      { title: 'Price list', type: 'pricing-sheet' },
    );
    const [version = ''] = versions;
    for (const way of WAYS_OUT) {
      const answer = await engine.client.gate.pass({ version, way, confirmed: true });
      expect(said(answer)).toMatchObject({
        verdict: 'refused',
        code: 'expired',
        instead: { title: 'Analyst reprint autumn' },
        message: expect.stringContaining('Use “Analyst reprint autumn” instead.'),
      });
      expect(await engine.engine.handOut(version, way)).toMatchObject({ outcome: 'held' });
    }
  });

  it('says what to do where nothing current is like what has expired', async () => {
    const { engine, versions } = await hubWith({ title: 'Alone', expiresOn: '2026-01-31' });
    const [version = ''] = versions;
    const pass = async () => said(await engine.client.gate.pass({ version, way: 'save' }));
    expect(await pass()).toMatchObject({ message: expect.stringContaining('Change its expiry date') });
    await engine.client.session.changeRole({ role: 'rep' });
    expect(await pass()).toMatchObject({ message: expect.stringContaining('request a new one') });
  });

  it('does not know versions that nobody has, and hands nothing out for them', async () => {
    const { engine } = await hubWith();
    const version = `v_${'0'.repeat(16)}`;
    expect((await refusalOf(engine.client.gate.pass({ version, way: 'copy' }))).message).toContain(
      'not here',
    );
    expect(await engine.engine.handOut(version, 'copy')).toMatchObject({ outcome: 'held' });
  });

  it('lets what is out and for customers leave without a word', async () => {
    const { engine, versions } = await hubWith({ title: 'One-pager' });
    for (const way of WAYS_OUT) {
      const answer = await engine.client.gate.pass({ version: versions[0] ?? '', way });
      expect(answer).toEqual({ verdict: 'allowed' });
    }
  });

  it('asks about an earlier version, sends none, and names the current one', async () => {
    const { engine, versions } = await hubWith({ title: 'Prices' });
    const [earlier = ''] = versions;
    const [asset = ''] = [...engine.engine.summaries().keys()];
    engine.time += 60_000;
    const { grant } = engine.engine.grantPaths([engine.file('Prices 2.txt', 'About prices of next year')]);
    await engine.client.publish.stage({ grant, versionOf: asset });
    await engine.staged();
    const { rows } = await engine.client.publish.state();
    await engine.client.publish.publish({ rows: rows.map(({ id }) => id) });
    expect(said(await engine.client.gate.pass({ version: earlier, way: 'save' }))).toMatchObject({
      verdict: 'ask',
      code: 'superseded',
      grave: false,
      title: 'Save this earlier version?',
    });
    for (const way of ['send', 'assemble', 'drag'] as const) {
      expect(said(await engine.client.gate.pass({ version: earlier, way, confirmed: true }))).toMatchObject({
        verdict: 'refused',
        code: 'superseded',
        instead: { asset },
        message: expect.stringContaining('Use the current version instead.'),
      });
      expect(await engine.engine.handOut(earlier, way)).toMatchObject({ outcome: 'held' });
    }
  });
});

describe('what another application could run', () => {
  const publish = async (name: string) => {
    temp = await TempEngine.open();
    const [asset = ''] = await temp.publish(temp.file(name, 'words'));
    const { version } = await temp.client.assets.get({ asset });
    return { engine: temp.engine, version: version.id };
  };

  it('is not handed out to be opened, with the other way to it, and is on every other way', async () => {
    const { engine, version } = await publish('Page.html');
    expect(said(await engine.handOut(version, 'open'))).toEqual({
      outcome: 'not-opened',
      title: 'Kitbag doesn’t open this file in another app',
      why: 'Files of this kind can run programs on your computer.',
      message:
        '“Page.html”. Files of this kind can run programs on your computer. If you trust it, save a copy and open it yourself.',
    });
    for (const way of ['save', 'copy', 'drag'] as const) {
      expect(await engine.handOut(version, way)).toMatchObject({ outcome: 'allowed' });
    }
  });

  it('is told from what is only shown', async () => {
    const { engine, version } = await publish('Notes.txt');
    expect(await engine.handOut(version, 'open')).toMatchObject({ outcome: 'allowed' });
  });
});
