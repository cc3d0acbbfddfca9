import { type OrderKey, placeInOrder } from '../../domain/kernel/order.ts';
import type { ToldEvent } from '../../domain/kernel/told-event.ts';
import type { EventDraft } from '../../domain/registry.ts';
import type { HistoryCode } from '../../shared/says/history.ts';
import type { Says } from '../../shared/says/says.ts';
import { parseEvent } from '../../sync/journal/journal-chain.ts';
import type { JournalEvent } from '../../sync/journal/journal-event.ts';
import { timeOfHlc } from '../live/event-time.ts';
import type { LiveCatalog } from '../live/live-catalog.ts';

/** An event with its checked body. */
export type KnownEvent = {
  /** Where it stands in the order of all. */
  readonly stamp: OrderKey;
  readonly event: JournalEvent;
  readonly draft: EventDraft;
  /** How the history of what it is about tells it. */
  readonly told: ToldEvent | undefined;
  /** By the author's word where the event says one, else by its stamp. Milliseconds since 1970. */
  readonly at: number;
};

/**
 * The events of the catalog stream that name an id, oldest first. Every line is looked through for the id before it is parsed: of a
 * hundred thousand only a few are about one asset.
 */
export async function eventsAbout(
  { replica, state, model }: LiveCatalog,
  id: string,
): Promise<readonly KnownEvent[]> {
  const found: KnownEvent[] = [];
  const quoted = JSON.stringify(id);
  for (const device of replica.journals.devices()) {
    for await (const { text } of replica.journals.lines(device, 'catalog', 0)) {
      if (!text.includes(quoted)) continue;
      const event = parseEvent(text);
      const read = event && model.read(event);
      if (event === undefined || read?.read !== 'known') continue;
      const { draft } = read;
      const said = 'at' in draft.body ? draft.body.at : undefined;
      found.push({
        stamp: placeInOrder(state.order, event),
        event,
        draft,
        told: model.historyOf(draft),
        at: said ?? timeOfHlc(event.hlc),
      });
    }
  }
  return found.sort((a, b) => (a.stamp < b.stamp ? -1 : a.stamp > b.stamp ? 1 : a.event.seq - b.event.seq));
}

/** What the engine tells of an event by its kind; `undefined` where it leaves that to its definition. */
export function toldBy<Known>(
  told: Readonly<Partial<Record<EventDraft['kind'], (body: never, known: Known) => Says<HistoryCode>>>>,
  { kind, body }: EventDraft,
  known: Known,
): Says<HistoryCode> | undefined {
  return Object.hasOwn(told, kind) ? told[kind]?.(body as never, known) : undefined;
}
