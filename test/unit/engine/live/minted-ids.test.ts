import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import type { EventDraft } from '../../../../src/domain/registry.ts';
import { MODEL } from '../../../../src/domain/registry.ts';
import { TempEngine } from '../../../support/temp-engine.ts';

const sampleFolder = fileURLToPath(new URL('../../../../resources/sample', import.meta.url));

let temp: TempEngine | undefined;
afterEach(() => temp?.remove());

/** The events in all journals of an engine that state something new, by kind, with their nonces. */
async function stated(engine: TempEngine): Promise<{ kinds: string[]; nonces: (string | undefined)[] }> {
  await engine.close();
  const devices = readdirSync(join(engine.data, 'journal'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(engine.data, 'journal', name));
  // The person's own journal begins with what they do first.
  const journals = devices
    .filter((device) => readdirSync(device).includes('catalog.jsonl'))
    .map((device) => readFileSync(join(device, 'catalog.jsonl'), 'utf8'));
  const events = journals
    .flatMap((text) => text.split('\n').filter((line) => line !== ''))
    .map((line) => JSON.parse(line) as EventDraft)
    .filter((event) => (MODEL.foldableOf(event.kind)?.claims?.(event.body).length ?? 0) > 0);
  const nonces = events.map(({ body }) => ('nonce' in body ? body.nonce : undefined));
  return { kinds: [...new Set(events.map(({ kind }) => kind))].sort(), nonces };
}

describe('what somebody makes', () => {
  it('has an id that follows from them, whatever it is and however it is made', async () => {
    temp = await TempEngine.open();
    const { client } = temp;
    const [asset = ''] = await temp.publish(temp.file('a.txt', 'a'));
    await temp.stage(temp.file('b.txt', 'b'), temp.file('c.txt', 'c'), temp.file('d.txt', 'd'));
    const { rows } = await client.publish.state();
    const [fresh, version, draft] = rows.map(({ id }) => id) as [string, string, string];
    const call = { stages: ['decision'], personas: ['cfo'], type: 'one-pager', title: 'New' };
    await temp.setRows([fresh], call);
    await temp.setRows([version, draft], { versionOf: asset });
    await client.publish.publish({ rows: [fresh, version] });
    await client.publish.publish({ rows: [draft], draft: true });
    const [oldest] = (await client.assets.get({ asset })).versions.toReversed();
    await client.history.restoreVersion({ asset, version: oldest?.id ?? '' });
    const { id: request } = await client.requests.make({ title: 'A deck', need: '' });
    await client.requests.comment({ request, text: 'Soon, please' });
    await client.searchQuality.define({ query: 'roi', context: {}, assets: [asset] });
    expect((await client.people.refused({})).total).toBe(0);
    const { kinds, nonces } = await stated(temp);
    expect(kinds).toEqual([
      'asset-added',
      'asset-version-added',
      'asset-version-drafted',
      'golden-query-defined',
      'request-commented',
      'request-made',
    ]);
    expect(nonces).not.toContain(undefined);
  });

  it('in the sample is bound to the sample’s people', async () => {
    temp = await TempEngine.open({ fresh: true, ports: { sampleFolder } });
    await temp.start({ sample: true });
    expect((await temp.client.people.refused({})).total).toBe(0);
    const { nonces } = await stated(temp);
    expect(nonces.length).toBeGreaterThan(20);
    expect(nonces).not.toContain(undefined);
  });
});
