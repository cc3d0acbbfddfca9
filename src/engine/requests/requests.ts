import Fuse from 'fuse.js';
import type { AssetSummary } from '../../contract/assets.ts';
import type { RequestDetail, RequestInput, RequestSummary } from '../../contract/requests.ts';
import { may } from '../../domain/people/permissions.ts';
import type { EventBody, EventDraft } from '../../domain/registry.ts';
import { allMadeRequests } from '../../domain/requests/request-selectors.ts';
import type { Reversal } from '../../domain/undo/reversals.ts';
import { isDay } from '../../shared/day.ts';
import { dimensionValues } from '../../shared/dimension-values.ts';
import { says } from '../../shared/says/says.ts';
import { isClosed, type RequestSize, type RequestStatus } from '../../shared/vocabulary/requests.ts';
import { checkTerms, summaryOf } from '../assets/assets.ts';
import { invalid, notAllowed } from '../base/refusal.ts';
import { mintHere } from '../live/minted.ts';
import { concerns } from './request-news.ts';
import { requestDetail, requestOf, requestView } from './request-view.ts';
import type { WithRequests } from './with-requests.ts';

const SIMILAR_LIMIT = 5;

/** All requests, those that wait longest for an answer first, closed ones last and newest first. */
export function listRequests(
  replica: WithRequests,
  filter: { readonly status?: RequestStatus | undefined; readonly mine?: boolean | undefined },
): RequestSummary[] {
  return allMadeRequests(replica.catalog)
    .map((request) => requestView(replica, request))
    .filter((request) => filter.status === undefined || request.status === filter.status)
    .filter((request) => filter.mine === undefined || request.mine === filter.mine)
    .sort(byUrgency);
}

function byUrgency(a: RequestSummary, b: RequestSummary): number {
  const aClosed = isClosed(a.status);
  if (aClosed !== isClosed(b.status)) return aClosed ? 1 : -1;
  return aClosed ? (b.answeredAt ?? b.at) - (a.answeredAt ?? a.at) : a.sla.dueAt - b.sla.dueAt;
}

/** Asks for content. */
export async function makeRequest(replica: WithRequests, input: RequestInput): Promise<RequestDetail> {
  if (input.neededBy !== undefined && !isDay(input.neededBy)) {
    throw invalid(says('assets.no-such-day'), 'neededBy');
  }
  checkTerms(replica, {
    ...dimensionValues(input),
    stages: input.stage === undefined ? [] : [input.stage],
    personas: input.persona === undefined ? [] : [input.persona],
    type: input.type,
  });
  const { nonce, id } = mintHere(replica);
  const request = id('request');
  const body = { ...input, request, nonce, at: replica.ports.clock.now() };
  await replica.catalog.commit([{ kind: 'request-made', body }]);
  return requestDetail(replica, request);
}

/** Assets and open requests that look like what is being asked for. */
export async function similarToRequest(
  replica: WithRequests,
  input: { readonly title: string; readonly need?: string | undefined; readonly except?: string | undefined },
): Promise<{ assets: AssetSummary[]; requests: RequestSummary[] }> {
  const text = `${input.title} ${input.need ?? ''}`.trim();
  if (text === '') return { assets: [], requests: [] };
  const similar = await replica.search.similarText(text, SIMILAR_LIMIT);
  const all = replica.summaries.visible();
  const open = listRequests(replica, {}).filter(
    (request) => !isClosed(request.status) && request.id !== input.except,
  );
  return {
    assets: similar.map(({ asset }) => all.get(asset)).filter((asset) => asset !== undefined),
    requests: similarRequests(open, text),
  };
}

/** Requests whose words are close to a text's, spelling forgiven. Options as measured; never fuse.js's defaults. */
function similarRequests(open: readonly RequestSummary[], text: string): RequestSummary[] {
  const words = [...new Set(text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [])].slice(0, 12);
  if (words.length === 0) return [];
  const fuse = new Fuse(open, {
    keys: [
      { name: 'title', weight: 2 },
      { name: 'need', weight: 1 },
    ],
    ignoreLocation: true,
    threshold: 0.3,
    includeScore: true,
    useExtendedSearch: true,
  });
  const found = new Map<string, { readonly request: RequestSummary; score: number }>();
  for (const word of words) {
    for (const { item, score } of fuse.search(word, { limit: 50 })) {
      const entry = found.get(item.id) ?? { request: item, score: 0 };
      entry.score += 1 - (score ?? 1);
      found.set(item.id, entry);
    }
  }
  // A third of the words is enough to be looked at; one common word in a long text is not.
  const least = Math.max(1, words.length / 3) * 0.5;
  return [...found.values()]
    .filter(({ score }) => score >= least)
    .sort((a, b) => b.score - a.score)
    .slice(0, SIMILAR_LIMIT)
    .map(({ request }) => request);
}

/** The request as it is now, and what takes the change back. */
type ChangedRequest = { request: RequestDetail; undo?: string };

/** 'Me too'. */
export async function voteFor(
  replica: WithRequests,
  id: string,
  dealValue?: number,
): Promise<ChangedRequest> {
  const request = requestOf(replica, id);
  if (isClosed(requestView(replica, request).status)) {
    throw invalid(says('requests.closed'));
  }
  const body = { request: id, at: replica.ports.clock.now(), ...(dealValue !== undefined && { dealValue }) };
  // What was said before one joined in is no answer to one's vote.
  await replica.seen.see(id, replica.requestNews.said(request));
  const undone = await replica.undos.commit([{ kind: 'request-voted', body }]);
  return { request: requestDetail(replica, id), ...undone };
}

/** Takes back a vote. */
export async function withdrawVote(replica: WithRequests, id: string): Promise<ChangedRequest> {
  requestOf(replica, id);
  const body = { request: id };
  const undone = await replica.undos.commit([{ kind: 'request-vote-withdrawn', body }]);
  return { request: requestDetail(replica, id), ...undone };
}

/** Says something about a request. */
export async function commentOn(
  replica: WithRequests,
  request: string,
  text: string,
): Promise<RequestDetail> {
  requestOf(replica, request);
  const { nonce, id } = mintHere(replica);
  const body = { request, comment: id('comment'), nonce, text, at: replica.ports.clock.now() };
  await replica.catalog.commit([{ kind: 'request-commented', body }]);
  return requestDetail(replica, request);
}

/** An answer to a request. */
type Answer = {
  readonly request: string;
  readonly status: RequestStatus;
  readonly reason?: string | undefined;
  readonly asset?: string | undefined;
  readonly into?: string | undefined;
  readonly size?: RequestSize | undefined;
};

/** Answers a request (marketing), or withdraws or takes up again one's own. */
export async function answerRequest(replica: WithRequests, answer: Answer): Promise<ChangedRequest> {
  const before = answerBefore(requestDetail(replica, answer.request));
  const reversal: Reversal = {
    written: { what: 'answer', request: answer.request },
    back: () => [answering(replica, before)],
  };
  const undone = await replica.undos.commit([{ draft: answering(replica, answer), reversals: [reversal] }]);
  return { request: requestDetail(replica, answer.request), ...undone };
}

/** What answers a request. Throws `Refusal`. */
function answering(replica: WithRequests, answer: Answer): EventDraft {
  const request = requestOf(replica, answer.request);
  checkAnswer(replica, answer, request.made.value.member);
  const body: EventBody<'request-answered'> = { ...answer, at: replica.ports.clock.now() };
  return { kind: 'request-answered', body };
}

/** What takes an answer back: the state before, with what belonged to it. */
function answerBefore(request: RequestDetail): Answer {
  // Who only asked may take up the request again, but not say how far marketing was.
  if (!request.can.answer) return { request: request.id, status: 'new' };
  return {
    request: request.id,
    status: request.status,
    size: request.size,
    ...(request.reason === undefined ? {} : { reason: request.reason }),
    ...(request.fulfilledWith === undefined ? {} : { asset: request.fulfilledWith.asset }),
    ...(request.mergedInto === undefined ? {} : { into: request.mergedInto.request }),
  };
}

function checkAnswer(replica: WithRequests, answer: Answer, asker: string): void {
  const self = replica.catalog.self();
  const own = asker === self.id;
  const withdraws = own && (answer.status === 'declined' || answer.status === 'new');
  if (!may(self.role, 'answer') && !withdraws) {
    throw notAllowed(says('requests.answered-by-marketing'));
  }
  if (answer.status === 'declined' && !withdraws && (answer.reason ?? '').trim() === '') {
    throw invalid(says('requests.declined-why'), 'reason');
  }
  if (answer.status === 'fulfilled') {
    if (answer.asset === undefined) throw invalid(says('requests.fulfilled-with-what'), 'asset');
    summaryOf(replica, answer.asset);
  }
  if (answer.status === 'merged') {
    if (answer.into === undefined) throw invalid(says('requests.merged-into-what'), 'into');
    if (answer.into === answer.request) throw invalid(says('requests.merged-into-itself'), 'into');
    requestOf(replica, answer.into);
  }
}

/** Whom a request concerns has seen so much of what others said about it. */
export async function seeRequest(
  replica: WithRequests,
  id: string,
  said: number,
): Promise<{ seen: boolean }> {
  const request = requestOf(replica, id);
  if (!concerns(request, replica.catalog.selfId())) return { seen: false };
  if (await replica.seen.see(id, Math.min(said, replica.requestNews.said(request))))
    replica.changes.emit('requests');
  return { seen: true };
}

/** The system told whom it concerns of so much of what others said. */
export async function toldOfRequest(replica: WithRequests, id: string, said: number): Promise<void> {
  const request = requestOf(replica, id);
  if (await replica.seen.tell(id, Math.min(said, replica.requestNews.said(request))))
    replica.changes.emit('requests');
}
