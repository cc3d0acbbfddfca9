import { foldCatalog, foldInto } from '../../src/domain/fold/fold-catalog.ts';
import type { CatalogState } from '../../src/domain/registry.ts';
import { type EventMaker, foldContext } from './event-maker.ts';

/** The catalog that comes of the first `known` events, and then of the others one by one in another order; `ask` is called between them: what is asked must not stick. */
export function foldShuffled(
  { events }: EventMaker,
  known: number,
  orderOf: (seq: number) => number,
  ask: (state: CatalogState) => unknown,
): CatalogState {
  const before = events.slice(0, known);
  const shuffled = events
    .slice(known)
    .map((event) => [orderOf(event.seq), event] as const)
    .sort(([one], [other]) => one - other)
    .map(([, event]) => event);
  let state = foldCatalog(before, foldContext);
  for (const event of shuffled) {
    ask(state);
    const { fold } = foldInto(state, [event], foldContext);
    if (fold === 'refold') state = foldCatalog([...before, ...shuffled], foldContext);
  }
  return state;
}
