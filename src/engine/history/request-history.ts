import type { History, HistoryEntry } from '../../contract/history.ts';
import type { EventBody, ToldByEngine } from '../../domain/registry.ts';
import { madeRequest } from '../../domain/requests/request-selectors.ts';
import type { HistoryCode } from '../../shared/says/history.ts';
import { type Says, says } from '../../shared/says/says.ts';
import type { WithAssets } from '../assets/with-assets.ts';
import { notFound } from '../base/refusal.ts';
import { entryHead, refusedWhyOf } from './history-entry.ts';
import { eventsAbout, type KnownEvent, toldBy } from './journal-events.ts';

/** What happened to a request, newest first. */
export async function requestHistory(replica: WithAssets, request: string): Promise<History> {
  const { catalog } = replica;
  if (madeRequest(catalog, request) === undefined) throw notFound('request');
  const entries: HistoryEntry[] = [];
  for (const known of await eventsAbout(catalog, request)) {
    const what = whatHappened(replica, known, request);
    if (what === undefined) continue;
    const refused = refusedWhyOf(catalog, known);
    entries.push({
      ...entryHead(replica, known),
      what,
      changes: [],
      ...(refused !== undefined && { refused }),
    });
  }
  return { entries: entries.reverse(), canRestore: false };
}

/** By kind: one that is left to the engine and not told here does not compile. */
const REQUEST_TOLD: {
  readonly [Kind in ToldByEngine<'request'>]: (
    body: EventBody<Kind>,
    replica: WithAssets,
  ) => Says<HistoryCode>;
} = {
  'request-answered': ({ status, asset, reason }, { summaries }) => {
    const title = asset === undefined ? undefined : summaries.seen(asset)?.title;
    if (status === 'fulfilled' && title !== undefined)
      return says('history.request-fulfilled-with', { asset: title });
    return reason === undefined || reason === ''
      ? says('history.request-answered', { status })
      : says('history.request-answered-because', { status, reason });
  },
};

/** What an event did to this request; `undefined` for one that only names it. */
function whatHappened(
  replica: WithAssets,
  { told, draft }: KnownEvent,
  request: string,
): Says<HistoryCode> | undefined {
  if (told?.isAbout('request', request) !== true) return undefined;
  return told.what ?? toldBy(REQUEST_TOLD, draft, replica);
}
