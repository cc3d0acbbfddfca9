import { z } from 'zod';
import { type OrderKey, ownStamp } from '../../domain/kernel/order.ts';
import { entryOf } from '../../domain/kernel/register.ts';
import type { DeviceId } from '../../shared/vocabulary/ids.ts';
import { formatHlc } from '../../sync/clock/hlc.ts';
import { parseEvent } from '../../sync/journal/journal-chain.ts';
import type { Position } from '../../sync/journal/journal-event.ts';
import type { Journals } from '../../sync/journal/journals.ts';

/**
 * How much of the hub somebody has had before them: the number of the last catalog event by device. A place in the journals and no moment of
 * a clock, so that what is new since then is the same whatever arrives when, and whoever asks how soon.
 */
export type JournalPlace = Readonly<Record<string, number>>;

/** As it is kept on this device. */
export const journalPlaceSchema = z.record(z.string(), z.number().int().nonnegative());

/** Says whether a write lies within a place. */
export type Covers = (place: OrderKey) => boolean;

const CATALOG = '/catalog';

/** The place that a position of the journals is. */
export function placeOf(position: Position): JournalPlace {
  const entries = Object.entries(position).filter(([key]) => key.endsWith(CATALOG));
  return Object.fromEntries(entries.map(([key, seq]) => [key.slice(0, -CATALOG.length), seq]));
}

/** Everything that lies within either of two places. */
export function bothPlaces(one: JournalPlace, other: JournalPlace): JournalPlace {
  const both: Record<string, number> = { ...one };
  for (const [device, seq] of Object.entries(other)) both[device] = Math.max(both[device] ?? 0, seq);
  return both;
}

/** Looks up where places lie among the stamps of events. */
export class JournalPlaces {
  readonly #journals: Journals;
  /** Clocks of events that come after a place; an event never changes. */
  readonly #after = new Map<string, { upTo: number; readonly clocks: Set<string> }>();

  constructor(journals: Journals) {
    this.#journals = journals;
  }

  /** What a place has. Events that come after the call are judged too, but for those that were promised to it and are still on their way. */
  async covers(place: JournalPlace): Promise<Covers> {
    const covered = new Map<string, Covers>();
    for (const device of this.#journals.devices()) {
      const seq = place[device] ?? 0;
      if (seq > 0) covered.set(device, await this.#coveredOf(device, seq));
    }
    return (key) => {
      const [clock = '', device = ''] = ownStamp(key).split('|');
      return covered.get(device)?.(clock) === true;
    };
  }

  /** Which clocks of a device belong to its events up to `seq`: those that no later one has, because a clock may have been set back. */
  async #coveredOf(device: DeviceId, seq: number): Promise<Covers> {
    const head = this.#journals.head(device, 'catalog');
    // What was promised and has not come yet is covered when it comes.
    if (seq > head.seq) return () => true;
    const last = formatHlc(head.hlc);
    const later = await this.#clocksAfter(device, seq, head.seq);
    return (clock) => clock <= last && !later.has(clock);
  }

  async #clocksAfter(device: DeviceId, seq: number, upTo: number): Promise<ReadonlySet<string>> {
    const known = entryOf(this.#after, `${device}/${seq}`, () => ({ upTo: seq, clocks: new Set<string>() }));
    if (known.upTo >= upTo) return known.clocks;
    for await (const line of this.#journals.lines(device, 'catalog', known.upTo)) {
      const clock = parseEvent(line.text)?.hlc;
      if (clock !== undefined) known.clocks.add(clock);
      known.upTo = Math.max(known.upTo, line.seq);
    }
    return known.clocks;
  }
}
