import type { MemberId } from '../../src/shared/vocabulary/ids.ts';
import { formatHlc } from '../../src/sync/clock/hlc.ts';
import { chainEvent } from '../../src/sync/journal/journal-chain.ts';
import { CALM, type FaultRates, ROUGH } from '../support/stores/faults.ts';
import { lie } from './lies.ts';
import { randomEvent } from './random-events.ts';
import { pick } from './random-values.ts';
import { simCrypto } from './sim-crypto.ts';
import type { SimDevice } from './sim-device.ts';
import { DAY, MINUTE, type World } from './world.ts';

/** Nearly nothing goes through. */
const HOPELESS: FaultRates = {
  ...ROUGH,
  unreachable: 0.1,
  busy: 0.15,
  halfPut: 0.1,
  lostAnswer: 0.15,
  truncatedRead: 0.25,
  hiddenKey: 0.7,
  emptyRoot: 0.03,
  rolledBack: 0.03,
  stall: 0.08,
};

type Action = { readonly weight: number; readonly run: (world: World) => Promise<void> };

/** How often somebody lies where somebody does, of all that happens. */
const LYING = 0.3;

/** Lets everything that can go on go on: a simulated process waits for nothing but stalled calls. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

const actions: readonly Action[] = [
  { weight: 40, run: write },
  { weight: 32, run: exchange },
  { weight: 12, run: wait },
  { weight: 5, run: restart },
  { weight: 3, run: setClock },
  { weight: 4, run: saveSnapshot },
  { weight: 2, run: plug },
  { weight: 2, run: changeWeather },
  { weight: 1.5, run: backDate },
  { weight: 1, run: arrive },
  { weight: 0.4, run: rollBack },
  { weight: 1, run: backUp },
  { weight: 0.6, run: putBack },
  { weight: 0.4, run: copyProfile },
  { weight: 2, run: fillDisk },
  { weight: 1, run: damage },
];
const TOTAL = actions.reduce((sum, { weight }) => sum + weight, 0);

/** Does one random thing. */
export async function act(world: World): Promise<void> {
  world.steps += 1;
  if (world.liars.length > 0 && world.random.chance(LYING)) return lie(world);
  let at = world.random.next() * TOTAL;
  for (const { weight, run } of actions) {
    at -= weight;
    if (at >= 0) continue;
    await run(world);
    await settle();
    return;
  }
}

async function write(world: World): Promise<void> {
  const { random } = world;
  const device = world.anyDevice();
  await device.start();
  const count = 1 + random.below(3);
  const first = randomEvent(world.surroundings(device));
  const events = [first];
  while (events.length < count) {
    const next = randomEvent(world.surroundings(device));
    if (next.stream === first.stream) events.push(next);
    else break;
  }
  const member = random.chance(0.03) ? (world.anyDevice().member as MemberId) : device.member;
  if (random.chance(0.03)) device.process?.line.crashIn(random.below(6));
  const written = await device.commit(events, member);
  world.say(`${device.name} writes ${events.map(({ kind }) => kind).join()}${written ? '' : ' and fails'}`);
}

async function exchange(world: World): Promise<void> {
  const { random } = world;
  const others = random.chance(0.3) ? [world.anyDevice()] : [];
  for (const device of new Set([world.anyDevice(), ...others])) {
    await device.start();
    const crashIn = random.chance(0.12) ? random.below(random.chance(0.5) ? 20 : 80) : undefined;
    if (crashIn !== undefined) device.process?.line.crashIn(crashIn);
    world.say(`${device.name} exchanges${crashIn === undefined ? '' : `, crashing in ${crashIn}`}`);
    void device.exchange().then((report) => {
      const { outcome, reason, pushed, pulled } = report ?? {};
      world.say(
        `  ${device.name}: ${outcome ?? 'crashed'} ${reason ?? ''} pushed ${pushed} pulled ${pulled}`,
      );
      device.process?.line.spare();
    });
    if (random.chance(0.2)) await device.commit([randomEvent(world.surroundings(device))]);
  }
}

async function wait(world: World): Promise<void> {
  const { random } = world;
  const time = pick(random, [1, MINUTE, 90 * MINUTE, DAY, 9 * DAY]) * (1 + random.below(3));
  const ticks = 1 + random.below(4);
  world.pass(time, ticks);
  world.say(`${ticks} ticks, ${Math.round(time / MINUTE)} minutes pass`);
}

async function restart(world: World): Promise<void> {
  const { random } = world;
  const device = world.anyDevice();
  const how = random.chance(0.5) ? 'close' : 'kill';
  if (how === 'close' && device.running > 0) await device.stop('kill');
  else await device.stop(how);
  const crashIn = random.chance(0.2) ? random.below(30) : undefined;
  await device.start(crashIn);
  world.say(`${device.name} restarts after ${how}${device.process === undefined ? ' and crashes' : ''}`);
}

async function setClock(world: World): Promise<void> {
  const device = world.anyDevice();
  device.skew = world.anySkew();
  world.say(`${device.name}'s clock is ${device.skew / MINUTE} minutes off`);
}

async function saveSnapshot(world: World): Promise<void> {
  const device = world.anyDevice();
  device.process?.catalog.saveNow();
  world.say(`${device.name} saves its snapshot`);
}

async function plug(world: World): Promise<void> {
  const device = world.anyDevice();
  const reachable = world.random.chance(0.5);
  world.hub.setReachable(device.name, reachable);
  world.say(`${device.name} is ${reachable ? 'plugged in' : 'unplugged'}`);
}

async function changeWeather(world: World): Promise<void> {
  const rates = pick(world.random, [CALM, ROUGH, ROUGH, HOPELESS]);
  world.hub.setRates(rates);
  world.say(`weather: ${rates === CALM ? 'calm' : rates === ROUGH ? 'rough' : 'hopeless'}`);
}

/** A device writes an event whose clock reads some other time, as only a changed program does. */
async function backDate(world: World): Promise<void> {
  const device = world.anyDevice();
  if (device.running > 0) return;
  const process = await device.start();
  if (process === undefined) return;
  const draft = randomEvent(world.surroundings(device));
  const { replica } = process;
  const head = replica.journals.head(device.id, draft.stream);
  await device.stop('close');
  const time = Math.max(0, world.trueTime - world.random.below(30 * DAY));
  const hlc = { time, counter: world.random.below(3) };
  const at = { device: device.id, member: device.member, hlc };
  const { line } = chainEvent(head, at, draft, simCrypto);
  await device.files.append(device.id, draft.stream, [line]);
  await device.start();
  world.say(`${device.name} back-dates ${draft.kind} to ${formatHlc(hlc)}`);
}

async function arrive(world: World): Promise<void> {
  if (world.devices.length < 10) await world.addDevice();
}

async function rollBack(world: World): Promise<void> {
  // What a push that is under way has written already would be gone without anybody noticing until the next start.
  if (world.devices.some(({ running }) => running > 0)) return;
  // A device that has become another is not there to write again what the hub has lost of the one that it was.
  if (world.forks || world.liars.length > 0) return;
  const ticks = world.random.below(12);
  await world.hub.rollBackForGood(ticks);
  world.say(`the hub is rolled back by ${ticks} ticks for good`);
}

async function backUp(world: World): Promise<void> {
  const device = world.anyDevice();
  if (!device.isKnown) return;
  world.backups.push({ of: device, backup: device.backup() });
  world.say(`${device.name} is backed up`);
}

async function putBack(world: World): Promise<void> {
  // What a liar has destroyed of a device that is another one now, nobody can write again.
  if (world.backups.length === 0 || world.liars.length > 0) return;
  const { of, backup } = pick(world.random, world.backups);
  world.forks = true;
  await of.putBack(backup);
  await of.start();
  world.say(`${of.name}'s backup is put back`);
}

async function copyProfile(world: World): Promise<void> {
  const device = world.anyDevice();
  if (!device.isKnown || world.devices.length >= 10 || world.liars.length > 0) return;
  const copy = await world.copyProfile(device);
  world.say(`${copy.name} runs from a copy of ${device.name}'s folder`);
}

async function fillDisk(world: World): Promise<void> {
  const { random } = world;
  const device = world.anyDevice();
  const [after, writes] = [random.below(8), 1 + random.below(3)];
  device.process?.line.fillDisk(after, writes);
  world.say(`${device.name}'s disk will refuse ${writes} writes after ${after}`);
}

/** A disk loses what a device has received of another one, or the end of it. */
async function damage(world: World): Promise<void> {
  const { random } = world;
  const device = world.anyDevice();
  await device.stop('kill');
  const others = [...device.files.documents.keys(), ...device.files.journals.keys()].filter(
    (key) => !key.startsWith(device.id),
  );
  if (others.length === 0) return;
  const key = pick(random, others);
  const journal = device.files.journals.get(key);
  if (journal === undefined) device.files.documents.delete(key);
  else device.files.journals.set(key, journal.subarray(0, random.below(journal.length + 1)));
  await device.start();
  world.say(`${device.name} loses ${journal === undefined ? '' : 'the end of '}${key}`);
}

/** Says what a device stands like, for the log. */
export function describeDevice(device: SimDevice): string {
  const report = device.reports.at(-1);
  return `${device.name} ${device.id.slice(0, 8)}: ${report?.outcome} ${report?.reason ?? ''} pending ${report?.pending}`;
}
