import { canonical } from '../support/attacker/canonical.ts';
import { Liar } from './liar.ts';
import type { World } from './world.ts';

/** How often it is read: taken in at once; with longer and longer rests; at every look, because it may still be on its way. */
type Readings = 'once' | 'with rests' | 'at every look';

/** What costs those who read it. */
export type Burden = {
  readonly says: string;
  readonly isRead: Readings;
  /** Bytes of one reading that turn out to be rubbish. */
  readonly vain: number;
  readonly lay: (world: World, liar: Liar) => Promise<void>;
};

/** More than an honest mishap, so that who leaves it is left alone for a while. */
export const RUBBISH = 300_000;
/** What a liar may have written in the run before. */
const EARLIER = 64 * 1024;
/** Segments that a head names and nobody has written. */
const NOT_THERE = 300;

/** The kinds of rubbish that cost most, as far as a simulation can afford them. */
export const BURDENS: readonly Burden[] = [
  {
    says: 'a line that is longer than any may be',
    isRead: 'with rests',
    vain: RUBBISH + EARLIER,
    lay: ({ store, trueTime }, { attacker }) => {
      attacker.says('hub-renamed', { name: 'a'.repeat(RUBBISH) }, { time: trueTime });
      return attacker.push(store);
    },
  },
  {
    says: 'such a line in the place of what it wrote before',
    isRead: 'with rests',
    vain: RUBBISH + EARLIER,
    lay: ({ store, trueTime }, { attacker }) => {
      attacker.journals.catalog.backTo(0);
      attacker.says('hub-renamed', { name: 'a'.repeat(RUBBISH) }, { time: trueTime });
      return attacker.push(store);
    },
  },
  {
    says: 'a head that nobody signed',
    isRead: 'with rests',
    vain: RUBBISH,
    lay: ({ store }, { attacker }) => attacker.push(store, { head: 'x'.repeat(RUBBISH) }),
  },
  {
    says: 'a head that is larger than any may be',
    isRead: 'at every look',
    vain: 0,
    lay: ({ store }, { attacker }) => attacker.push(store, { head: ' '.repeat(2_200_000) }),
  },
  {
    says: 'a head with segments that are not there',
    isRead: 'at every look',
    vain: 0,
    lay: ({ store }, { attacker }) =>
      attacker.push(store, { head: canonical(attacker.headWithMissing(NOT_THERE)) }),
  },
  ...[1, 2, 3].map((number) => ({
    says: `segments of a gigabyte, as it says (${number})`,
    isRead: 'once' as const,
    vain: 0,
    lay: ({ store, trueTime }: World, { attacker }: Liar) => {
      attacker.says('hub-renamed', { name: `Huge ${number}` }, { time: trueTime });
      return attacker.push(store, { size: 999_999_999 });
    },
  })),
];

/** What one reading of all of them gives to read in vain. Bytes. */
export const RUBBISH_OF_A_READING = BURDENS.reduce((sum, { vain }) => sum + vain, 0);

/** Somebody who lies leaves each of them, all at once: those who do already, and as many more as it takes. */
export async function layBurdens(world: World): Promise<void> {
  for (const [number, { says, lay }] of BURDENS.entries()) {
    const liar = world.liars[number] ?? new Liar(world, number);
    world.liars[number] = liar;
    world.say(`${liar.name} leaves ${says}`);
    await lay(world, liar);
  }
  // Where devices go by news, nobody would look before the next day.
  if (world.store.metered === undefined) return;
  for (const [number, { attacker }] of world.liars.entries()) {
    const time = world.trueTime.toString(16).padStart(12, '0');
    const note = `news/${time}-${attacker.device}-000099999-${'e'.repeat(16)}-00000000${number}-${'e'.repeat(16)}`;
    await world.store.put(note, new Uint8Array());
    await world.store.put('news/pulse', Buffer.from(note));
  }
}
