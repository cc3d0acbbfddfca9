import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { TempEngine } from '../../../support/temp-engine.ts';

const sampleFolder = fileURLToPath(new URL('../../../../resources/sample', import.meta.url));

let temp: TempEngine | undefined;
afterEach(() => temp?.remove());
const open = async () => {
  temp = await TempEngine.open({ fresh: true, ports: { sampleFolder } });
  return temp;
};

describe('the sample hub', () => {
  it('has documents and people with a past, and lets the newcomer in with the chosen role', async () => {
    const engine = await open();
    await engine.start({ name: 'Robin', role: 'rep', sample: true });
    const session = await engine.client.session.get();
    expect(session).toMatchObject({
      state: 'ready',
      member: { name: 'Robin', role: 'rep' },
      hub: { sample: true },
      problems: [],
    });
    const assets = [...engine.engine.summaries().values()];
    expect(assets.length).toBeGreaterThanOrEqual(20);
    expect(assets.every((asset) => asset.publishedAt < engine.time)).toBe(true);
    expect(new Set(assets.map((asset) => asset.state)).size).toBeGreaterThanOrEqual(3);
    expect(assets.some((asset) => asset.versionCount > 1)).toBe(true);
    expect(assets.some((asset) => asset.usefulness.enough)).toBe(true);
    expect(assets.some((asset) => asset.uses > 0)).toBe(true);
    const requests = await engine.client.requests.list({});
    expect(new Set(requests.map((request) => request.status)).size).toBeGreaterThanOrEqual(3);
    expect(requests.every((request) => !request.mine)).toBe(true);
    expect(await engine.client.maintenance.verify()).toMatchObject({ ok: true });
  });

  it('lets one look at Kitbag through every role', async () => {
    const engine = await open();
    await engine.start({ name: 'Robin', role: 'rep', sample: true });
    expect(await engine.client.session.changeRole({ role: 'lead' })).toMatchObject({ role: 'lead' });
    await engine.client.taxonomy.define({ facet: 'product', name: 'Fennwick Next' });
    expect(await engine.client.session.changeRole({ role: 'rep' })).toMatchObject({ role: 'rep' });
  });

  it('simply begins again when it was cut off in the middle', async () => {
    const engine = await open();
    const steps = await engine.client.session.start({ name: 'Robin', role: 'rep', sample: true });
    for await (const { done } of steps) if (done >= 5) break;
    await engine.abandon();
    expect((await engine.client.session.get()).state).toBe('new');
    await engine.start({ name: 'Robin', role: 'marketer', sample: true });
    expect(await engine.client.session.get()).toMatchObject({
      state: 'ready',
      member: { role: 'marketer' },
      problems: [],
    });
    expect(await engine.client.maintenance.verify()).toMatchObject({ ok: true });
  });
});
