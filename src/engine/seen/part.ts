import type { Life } from '../base/parts.ts';
import type { WithCatalog } from '../live/with-catalog.ts';
import { SeenState } from './seen-state.ts';

/** Opens what the person at this device has seen; closing it ends their visit. */
export async function seenPart({ ports, catalog }: Pick<WithCatalog, 'ports' | 'catalog'>, life: Life) {
  const { clock, logger, home } = ports;
  const seen = await SeenState.open({ local: home.local, logger }, clock.now(), catalog.place());
  let isVisit = false;
  life.onStart(() => {
    isVisit = true;
  });
  // Where something else could not be opened nobody has seen anything: what is new stays new.
  life.onClose('seen-not-saved', async () => {
    if (isVisit) await seen.leave(clock.now(), catalog.place());
  });
  return { seen, soFar: () => seen.withMet(catalog.place()) };
}
