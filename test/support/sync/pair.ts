import { createMemoryStore, type MemoryStore } from '../stores/memory-store.ts';
import { foundHub, type MemoryDevice, type MemoryDeviceOptions, memoryDevice } from './memory-device.ts';
import { copyFiles } from './memory-journal-files.ts';

export const DAY = 24 * 60 * 60 * 1000;

/** A clock that a test sets. */
export type SetTime = { now: number };

/** A device of a test with what it was made from. */
export type PairedDevice = MemoryDevice & {
  readonly made: MemoryDeviceOptions;
  readonly time: SetTime;
  /** A further device of the same hub. */
  another(): Promise<PairedDevice>;
  /** The same device after a restart of its process. */
  restarted(): Promise<PairedDevice>;
  /** A copy of this device's disk as it is now, key included, running beside it. */
  copied(): Promise<PairedDevice>;
};

/** Two devices of one hub in one store. */
export async function pair(): Promise<{
  anna: PairedDevice;
  ben: PairedDevice;
  store: MemoryStore;
  time: SetTime;
}> {
  const store = createMemoryStore();
  const { hub, secret } = await foundHub(store);
  const time = { now: Date.UTC(2026, 10, 21) };
  const anna = await paired({ store, hub, secret, name: 'anna' }, { ...time });
  const ben = await paired({ store, hub, name: 'ben' }, { ...time });
  const both = {
    get now() {
      return anna.time.now;
    },
    set now(value: number) {
      anna.time.now = value;
      ben.time.now = value;
    },
  };
  return { anna, ben, store, time: both };
}

/** A device that exchanged 'one', and then 'two', with a copy of its disk from between, as a backup is. */
export async function oldBackup() {
  const { anna, ben, store } = await pair();
  await anna.commit(noteOf('one'));
  await anna.sync.exchange();
  const copy = await anna.copied();
  await anna.commit(noteOf('two'));
  await anna.sync.exchange();
  return { anna, ben, copy, store };
}

/**
 * A device whose folder was copied: `anna` has gone on with 'two' and 'three', which `ben` has received, and the hub now has the copy's 'other two'
 * in their place.
 */
export async function twoHistories() {
  const { anna, ben, store } = await pair();
  await anna.commit(noteOf('one'));
  await anna.sync.exchange();
  const copy = await anna.copied();
  const shared = store.contents();
  await anna.commit(noteOf('two'), noteOf('three'));
  await anna.sync.exchange();
  await ben.sync.exchange();
  store.restore(shared);
  await copy.commit(noteOf('other two'));
  await copy.sync.exchange();
  return { anna, ben, copy, store };
}

async function paired(options: Omit<MemoryDeviceOptions, 'clock'>, time: SetTime): Promise<PairedDevice> {
  const given = { ...options, clock: { now: () => time.now } };
  const device = await memoryDevice(given);
  const made = { ...given, secret: device.secret, files: device.files, blobs: device.blobs };
  return Object.assign(device, {
    made,
    time,
    another: () => paired({ store: options.store, hub: options.hub, name: 'another' }, { ...time }),
    restarted: () => paired(made, time),
    copied: () => paired({ ...made, files: copyFiles(device.files) }, { ...time }),
  });
}

/** A note to commit: kinds mean nothing to the exchange. */
export function noteOf(text: string) {
  return { stream: 'catalog' as const, kind: 'noted', body: { text } };
}
