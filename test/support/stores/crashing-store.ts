import { collect } from '../../../src/sync/hub/content.ts';
import type { Content, ObjectStore } from '../../../src/sync/hub/object-store.ts';

/** The end of a simulated device: nothing that it does afterwards has any effect. */
export class SimulatedCrash extends Error {
  override readonly name = 'SimulatedCrash';
}

/** A moment at which a device crashes, counted over everything that passes it: one may be shared by a store, journal files and more. */
export interface CrashPoint {
  /** How many moments have passed. A run with `createCrashPoint(Infinity)` tells how many there are to crash at. */
  readonly passed: number;
  readonly crashed: boolean;
  /** Passes a moment. Throws {@link SimulatedCrash} at the one of the crash and ever after. */
  pass(): void;
  /** Passes a moment in the middle of something; at the one of the crash, half of it is done first. */
  passHalf(half: () => Promise<void>): Promise<void>;
}

/** A crash at the n-th moment, counted from 0. */
export function createCrashPoint(at: number): CrashPoint {
  let passed = 0;
  let crashed = false;
  const isNow = () => {
    if (crashed) throw new SimulatedCrash('this device has crashed before');
    crashed = passed === at;
    passed += 1;
    return crashed;
  };
  const crash = () => new SimulatedCrash(`crashed at moment ${at}`);
  return {
    get passed() {
      return passed;
    },
    get crashed() {
      return crashed;
    },
    pass() {
      if (isNow()) throw crash();
    },
    async passHalf(half) {
      if (!isNow()) return;
      await half();
      throw crash();
    },
  };
}

/** A store whose device crashes: before a call, after it but before the answer, and with the first half of an object written. */
export function createCrashingStore(store: ObjectStore, point: CrashPoint): ObjectStore {
  const around = async <Value>(call: () => Promise<Value>): Promise<Value> => {
    point.pass();
    const value = await call();
    point.pass();
    return value;
  };
  return {
    ...(store.metered !== undefined && { metered: store.metered }),
    get: (key, options) => around(() => store.get(key, options)),
    open: (key, options) => around(() => store.open(key, options)),
    list: (prefix, options) => around(() => store.list(prefix, options)),
    stat: (key, options) => around(() => store.stat(key, options)),
    remove: (key, options) => around(() => store.remove(key, options)),
    put: (key, bytes, options) =>
      around(async () => {
        await point.passHalf(() => store.put(key, firstHalf(bytes), options));
        await store.put(key, bytes, options);
      }),
    putIfAbsent: (key, content, options) =>
      around(async () => {
        await point.passHalf(() => putHalfIfAbsent(store, key, content));
        return store.putIfAbsent(key, content, options);
      }),
  };
}

/** Leaves the first half of an object where there is no whole one, as a write does that is broken off on a medium without renaming. */
export async function putHalfIfAbsent(store: ObjectStore, key: string, content: Content): Promise<void> {
  const bytes = await collect(content);
  if ((await store.stat(key))?.size === bytes.length) return;
  await store.put(key, firstHalf(bytes));
}

/** The first half of some bytes. */
export function firstHalf(bytes: Uint8Array): Uint8Array {
  return bytes.subarray(0, bytes.length >> 1);
}
