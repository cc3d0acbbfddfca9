import type { DeviceId, HubId } from '../../shared/vocabulary/ids.ts';
import type { StoreFailure } from '../hub/object-store.ts';
import type { DeviceStanding } from './device-standing.ts';

/** The hub that a replica belongs to: whoever finds another at the same place exchanges nothing with it. */
export type HubIdentity = { readonly hub: HubId; readonly founder: DeviceId };

/**
 * Why nothing can be exchanged until somebody does something. `no-hub`: the place is there, the hub in it is not (an empty, swapped or
 * unplugged folder). `other-hub`: another one is. `forked`: this device needs a new identity.
 */
export type BlockReason =
  | 'no-hub'
  | 'unreadable-hub'
  | 'other-hub'
  | 'newer-format'
  | 'forked'
  | Exclude<StoreFailure, 'unreachable'>;

/** How far an exchange is. */
export type ExchangeProgress =
  | { readonly phase: 'receiving'; readonly devices: number; readonly of: number; readonly bytes: number }
  | { readonly phase: 'sending-files'; readonly files: number; readonly of: number; readonly bytes: number }
  | { readonly phase: 'sending' };

/** How an exchange ended. What could be done was done, also where something else is blocked. */
export type ExchangeReport = {
  readonly outcome: 'exchanged' | 'offline' | 'blocked';
  /** When blocked. */
  readonly reason?: BlockReason;
  /** When blocked by the place: it was while this device's own part was written. What others wrote was read. */
  readonly whileSending?: true;
  /** Events of this device that reached the hub, and of others that came from it. */
  readonly pushed: number;
  readonly pulled: number;
  /** Files written to the hub. */
  readonly blobs: number;
  readonly devices: readonly DeviceStanding[];
  /** Names in the hub that are none of Kitbag's. */
  readonly foreign: readonly string[];
  /** Own events that the hub does not have yet. */
  readonly pending: number;
  readonly ms: number;
};
