import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type Attacker,
  anyId,
  assetOf,
  blobKeyOf,
  boundId,
  versionOf,
} from '../support/attacker/attacker.ts';
import { digestOf } from '../support/attacker/canonical.ts';
import type { TempEngine } from '../support/temp-engine.ts';
import { catalogsOf, Office, titlesIn } from './office.ts';

let office: Office;
let ben: TempEngine;
let mallory: Attacker;
/** Stamps with which Mallory may claim to have been first: a marketer for a week, who joined in 1970 by her own word. */
let early: readonly number[];
beforeEach(async () => {
  office = await Office.open();
  ben = await office.colleague('Ben', 'marketer');
  mallory = await office.insider('marketer', 'Mallory', 0);
  early = [1, Date.UTC(2000, 0, 1), mallory.time];
  office.pass(7 * 86_400_000, ben);
  mallory.time = office.lead.time;
});
afterEach(() => office.close());

describe('a request of somebody', () => {
  it('stays theirs, whoever claims its id with an earlier stamp, and is not declined by that', async () => {
    const made = await ben.client.requests.make({ title: 'A case from banking', need: 'For the CFO' });
    await office.settle(ben);
    await office.promote(mallory.member, 'rep');
    for (const time of early) {
      const body = { request: made.id, title: 'Nothing', need: '', at: time };
      mallory.says('request-made', body, { time });
      mallory.says('request-answered', { request: made.id, status: 'declined', reason: 'No.', at: time });
    }
    mallory.says('request-answered', {
      request: made.id,
      status: 'declined',
      reason: 'No.',
      at: mallory.time,
    });
    await mallory.push(office.place);
    const carla = await office.colleague('Carla');
    await office.settle(ben, carla);
    for (const engine of [office.lead, ben, carla]) {
      const seen = await engine.client.requests.get({ request: made.id });
      expect(seen).toMatchObject({ title: 'A case from banking', status: 'new', by: { name: 'Ben' } });
      expect(await engine.client.requests.list({})).toHaveLength(1);
    }
    expect(await catalogsOf(office.lead, ben, carla)).toBe(1);
  });

  it('keeps what was said in it', async () => {
    const { id } = await ben.client.requests.make({ title: 'A case', need: '' });
    await office.settle(ben);
    await office.lead.client.requests.comment({ request: id, text: 'Coming on Friday.' });
    await office.settle(ben);
    const { conversation } = await ben.client.requests.get({ request: id });
    const comment = conversation.find(({ entry }) => entry === 'comment');
    for (const time of early) {
      const body = { request: id, comment: comment?.entry === 'comment' ? comment.id : '', at: time };
      mallory.says('request-commented', { ...body, text: 'Never.' }, { time });
    }
    await mallory.push(office.place);
    await office.settle(ben);
    const after = await ben.client.requests.get({ request: id });
    expect(after.conversation).toEqual(conversation);
  });
});

describe('an id', () => {
  it('is made by whoever it follows from, and by nobody with a nonce that does not fit', async () => {
    const made = await ben.client.requests.make({ title: 'A case', need: '' });
    await office.settle(ben);
    const nonce = '0123456789abcdef'.repeat(2);
    const own = boundId('r', 'request', mallory.member, nonce);
    for (const request of [made.id, own])
      mallory.says('request-made', { request, nonce, title: 'By Mallory', need: '', at: 1 }, { time: 1 });
    await mallory.push(office.place);
    await office.settle(ben);
    for (const engine of [office.lead, ben]) {
      expect((await engine.client.requests.get({ request: made.id })).title).toBe('A case');
      expect((await engine.client.requests.get({ request: own })).title).toBe('By Mallory');
    }
  });
});

describe('a version of somebody’s asset', () => {
  for (const where of ['of that asset', 'of an asset of one’s own'] as const) {
    it(`keeps its file, whoever claims its id as one ${where}`, async () => {
      const [asset = ''] = await ben.publish(ben.file('Prices.txt', 'The prices.'));
      await office.settle(ben);
      const before = ben.engine.summaries().get(asset)?.version;
      const version = { ...versionOf('swap', 'Other prices.'), id: before?.id ?? '' };
      await office.place.put(blobKeyOf(digestOf('Other prices.')), Buffer.from('Other prices.'));
      for (const time of early) {
        if (where === 'of that asset') {
          mallory.says('asset-version-added', { asset, version, at: time }, { time });
          mallory.says('asset-version-drafted', { asset, version, at: time }, { time });
        } else mallory.says('asset-added', assetOf('Mine', version), { time });
      }
      await mallory.push(office.place);
      const carla = await office.colleague('Carla');
      await office.settle(ben, carla);
      for (const engine of [office.lead, ben, carla]) {
        expect(engine.engine.summaries().get(asset)?.version).toMatchObject({
          id: before?.id,
          size: before?.size,
        });
        const out = await engine.engine.handOut(before?.id ?? '', 'save');
        expect(out).toMatchObject({ outcome: 'allowed', file: { fileName: 'Prices.txt' } });
      }
      expect(await catalogsOf(office.lead, ben, carla)).toBe(1);
    });
  }
});

describe('an asset of somebody', () => {
  it('stays what it is where somebody claims its id with an earlier stamp', async () => {
    const [asset = ''] = await ben.publish(ben.file('Card.txt', 'Text.'));
    await office.settle(ben);
    const before = await office.lead.client.assets.get({ asset });
    for (const time of early) {
      const version = versionOf(`other ${time}`, 'Other.');
      mallory.says('asset-added', { ...assetOf('Mine', version), asset, at: time }, { time });
    }
    await mallory.push(office.place);
    await office.settle(ben);
    for (const engine of [office.lead, ben]) {
      expect(titlesIn(engine)).toEqual(['Card']);
      const { version, publishedAt } = await engine.client.assets.get({ asset });
      expect(version).toEqual(before.version);
      expect(publishedAt).toBe(before.publishedAt);
    }
  });

  it('is not claimed in advance: an id that nobody was given yet says nothing', async () => {
    mallory.says(
      'request-made',
      { request: anyId('r', 'mine'), title: 'Mine', need: '', at: 0 },
      { time: 0 },
    );
    await mallory.push(office.place);
    await office.settle(ben);
    const made = await ben.client.requests.make({ title: 'Another', need: '' });
    await office.settle(ben);
    expect((await office.lead.client.requests.get({ request: made.id })).by.name).toBe('Ben');
  });
});
