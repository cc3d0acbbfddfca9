import { hubOf } from '../../domain/people/people-selectors.ts';
import { usedSince } from '../../domain/undo/used-since.ts';
import type { Life } from '../base/parts.ts';
import { HubCalendar } from './hub-calendar.ts';
import { JournalPlaces } from './journal-place.ts';
import { NobodyKnown } from './nobody-known.ts';
import { openCatalog } from './open-catalog.ts';
import { Undos } from './undos.ts';
import type { WithCatalog } from './with-catalog.ts';

/** Opens the home's journals and folds them. Throws {@link NobodyKnown}, `StorageError`. */
export async function livePart({ ports, changes }: Pick<WithCatalog, 'ports' | 'changes'>, life: Life) {
  const catalog = await openCatalog(ports, changes);
  life.onClose('replica-not-closed', () => catalog.replica.close());
  life.onClose('catalog-not-closed', () => catalog.close());
  if (catalog.selfId() === undefined) throw new NobodyKnown(hubOf(catalog) !== undefined);
  const places = new JournalPlaces(catalog.replica.journals);
  const { home, clock, logger } = ports;
  const calendar = await HubCalendar.open(catalog, { local: home.local, clock, logger });
  life.onClose('time-seen-not-saved', () => calendar.close());
  const undos = new Undos(
    catalog,
    () => ports.clock.now(),
    (written) => usedSince(catalog, written),
  );
  return { catalog, calendar, places, undos };
}
