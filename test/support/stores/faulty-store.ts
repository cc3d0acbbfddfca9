import type { ObjectStore } from '../../../src/sync/hub/object-store.ts';
import { CALM, type FaultKind, type FaultRates } from './faults.ts';
import { FaultyDevice } from './faulty-device.ts';
import { ObjectHistory } from './object-history.ts';

/** One store that several simulated devices share, each through faults of its own. Everything follows from the seed and the order of calls. */
export interface FaultyHub {
  /** The store as a device sees it. Asked for again, it is the device after a restart: what the one before has begun and waits for is never done. */
  device(name: string): ObjectStore;
  /** Lets time go on: stalled calls go through, hidden objects arrive, a root comes back. */
  tick(count?: number): void;
  /** How often faults happen from now on. What goes on already (a hidden object, an empty root) goes on. */
  setRates(rates: FaultRates): void;
  /** Ends all faults: everything that was put is there for everybody, and stalled calls go through. */
  calm(): void;
  /** Takes the store away from a device, or gives it back: every call fails with `unreachable`. */
  setReachable(name: string, reachable: boolean): void;
  /** Brings everything back to what it was some ticks ago, for good and for everybody, as a restored backup does. */
  rollBackForGood(ticks: number): Promise<void>;
  /** Calls that wait for {@link FaultyHub.tick} or {@link FaultyHub.calm}. */
  readonly stalled: number;
  /** How often each fault has happened. */
  readonly injected: Readonly<Record<FaultKind, number>>;
}

/** What the devices of a faulty hub share. */
export type FaultyWorld = {
  readonly store: ObjectStore;
  readonly history: ObjectHistory;
  readonly seed: number;
  readonly injected: Record<FaultKind, number>;
  readonly unplugged: Set<string>;
  readonly waiting: Set<{ readonly until: number; readonly go: () => void }>;
  tick: number;
  rates: FaultRates;
  calm: boolean;
};

/** Puts faults in front of a store. It must be changed through the hub's devices only, or older states are not known. */
export function createFaultyHub(store: ObjectStore, seed: number, rates: FaultRates): FaultyHub {
  const world: FaultyWorld = {
    store,
    history: new ObjectHistory(),
    seed,
    injected: { ...CALM },
    unplugged: new Set(),
    waiting: new Set(),
    tick: 0,
    rates,
    calm: rates === CALM,
  };
  const devices = new Map<string, FaultyDevice>();
  return {
    device(name) {
      const device = FaultyDevice.begin(world, name, devices.get(name));
      devices.set(name, device);
      return device;
    },
    tick(count = 1) {
      world.tick += count;
      release(world, (until) => until <= world.tick);
    },
    setRates(next) {
      world.rates = next;
      world.calm = false;
    },
    calm() {
      world.rates = CALM;
      world.calm = true;
      for (const device of devices.values()) device.forgetFaults();
      release(world, () => true);
    },
    setReachable(name, reachable) {
      if (reachable) world.unplugged.delete(name);
      else world.unplugged.add(name);
    },
    rollBackForGood: (ticks) => rollBack(world, world.tick - ticks),
    get stalled() {
      return world.waiting.size;
    },
    injected: world.injected,
  };
}

function release(world: FaultyWorld, isOver: (until: number) => boolean): void {
  for (const waiting of [...world.waiting]) {
    if (!isOver(waiting.until)) continue;
    world.waiting.delete(waiting);
    waiting.go();
  }
}

async function rollBack(world: FaultyWorld, tick: number): Promise<void> {
  for (const key of [...world.history.keys()]) {
    const seen = world.history.seen(key, (version) => version.tick <= tick);
    if (seen?.latest) continue;
    const bytes = seen?.version.bytes;
    if (bytes) await world.store.put(key, bytes);
    else await world.store.remove(key);
    world.history.add(key, '', world.tick, bytes);
  }
}
