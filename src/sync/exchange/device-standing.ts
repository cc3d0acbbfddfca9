import type { Stream } from '../../shared/vocabulary/device.ts';
import type { DeviceId } from '../../shared/vocabulary/ids.ts';
import type { StoreFailure } from '../hub/object-store.ts';
import type { ObjectsHere } from './objects-here.ts';

/**
 * Why a device's work could not be taken in as far as its head says. It holds up that device alone.
 * `not-arrived`: what the head names is not there yet, or only half of it. `missing`: the hub has nothing of a device that is known here.
 * `altered`, `forged`: bytes are not what the device signed. `forked`: the device has signed two histories; the hub's counts from here on, and
 * what it replaces is kept aside. `rolled-back`: the hub has an older state than is here. `replaced-history`: the hub has another
 * history than the one that was known when somebody's rights were taken away.
 * `newer-format`: written by a newer Kitbag. A store's failure: the object could not be read, or is larger than any may be (`too-large`).
 * `unreadable`: reading it failed in a way that nobody foresaw.
 */
export type Trouble =
  | 'not-arrived'
  | 'missing'
  | 'altered'
  | 'forged'
  | 'forked'
  | 'rolled-back'
  | 'replaced-history'
  | 'newer-format'
  | 'unreadable'
  | Exclude<StoreFailure, 'unreachable'>;

/** What is here of a device and what its head says there is. */
export type DeviceStanding = {
  readonly device: DeviceId;
  /** As its card calls it; absent while no card has arrived. */
  readonly name?: string;
  /** When it last wrote to the hub, by its own clock; milliseconds since 1970. */
  readonly writtenAt?: number;
  /** Events by stream: those that are here and those that its head tells of. Streams that are not pulled are left out. */
  readonly streams: Readonly<Partial<Record<Stream, { readonly here: number; readonly there: number }>>>;
  /** The objects in which it lies; absent until they were looked for. */
  readonly objects?: ObjectsHere;
  readonly trouble?: Trouble;
};

/** How many events of a device are missing here. */
export function eventsBehind({ streams }: DeviceStanding): number {
  return Object.values(streams).reduce((sum, { here, there }) => sum + Math.max(0, there - here), 0);
}
