import type { RequestDetail, RequestSummary } from '../../contract/requests.ts';
import { USUAL_SIZE } from '../../domain/insights/promises.ts';
import { may } from '../../domain/people/permissions.ts';
import type { MadeRequest } from '../../domain/requests/made-request.ts';
import { madeRequest } from '../../domain/requests/request-selectors.ts';
import type { AnswerState, RequestState } from '../../domain/requests/requests.ts';
import { countingAnswers } from '../../domain/requests/requests.ts';
import { slaOf } from '../../domain/requests/sla.ts';
import { dimensionValues } from '../../shared/dimension-values.ts';
import { isClosed, type RequestStatus } from '../../shared/vocabulary/requests.ts';
import { notFound } from '../base/refusal.ts';
import { shownMember } from '../people/shown-member.ts';
import type { WithRequests } from './with-requests.ts';

/** The status of a request: what its last answer says. */
export function statusOf(request: RequestState): RequestStatus {
  return countingAnswers(request).at(-1)?.status ?? 'new';
}

/** A request by its id. Throws `Refusal` NOT_FOUND. */
export function requestOf(replica: WithRequests, id: string): MadeRequest {
  const request = madeRequest(replica.catalog, id);
  if (request === undefined) throw notFound('request');
  return request;
}

/** Members who voted, but for the one who asked. */
function votersOf(request: MadeRequest) {
  const asker = request.made.value.member;
  return [...request.votes].flatMap(([member, { value }]) =>
    value === null || member === asker ? [] : [{ member, ...value }],
  );
}

/** A request as lists show it. */
export function requestView(replica: WithRequests, request: MadeRequest): RequestSummary {
  const { catalog } = replica;
  const made = request.made.value;
  const answers = countingAnswers(request);
  const last = answers.at(-1);
  const status = last?.status ?? 'new';
  const self = catalog.selfId();
  const mine = made.member === self;
  const voters = votersOf(request);
  const fromNew = [made, ...voters].filter(({ member }) => replica.newcomers.current().has(member)).length;
  const size = request.size?.value ?? USUAL_SIZE;
  const closedAt = isClosed(status) ? last?.at : undefined;
  const facts = { status, size, askedAt: made.at, ...(closedAt !== undefined && { answeredAt: closedAt }) };
  return {
    id: request.id,
    title: made.title,
    need: made.need,
    why: made.why ?? '',
    ...(made.stage !== undefined && { stage: made.stage }),
    ...(made.persona !== undefined && { persona: made.persona }),
    ...(made.type !== undefined && { type: made.type }),
    ...dimensionValues(made),
    ...(made.neededBy !== undefined && { neededBy: made.neededBy }),
    status,
    size,
    by: shownMember(replica, made.member),
    mine,
    at: made.at,
    votes: 1 + voters.length,
    ...(fromNew > 0 && { votesFromNew: fromNew }),
    voted: mine || voters.some((vote) => vote.member === self),
    dealValue: voters.reduce((sum, vote) => sum + (vote.dealValue ?? 0), made.dealValue ?? 0),
    sla: slaOf(facts, replica.ports.clock.now()),
    ...(last && answerView(replica, last)),
    news: replica.requestNews.isNews(request),
  };
}

/** What the last answer adds. */
function answerView(replica: WithRequests, answer: AnswerState): Partial<RequestSummary> {
  const fulfilledWith = answer.asset === undefined ? undefined : replica.summaries.seen(answer.asset);
  const into = answer.into === undefined ? undefined : madeRequest(replica.catalog, answer.into);
  return {
    ...(answer.reason !== undefined && { reason: answer.reason }),
    answeredBy: shownMember(replica, answer.member),
    answeredAt: answer.at,
    ...(answer.status === 'fulfilled' &&
      fulfilledWith && { fulfilledWith: { asset: fulfilledWith.id, title: fulfilledWith.title } }),
    ...(answer.status === 'merged' &&
      into && { mergedInto: { request: into.id, title: into.made.value.title } }),
  };
}

/** A request as its page shows it. */
export function requestDetail(replica: WithRequests, id: string): RequestDetail {
  const request = requestOf(replica, id);
  const { catalog } = replica;
  const summary = requestView(replica, request);
  const ownDealValue = votersOf(request).find((vote) => vote.member === catalog.selfId())?.dealValue;
  const conversation: RequestDetail['conversation'] = [
    ...[...request.comments].map(([comment, { value }]) => ({
      entry: 'comment' as const,
      id: comment,
      by: shownMember(replica, value.member),
      text: value.text,
      at: value.at,
    })),
    ...countingAnswers(request).map((answer) => ({
      entry: 'status' as const,
      by: shownMember(replica, answer.member),
      status: answer.status,
      ...(answer.reason !== undefined && { reason: answer.reason }),
      at: answer.at,
    })),
    ...votersOf(request).map((vote) => ({
      entry: 'vote' as const,
      by: shownMember(replica, vote.member),
      at: vote.at,
    })),
  ];
  conversation.sort((a, b) => a.at - b.at);
  const open = !isClosed(summary.status);
  return {
    ...summary,
    conversation,
    ...(ownDealValue !== undefined && { ownDealValue }),
    said: replica.requestNews.said(request),
    can: {
      answer: may(catalog.self().role, 'answer'),
      vote: open && !summary.voted,
      // One's own request while it is open (`answer` with `declined`), otherwise one's vote (`withdrawVote`).
      withdraw: open && summary.voted,
    },
  };
}
