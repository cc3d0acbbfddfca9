import { canonicalJson } from '../../shared/canonical-json.ts';

/**
 * Values that merge by themselves: whoever wrote last wins, wherever the writes arrive first.
 * Last-writer-wins registers by stamp, as in Shapiro et al., 'A comprehensive study of Convergent and Commutative Replicated Data
 * Types' (INRIA RR-7506, 2011), section 3.2.1.
 */

/** The total order of writes: hybrid logical clock, then device. Compares as text. */
export type Stamp = string;

/** A value and where its write stands in the order of all: its stamp, or behind what it came after (`order.ts`). */
export type Register<Value> = { readonly stamp: Stamp; readonly value: Value };

/** The stamp of an event. */
export function stampOf(event: { readonly hlc: string; readonly device: string }): Stamp {
  return `${event.hlc}|${event.device}`;
}

/** The later of two writes. Equal stamps only come from a forked device; then the greater JSON wins, so that all replicas agree. */
export function later<Value>(
  current: Register<Value> | undefined,
  stamp: Stamp,
  value: Value,
): Register<Value> {
  if (current === undefined || stamp > current.stamp) return { stamp, value };
  if (stamp < current.stamp) return current;
  return canonicalJson(value) > canonicalJson(current.value) ? { stamp, value } : current;
}

/** The earlier of two writes: for facts that are stated once, such as who made something. */
export function earlier<Value>(
  current: Register<Value> | undefined,
  stamp: Stamp,
  value: Value,
): Register<Value> {
  if (current === undefined || stamp < current.stamp) return { stamp, value };
  if (stamp > current.stamp) return current;
  return canonicalJson(value) < canonicalJson(current.value) ? { stamp, value } : current;
}

/** The entry of a map, made if it is not there yet. */
export function entryOf<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}
