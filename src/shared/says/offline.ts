import type { NoValues } from './says.ts';

/** Files that are not on this device, and how much room they may take. */
export type OfflineSays = {
  /** Why a file did not come. */
  readonly 'offline.not-arrived': NoValues;
  readonly 'offline.altered': NoValues;
  readonly 'offline.offline': NoValues;
  readonly 'offline.blocked': NoValues;
  /** The hub has it, and this device does not keep it. */
  readonly 'offline.away': NoValues;
  /** The budget does not hold what the policy wants. */
  readonly 'offline.over-budget': NoValues;
  /** Nothing else can go: what is there nobody may remove. */
  readonly 'offline.nothing-can-go': NoValues;
};
