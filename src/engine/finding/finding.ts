import type { BasePorts } from '../base/base-ports.ts';
import { Pins } from './pins.ts';
import { type SavedIn, SavedSearches } from './saved-searches.ts';
import { SearchHistory } from './search-history.ts';

/** What this device keeps for the one who searches. */
export type Finding = {
  readonly saved: SavedSearches;
  readonly pins: Pins;
  readonly history: SearchHistory;
};

/** Loads it. */
export async function openFinding(ports: BasePorts, hub: SavedIn): Promise<Finding> {
  const { local } = ports.home;
  return {
    saved: await SavedSearches.open(local, hub, ports),
    pins: await Pins.open(local, ports.logger),
    history: await SearchHistory.open(local, ports.logger),
  };
}
