import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { assetOf } from '../support/attacker/attacker.ts';
import type { TempEngine } from '../support/temp-engine.ts';
import { refusalOf } from '../support/wire-error.ts';
import { catalogsOf, exchanged, Office, refusalsOf, titlesIn, troubleOf } from './office.ts';

const DAY = 86_400_000;
const YEAR = 365 * DAY;

let office: Office;
beforeEach(async () => {
  office = await Office.open();
});
afterEach(() => office.close());

/** The latest time that any event of a device in the hub claims. */
function latestStamp(device: string): number {
  const times = office.place
    .lines(device, 'catalog')
    .map((line) => Number.parseInt((JSON.parse(line) as { hlc: string }).hlc.slice(0, 12), 16));
  return Math.max(...times);
}

async function deviceOf(engine: TempEngine): Promise<string> {
  const session = await engine.client.session.get();
  if (session.state !== 'ready') throw new Error(session.state);
  return session.device.id;
}

async function rename(engine: TempEngine, asset: string, title: string): Promise<void> {
  await engine.client.assets.edit({ asset: asset as never, set: { title } });
}

describe('an event with the stamp of another century', () => {
  for (const [when, time] of [
    ['just before 2200', Date.UTC(2199, 11, 31)],
    ['in 2300', Date.UTC(2300, 0, 1)],
    ['at the end of the clock’s range', 2 ** 48 - 1],
  ] as const) {
    it(`by somebody who is no member, ${when}, moves nobody’s clock by more than a day`, async () => {
      const ben = await office.colleague('Ben', 'marketer');
      const stranger = office.attacker();
      stranger.says('hub-renamed', { name: 'Mine' }, { time });
      await stranger.push(office.place);
      await office.settle(ben);
      const [asset = ''] = await ben.publish(ben.file('After.txt', 'Written after it.'));
      await office.settle(ben);
      await rename(office.lead, asset, 'And edited');
      await office.settle(ben);
      for (const engine of [office.lead, ben]) {
        const device = await deviceOf(engine);
        expect(latestStamp(device)).toBeLessThanOrEqual(office.lead.time + DAY);
        expect(titlesIn(engine)).toEqual(['And edited']);
        expect(await troubleOf(ben, device)).toBeUndefined();
      }
      expect(await catalogsOf(office.lead, ben)).toBe(1);
    });
  }

  it('is refused by itself: what its device writes later counts', async () => {
    const mallory = await office.insider('marketer');
    mallory.says('asset-added', assetOf('From another age'), { time: Date.UTC(2300, 0, 1) });
    mallory.says('asset-added', assetOf('From today'));
    await mallory.push(office.place);
    await exchanged(office.lead);
    expect(titlesIn(office.lead)).toEqual(['From today']);
    expect(await refusalsOf(office.lead, mallory.device)).toHaveLength(1);
    expect(await troubleOf(office.lead, mallory.device)).toBeUndefined();
    const carla = await office.hub.join('Carla');
    expect(titlesIn(carla)).toEqual(['From today']);
  });

  it('written by a computer whose clock was wrong once does not mute it', async () => {
    const ben = await office.colleague('Ben', 'marketer');
    const now = ben.time;
    ben.time = Date.UTC(2300, 0, 1);
    const renaming = ben.client.session.rename({ name: 'Ben of the future' });
    expect((await refusalOf(renaming)).message).toContain('year 2300');
    ben.time = Date.UTC(2199, 0, 1);
    await ben.client.session.rename({ name: 'Ben of the future' });
    await office.settle(ben);
    ben.time = now;
    await ben.reopen();
    await ben.publish(ben.file('Back.txt', 'The clock is right again.'));
    await office.settle(ben);
    expect(latestStamp(await deviceOf(office.lead))).toBeLessThanOrEqual(now + DAY);
    expect(titlesIn(office.lead)).toContain('Back');
    expect(await catalogsOf(office.lead, ben)).toBe(1);
    const [asset = ''] = await office.lead.publish(office.lead.file('Other.txt', 'By somebody else.'));
    await office.settle(ben);
    await rename(ben, asset, 'Edited by Ben');
    await office.settle(ben);
    expect(titlesIn(office.lead)).toContain('Edited by Ben');
  });
});

describe('a device whose clock is wrong', () => {
  for (const [name, skew] of [
    ['an hour ahead', 3_600_000],
    ['an hour behind', -3_600_000],
    ['a day ahead', DAY],
    ['a day behind', -DAY],
    ['ten years ahead', 10 * YEAR],
    ['ten years behind', -10 * YEAR],
  ] as const) {
    it(`by ${name} works with the others, and whoever has seen an edit edits it again`, async () => {
      const ben = await office.colleague('Ben', 'marketer');
      const [asset = ''] = await office.lead.publish(office.lead.file('Card.txt', 'Text.'));
      await office.settle(ben);
      ben.time += skew;
      for (const round of [1, 2, 3]) {
        await rename(ben, asset, `Ben’s ${round}`);
        await office.settle(ben);
        expect(titlesIn(office.lead)).toEqual([`Ben’s ${round}`]);
        await rename(office.lead, asset, `The lead’s ${round}`);
        await office.settle(ben);
        expect(titlesIn(ben)).toEqual([`The lead’s ${round}`]);
      }
      const { id } = await ben.client.requests.make({ title: 'A case', need: '' });
      await office.settle(ben);
      for (const [engine, status] of [
        [office.lead, 'accepted'],
        [ben, 'in-progress'],
        [office.lead, 'declined'],
        [ben, 'new'],
      ] as const) {
        await engine.client.requests.answer({ request: id, status, reason: 'Because.' });
        await office.settle(ben);
        for (const one of [office.lead, ben])
          expect((await one.client.requests.get({ request: id })).status).toBe(status);
      }
      expect(await catalogsOf(office.lead, ben)).toBe(1);
      expect(await troubleOf(office.lead, await deviceOf(ben))).toBeUndefined();
    });
  }

  it('does not lose the role that it was given', async () => {
    const ben = await office.colleague('Ben');
    ben.time -= 10 * YEAR;
    await office.promote(await ben.self(), 'marketer');
    await office.settle(ben);
    await ben.publish(ben.file('Slow.txt', 'By a slow clock.'));
    await office.settle(ben);
    expect(titlesIn(office.lead)).toEqual(['Slow']);
    expect(await refusalsOf(office.lead, await deviceOf(ben))).toEqual([]);
  });
});
