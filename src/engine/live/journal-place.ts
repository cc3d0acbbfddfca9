import { z } from 'zod';
import type { Stamp } from '../../domain/register.ts';
import type { DeviceId } from '../../shared/ids.ts';
import { formatHlc } from '../../sync/hlc.ts';
import { parseEvent } from '../../sync/journal-chain.ts';
import type { Position } from '../../sync/journal-event.ts';
import type { Journals } from '../../sync/journals.ts';

/**
 * How much of the hub somebody has had before them: the number of the last catalog event by device. A place in the journals and no moment of
 * a clock, so that what is new since then is the same whatever arrives when, and whoever asks how soon.
 */
export type JournalPlace = Readonly<Record<string, number>>;

/** As it is kept on this device. */
export const journalPlaceSchema = z.record(z.string(), z.number().int().nonnegative());

/** Says whether a write lies within a place. */
export type Covers = (stamp: Stamp) => boolean;

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
  /** Clocks of events that were read; an event never changes. */
  readonly #clocks = new Map<string, string>();

  constructor(journals: Journals) {
    this.#journals = journals;
  }

  /** What a place has. Events that come after the call are judged too, but for those that were promised to it and are still on their way. */
  async covers(place: JournalPlace): Promise<Covers> {
    const last = new Map<string, string>();
    for (const device of this.#journals.devices()) {
      const clock = await this.#clockAt(device, place[device] ?? 0);
      if (clock !== undefined) last.set(device, clock);
    }
    return (stamp) => {
      const [clock = '', device = ''] = stamp.split('|');
      const covered = last.get(device);
      return covered !== undefined && clock <= covered;
    };
  }

  async #clockAt(device: DeviceId, seq: number): Promise<string | undefined> {
    if (seq === 0) return undefined;
    const head = this.#journals.head(device, 'catalog');
    // What was promised and has not come yet is covered when it comes.
    if (seq > head.seq) return AFTER_ALL;
    if (seq === head.seq) return formatHlc(head.hlc);
    const key = `${device}/${seq}`;
    const known = this.#clocks.get(key);
    if (known !== undefined) return known;
    for await (const line of this.#journals.lines(device, 'catalog', seq - 1)) {
      const clock = parseEvent(line.text)?.hlc;
      if (clock !== undefined) this.#clocks.set(key, clock);
      return clock;
    }
    return undefined;
  }
}

/** Sorts after every clock's reading. */
const AFTER_ALL = '~';
