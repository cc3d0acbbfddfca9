import type { JsonObject } from '../../src/sync/journal/journal-event.ts';
import { idOf, mintedBy, nonceOf } from '../support/event-maker.ts';
import type { SeededRandom } from '../support/stores/seeded-random.ts';
import type { SimKey } from './sim-crypto.ts';

/** What events by chance are made of. */

/** What a random event can name. Few of everything, so that devices write about the same things. */
export type Surroundings = {
  readonly random: SeededRandom;
  /** Milliseconds by the clock of whoever writes. */
  readonly now: number;
  readonly self: SimKey;
  readonly members: readonly string[];
  readonly devices: readonly string[];
  /** Keys of the member's own devices, this one included. */
  readonly ownKeys: readonly SimKey[];
  readonly member: string;
  /** How far the streams of the devices are known where this is written. */
  readonly positionOf: (device: string, stream: 'catalog' | 'activity') => number;
  /** Keeps a file and answers its SHA-256. */
  readonly addFile: (text: string) => string;
  readonly hub: string;
};

export const TERMS = ['awareness', 'decision', 'cfo'] as const;
export const DAYS = ['2026-11-21', '2027-01-31', null] as const;

export const asset = ({ random }: Surroundings) => idOf('a', random.below(4));
export const versionId = ({ random }: Surroundings) => idOf('v', random.below(6));
export const request = ({ random }: Surroundings) => idOf('r', random.below(3));
export const term = ({ random }: Surroundings) => pick(random, TERMS);
export const text = ({ random }: Surroundings, what: string) => `${what} ${random.below(1000)} ä€🎈`;
export const maybe = (at: Surroundings, fields: JsonObject): JsonObject =>
  at.random.chance(0.5) ? fields : {};
export const otherMember = ({ random, members }: Surroundings) => pick(random, members);
export const otherDevice = ({ random, devices }: Surroundings) => pick(random, devices);

/** One of several. */
export function pick<Item>(random: SeededRandom, items: readonly Item[]): Item {
  const item = items[random.below(items.length)];
  if (item === undefined) throw new Error('There is nothing to choose from.');
  return item;
}

/** An id of something new: an old one, one's own with its nonce, or somebody else's, with a nonce or none. */
export function stated(at: Surroundings, kind: 'request' | 'comment' | 'proposal', old: string): JsonObject {
  const { random } = at;
  if (random.chance(0.5)) return { [kind]: old };
  const number = random.below(3);
  const owner = random.chance(0.6) ? at.member : otherMember(at);
  return { [kind]: mintedBy(kind, owner, number), ...(random.chance(0.7) && { nonce: nonceOf(number) }) };
}
