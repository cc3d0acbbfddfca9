import type { EventDraft } from '../../src/domain/events.ts';
import type { FoldEvent } from '../../src/domain/fold-event.ts';
import { timeOfHlc } from '../../src/engine/live/event-time.ts';
import { formatHlc } from '../../src/sync/hlc.ts';

/** Ids of the right form, one a number: `idOf('a', 7)`. */
export function idOf(prefix: 'a' | 'v' | 'r' | 'c' | 'm' | 'h', number: number): string {
  return `${prefix}_${number.toString().padStart(16, '0')}`;
}

/** A device id, one a number. */
export function deviceOf(number: number): string {
  return number.toString(16).padStart(32, '0');
}

/** A SHA-256, one a number. */
export function shaOf(number: number): string {
  return number.toString(16).padStart(64, '0');
}

/** The context in which tests fold. */
export const foldContext = { timeOf: timeOfHlc };

/** Writes events of devices with one clock that tests set. */
export class EventMaker {
  readonly events: FoldEvent[] = [];
  readonly #seqs = new Map<number, number>();
  #time = 1_000_000;

  /** Moves the clock. */
  at(time: number): this {
    this.#time = time;
    return this;
  }

  /** Writes an event of a device for a member. */
  write(device: number, member: number, kind: string, body: unknown): FoldEvent {
    const seq = (this.#seqs.get(device) ?? 0) + 1;
    this.#seqs.set(device, seq);
    this.#time += 1;
    const hlc = formatHlc({ time: this.#time, counter: 0 });
    const event = { device: deviceOf(device), seq, hlc, member: idOf('m', member), kind, body };
    this.events.push(event);
    return event;
  }

  /** The same, checked by the compiler. */
  draft(device: number, member: number, draft: EventDraft): FoldEvent {
    return this.write(device, member, draft.kind, draft.body);
  }

  /** Founds a hub: member 1 on device 1 is its lead. */
  found(): this {
    this.write(1, 1, 'hub-created', { hub: idOf('h', 1), name: 'Hub' });
    return this.join(1, 'lead');
  }

  /** Lets a member in with a device of the same number; the founder writes it. */
  join(number: number, role: 'rep' | 'marketer' | 'lead'): this {
    const member = idOf('m', number);
    this.write(1, 1, 'member-added', { member, name: `Member ${number}`, role });
    const device = deviceOf(number);
    this.write(1, 1, 'device-added', {
      device,
      member,
      name: `Device ${number}`,
      publicKey: `key-${number}`,
    });
    return this;
  }
}

/** The body of a version. */
export function versionBody(number: number) {
  return {
    id: idOf('v', number),
    sha256: shaOf(number),
    size: 1000 + number,
    fileName: `file-${number}.pdf`,
    mediaType: 'application/pdf',
    kind: 'pdf',
    pageCount: 3,
    words: 300,
    text: { state: 'searchable' as const },
  };
}

/** The body of an `asset-added`. */
export function assetBody(number: number, fields: object = {}) {
  return {
    asset: idOf('a', number),
    version: versionBody(number),
    fields: {
      title: `Asset ${number}`,
      type: 'one-pager',
      status: 'published' as const,
      stages: ['decision'],
      personas: ['cfo'],
      ...fields,
    },
  };
}
