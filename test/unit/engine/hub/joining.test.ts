import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { JoiningHeld } from '../../../../src/contract/hub.ts';
import { sayError } from '../../../../src/words/say.ts';
import { HubEngines } from '../../../support/hub-engines.ts';
import { saying, sentenceOf } from '../../../support/saying.ts';
import type { TempEngine } from '../../../support/temp-engine.ts';

/** What a folder program, or somebody else, may have made of an object at the moment of joining. */
const HARM = ['missing', 'empty', 'half', 'zeros', 'altered', 'another'] as const;
type Harm = (typeof HARM)[number];

const opened: HubEngines[] = [];
afterEach(async () => {
  for (const hub of opened.splice(0)) await hub.remove();
});

/** A hub in which a lead and a colleague have written, with all of its objects as they ought to be. */
async function fullHub() {
  const { hub, lead } = await HubEngines.shared();
  opened.push(hub);
  const ada = await hub.join('Ada');
  await lead.publish(lead.file('Proof.txt', 'Payback in seven months.'));
  await lead.engine.exchange();
  await ada.client.requests.make({ title: 'A case from banking', need: 'For the CFO' });
  await ada.engine.exchange();
  await lead.publish(lead.file('Battlecard.txt', 'They are slower.'));
  await hub.settle(lead, ada);
  const kept = join(hub.folder, 'kept');
  cpSync(hub.place, kept, { recursive: true });
  return { hub, lead, kept, objects: objectsIn(kept) };
}

function objectsIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

function harm(place: string, kept: string, key: string, how: Harm, other: string): void {
  const path = join(place, key);
  const bytes = readFileSync(join(kept, key));
  const middle = Math.floor(bytes.length / 2);
  if (how === 'missing') rmSync(path);
  if (how === 'empty') writeFileSync(path, '');
  if (how === 'half') writeFileSync(path, bytes.subarray(0, middle));
  if (how === 'zeros') writeFileSync(path, Buffer.alloc(bytes.length));
  if (how === 'altered') writeFileSync(path, Buffer.from(bytes).fill('x', middle, middle + 8));
  if (how === 'another') writeFileSync(path, readFileSync(join(kept, other)));
}

/** How many objects somebody reads who joins: the description, cards, heads, and the segments that heads name of the catalog. */
function namedByHeads(kept: string, founder: string): { named: number; ofFounder: number } {
  let named = 1;
  let ofFounder = 0;
  for (const device of readdirSync(join(kept, 'devices'))) {
    const { streams } = JSON.parse(readFileSync(join(kept, 'devices', device, 'head.json'), 'utf8'));
    named += 2 + streams.catalog.segments.length;
    if (device === founder) ofFounder = streams.catalog.segments.length;
  }
  return { named, ofFounder };
}

/** Puts every object back as it was, without those that came since. */
function restore(kept: string, place: string): void {
  cpSync(kept, place, { recursive: true, force: true });
}

/** Joins until it waits or is in. */
async function tryToJoin(engine: TempEngine, place: string): Promise<JoiningHeld | undefined> {
  for await (const { held } of engine.engine.joinHub(place, { name: 'Dan' })) if (held) return held;
  return undefined;
}

async function hashOf({ client }: TempEngine): Promise<string> {
  return (await client.maintenance.stateHash()).hash;
}

/** Everything has arrived: whoever is on their way is in, and agrees with the lead. */
async function expectIn(hub: HubEngines, lead: TempEngine, dan: TempEngine): Promise<void> {
  await dan.engine.exchange();
  expect(await dan.client.session.get()).toMatchObject({ state: 'ready', standing: 'member', problems: [] });
  await hub.settle(lead, dan);
  expect(await hashOf(dan)).toBe(await hashOf(lead));
  expect((await dan.client.maintenance.verify()).problems).toEqual([]);
}

describe('Joining while the folder is still being copied', () => {
  it.each([
    [
      'the founder’s head is missing',
      (key: string, founder: string) => key === `devices/${founder}/head.json`,
    ],
    [
      'the founder’s segments are missing',
      (key: string, founder: string) => key.startsWith(`devices/${founder}/catalog/`),
    ],
    [
      'the founder’s folder is missing',
      (key: string, founder: string) => key.startsWith(`devices/${founder}/`),
    ],
    ['every head is missing', (key: string) => key.endsWith('head.json')],
    ['the description is missing', (key: string) => key === 'hub.json'],
  ])('waits and goes on by itself where %s', async (_, chosen) => {
    const { hub, lead, kept, objects } = await fullHub();
    const founder = lead.client.session
      .get()
      .then((session) => (session.state === 'ready' ? session.device.id : ''));
    for (const key of objects) if (chosen(key, await founder)) rmSync(join(hub.place, key));
    const dan = await hub.fresh();
    let held = 0;
    for await (const step of dan.engine.joinHub(hub.place, { name: 'Dan' })) {
      if (step.held === undefined) continue;
      held += 1;
      expect(step.held).toMatchObject({
        reason: 'copying',
        says: saying(/still being copied/),
      });
      expect(await dan.client.session.get()).toMatchObject({ state: 'joining', held: { reason: 'copying' } });
      restore(kept, hub.place);
    }
    expect(held).toBe(1);
    await expectIn(hub, lead, dan);
  });

  it('counts what is missing, as it arrives', async () => {
    const { hub, kept, lead, objects } = await fullHub();
    const session = await lead.client.session.get();
    const founder = session.state === 'ready' ? session.device.id : '';
    const segments = objects.filter((key) => key.startsWith(`devices/${founder}/catalog/`));
    const [first = ''] = segments;
    for (const key of segments) rmSync(join(hub.place, key));
    const dan = await hub.fresh();
    const held = await tryToJoin(dan, hub.place);
    const { named, ofFounder } = namedByHeads(kept, founder);
    expect(held).toMatchObject({ missing: ofFounder, of: named, mayStart: false });
    expect(sentenceOf(held?.says)).toContain(`${ofFounder} of ${named} objects`);
    expect(await dan.engine.exchange()).toMatchObject({ blocked: [{ reason: 'copying' }] });
    mkdirSync(dirname(join(hub.place, first)), { recursive: true });
    for (const key of segments) cpSync(join(kept, key), join(hub.place, key));
    expect(await dan.engine.exchange()).toMatchObject({ blocked: [] });
  });

  it('says honestly what was altered, and lets one begin with what is here', async () => {
    const { hub, kept, lead } = await fullHub();
    await hub.settle(lead);
    // The founding is whole; what the lead did after it is not.
    await lead.publish(lead.file('Later.txt', `Later. ${'Much text. '.repeat(2000)}`));
    await lead.engine.exchange();
    const session = await lead.client.session.get();
    const founder = session.state === 'ready' ? session.device.id : '';
    const folder = join(hub.place, 'devices', founder, 'catalog');
    const last = readdirSync(folder).sort().at(-1) ?? '';
    const path = join(folder, last);
    cpSync(path, join(kept, 'last'));
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.fill('x', bytes.length - 20, bytes.length - 10));
    const dan = await hub.fresh();
    expect(await tryToJoin(dan, hub.place)).toMatchObject({
      reason: 'altered',
      says: saying(/not what the hub’s devices wrote.*restore/),
    });
  });

  it('survives a restart, and can be given up so that nothing is left', async () => {
    const { hub, lead, kept } = await fullHub();
    rmSync(join(hub.place, 'devices'), { recursive: true });
    mkdirSync(join(hub.place, 'devices'));
    const dan = await hub.fresh();
    expect(await tryToJoin(dan, hub.place)).toMatchObject({ reason: 'copying' });
    await dan.reopen();
    expect(await dan.client.session.get()).toMatchObject({ state: 'joining', hub: 'Acme' });
    expect(await dan.client.hub.giveUp()).toEqual({ givenUp: true });
    expect((await dan.client.session.get()).state).toBe('new');
    expect(readdirSync(dan.data).filter((name) => !name.startsWith('lock'))).toEqual([]);
    restore(kept, hub.place);
    expect(await tryToJoin(dan, hub.place)).toBeUndefined();
    await expectIn(hub, lead, dan);
  });

  it('begins a hub of one’s own after a joining that was given up', async () => {
    const { hub } = await fullHub();
    rmSync(join(hub.place, 'devices'), { recursive: true });
    const dan = await hub.fresh();
    await tryToJoin(dan, hub.place);
    await dan.client.hub.giveUp();
    await dan.start({ name: 'Dan' });
    expect(await dan.client.hub.state()).toMatchObject({ state: 'private' });
  });

  it('takes in somebody whom an earlier version had stranded', async () => {
    const { hub, lead, kept } = await fullHub();
    rmSync(join(hub.place, 'devices'), { recursive: true });
    mkdirSync(join(hub.place, 'devices'));
    const dan = await hub.fresh();
    await tryToJoin(dan, hub.place);
    // That version took the newcomer for in, without the hub.
    await dan.reopen(() => {
      const path = join(dan.data, 'local', 'hub.json');
      const { joining: _, ...settings } = JSON.parse(readFileSync(path, 'utf8'));
      writeFileSync(path, JSON.stringify(settings));
    });
    expect((await dan.client.session.get()).state).toBe('joining');
    restore(kept, hub.place);
    await expectIn(hub, lead, dan);
  });

  it('counts nothing as new that the hub had when one came in, also where it arrives later', async () => {
    const { hub, lead, kept, objects } = await fullHub();
    const ada = objects.filter((key) => key.includes('/catalog/'));
    const session = await lead.client.session.get();
    const founder = session.state === 'ready' ? session.device.id : '';
    for (const key of ada) if (!key.includes(founder)) rmSync(join(hub.place, key));
    const dan = await hub.fresh();
    expect(await tryToJoin(dan, hub.place)).toBeUndefined();
    await dan.engine.exchange();
    expect((await dan.client.hub.state()).state).toBe('behind');
    restore(kept, hub.place);
    await expectIn(hub, lead, dan);
    expect(await dan.client.news.arrivals({ limit: 5 })).toMatchObject({ total: 0 });
  });

  it('ends in the same state whatever is missing, torn or altered, and whatever happens meanwhile', async () => {
    const { hub, lead, kept, objects } = await fullHub();
    const harmed = fc.record({ at: fc.nat(), how: fc.constantFrom(...HARM), other: fc.nat() });
    const meanwhile = fc.array(fc.constantFrom('sync', 'restart', 'join'), { maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(fc.array(harmed, { minLength: 1, maxLength: 8 }), meanwhile, async (all, then) => {
        restore(kept, hub.place);
        for (const { at, how, other } of all) {
          const key = objects[at % objects.length] ?? '';
          if (existsSync(join(hub.place, key)) && statSync(join(hub.place, key)).isFile())
            harm(hub.place, kept, key, how, objects[other % objects.length] ?? '');
        }
        const dan = await hub.fresh();
        const begin = () =>
          tryToJoin(dan, hub.place).catch((error: unknown) => expect(sayError(error)).toMatch(/hub/));
        await begin();
        for (const what of then) {
          const { state } = await dan.client.session.get();
          if (what === 'restart') await dan.reopen();
          if (what === 'sync' && state !== 'new') await dan.engine.exchange();
          if (what === 'join' && state !== 'ready') await begin();
        }
        restore(kept, hub.place);
        if ((await dan.client.session.get()).state === 'new') await begin();
        await expectIn(hub, lead, dan);
      }),
      { numRuns: 15 },
    );
  });
});
