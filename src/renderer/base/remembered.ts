import { useCallback, useMemo } from 'react';
import type { z } from 'zod';
import { createStore, type Store, useStore } from './store.ts';

/** Sizes, filters and other habits that this device keeps for one. Never anything that others need. */

const prefix = 'kitbag.';
const stores = new Map<string, Store<unknown>>();

/** A value kept in localStorage; what is there and does not fit counts as absent. */
export function readRemembered<Value>(key: string, schema: z.ZodType<Value>, fallback: Value): Value {
  const text = localStorage.getItem(prefix + key);
  if (text === null) return fallback;
  try {
    const parsed = schema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : fallback;
  } catch {
    // Written by something else or torn: the habit is lost, nothing more.
    return fallback;
  }
}

/** Keeps a value in localStorage. */
export function writeRemembered(key: string, value: unknown): void {
  localStorage.setItem(prefix + key, JSON.stringify(value));
}

/** Forgets a value in localStorage. */
export function forgetRemembered(key: string): void {
  localStorage.removeItem(prefix + key);
}

/** Like `useState`, kept over restarts and shared by all who use the same key. */
export function useRemembered<Value>(
  key: string,
  schema: z.ZodType<Value>,
  fallback: Value,
): [Value, (next: Value) => void] {
  let store = stores.get(key);
  if (store === undefined) {
    store = createStore<unknown>(readRemembered(key, schema, fallback));
    stores.set(key, store);
  }
  const kept = useStore(store);
  // The same value as long as nobody has set another one: others depend on it.
  const parsed = useMemo(() => schema.safeParse(kept), [schema, kept]);
  const owner = store;
  const set = useCallback(
    (next: Value) => {
      writeRemembered(key, next);
      owner.set(next);
    },
    [key, owner],
  );
  return [parsed.success ? parsed.data : fallback, set];
}
