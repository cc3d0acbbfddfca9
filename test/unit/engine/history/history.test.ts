import { afterEach, describe, expect, it } from 'vitest';
import { say } from '../../../../src/words/say.ts';
import { comingIn, foreignDevice, writeForeign } from '../../../support/foreign-journal.ts';
import { inWords } from '../../../support/in-words.ts';
import { TempEngine } from '../../../support/temp-engine.ts';
import { refusalOf } from '../../../support/wire-error.ts';

let temp: TempEngine | undefined;
afterEach(() => temp?.remove());

/** An engine with one asset that was edited twice. */
async function edited() {
  temp = await TempEngine.open();
  const [asset = ''] = await temp.publish(temp.file('battlecard.txt', 'a'));
  temp.time += 1000;
  await temp.client.assets.edit({ asset, set: { title: 'Second title', tags: ['oakbill'] } });
  temp.time += 1000;
  await temp.client.assets.edit({ asset, set: { title: 'Third title' } });
  return { engine: temp, client: temp.client, asset };
}

describe('the history of an asset', () => {
  it('says who changed what, when and from which device, newest first', async () => {
    const { engine, client, asset } = await edited();
    const { entries, canRestore } = await client.history.asset({ asset });
    expect(canRestore).toBe(true);
    expect(entries.map(({ what }) => say(what))).toEqual([
      'changed title',
      'changed title and tags',
      'published it',
    ]);
    expect(entries[0]).toMatchObject({
      by: { name: 'Ana' },
      at: engine.time,
      deviceName: expect.any(String),
    });
    expect(entries[0]?.changes).toEqual([
      { field: 'title', before: ['Second title'], after: ['Third title'], current: true },
    ]);
    expect(entries[1]?.changes[0]?.current).toBe(false);
    expect(entries[2]?.version).toMatchObject({ number: 1, current: true });
  });

  it('does not tell of saying the same again', async () => {
    const { client, asset } = await edited();
    await client.assets.edit({ asset, set: { title: 'Third title', tags: ['oakbill'] } });
    const { entries } = await client.history.asset({ asset });
    expect(entries).toHaveLength(3);
    await client.assets.edit({ asset, set: { title: 'Third title', tags: ['oakbill', 'rivals'] } });
    expect(inWords((await client.history.asset({ asset })).entries[0])).toMatchObject({
      what: 'changed tags',
    });
  });

  it('gives a field an older value again, and the one before the last change', async () => {
    const { client, asset } = await edited();
    const { entries } = await client.history.asset({ asset });
    const { device = '', seq = 0 } = entries[1] ?? {};
    const at = { asset, device, seq, field: 'title' } as const;
    expect(await client.history.restoreField({ ...at, value: 'after' })).toMatchObject({
      restored: ['Second title'],
    });
    expect((await client.assets.get({ asset })).title).toBe('Second title');
    await client.history.restoreField({ ...at, value: 'before' });
    expect((await client.assets.get({ asset })).title).toBe('Battlecard');
    const unknown = await refusalOf(client.history.restoreField({ ...at, field: 'colour', value: 'after' }));
    expect(unknown.code).toBe('INVALID');
  });

  it('takes an asset out of the archive again', async () => {
    const { client, asset } = await edited();
    await client.assets.edit({ asset, set: { status: 'archived' } });
    const [last] = (await client.history.asset({ asset })).entries;
    expect(inWords(last)).toMatchObject({ what: 'archived it' });
    const { device = '', seq = 0 } = last ?? {};
    await client.history.restoreField({ asset, device, seq, field: 'status', value: 'before' });
    expect((await client.assets.get({ asset })).state).toBe('published');
    expect(inWords((await client.history.asset({ asset })).entries[0])).toMatchObject({
      what: 'took it out of the archive',
    });
  });

  it('makes an older version current again', async () => {
    const { engine, client, asset } = await edited();
    const { grant } = engine.engine.grantPaths([engine.file('new.txt', 'b')]);
    await client.publish.stage({ grant });
    await engine.staged();
    const [row] = (await client.publish.state()).rows;
    await engine.setRows([row?.id ?? ''], { versionOf: asset });
    await client.publish.publish({ rows: [row?.id ?? ''], draft: false });
    const before = await client.assets.get({ asset });
    const first = before.versions.at(-1);
    expect(before.version.number).toBe(2);
    const restored = await client.history.restoreVersion({ asset, version: first?.id ?? '' });
    expect(restored.number).toBe(3);
    expect((await client.assets.get({ asset })).version).toMatchObject({ sha256: first?.sha256, number: 3 });
    expect(inWords((await client.history.asset({ asset })).entries[0])).toMatchObject({
      what: 'added a version (version 1 restored)',
      version: { number: 3, current: true },
    });
    const again = await refusalOf(client.history.restoreVersion({ asset, version: restored.version }));
    expect(again.message).toContain('current one already');
  });

  it('shows what was refused as such, and lets no rep restore', async () => {
    const { engine, asset } = await edited();
    await engine.client.session.changeRole({ role: 'rep' });
    const ben = foreignDevice();
    const forged = {
      stream: 'catalog',
      kind: 'asset-edited',
      body: { asset, set: { title: 'Forged' } },
    } as const;
    await engine.reopen(() => writeForeign(engine.data, ben, [comingIn(ben, 'Ben'), forged]));
    const { entries } = await engine.client.history.asset({ asset });
    const refused = entries.find(({ by }) => by.name === 'Ben');
    expect(inWords(refused)).toMatchObject({ refused: 'Its author’s role did not allow it then.' });
    expect(entries.find(({ by }) => by.name === 'Ana')?.changes[0]).toMatchObject({ current: true });
    const { device = '', seq = 0 } = entries.at(-1) ?? {};
    const restore = { asset, device, seq, field: 'title', value: 'after' } as const;
    expect((await refusalOf(engine.client.history.restoreField(restore))).code).toBe('NOT_ALLOWED');
  });

  it('explains which event gives each field its value', async () => {
    const { client, asset } = await edited();
    const { fields } = await client.history.explain({ asset });
    const title = fields.find(({ field }) => field === 'title');
    expect(title).toMatchObject({
      value: 'Third title',
      who: 'Ana',
      event: expect.stringMatching(/\/catalog\//),
    });
    expect(fields.map(({ field }) => field)).toContain('version 1');
    expect(fields.every(({ event }) => event !== undefined)).toBe(true);
  });
});

describe('the history of a request', () => {
  it('says who asked, voted and answered', async () => {
    temp = await TempEngine.open();
    const { client } = temp;
    const made = await client.requests.make({ title: 'One-pager', need: 'For the CFO' });
    await client.requests.answer({ request: made.id, status: 'declined', reason: 'We have one' });
    const { entries } = await client.history.request({ request: made.id });
    expect(entries.map(({ what }) => say(what))).toEqual(['declined it: We have one', 'asked for it']);
  });
});
