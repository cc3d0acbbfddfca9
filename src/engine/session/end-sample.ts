import { hubOf } from '../../domain/people/people-selectors.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { LiveCatalog } from '../live/live-catalog.ts';

/**
 * Ends the sample on the device of the person who began it, because the hub is shared: from then on nobody else takes a role of their own, and
 * what others did by such a role counts no more. Says whether it did.
 */
export async function endSample(catalog: LiveCatalog, clock: Clock): Promise<boolean> {
  const hub = hubOf(catalog);
  if (hub?.sample !== true || hub.endedBy?.has(catalog.replica.device) !== true) return false;
  await catalog.commit([{ kind: 'sample-ended', body: { at: clock.now() } }]);
  return true;
}
