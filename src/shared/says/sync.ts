import type { NoValues } from './says.ts';

/** What holds an exchange up, wherever the hub is; `place.ts` has what depends on the place. */
export type SyncSays = {
  readonly 'sync.offline': NoValues;
  /** One is not in, or not in any more. */
  readonly 'sync.waiting': NoValues;
  readonly 'sync.removed': NoValues;
  /** Nothing can be exchanged. */
  readonly 'sync.newer-format': NoValues;
  readonly 'sync.forked': NoValues;
  readonly 'sync.too-large': NoValues;
  /** Why a device's work is not here as far as its head says. */
  readonly 'sync.device-not-arrived': NoValues;
  readonly 'sync.device-missing': NoValues;
  readonly 'sync.device-altered': NoValues;
  readonly 'sync.device-forged': NoValues;
  readonly 'sync.device-forked': NoValues;
  readonly 'sync.device-rolled-back': NoValues;
  readonly 'sync.device-unreadable': NoValues;
  readonly 'sync.device-replaced-history': NoValues;
  readonly 'sync.device-newer-format': NoValues;
  readonly 'sync.device-busy': NoValues;
  readonly 'sync.device-denied': NoValues;
  readonly 'sync.device-full': NoValues;
  readonly 'sync.device-broken': NoValues;
  readonly 'sync.device-too-large': NoValues;
};
