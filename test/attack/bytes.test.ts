import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anyId, assetOf, blobKeyOf, textBlob, versionOf } from '../support/attacker/attacker.ts';
import { canonical, digestOf, type Fields } from '../support/attacker/canonical.ts';
import { MeasuredCli } from '../support/measured-cli.ts';
import { exchanged, Office, titlesIn } from './office.ts';

/** What a command may take at its most: several times what it takes without an attack, and a fraction of what attacks took. */
const PEAK_MB = 600;
const MB = 1024 ** 2;
const GB = 1024 ** 3;
/** The most that a head can say of an object's size. */
const MOST_CLAIMED = 999_999_999;

let office: Office;
let carla: MeasuredCli;
beforeEach(async () => {
  office = await Office.open();
  carla = new MeasuredCli();
});
afterEach(async () => {
  carla.remove();
  await office.close();
});

/** Somebody comes in with the command line, in a process of its own. */
async function carlaJoins(): Promise<void> {
  const joined = await carla.run('hub', 'join', office.hub.place, '--name', 'Carla');
  expect([joined.code, joined.err]).toEqual([0, expect.any(String)]);
  expect(joined.peakMb).toBeLessThan(PEAK_MB);
}

async function found(words: string): Promise<readonly string[]> {
  const search = await carla.run('search', words, '--json');
  expect(search.peakMb).toBeLessThan(PEAK_MB);
  if (search.code !== 0) throw new Error(`The search ended with ${search.code}: ${search.err}`);
  const { hits } = JSON.parse(search.out) as { hits: { title: string }[] };
  return hits.map(({ title }) => title);
}

/** How many bytes lie in a folder. */
function bytesIn(folder: string): number {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.reduce(
    (sum, entry) => sum + (entry.isFile() ? statSync(join(entry.parentPath, entry.name)).blocks * 512 : 0),
    0,
  );
}

/** The bodies of everything that was published, as the hub has them. */
function versionsIn(): readonly { readonly sha256: string; readonly textBlob?: string }[] {
  return office.place.devices().flatMap((device) =>
    office.place.lines(device, 'catalog').flatMap((line) => {
      const { kind, body } = JSON.parse(line) as { kind: string; body: { version: { sha256: string } } };
      return kind === 'asset-added' ? [body.version] : [];
    }),
  );
}

describe('an object that is larger than it may be', () => {
  for (const which of ['textBlob', 'sha256'] as const) {
    it(`is not copied in the place of a ${which === 'textBlob' ? 'text' : 'file'} of a few bytes, and is told`, async () => {
      await office.lead.publish(office.lead.file('Proof.txt', 'Payback in seven months.'));
      await exchanged(office.lead);
      const blob = versionsIn()[0]?.[which] ?? '';
      const genuine = office.place.get(blobKeyOf(blob));
      office.place.putSparse(blobKeyOf(blob), 6 * GB);
      await carlaJoins();
      const synced = await carla.run('sync', '--json');
      expect(synced.peakMb).toBeLessThan(PEAK_MB);
      expect(JSON.parse(synced.out)).toMatchObject({ altered: 1 });
      expect(bytesIn(carla.data)).toBeLessThan(64 * MB);
      office.place.put(blobKeyOf(blob), genuine);
      expect((await carla.run('sync', '--json')).code).toBe(0);
      expect(await found('payback')).toEqual(['Proof']);
    });
  }

  it('as the heads of 24 invented devices takes no memory, and nobody’s work is held up', async () => {
    await office.lead.publish(office.lead.file('Proof.txt', 'Payback in seven months.'));
    await exchanged(office.lead);
    for (let number = 0; number < 24; number += 1) {
      const mallory = office.attacker(`Large ${number}`).joins();
      await mallory.push(office.place);
      office.place.putSparse(`devices/${mallory.device}/head.json`, 250 * MB);
    }
    await carlaJoins();
    const synced = await carla.run('sync', '--json');
    expect([synced.code, synced.peakMb < PEAK_MB]).toEqual([expect.any(Number), true]);
    expect(await found('payback')).toEqual(['Proof']);
  });

  it('as card, hub.json, segment and bundle takes no memory either', async () => {
    const [card, segment, bundle] = ['card', 'segment', 'bundle'].map((name) =>
      office.attacker(name).joins(),
    );
    // So many that a first contact looks for a bundle.
    for (let number = 0; number < 50; number += 1)
      await office.attacker(`One of many ${number}`).joins().push(office.place);
    await card?.push(office.place);
    await segment?.push(office.place, { size: MOST_CLAIMED });
    await bundle?.push(office.place);
    office.place.putSparse(`devices/${card?.device}/card.json`, GB);
    const key = segment?.journals.catalog.segment()?.key ?? '';
    office.place.putSparse(key, GB);
    const ref = { digest: 'b'.repeat(64), size: MOST_CLAIMED, objects: 9000, events: 90_000 };
    const { sig: _sig, ...head } = bundle?.head() ?? {};
    const signed = bundle?.key.signed('head', { ...head, bundle: ref }) ?? {};
    office.place.put(`devices/${bundle?.device}/head.json`, Buffer.from(canonical(signed)));
    office.place.putSparse(`devices/${bundle?.device}/bundles/${'b'.repeat(32)}.gz`, GB);
    await carlaJoins();
    expect((await carla.run('sync', '--json')).peakMb).toBeLessThan(PEAK_MB);
    const genuine = office.place.get('hub.json');
    office.place.putSparse('hub.json', GB);
    const synced = await carla.run('sync', '--json');
    expect(synced.peakMb).toBeLessThan(PEAK_MB);
    expect(JSON.parse(synced.out)).toMatchObject({ blocked: [] });
    expect(office.place.get('hub.json').equals(genuine)).toBe(true);
  });
});

describe('an event’s line of 100 MB', () => {
  it('is not taken in and holds up nobody else, at the exchange or at a start', async () => {
    const mallory = await office.insider('marketer');
    mallory.says('asset-added', assetOf('long', undefined, { summary: 'a'.repeat(100 * MB) }));
    await mallory.push(office.place);
    await office.lead.publish(office.lead.file('Proof.txt', 'Payback in seven months.'));
    await exchanged(office.lead);
    await carlaJoins();
    const synced = await carla.run('sync', '--json');
    expect(synced.peakMb).toBeLessThan(PEAK_MB);
    expect(bytesIn(carla.data)).toBeLessThan(64 * MB);
    expect(await found('payback')).toEqual(['Proof']);
  });

  it('that an earlier Kitbag took in blocks no start', async () => {
    const mallory = await office.insider('marketer');
    await office.lead.publish(office.lead.file('Proof.txt', 'Payback in seven months.'));
    await exchanged(office.lead);
    await carlaJoins();
    expect((await carla.run('sync', '--json')).code).toBe(0);
    mallory.says('asset-added', assetOf('long', undefined, { summary: 'a'.repeat(100 * MB) }));
    mallory.says('asset-added', assetOf('After it'));
    const folder = join(carla.data, 'journal', mallory.device);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'card.json'), canonical(mallory.card()));
    writeFileSync(join(folder, 'catalog.jsonl'), `${mallory.journals.catalog.lines.join('\n')}\n`);
    writeFileSync(join(folder, 'catalog.seal.json'), canonical(mallory.journals.catalog.seal()));
    expect(await found('payback')).toEqual(['Proof']);
    expect(await found('payback')).toEqual(['Proof']);
  });
});

describe('a text that unpacks to more than it may', () => {
  const page = (text: string): readonly string[] => [text];
  const bombs: Readonly<Record<string, () => Buffer>> = {
    '16 MB of one word': () => textBlob(page('a'.repeat(16 * MB))),
    '16 MB of words': () => textBlob(page('ab '.repeat((16 * MB) / 3))),
    '16 MB of empty pages': () => textBlob(new Array<string>(700_000).fill('')),
    '256 MB of one word': () => textBlob(page('a'.repeat(256 * MB))),
  };

  it('is given up, once, and everything else is found', async () => {
    await office.lead.publish(office.lead.file('Proof.txt', 'Payback in seven months.'));
    const mallory = await office.insider('marketer');
    for (const [name, make] of Object.entries(bombs)) {
      const bomb = make();
      const more: Fields = { textBlob: digestOf(bomb), textFormat: 99, size: 9 };
      office.place.put(blobKeyOf(digestOf(bomb)), bomb);
      mallory.says('asset-added', assetOf(name, { ...versionOf(name, name, more), id: anyId('v', name) }));
    }
    await mallory.push(office.place);
    await exchanged(office.lead);
    expect(titlesIn(office.lead)).toContain('16 MB of words');
    await carlaJoins();
    const synced = await carla.run('sync', '--json');
    expect(synced.peakMb).toBeLessThan(PEAK_MB);
    for (const _ of [1, 2, 3]) expect(await found('payback')).toEqual(['Proof']);
    const verified = await carla.run('verify', '--json');
    expect(verified.peakMb).toBeLessThan(PEAK_MB);
  });

  it('that is none at all, or of another form, is given up too', async () => {
    await office.lead.publish(office.lead.file('Proof.txt', 'Payback in seven months.'));
    const mallory = await office.insider('marketer');
    const forms = ['', '{"x":1e400}', '['.repeat(20_000), '[{"label":1,"text":2}]', 'no gzip at all'];
    for (const form of forms) {
      const bytes = Buffer.from(form);
      office.place.put(blobKeyOf(digestOf(bytes)), bytes);
      const version = versionOf(`form ${form.slice(0, 9)}`, form, { textBlob: digestOf(bytes) });
      mallory.says('asset-added', assetOf(`form ${form.slice(0, 9)}`, version));
    }
    await mallory.push(office.place);
    await exchanged(office.lead);
    await carlaJoins();
    await carla.run('sync', '--json');
    expect(await found('payback')).toEqual(['Proof']);
    expect((await carla.run('verify', '--json')).code).toBeLessThan(2);
  });
});
