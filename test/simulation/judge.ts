import { blobKey } from '../../src/sync/hub/hub-layout.ts';
import type { StreamEvent } from '../../src/sync/journal/journal-event.ts';
import { shaOfBytes, versionBlobs } from '../support/sync/memory-blobs.ts';
import { settle } from './actions.ts';
import { Broken, hold } from './hold.ts';
import { judgeIdleWork, judgeWork } from './judge-work.ts';
import { damageAll, publish } from './lies.ts';
import { impossibleStamps } from './possible-roles.ts';
import { activityHashOf, contextOf, foldFromScratch, stateHashOf } from './sim-catalog.ts';
import type { SimDevice } from './sim-device.ts';
import { DAY, HOUR, MINUTE, type World } from './world.ts';

const ROUNDS = 45;

/** Ends all faults and lets everybody exchange until nothing moves any more. */
export async function calmDown(world: World): Promise<void> {
  world.hub.calm();
  for (const device of world.devices) world.hub.setReachable(device.name, true);
  for (let waits = 0; waits < 50; waits += 1) await settle();
  for (const device of world.devices) {
    hold(device.running === 0, () => `${device.name} has an exchange that never ends`);
    if (world.random.chance(0.5)) await device.stop(world.random.chance(0.5) ? 'close' : 'kill');
    device.process?.line.spare();
    device.process?.line.emptyDisk();
    await device.start();
  }
  if (world.liars.length > 0) await publish(world);
  await exchangeUntilStill(world);
  if (world.liars.length > 0) await damageAll(world);
  // What a hub has lost is noticed by the next day at the latest; what a liar destroyed is read again, once mended, a rest later.
  for (let days = world.liars.length > 0 ? 2 : 1; days > 0; days -= 1) {
    world.pass(25 * HOUR, 1);
    for (const device of world.devices) await device.exchange();
    await exchangeUntilStill(world);
  }
}

async function exchangeUntilStill(world: World): Promise<void> {
  for (let round = 1; ; round += 1) {
    let moved = 0;
    for (const device of [...world.devices]) {
      const report = await device.exchange();
      const { outcome, pushed = 0, pulled = 0 } = report ?? {};
      world.say(`round ${round}: ${device.name} ${outcome} pushed ${pushed} pulled ${pulled}`);
      const renewed = outcome === 'blocked' && report?.reason === 'forked';
      // A copy of a device that nobody knows (any more) can't become another: it stays outside, and says so.
      if (renewed && !device.isKnown) {
        world.expel(device);
        continue;
      }
      if (renewed) moved += 1;
      hold(
        outcome === 'exchanged' || renewed,
        () => `${device.name} does not exchange: ${JSON.stringify(report)}`,
      );
      moved += pushed + pulled;
    }
    if (moved === 0) return;
    hold(round < ROUNDS, () => `things still move after ${ROUNDS} rounds`);
  }
}

/** Checks everything that must hold when all have exchanged everything. Throws {@link Broken}. */
export async function judge(world: World): Promise<void> {
  for (const device of world.devices) {
    const [defect] = device.defects;
    hold(defect === undefined, () => `${device.name} failed: ${stackOf(defect)}`);
    const report = device.reports.at(-1);
    hold(report?.pending === 0, () => `${device.name} keeps ${report?.pending} events to itself`);
    const liars = new Set<string>(world.liars.map((liar) => liar.device));
    const gone = new Set<string>([...world.outside, ...world.devices.flatMap(({ lostIds }) => lostIds)]);
    const trouble = report?.devices.find(
      ({ device: of, trouble: what }) => what !== undefined && !liars.has(of) && !gone.has(of),
    );
    hold(trouble === undefined, () => `${device.name} has trouble: ${JSON.stringify(trouble)}`);
    hold(
      world.forks || liars.size > 0 || device.retractions === 0,
      () => `${device.name} took events back although no chain was forked`,
    );
    hold(world.forks || device.renewals === 0, () => `${device.name} was driven into a new identity`);
    hold(
      liars.size === 0 || device.furthestAhead <= DAY + MINUTE,
      () => `${device.name} stamped ${device.furthestAhead / HOUR} hours ahead of its clock`,
    );
  }
  await judgeEvents(world);
  await judgeFolds(world);
  await judgeBlobs(world);
  await judgeIdle(world);
  // A rolled-back hub may have lost what only a device that is gone could write again; where somebody lies, none is rolled back.
  if (world.liars.length > 0) await judgeNewcomer(world);
  if (world.liars.length > 0) await judgeWork(world);
}

/** Whoever comes last finds in the hub all that honest devices have ever acknowledged: nothing that lies there is damaged for good. */
async function judgeNewcomer(world: World): Promise<void> {
  const acknowledged = world.devices.flatMap((device) => device.acknowledged);
  const newcomer = await world.addDevice('is a stranger', 0);
  await newcomer.exchange();
  const events = await newcomer.events();
  const byName = new Map(events.map((one) => [nameOf(one), one.event.prev + one.event.hlc]));
  for (const one of acknowledged) {
    const same = byName.get(nameOf(one)) === one.event.prev + one.event.hlc;
    hold(same, () => `a newcomer does not find the acknowledged ${nameOf(one)} (${one.event.kind})`);
  }
  world.expel(newcomer);
}

function stackOf(defect: unknown): string {
  return defect instanceof Error ? (defect.stack ?? defect.message) : String(defect);
}

function nameOf({ stream, event }: StreamEvent): string {
  return `${event.device}/${stream}/${event.seq}`;
}

/** Liars of whom somebody knows another history than the hub has now, because a removal or a change of role had named it. */
function contradicted(world: World): ReadonlySet<string> {
  const liars = new Set<string>(world.liars.map(({ device }) => device));
  const reports = world.devices.flatMap(({ reports: all }) => all.at(-1)?.devices ?? []);
  return new Set(
    reports.flatMap(({ device, trouble }) => (trouble !== undefined && liars.has(device) ? [device] : [])),
  );
}

/** The events of a device, without those of liars of whom there is more than one history. */
async function agreedEvents(
  device: SimDevice,
  without: ReadonlySet<string>,
): Promise<readonly StreamEvent[]> {
  return (await device.events()).filter(({ event }) => !without.has(event.device));
}

/** No acknowledged event is missing anywhere, and everybody has the same events. */
async function judgeEvents(world: World): Promise<void> {
  const acknowledged = world.devices.flatMap((device) => device.acknowledged);
  const without = contradicted(world);
  let all: string | undefined;
  for (const device of world.devices) {
    const events = await agreedEvents(device, without);
    const byName = new Map(events.map((one) => [nameOf(one), one.event.prev + one.event.hlc]));
    for (const one of acknowledged) {
      const same = byName.get(nameOf(one)) === one.event.prev + one.event.hlc;
      hold(same, () => `${device.name} misses the acknowledged ${nameOf(one)} (${one.event.kind})`);
    }
    const names = [...byName]
      .map((entry) => entry.join(' '))
      .sort()
      .join('\n');
    hold(all === undefined || all === names, () => `${device.name} has other events than the first device`);
    all = names;
  }
}

/** All folds agree: of each device piece by piece, from scratch in its order, and from scratch in any order. */
async function judgeFolds(world: World): Promise<void> {
  const context = contextOf(world.identity.founder);
  const without = contradicted(world);
  const agreed = foldFromScratch(await agreedEvents(world.founder, without), context);
  const agreedHash = stateHashOf(agreed.state);
  for (const device of world.devices) {
    const { live: catalog } = processOf(device).catalog;
    const events = await device.events();
    const own = foldFromScratch(events, context);
    const hash = stateHashOf(own.state);
    const impossible = impossibleStamps(own.state, events, world.identity.founder);
    hold(impossible.length === 0, () => `what nobody allowed counts at ${device.name}: ${impossible.join()}`);
    hold(
      stateHashOf(catalog.state) === hash,
      () => `${device.name} shows another state than a fold from scratch`,
    );
    hold(
      activityHashOf(catalog.activity) === activityHashOf(own.activity),
      () => `${device.name} shows another activity than a fold from scratch`,
    );
    const same = without.size === 0 ? hash : await agreedHashOf(device, without);
    hold(same === agreedHash, () => `${device.name} and the founder agree on events and not on the catalog`);
  }
  const shuffled = world.random.shuffled(await agreedEvents(world.founder, without));
  const again = stateHashOf(foldFromScratch(shuffled, context).state);
  hold(again === agreedHash, () => 'folding in another order gives another state');

  async function agreedHashOf(device: SimDevice, excluded: ReadonlySet<string>): Promise<string> {
    return stateHashOf(foldFromScratch(await agreedEvents(device, excluded), context).state);
  }
}

/** Every file that an acknowledged event of its owner names lies whole in the hub. */
async function judgeBlobs(world: World): Promise<void> {
  const contents = world.store.contents();
  for (const device of world.devices) {
    for (const { event } of device.acknowledged) {
      for (const sha256 of versionBlobs(event.body)) {
        if (!device.blobs.kept.has(sha256)) continue;
        const bytes = contents.get(blobKey(sha256));
        const whole = bytes !== undefined && shaOfBytes(bytes) === sha256;
        hold(whole, () => `a file of ${device.name}'s ${event.kind} ${event.seq} is not whole in the hub`);
      }
    }
  }
}

/** An idle poll writes nothing, here or there. */
async function judgeIdle(world: World): Promise<void> {
  const before = world.store.contents();
  for (const device of world.devices) {
    const documents = new Map(device.files.documents);
    device.work.take();
    await device.exchange();
    judgeIdleWork(world, device, device.work.take());
    hold(
      same(documents, device.files.documents),
      () => `${device.name} writes to its disk while nothing happens`,
    );
  }
  const after = world.store.contents();
  const changed = [...after.keys()].filter((key) => before.get(key) !== after.get(key));
  hold(changed.length === 0 && before.size === after.size, () => `an idle poll writes ${changed.join()}`);
}

function same(left: ReadonlyMap<string, unknown>, right: ReadonlyMap<string, unknown>): boolean {
  return left.size === right.size && [...left].every(([key, value]) => right.get(key) === value);
}

function processOf(device: SimDevice) {
  if (device.process === undefined) throw new Broken(`${device.name} does not run`);
  return device.process;
}
