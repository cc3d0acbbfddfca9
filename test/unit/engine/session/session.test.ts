import { appendFileSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { isDeviceId } from '../../../../src/shared/vocabulary/ids.ts';
import { say } from '../../../../src/words/say.ts';
import { TempEngine, type TempEngineOptions } from '../../../support/temp-engine.ts';
import { refusalOf } from '../../../support/wire-error.ts';

let temp: TempEngine | undefined;
afterEach(() => temp?.remove());
const open = async (options?: TempEngineOptions) => {
  temp = await TempEngine.open(options);
  return temp;
};

describe('the first start', () => {
  it('asks who one is before anything else', async () => {
    const { client } = await open({ fresh: true });
    expect(await client.session.get()).toMatchObject({ state: 'new', suggestedName: 'Ana' });
    const refused = await refusalOf(client.taxonomy.get());
    expect(refused.code).toBe('NOT_READY');
    expect(refused.message).toContain('first start');
  });

  it('makes a hub with the default words and the role that was asked for', async () => {
    const { client } = await open({ role: 'rep' });
    const state = await client.session.get();
    expect(state).toMatchObject({ state: 'ready', member: { name: 'Ana', role: 'rep' }, problems: [] });
    const { stages, personas, types } = await client.taxonomy.get();
    expect(stages.map((stage) => stage.id)).toEqual(['awareness', 'consideration', 'decision', 'retention']);
    expect(personas).toHaveLength(6);
    expect(types).toHaveLength(23);
  });

  it('is not done twice', async () => {
    const engine = await open();
    expect((await refusalOf(engine.start({}))).code).toBe('INVALID');
  });

  it('says plainly when the sample did not come along', async () => {
    const engine = await open({ fresh: true });
    const refused = await refusalOf(engine.start({ sample: true }));
    expect(refused.message).toContain('Nothing was made');
    await engine.start({});
    expect((await engine.client.session.get()).state).toBe('ready');
  });
});

describe('who one is', () => {
  it('can be changed in one’s own hub: name and role', async () => {
    const { client } = await open({ role: 'rep' });
    await client.session.rename({ name: 'Ana Lind' });
    await client.session.changeRole({ role: 'marketer' });
    expect(await client.session.get()).toMatchObject({ member: { name: 'Ana Lind', role: 'marketer' } });
  });
});

describe('what is on the disk', () => {
  it('gives the same catalog after the snapshots are deleted, damaged, or of another time', async () => {
    const engine = await open();
    const [asset = ''] = await engine.publish(engine.file('one.txt', '# One\nfirst'));
    await engine.client.ratings.give({ asset, value: 4 });
    const before = await engine.client.maintenance.stateHash();
    const snapshots = join(engine.data, 'snapshots');
    await engine.reopen();
    expect(readdirSync(snapshots)).toContain('assets.json');
    expect(await engine.client.maintenance.stateHash()).toEqual(before);
    await engine.reopen(() => rmSync(snapshots, { recursive: true }));
    expect(await engine.client.maintenance.stateHash()).toEqual(before);
    await engine.reopen(() => rmSync(join(snapshots, 'ratings.json')));
    expect(await engine.client.maintenance.stateHash()).toEqual(before);
    expect(await engine.client.maintenance.verify()).toMatchObject({ ok: true, problems: [] });
  });

  it('has everything that was acknowledged when the process is killed', async () => {
    const engine = await open();
    const [asset = ''] = await engine.publish(engine.file('one.txt', '# One\nfirst'));
    await engine.client.ratings.give({ asset, value: 5, comment: 'Closed the deal' });
    const before = await engine.client.maintenance.stateHash();
    await engine.abandon();
    expect(existsSync(join(engine.data, 'replica.json'))).toBe(true);
    expect(await engine.client.maintenance.stateHash()).toEqual(before);
    expect((await engine.client.assets.get({ asset })).mine?.comment).toBe('Closed the deal');
  });
});

describe('a journal that was cut off in the middle of a write', () => {
  it('opens with everything that was acknowledged, and says so in a sentence', async () => {
    const engine = await open();
    const before = await engine.client.maintenance.stateHash();
    await engine.reopen(() => {
      const device = readdirSync(join(engine.data, 'journal')).find(isDeviceId) ?? '';
      appendFileSync(join(engine.data, 'journal', device, 'catalog.jsonl'), '{"v":1,"device":"');
    });
    const session = await engine.client.session.get();
    expect(session).toMatchObject({ state: 'ready', problems: [{ code: 'torn-tail' }] });
    const [problem] = session.state === 'ready' ? session.problems : [];
    expect(problem && say(problem.says)).toContain('everything that was confirmed is safe');
    expect(await engine.client.maintenance.stateHash()).toEqual(before);
    await engine.client.requests.make({ title: 'Goes on', need: '' });
    expect(await engine.client.maintenance.verify()).toMatchObject({ ok: true });
  });
});

describe('live changes', () => {
  it('tell at once where one is, and then what changed', async () => {
    const { client } = await open();
    const controller = new AbortController();
    const changes = await client.session.changes(undefined, { signal: controller.signal });
    const first = await changes.next();
    expect(first.value).toMatchObject({ topics: [] });
    const next = changes.next();
    await client.requests.make({ title: 'A battlecard', need: '' });
    expect((await next).value).toMatchObject({ topics: ['requests'] });
    controller.abort();
  });
});
