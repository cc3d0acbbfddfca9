import type { ObjectStore } from '../../../src/sync/hub/object-store.ts';
import { storeWith } from './store-with.ts';

/** What a device asked its store for, since it was asked last. */
export type Asked = {
  readonly gets: readonly string[];
  readonly lists: readonly string[];
  readonly writes: readonly string[];
};

/** A store that writes down what it was asked for. */
export function countedStore(store: ObjectStore): { readonly store: ObjectStore; take(): Asked } {
  let asked = nothing();
  return {
    take: () => {
      const taken = asked;
      asked = nothing();
      return taken;
    },
    store: storeWith(store, {
      get: (key, options) => {
        asked.gets.push(key);
        return store.get(key, options);
      },
      stat: (key, options) => {
        asked.gets.push(key);
        return store.stat(key, options);
      },
      list: (prefix, options) => {
        asked.lists.push(prefix);
        return store.list(prefix, options);
      },
      put: (key, bytes, options) => {
        asked.writes.push(key);
        return store.put(key, bytes, options);
      },
      putIfAbsent: (key, content, options) => {
        asked.writes.push(key);
        return store.putIfAbsent(key, content, options);
      },
    }),
  };
}

function nothing() {
  return { gets: [] as string[], lists: [] as string[], writes: [] as string[] };
}
