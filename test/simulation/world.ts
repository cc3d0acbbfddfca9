import { vouchText } from '../../src/domain/people/vouch.ts';
import type { HubId, MemberId } from '../../src/shared/vocabulary/ids.ts';
import { memberIdOf } from '../../src/shared/vocabulary/ids.ts';
import type { HubIdentity } from '../../src/sync/exchange/exchange-report.ts';
import { HUB_KEY } from '../../src/sync/hub/hub-layout.ts';
import { signHubDocument } from '../../src/sync/identity/hub-document.ts';
import { documentBytes } from '../../src/sync/identity/signed-document.ts';
import { idOf } from '../support/event-maker.ts';
import { ROUGH } from '../support/stores/faults.ts';
import { createFaultyHub, type FaultyHub } from '../support/stores/faulty-store.ts';
import { createMemoryStore, type MemoryStore } from '../support/stores/memory-store.ts';
import { createSeededRandom, type SeededRandom } from '../support/stores/seeded-random.ts';
import { Liar } from './liar.ts';
import { pick, type Surroundings } from './random-values.ts';
import { keyOf, simCrypto } from './sim-crypto.ts';
import { type Backup, SimDevice } from './sim-device.ts';

/** How a device says whose it is. */
export type Arrival = 'joins' | 'is added' | 'is vouched for' | 'is a stranger';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const YEAR = 365 * DAY;

/** Everything of one simulated run: the hub with its faults, the devices, true time, chance, and a log of what happened. */
export class World {
  readonly seed: number;
  readonly random: SeededRandom;
  readonly store: MemoryStore;
  readonly hub: FaultyHub;
  readonly identity: HubIdentity;
  readonly devices: SimDevice[] = [];
  /** Devices by hand, in the hands of somebody who means harm. */
  readonly liars: Liar[] = [];
  /** Devices that nobody knows any more: what they had begun to write nobody can end. */
  readonly outside = new Set<string>();
  #made = 0;
  readonly log: string[] = [];
  /** By the clock on the wall; milliseconds since 1970. */
  trueTime: number;
  steps = 0;
  /** Whether a disk was copied or put back: then chains may fork. */
  forks = false;
  readonly backups: { readonly of: SimDevice; readonly backup: Backup }[] = [];

  private constructor(seed: number) {
    this.seed = seed;
    this.random = createSeededRandom(seed, 'world');
    // Every third hub is in a bucket: its devices go by news.
    const metered = seed % 3 === 0 ? { now: () => this.trueTime } : undefined;
    this.store = createMemoryStore(new Map(), metered);
    this.hub = createFaultyHub(this.store, seed, ROUGH);
    this.trueTime = Date.UTC(2026, 10, 21) + this.random.below(YEAR);
    this.identity = { hub: idOf('h', 1) as HubId, founder: keyOf('device 0').device };
  }

  /** A hub with its founder, and further devices that arrive in different ways; some that lie where it is said so. */
  static async found(seed: number, devices?: number, liars = 0): Promise<World> {
    const world = new World(seed);
    await world.putBackHub();
    await world.#foundHub();
    const count = devices ?? 2 + world.random.below(7);
    while (world.devices.length < count) await world.addDevice();
    while (world.liars.length < liars) await world.#letInLiar();
    return world;
  }

  /** Somebody who means harm, whom the founder may have trusted with a role. */
  async #letInLiar(): Promise<void> {
    const liar = new Liar(this, this.liars.length);
    this.liars.push(liar);
    await liar.attacker.push(this.store);
    if (this.random.chance(0.4)) return;
    const role = pick(this.random, ['rep', 'marketer', 'marketer', 'lead']);
    this.say(`${liar.name} is let in as a ${role}`);
    const body = { member: liar.member, role };
    await this.founder.commit([{ stream: 'catalog', kind: 'member-admitted', body }]);
  }

  /** Writes the hub's description, as whoever keeps the place does it who finds another one. */
  async putBackHub(): Promise<void> {
    const { signer } = keyOf('device 0');
    const document = signHubDocument({ hub: this.identity.hub, name: 'Hub' }, signer, simCrypto);
    await this.store.put(HUB_KEY, documentBytes(document, simCrypto));
  }

  say(line: string): void {
    this.log.push(`${this.steps}: ${line}`);
  }

  anyDevice(): SimDevice {
    return pick(this.random, this.devices);
  }

  get founder(): SimDevice {
    const [founder] = this.devices;
    if (founder === undefined) throw new Error('A hub has a founder.');
    return founder;
  }

  /** Lets true time and the hub's time go on. */
  pass(milliseconds: number, ticks: number): void {
    this.trueTime += milliseconds;
    this.hub.tick(ticks);
  }

  /** A further device, which says itself who it is, or is named by the founder, or by nobody. */
  async addDevice(arrival = this.#anyArrival(), skew?: number, older = this.anyDevice()): Promise<SimDevice> {
    const number = this.#made;
    const key = keyOf(`device ${number}`);
    const member = arrival === 'is vouched for' ? older.member : memberIdOf(key.device);
    const device = this.#newDevice(number, member);
    device.skew = skew ?? (this.random.chance(0.3) ? this.anySkew() : 0);
    this.say(`${device.name} ${arrival}${arrival === 'is vouched for' ? ` by ${older.name}` : ''}`);
    const { publicKey } = key.signer;
    if (arrival === 'joins') {
      const body = { member, name: `Member ${number}`, device: device.id, deviceName: 'laptop', publicKey };
      await device.commit([{ stream: 'catalog', kind: 'member-joined', body }]);
    } else if (arrival === 'is vouched for') {
      const sig = older.key.signer.sign(vouchText(device.id, member));
      const body = { device: device.id, name: 'second', publicKey, member, by: { device: older.id }, sig };
      await device.commit([{ stream: 'catalog', kind: 'device-vouched', body }]);
    } else if (arrival === 'is added') {
      const role = pick(this.random, ['rep', 'marketer', 'lead']);
      await this.founder.commit([
        { stream: 'catalog', kind: 'member-added', body: { member, name: `Member ${number}`, role } },
        {
          stream: 'catalog',
          kind: 'device-added',
          body: { device: device.id, member, name: 'laptop', publicKey },
        },
      ]);
    }
    return device;
  }

  /** Takes a device out of what is judged. */
  expel(device: SimDevice): void {
    for (const id of [device.id, ...device.lostIds]) this.outside.add(id);
    this.devices.splice(this.devices.indexOf(device), 1);
    this.say(`${device.name} is of nobody and stays outside`);
  }

  anySkew(): number {
    const { random } = this;
    const size = pick(random, [0, 7 * MINUTE, HOUR, DAY, 10 * YEAR]);
    return random.chance(0.5) ? size : -size;
  }

  /** What an event of a device can name. */
  surroundings(device: SimDevice): Surroundings {
    const { random } = this;
    const known = device.process?.replica.position() ?? {};
    return {
      random,
      now: device.now(),
      self: device.key,
      members: [...new Set([...this.devices, ...this.liars].map(({ member }) => member))],
      devices: [...this.devices.map(({ id }) => id), ...this.liars.map(({ device: liar }) => liar)],
      ownKeys: this.devices.filter(({ member }) => member === device.member).map(({ key }) => key),
      member: device.member,
      positionOf: (id, stream) => known[`${id}/${stream}`] ?? 0,
      addFile: (text) => device.blobs.add(text),
      hub: this.identity.hub,
    };
  }

  async #foundHub(): Promise<void> {
    const founder = this.#newDevice(0, idOf('m', 1) as MemberId);
    const { publicKey } = founder.key.signer;
    const member = founder.member;
    await founder.commit([
      { stream: 'catalog', kind: 'hub-created', body: { hub: this.identity.hub, name: 'Hub' } },
      { stream: 'catalog', kind: 'member-added', body: { member, name: 'Founder', role: 'lead' } },
      {
        stream: 'catalog',
        kind: 'device-added',
        body: { device: founder.id, member, name: 'desk', publicKey },
      },
    ]);
  }

  /** A computer that runs from a copy of another's data folder. */
  async copyProfile(of: SimDevice): Promise<SimDevice> {
    this.forks = true;
    const copy = this.#newDevice(this.#made, of.member, of.key);
    await copy.putBack({ ...of.backup(), acknowledged: [] });
    for (const [sha256, bytes] of of.blobs.kept) copy.blobs.kept.set(sha256, bytes);
    return copy;
  }

  #newDevice(number: number, member: MemberId, key = keyOf(`device ${number}`)): SimDevice {
    const name = `d${number}`;
    this.#made += 1;
    const device = new SimDevice({
      name,
      key,
      member,
      hub: this.identity,
      openStore: () => this.hub.device(name),
      trueTime: () => this.trueTime,
    });
    this.devices.push(device);
    return device;
  }

  #anyArrival(): Arrival {
    return pick(this.random, ['joins', 'joins', 'is added', 'is added', 'is vouched for', 'is a stranger']);
  }
}
