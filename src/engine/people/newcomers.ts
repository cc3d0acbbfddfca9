import { z } from 'zod';
import { isRemoved, type MemberState, type Timeline } from '../../domain/people/membership.ts';
import { cameByThemselves, NEW_FOR_MS, newUntil } from '../../domain/people/newcomers.ts';
import { whoIsWho } from '../../domain/people/people-selectors.ts';
import { nameOfError } from '../../shared/defect.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { Logger } from '../../shared/ports/logger.ts';
import { timeOfStamp } from '../live/event-time.ts';
import type { JournalPlace } from '../live/journal-place.ts';
import type { LiveCatalog } from '../live/live-catalog.ts';
import type { LocalStore } from '../ports/snapshots.ts';

const NAME = 'first-seen';
/** Of how many members it is kept when they were seen first. Beyond these, who came in by themselves stays new until others were removed. */
const MOST_KEPT = 10_000;
/** When those were seen who are new to nobody here: who was there before this device, and whose first day is over. */
const LONG_AGO = 0;

const storedSchema = z.array(z.tuple([z.string(), z.number()]));

type Ports = { readonly local: LocalStore; readonly clock: Clock; readonly logger: Logger };

/**
 * Who came in within the last day. When this device saw somebody first is kept here and told to nobody: in an open hub the joining's stamp is the word of
 * who joins. Who was there when this device came in is new to nobody at it, and nobody is in a sample.
 */
export class Newcomers {
  readonly #ports: Ports;
  readonly #catalog: LiveCatalog;
  /** What the hub had when this device came in, also what arrived later. */
  readonly #cameInAt: JournalPlace;
  readonly #seen: Map<string, number>;
  #saving: Promise<void> = Promise.resolve();
  #current: ReadonlySet<string> = new Set();
  #changed = true;
  /** For which times what was worked out holds: from (inclusive), to (exclusive). */
  #holds = { from: 0, to: 0 };

  private constructor(ports: Ports, catalog: LiveCatalog, cameInAt: JournalPlace, seen: Map<string, number>) {
    this.#ports = ports;
    this.#catalog = catalog;
    this.#cameInAt = cameInAt;
    this.#seen = seen;
    catalog.onFold(({ touched, refolded }) => {
      if (!touched.written.has('members') && !refolded) return;
      this.#changed = true;
      this.#meet();
    });
  }

  /** Loads when who was seen. Without anything kept everybody who is there counts as known. */
  static async open(ports: Ports, catalog: LiveCatalog, cameInAt: JournalPlace): Promise<Newcomers> {
    const stored = storedSchema.safeParse(await ports.local.load(NAME));
    const newcomers = new Newcomers(ports, catalog, cameInAt, new Map(stored.success ? stored.data : []));
    newcomers.#meet(stored.success ? undefined : LONG_AGO);
    return newcomers;
  }

  /** Members who are new now. The same set as long as nothing has changed. */
  current(): ReadonlySet<string> {
    const now = this.#ports.clock.now();
    if (!this.#changed && now >= this.#holds.from && now < this.#holds.to) return this.#current;
    this.#changed = false;
    const self = this.#catalog.selfId();
    const found = new Set<string>();
    let to = Number.POSITIVE_INFINITY;
    for (const member of whoIsWho(this.#catalog).members.values()) {
      const until = newUntil(member, this.#seenAt(member, now), timeOfStamp);
      if (until <= now || member.id === self) continue;
      found.add(member.id);
      to = Math.min(to, until);
    }
    this.#holds = { from: now, to };
    if (!isSame(found, this.#current)) this.#current = found;
    return this.#current;
  }

  /** Resolves when what is known is on the disk. */
  saved(): Promise<void> {
    return this.#saving;
  }

  /** When somebody was seen first. A clock that was ahead then and is right now makes nobody new for longer than a day from now. */
  #seenAt({ id }: MemberState, now: number): number {
    const at = this.#seen.get(id) ?? now;
    if (at > now) this.#seen.set(id, now);
    return Math.min(at, now);
  }

  /** Notes who is there for the first time. */
  #meet(at?: number): void {
    const timeline = whoIsWho(this.#catalog);
    const unmet = [...timeline.members.values()].filter(
      (member) => member.roles.length > 0 && !isRemoved(member) && !this.#seen.has(member.id),
    );
    if (unmet.length === 0 && at === undefined) return;
    const before = this.#thereBefore(timeline);
    const now = this.#ports.clock.now();
    for (const member of unmet) {
      const known = timeline.hub?.sample === true || (before.has(member.id) && cameByThemselves(member));
      this.#note(member.id, at ?? (known ? LONG_AGO : now), timeline);
    }
    this.#save(now);
  }

  #note(id: string, at: number, timeline: Timeline): void {
    if (this.#seen.size >= MOST_KEPT) {
      for (const member of this.#seen.keys()) {
        const state = timeline.members.get(member);
        if (state === undefined || isRemoved(state)) this.#seen.delete(member);
      }
    }
    if (this.#seen.size < MOST_KEPT) this.#seen.set(id, at);
  }

  /** Members of whom the hub had something when this device came in, though it may have arrived later. */
  #thereBefore(timeline: Timeline): ReadonlySet<string> {
    const found = new Set<string>();
    for (const device of Object.keys(this.#cameInAt)) {
      const member = timeline.devices.get(device)?.member;
      if (member !== undefined) found.add(member);
    }
    return found;
  }

  #save(now: number): void {
    const kept = [...this.#seen].map(([id, at]) => [id, at + NEW_FOR_MS > now ? at : LONG_AGO] as const);
    this.#saving = this.#saving
      .then(() => this.#ports.local.save(NAME, kept))
      .catch((error: unknown) => {
        // Who was not kept is seen first at the next start: new for a little longer.
        this.#ports.logger.warn('first-seen-not-kept', { error: nameOfError(error) });
      });
  }
}

function isSame(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every((id) => other.has(id));
}
