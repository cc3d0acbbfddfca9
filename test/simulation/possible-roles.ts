import { ownStamp } from '../../src/domain/kernel/order.ts';
import type { CatalogState } from '../../src/domain/registry.ts';
import { MODEL } from '../../src/domain/registry.ts';
import { memberIdOf } from '../../src/shared/vocabulary/ids.ts';
import { ROLES, type Role } from '../../src/shared/vocabulary/roles.ts';
import { type JournalEvent, type StreamEvent, stampOf } from '../../src/sync/journal/journal-event.ts';

/**
 * Who could ever have been what, whatever the times and removals: a second opinion on the fold that is much coarser and knows nothing of it.
 * Whatever counts although its author could never have been allowed to is a hole.
 */
class Possibilities {
  readonly #roles = new Map<string, Set<Role>>();
  /** `device member` pairs. */
  readonly #bound = new Set<string>();

  constructor(events: readonly JournalEvent[], founder: string) {
    for (const event of events)
      if (event.device === founder && event.kind === 'hub-created') this.#found(event);
    for (let before = -1; before !== this.#size(); ) {
      before = this.#size();
      for (const event of events) this.#learn(event);
    }
  }

  allows(event: JournalEvent): boolean {
    const allowed = MODEL.knows(event.kind) ? MODEL.rolesOf(event.kind) : undefined;
    if (allowed === undefined) return false;
    if (!this.#bound.has(`${event.device} ${event.member}`)) return false;
    const roles = this.#roles.get(event.member) ?? new Set();
    return allowed.some((role) => roles.has(role));
  }

  #size(): number {
    return this.#bound.size + [...this.#roles.values()].reduce((sum, { size }) => sum + size, 0);
  }

  #found({ device, member }: JournalEvent): void {
    this.#bound.add(`${device} ${member}`);
    this.#give(member, ROLES);
  }

  #learn(event: JournalEvent): void {
    const { device, member, role } = event.body as Record<string, string>;
    const leads =
      this.#bound.has(`${event.device} ${event.member}`) &&
      this.#roles.get(event.member)?.has('lead') === true;
    if (event.kind === 'member-joined' && member === memberIdOf(event.device)) {
      this.#bound.add(`${event.device} ${member}`);
      this.#give(member, ['rep']);
    }
    if (event.kind === 'device-vouched' && member !== undefined) this.#bound.add(`${event.device} ${member}`);
    if (!leads) return;
    if (event.kind === 'device-added') this.#bound.add(`${device} ${member}`);
    const isGrant = ['member-added', 'role-granted', 'member-admitted'].includes(event.kind);
    if (isGrant && member !== undefined)
      this.#give(
        member,
        ROLES.filter((one) => one === role),
      );
  }

  #give(member: string, roles: readonly Role[]): void {
    const known = this.#roles.get(member) ?? new Set();
    for (const role of roles) known.add(role);
    this.#roles.set(member, known);
  }
}

/** Stamps that the catalog shows of events whose authors could never have been allowed to write them. */
export function impossibleStamps(
  state: CatalogState,
  events: readonly StreamEvent[],
  founder: string,
): readonly string[] {
  const ofCatalog = events.flatMap(({ stream, event }) => (stream === 'catalog' ? [event] : []));
  const possibilities = new Possibilities(ofCatalog, founder);
  const allowed = new Set(ofCatalog.filter((event) => possibilities.allows(event)).map(stampOf));
  const shown = new Set<string>();
  for (const collection of MODEL.collections) {
    const json = MODEL.toJson(state, collection);
    collect(collection === 'members' ? state.hubName : json, shown);
  }
  return [...shown].filter((stamp) => !allowed.has(stamp));
}

const PLACE = /^(?:.*>)?[0-9a-f]{12}-[0-9a-f]{4}\|[0-9a-f]{32}$/;

/** Where people name a write, which there need not be: it is their word, and no place that a write has. */
const NAMING = new Set(['asked']);

function collect(value: unknown, stamps: Set<string>): void {
  if (typeof value === 'string' && PLACE.test(value)) stamps.add(ownStamp(value));
  if (typeof value === 'object' && value !== null)
    for (const [field, inner] of Object.entries(value)) if (!NAMING.has(field)) collect(inner, stamps);
}
