import { memberIdOf } from '../../src/shared/vocabulary/ids.ts';
import { Attacker } from '../support/attacker/attacker.ts';
import type { StreamName } from '../support/attacker/journal.ts';
import { Key } from '../support/attacker/keys.ts';
import { randomEvent } from './random-events.ts';
import { pick, type Surroundings } from './random-values.ts';
import type { SimKey } from './sim-crypto.ts';
import type { World } from './world.ts';

/** Times that a liar claims: any of history, and some that no clock reads. */
const CENTURIES = [0, 1, Date.UTC(2000, 0, 1), Date.UTC(2199, 11, 31), Date.UTC(2300, 0, 1), 2 ** 48 - 1];

/** A device that lies: its own journal by hand, with any stamp, any author and any history. */
export class Liar {
  readonly name: string;
  readonly attacker: Attacker;
  readonly #world: World;

  constructor(world: World, number: number) {
    this.#world = world;
    this.name = `liar ${number}`;
    this.attacker = new Attacker({ key: Key.named(this.name), name: this.name, time: world.trueTime });
    if (!world.random.chance(0.2)) this.attacker.joins(this.name, { time: this.#anyTime(0.6) });
  }

  get device(): string {
    return this.attacker.device;
  }

  get member(): string {
    return memberIdOf(this.device);
  }

  /** Writes an event of any kind: mostly of its own, with a stamp of any time, now and then naming what it was written after. */
  write(): string {
    const { random } = this.#world;
    const at = this.#surroundings();
    const { stream, kind, body } = randomEvent(at);
    const saying = {
      time: this.#anyTime(0.5),
      counter: random.below(0x1_0000),
      ...(random.chance(0.2) && { member: pick(random, at.members) }),
      ...(random.chance(0.3) && { more: { after: this.#anyStamps() } }),
    };
    this.attacker.journals[stream].write(kind, body as never, saying);
    return kind;
  }

  /** Forgets its last events and writes others in their place. */
  rewrite(): void {
    const { random } = this.#world;
    const stream = pick(random, ['catalog', 'catalog', 'activity'] as const);
    const journal = this.attacker.journals[stream];
    journal.backTo(random.below(journal.seq + 1));
    for (let events = random.below(4); events > 0; events -= 1) this.write();
  }

  /** The stamps of what it has written, to name them. */
  stamps(): readonly string[] {
    return (['catalog', 'activity'] as const).flatMap((stream) => this.#stampsOf(stream));
  }

  #stampsOf(stream: StreamName): readonly string[] {
    return this.attacker.journals[stream].lines.map(
      (line) => `${(JSON.parse(line) as { hlc: string }).hlc}|${this.device}`,
    );
  }

  #anyTime(honest: number): number {
    const { random, trueTime } = this.#world;
    if (random.chance(honest)) return trueTime;
    if (random.chance(0.5)) return Math.max(0, trueTime - random.below(400) * 86_400_000);
    return pick(random, CENTURIES);
  }

  /** Stamps of others, of its own, of the future and of nobody. */
  #anyStamps(): readonly string[] {
    const { random, devices, liars } = this.#world;
    const known = [
      ...devices.flatMap(({ acknowledged }) =>
        acknowledged.map(({ event }) => `${event.hlc}|${event.device}`),
      ),
      ...liars.flatMap((liar) => liar.stamps()),
      `ffffffffffff-ffff|${'f'.repeat(32)}`,
      `${'0'.repeat(12)}-0000|${this.device}`,
    ];
    return Array.from({ length: 1 + random.below(40) }, () => pick(random, known));
  }

  #surroundings(): Surroundings {
    const { random, devices, liars, trueTime, identity } = this.#world;
    const { key } = this.attacker;
    const self: SimKey = {
      device: key.device as SimKey['device'],
      signer: { publicKey: key.publicKey, sign: (text) => key.sign(text) },
    };
    return {
      random,
      now: random.chance(0.8) ? trueTime : pick(random, CENTURIES),
      self,
      members: [...devices.map(({ member }) => member), ...liars.map(({ member }) => member)],
      devices: [...devices.map(({ id }) => id), ...liars.map(({ device }) => device)],
      ownKeys: [self],
      member: this.member,
      positionOf: () => random.below(9),
      addFile: () => 'a'.repeat(64),
      hub: identity.hub,
    };
  }
}
