import type { History, HistoryEntry } from '../../contract/history.ts';
import type { EventBody, ToldByEngine } from '../../domain/registry.ts';
import { madeRequest } from '../../domain/requests/request-selectors.ts';
import type { RequestStatus } from '../../shared/vocabulary/requests.ts';
import type { WithAssets } from '../assets/with-assets.ts';
import { notFound } from '../base/refusal.ts';
import { entryHead, refusedWhyOf } from './history-entry.ts';
import { eventsAbout, type KnownEvent, wordsOf } from './journal-events.ts';

const STATUS_DONE: Readonly<Record<RequestStatus, string>> = {
  new: 'reopened it',
  accepted: 'accepted it',
  'in-progress': 'began to work on it',
  'in-review': 'sent it for review',
  fulfilled: 'fulfilled it',
  declined: 'declined it',
  merged: 'merged it into another request',
};

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

/** By kind: one that is left to the engine and not worded here does not compile. */
const REQUEST_WORDS: {
  readonly [Kind in ToldByEngine<'request'>]: (body: EventBody<Kind>, replica: WithAssets) => string;
} = {
  'request-answered': ({ status, asset, reason }, { summaries }) => {
    const title = asset === undefined ? undefined : summaries.visible().get(asset)?.title;
    const detail = title === undefined ? reason : `with ‘${title}’`;
    return detail === undefined || detail === ''
      ? STATUS_DONE[status]
      : `${STATUS_DONE[status]}${title === undefined ? ': ' : ' '}${detail}`;
  },
};

/** What an event did to this request; `undefined` for one that only names it. */
function whatHappened(replica: WithAssets, { told, draft }: KnownEvent, request: string): string | undefined {
  if (told?.isAbout('request', request) !== true) return undefined;
  return told.words ?? wordsOf(REQUEST_WORDS, draft, replica);
}
