import { lastStamps } from '../../domain/fold/history-selectors.ts';
import { timeOfStamp } from '../live/event-time.ts';
import type { LiveCatalog } from '../live/live-catalog.ts';

/** The hub's clock as it was last seen, in milliseconds since 1970: it follows whoever is ahead. */
export function hubTime(catalog: LiveCatalog): number {
  let latest = 0;
  for (const stamp of lastStamps(catalog).values()) latest = Math.max(latest, timeOfStamp(stamp));
  return latest;
}
