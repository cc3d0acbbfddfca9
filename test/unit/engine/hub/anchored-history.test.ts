import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { DAY_MS } from '../../../../src/domain/kernel/calendar.ts';
import type { JsonObject } from '../../../../src/sync/journal/journal-event.ts';
import { say } from '../../../../src/words/say.ts';
import { idOf } from '../../../support/event-maker.ts';
import { HubEngines } from '../../../support/hub-engines.ts';
import type { TempEngine } from '../../../support/temp-engine.ts';
import { writeRaw } from '../../../support/write-raw.ts';

let hub: HubEngines | undefined;
afterEach(() => hub?.remove());

/** As a Kitbag did before ids followed from their authors. */
const askAsBefore = (engine: TempEngine, title: string) => {
  const body: JsonObject = { request: idOf('r', 1), title, need: '', at: engine.time };
  return writeRaw(engine, [{ stream: 'catalog', kind: 'request-made', body }]);
};

/** What this device has said of the history that it had seen. */
async function anchorings(engine: TempEngine): Promise<unknown[]> {
  const { deviceId } = await deviceOf(engine);
  const text = readFileSync(join(engine.data, 'journal', deviceId, 'catalog.jsonl'), 'utf8');
  return text.split('\n').filter((line) => line.includes('"kind":"history-anchored"'));
}

async function deviceOf(engine: TempEngine): Promise<{ deviceId: string }> {
  const { people } = await engine.client.people.list();
  const own = people.flatMap(({ devices }) => devices).find(({ self }) => self);
  return { deviceId: own?.id ?? '' };
}

describe('what an old Kitbag stated', () => {
  it('is anchored by a lead’s device once it has seen it, and nobody takes it by setting their clock back', async () => {
    const shared = await HubEngines.shared();
    hub = shared.hub;
    const { lead } = shared;
    const rep = await hub.join('Rosa');
    await askAsBefore(rep, 'A deck');
    await hub.settle(rep, lead);
    expect(await anchorings(lead)).toHaveLength(1);
    const thief = await hub.join('Tom');
    thief.time -= 30 * DAY_MS;
    await askAsBefore(thief, 'Mine');
    await hub.settle(thief, lead, rep);
    for (const engine of [lead, rep, thief]) {
      const [request] = await engine.client.requests.list({});
      expect(request).toMatchObject({ title: 'A deck', by: { name: 'Rosa' } });
    }
    const { entries } = await lead.client.people.refused({});
    expect(entries.map(({ why }) => say(why))).toEqual(['It claims something that somebody else had made.']);
    // Nothing is left to be said again.
    lead.time += 2 * DAY_MS;
    await hub.settle(lead);
    expect(await anchorings(lead)).toHaveLength(1);
  });
});
