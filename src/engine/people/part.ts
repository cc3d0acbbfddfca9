import type { Life } from '../base/parts.ts';
import type { JournalPlace } from '../live/journal-place.ts';
import type { WithCatalog } from '../live/with-catalog.ts';
import { Newcomers } from './newcomers.ts';

/** Opens who is new in the hub. */
export async function peoplePart(
  { ports, catalog, seen }: WithCatalog & { readonly seen: { readonly cameInAt: JournalPlace } },
  life: Life,
) {
  const { home, clock, logger } = ports;
  const newcomers = await Newcomers.open({ local: home.local, clock, logger }, catalog, seen.cameInAt);
  life.onClose('newcomers-not-saved', () => newcomers.saved());
  return { newcomers };
}
