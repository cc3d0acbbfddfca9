import { z } from 'zod';
import { LATEST_TIME, MOST_NAMED } from '../../shared/limits.ts';
import type { FoldEvent } from './fold-event.ts';
import { openCircle } from './order-circles.ts';
import { entryOf, type Stamp, stampOf } from './register.ts';

/**
 * The order of all writes, without faith in the clocks that stamped them.
 *
 * A write comes where its own stamp says, unless it names what it came after (`after`, in the event's envelope): then behind the last of
 * that, however far ahead the other's clock was. So whoever has seen a write and writes over it wins, whatever their clocks say. The place is
 * derived from what is named and never claimed: nobody can take the last place for good.
 */

/**
 * A place in the order: a stamp, or `<base stamp>><depth, 8 hexadecimal digits>><own stamp>`. Compares as text: behind its base and everything of
 * a smaller depth, before every later stamp.
 */
export type OrderKey = string;

const BETWEEN = '>';
/** The stamp of a write, as others name it. */
export const stampSchema = z.string().regex(/^[0-9a-f]{12}-[0-9a-f]{4}\|[0-9a-f]{32}$/);
const namedSchema = z.array(stampSchema).max(MOST_NAMED);
const NOTHING: readonly Stamp[] = [];

/** The writes that events name which count, and where these events stand for it. Only events that name something are in it. */
export type OrderState = {
  /** What they name, by their stamps. */
  readonly after: Map<Stamp, readonly Stamp[]>;
  /** Where they stand. Follows from `after`. */
  readonly keys: Map<Stamp, OrderKey>;
  /** Everything that any of them names: where such a write names something itself, places follow from it. Follows from `after`. */
  readonly named: Set<Stamp>;
};

/** Where writes stand that name others. */
type Places = { readonly keys: { get(stamp: Stamp): OrderKey | undefined } };

/** Nothing names anything yet. */
export function emptyOrder(): OrderState {
  return { after: new Map(), keys: new Map(), named: new Set() };
}

/** The order out of what is named. */
export function orderOf(after: Iterable<readonly [Stamp, readonly Stamp[]]>): OrderState {
  const order = emptyOrder();
  for (const [stamp, named] of after) noteNamed(order, stamp, named);
  for (const [stamp, key] of orderKeys(order.after)) order.keys.set(stamp, key);
  return order;
}

/** The writes that an event names; `undefined` where it names them in another form than Kitbag's. */
export function namedBy(event: Pick<FoldEvent, 'after'>): readonly Stamp[] | undefined {
  if (event.after === undefined) return NOTHING;
  const parsed = namedSchema.safeParse(event.after);
  return parsed.success ? parsed.data : undefined;
}

/** Says whether an event is stamped with a time that nobody can have meant. */
export function isImpossibleTime(time: number): boolean {
  return time > LATEST_TIME;
}

/** The time of a stamp or of an event's clock, which both begin with it: milliseconds since 1970. */
export function timeOfStamp(stamp: string): number {
  return Number.parseInt(stamp.slice(0, 12), 16);
}

/** The place right behind another one, of a write with a stamp. */
export function placeBehind(key: OrderKey, own: Stamp): OrderKey {
  const [base = '', depth = '0'] = key.split(BETWEEN);
  const next = (Number.parseInt(depth, 16) + 1).toString(16).padStart(8, '0');
  return `${base}${BETWEEN}${next}${BETWEEN}${own}`;
}

/** The stamp of the write that stands at a place. */
export function ownStamp(key: OrderKey): Stamp {
  return key.slice(key.lastIndexOf(BETWEEN) + 1);
}

/** Where an event stands that counts and names these. */
export function keyOf(order: Places, own: Stamp, named: readonly Stamp[]): OrderKey {
  let key = own;
  for (const stamp of named) {
    if (stamp === own || isBeyond(stamp)) continue;
    const behind = placeBehind(order.keys.get(stamp) ?? stamp, own);
    if (behind > key) key = behind;
  }
  return key;
}

/** Where an event stands in the catalog. */
export function placeInOrder(order: Places, event: Pick<FoldEvent, 'hlc' | 'device' | 'after'>): OrderKey {
  return keyOf(order, stampOf(event), namedBy(event) ?? NOTHING);
}

/**
 * Adds events that count and name something, and works out where they stand. False: one of them was named already by what was folded, which stands
 * elsewhere now.
 */
export function addToOrder(
  order: OrderState,
  events: readonly { readonly stamp: Stamp; readonly named: readonly Stamp[] }[],
): boolean {
  if (events.some(({ stamp }) => order.named.has(stamp) || order.after.has(stamp))) return false;
  // A device may give thousands of events one stamp.
  const names = new Map<Stamp, Set<Stamp>>();
  for (const { stamp, named } of events) {
    const all = entryOf(names, stamp, () => new Set());
    for (const name of named) all.add(name);
  }
  const added = new Map([...names].map(([stamp, named]) => [stamp, [...named].sort()]));
  for (const [stamp, named] of added) noteNamed(order, stamp, named);
  for (const [stamp, key] of orderKeys(added, order.keys)) order.keys.set(stamp, key);
  return true;
}

/** What a device that repeats a stamp names at it counts together. */
function noteNamed({ after, named }: OrderState, stamp: Stamp, names: readonly Stamp[]): void {
  after.set(stamp, both(after.get(stamp), names));
  for (const name of names) named.add(name);
}

function both(one: readonly Stamp[] | undefined, other: readonly Stamp[]): readonly Stamp[] {
  return [...new Set([...(one ?? NOTHING), ...other])].sort();
}

function isBeyond(stamp: Stamp): boolean {
  return isImpossibleTime(timeOfStamp(stamp));
}

/**
 * Where writes stand that name others, those in a circle as `order-circles.ts` says. Tarjan's
 * strongly connected components ('Depth-first search and linear graph algorithms', SIAM J. Comput. 1, 1972), without recursion:
 * one device may name its own writes in a chain of tens of thousands.
 */
export function orderKeys(
  after: ReadonlyMap<Stamp, readonly Stamp[]>,
  known: ReadonlyMap<Stamp, OrderKey> = new Map(),
): ReadonlyMap<Stamp, OrderKey> {
  const found: Finding = { after, known, keys: new Map(), places: new Map(), low: new Map(), open: [] };
  for (const stamp of after.keys()) if (!found.places.has(stamp)) visit(found, stamp);
  return found.keys;
}

type Finding = {
  readonly after: ReadonlyMap<Stamp, readonly Stamp[]>;
  readonly known: ReadonlyMap<Stamp, OrderKey>;
  readonly keys: Map<Stamp, OrderKey>;
  readonly places: Map<Stamp, number>;
  readonly low: Map<Stamp, number>;
  /** Visited and not in a finished component. */
  readonly open: Stamp[];
};

function visit(finding: Finding, from: Stamp): void {
  const { after, places, low } = finding;
  const path: { readonly stamp: Stamp; next: number }[] = [];
  const enter = (stamp: Stamp): void => {
    low.set(stamp, places.size);
    places.set(stamp, places.size);
    finding.open.push(stamp);
    path.push({ stamp, next: 0 });
  };
  const lower = (stamp: Stamp, to: number): void => {
    low.set(stamp, Math.min(low.get(stamp) ?? to, to));
  };
  enter(from);
  for (let at = path.at(-1); at !== undefined; at = path.at(-1)) {
    const { stamp } = at;
    const name = after.get(stamp)?.[at.next];
    at.next += 1;
    if (name === undefined) {
      path.pop();
      const above = path.at(-1);
      if (above !== undefined) lower(above.stamp, low.get(stamp) ?? 0);
      if (low.get(stamp) === places.get(stamp)) finish(finding, stamp);
    } else if (after.has(name)) {
      if (!places.has(name)) enter(name);
      else if (!finding.keys.has(name)) lower(stamp, places.get(name) ?? 0);
    }
  }
}

/** Everything that a finished circle names outside of itself has its place already. */
function finish({ after, known, keys, open }: Finding, first: Stamp): void {
  const writes = open.splice(open.lastIndexOf(first));
  const namesOf = (stamp: Stamp) => after.get(stamp) ?? NOTHING;
  const outside = { keys: { get: (stamp: Stamp) => keys.get(stamp) ?? known.get(stamp) } };
  if (writes.length === 1) {
    keys.set(first, keyOf(outside, first, namesOf(first)));
    return;
  }
  const within = new Set(writes);
  const placeOf = (stamp: Stamp, placed: ReadonlyMap<Stamp, OrderKey>) => {
    const names = namesOf(stamp).filter((name) => placed.has(name) || !within.has(name));
    return keyOf({ keys: { get: (name) => placed.get(name) ?? outside.keys.get(name) } }, stamp, names);
  };
  for (const [stamp, key] of openCircle({ writes, namesOf, placeOf })) keys.set(stamp, key);
}
