import type { DeferredEvent, RefusalCode, RefusedEvent } from '../kernel/fold-event.ts';
import type { Holds } from '../kernel/holds.ts';
import type { CatalogState } from '../registry.ts';
import { refusedEvents } from './fold-catalog.ts';

type Catalog = Holds<CatalogState>;

/** Everything that was refused, in a fixed order: sorted for each answer. */
export function allRefused({ state }: Catalog): readonly RefusedEvent[] {
  return refusedEvents(state);
}

/** How many were refused, but those that say who is who. */
export function countRefused({ state }: Catalog): number {
  return state.refused.size;
}

/** How many there are that this version does not know. */
export function countDeferred({ state }: Catalog): number {
  return state.deferred.size;
}

/** Events that this version does not know. */
export function allDeferred({ state }: Catalog): Iterable<DeferredEvent> {
  return state.deferred.values();
}

/** Why an event of the catalog stream was refused; `undefined` where it was not. */
export function refusalOf(
  { state }: Catalog,
  { device, seq }: { readonly device: string; readonly seq: number },
): RefusalCode | undefined {
  return state.refused.get(`${device}/${seq}`)?.why;
}
