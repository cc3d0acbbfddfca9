import { STREAMS, type Stream } from '../../src/shared/vocabulary/device.ts';
import { BURDENS, layBurdens, RUBBISH, RUBBISH_OF_A_READING } from './burden.ts';
import { hold } from './hold.ts';
import { randomEvent } from './random-events.ts';
import type { SimDevice } from './sim-device.ts';
import type { Counts } from './work.ts';
import type { World } from './world.ts';

const KB = 1024;
const MB = 1024 * KB;

/** How often everybody looks while the burdens lie there, and how long after the look before. */
const POLLS = 12;
const POLL_MS = 10_000;

/** What every look asks where calls are free: the hub's description, the folder of devices, this device's own head. And a head of each other device. */
const CALLS_OF_A_LOOK = 3;
/** Whoever has never written anything looks whether its segments are there, of each stream. */
const CALLS_WITHOUT_A_HEAD = 2;
/**
 * What it asks more of a device that it can't take in: its card; then of each of the two streams the first segment that is not here, one listing of
 * the segments that are, and the place of a named history.
 */
const CALLS_OF_A_TROUBLE = 1 + 2 * 3;
/** A burden lies in one stream, and no history is named of it: its card, and whether it and the head are there, or the first segment and the listing. */
const CALLS_OF_A_BURDEN = 3;
/** The founder's event: its head and segment, to be read or, with news and pulse and what was before, to be written. */
const CALLS_OF_AN_EVENT = 8;
/** What a look asks in a bucket: the pulse, and one listing of news where it changed or some minutes have passed. */
const CALLS_OF_A_PULSE = 1;
const CALLS_OF_NEWS = CALLS_OF_A_PULSE + 1;
/** In a bucket a device in trouble is tried again 1, 2, 4 and 8 looks later: that is how often in so many looks, with the first for its news. */
const TRIES = 5;
/** Of whom more than 256 kB were read in vain, 10, 20, 40 and 80 seconds are waited: four readings in the two minutes. */
const VAIN_READINGS = 4;
/** A device in trouble of whom less was in vain is read at every look. */
const FREE_RUBBISH = 256 * KB;
const PULSE = 256;

/** Segments that are read side by side, of however many devices. */
const MOST_IN_FLIGHT = 32 * MB;
/** What is remembered of a device to show how it stands: a name out of its card, and some numbers. */
const MOST_OF_A_STANDING = 16 * KB + KB;

/**
 * What a device has asked at one look at which nothing was new. In 1,000 seeds with liars folders came up to these bounds (12 calls, 5 kB) and buckets
 * had one call of 104 bytes.
 */
export function judgeIdleWork(world: World, device: SimDevice, { calls, bytes }: Counts): void {
  const others = othersOf(world, device).size;
  const troubled = device.reports.at(-1)?.devices.filter(({ trouble }) => trouble !== undefined).length ?? 0;
  const inTrouble = troubled * CALLS_OF_A_TROUBLE;
  const hasHead = world.store.contents().has(`devices/${device.id}/head.json`);
  const most =
    world.store.metered === undefined
      ? CALLS_OF_A_LOOK + (hasHead ? 0 : CALLS_WITHOUT_A_HEAD) + others + inTrouble
      : CALLS_OF_A_PULSE + (troubled > 0 ? CALLS_OF_A_LOOK + troubled + inTrouble : 0);
  hold(calls <= most, () => `${device.name} asks ${calls} times while nothing happens, not ${most}`);
  const mostBytes = bytesOfALook(world) + troubled * FREE_RUBBISH;
  hold(
    bytes <= mostBytes,
    () => `${device.name} reads ${bytes} bytes while nothing happens, not ${mostBytes}`,
  );
}

/**
 * Work is bounded by what lies in the hub and not by how often somebody looks: while all the burdens lie there at once, the exchanges go on, and each
 * asks, reads and keeps no more than it may. In 1,000 seeds they had at most 71 % of the calls (232 in a folder, 92 in a bucket) and 90 % of the
 * bytes (4.1 MB) that are allowed. Without rests, own checks once a day, pauses of news or the caps of bytes some seeds go over; no rule was taken out
 * to try what is held of the disk and of standings.
 */
export async function judgeWork(world: World): Promise<void> {
  await layBurdens(world);
  const { founder } = world;
  await founder.commit([randomEvent(world.surroundings(founder))]);
  for (const device of world.devices) device.work.take();
  const asked = new Map<SimDevice, Counts>();
  const keptAtFirst = new Map<SimDevice, number>();
  for (let poll = 0; poll < POLLS; poll += 1) {
    for (const device of world.devices) {
      const report = await device.exchange();
      hold(report?.outcome === 'exchanged', () => `${device.name} is stopped: ${JSON.stringify(report)}`);
      const { calls, bytes } = device.work.take();
      const sum = asked.get(device) ?? { calls: 0, bytes: 0 };
      asked.set(device, { calls: sum.calls + calls, bytes: sum.bytes + bytes });
      if (poll === 1) keptAtFirst.set(device, keptOfOthers(device));
    }
    world.pass(POLL_MS, 1);
  }
  for (const device of world.devices) {
    judgeSum(world, device, asked.get(device) ?? { calls: 0, bytes: 0 });
    judgeMemory(world, device, keptAtFirst.get(device) ?? 0);
    for (const stream of STREAMS) {
      const [here, there] = [device, founder].map((one) => headOf(one, founder, stream));
      hold(here === there, () => `under burdens ${device.name} misses what the founder wrote`);
    }
  }
}

function judgeSum(world: World, device: SimDevice, { calls, bytes }: Counts): void {
  const isBucket = world.store.metered !== undefined;
  const others = othersOf(world, device).size;
  const looks = isBucket ? TRIES : POLLS;
  const readings = { once: 1, 'with rests': VAIN_READINGS, 'at every look': looks };
  const readAtAll = BURDENS.reduce((sum, { isRead }) => sum + readings[isRead], 0);
  const looking = isBucket
    ? POLLS * CALLS_OF_NEWS + TRIES * (1 + BURDENS.length) + CALLS_OF_AN_EVENT
    : POLLS * (CALLS_OF_A_LOOK + CALLS_WITHOUT_A_HEAD + others) + CALLS_OF_AN_EVENT;
  const most = looking + readAtAll * CALLS_OF_A_BURDEN;
  const inVain = VAIN_READINGS * (RUBBISH_OF_A_READING + bytesOfLiars(world));
  const mostBytes = POLLS * PULSE + looks * bytesOfALook(world) + inVain;
  hold(calls <= most, () => `${device.name} asks ${calls} times in ${POLLS} looks, not ${most}`);
  hold(bytes <= mostBytes, () => `${device.name} reads ${bytes} bytes in ${POLLS} looks, not ${mostBytes}`);
}

/** What looking again and again leaves behind is what looking once does. */
function judgeMemory(world: World, device: SimDevice, keptAtFirst: number): void {
  const { work, reports } = device;
  const [excess] = work.excess;
  hold(excess === undefined, () => `${device.name} asks for ${excess}`);
  hold(
    work.mostInFlight <= MOST_IN_FLIGHT,
    () => `${device.name} reads ${work.mostInFlight} bytes of segments at once`,
  );
  const kept = keptOfOthers(device);
  hold(
    kept <= keptAtFirst,
    () => `${device.name} keeps ${kept} bytes of others after ${POLLS} looks, ${keptAtFirst} after two`,
  );
  const standings = reports.at(-1)?.devices ?? [];
  const others = othersOf(world, device);
  const strange = standings.find((standing) => !others.has(standing.device));
  hold(strange === undefined, () => `${device.name} remembers ${strange?.device}, of whom nothing is there`);
  const large = standings.find((standing) => JSON.stringify(standing).length > MOST_OF_A_STANDING);
  hold(large === undefined, () => `${device.name} remembers too much of ${large?.device}`);
}

/** The devices that lie in the hub or are known, but for this one. */
function othersOf(world: World, device: SimDevice): ReadonlySet<string> {
  const keys = [
    ...[...world.store.contents().keys()].flatMap((key) => (key.startsWith('devices/') ? key.slice(8) : [])),
    ...device.files.journals.keys(),
    ...device.files.documents.keys(),
  ];
  const others = new Set(keys.map((key) => key.slice(0, key.indexOf('/'))));
  others.delete(device.id);
  return others;
}

/** What a look at which nothing is new gives to read: the description, the pulse, and every head that is no larger than it may be. */
function bytesOfALook(world: World): number {
  const contents = world.store.contents();
  const heads = [...contents].filter(([key, { length }]) => key.endsWith('/head.json') && length <= 2 * MB);
  const sizes = heads.map(([, { length }]) => length).filter((length) => length !== RUBBISH);
  return (contents.get('hub.json')?.length ?? 0) + PULSE + sizes.reduce((sum, size) => sum + size, 0);
}

/** What liars have written: of what was damaged afterwards as much is read in vain, with the same rests. Bytes. */
function bytesOfLiars({ liars, store }: World): number {
  const theirs = liars.map(({ device }) => `devices/${device}/`);
  const sizes = [...store.contents()].map(([key, { length }]) =>
    key.endsWith('.jsonl') && theirs.some((folder) => key.startsWith(folder)) ? length : 0,
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** What is on a device's disk of others. Bytes. */
function keptOfOthers({ id, files }: SimDevice): number {
  const sizes = [...files.journals, ...files.documents].map(([key, { length }]) =>
    key.startsWith(id) ? 0 : length,
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

function headOf(device: SimDevice, of: SimDevice, stream: Stream): string | undefined {
  return device.process?.replica.journals.head(of.id, stream).digest;
}
