import type { ObjectStore } from '../../../src/sync/hub/object-store.ts';

/** A store with some of its calls replaced, for tests that watch or disturb them. */
export function storeWith(store: ObjectStore, changed: Partial<ObjectStore>): ObjectStore {
  return {
    ...(store.metered !== undefined && { metered: store.metered }),
    get: (...call) => store.get(...call),
    open: (...call) => store.open(...call),
    put: (...call) => store.put(...call),
    putIfAbsent: (...call) => store.putIfAbsent(...call),
    list: (...call) => store.list(...call),
    stat: (...call) => store.stat(...call),
    remove: (...call) => store.remove(...call),
    ...changed,
  };
}
