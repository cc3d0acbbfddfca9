import { z } from 'zod';
import { canonicalJson } from '../../shared/canonical-json.ts';
import { says } from '../../shared/says/says.ts';
import { claimed } from '../kernel/claims.ts';
import { defineEvent, type Places } from '../kernel/define-event.ts';
import { amount, commentId, nonce, prose, requestId, time } from '../kernel/fields.ts';
import { later } from '../kernel/register.ts';
import { EVERYBODY } from '../kernel/roles.ts';
import { may } from '../people/permissions.ts';
import {
  answerBody,
  type RequestsPart,
  requestBody,
  requestOf,
  requests,
  type VoteState,
} from './requests.ts';

/** What is said about requests. */

type About = { readonly request: string };
const requestIdOf = ({ request }: About): string => request;

export const requestMade = defineEvent({
  kind: 'request-made',
  body: requestBody,
  leaves: 'leaves.requested',
  roles: EVERYBODY,
  into: requests,
  entry: requestIdOf,
  claims: ({ request }) => [{ kind: 'request', id: request }],
  over: overWhatWasSaid,
  fold(state, { nonce: _, ...made }, author) {
    requestOf(state, made.request).made = claimed(author, { ...made, member: author.member });
  },
  history: { of: 'request', id: requestIdOf, what: () => says('history.request-made') },
});

/** One register a member. */
export const requestVoted = defineEvent({
  kind: 'request-voted',
  body: z.object({ request: requestId, dealValue: amount.optional(), at: time }),
  leaves: 'leaves.backed',
  roles: EVERYBODY,
  into: requests,
  entry: requestIdOf,
  over: overVote,
  fold(state, { request, at, dealValue }, author) {
    setVote(state, request, author, { at, ...(dealValue !== undefined && { dealValue }) });
  },
  history: { of: 'request', id: requestIdOf, what: () => says('history.request-voted') },
});

export const requestVoteWithdrawn = defineEvent({
  kind: 'request-vote-withdrawn',
  body: z.object({ request: requestId }),
  leaves: 'leaves.backed',
  roles: EVERYBODY,
  into: requests,
  entry: requestIdOf,
  over: overVote,
  fold: (state, { request }, author) => setVote(state, request, author, null),
  history: { of: 'request', id: requestIdOf, what: () => says('history.request-vote-withdrawn') },
});

/** A grow-only set. */
export const requestCommented = defineEvent({
  kind: 'request-commented',
  body: z.object({ request: requestId, comment: commentId, nonce, text: prose.min(1), at: time }),
  leaves: 'leaves.backed',
  roles: EVERYBODY,
  into: requests,
  entry: requestIdOf,
  claims: ({ request, comment }) => [{ kind: 'comment', id: comment, within: request }],
  over: overWhatWasSaid,
  fold(state, { request, comment, at, text }, author) {
    requestOf(state, request).comments.set(comment, claimed(author, { member: author.member, at, text }));
  },
  history: { of: 'request', id: requestIdOf, what: () => says('history.request-commented') },
});

/**
 * All answers are kept; the last that counts gives the status. A rep's answer counts only where it withdraws (or takes up again) the rep's own
 * request: see `countingAnswers`.
 */
export const requestAnswered = defineEvent({
  kind: 'request-answered',
  body: answerBody,
  leaves: 'leaves.requested',
  roles: EVERYBODY,
  into: requests,
  entry: requestIdOf,
  over: overWhatWasSaid,
  fold(state, body, { stamp, member, role }) {
    const request = requestOf(state, body.request);
    const byMarketing = may(role, 'answer');
    const answer = { ...body, member, byMarketing };
    const before = request.answers.get(stamp);
    // Only a device that repeats a stamp has two answers at one place.
    if (before === undefined || canonicalJson(before) < canonicalJson(answer))
      request.answers.set(stamp, answer);
    if (body.size !== undefined && byMarketing) request.size = later(request.size, stamp, body.size);
  },
  history: { of: 'request', id: requestIdOf },
  toldByEngine: 'request',
});

function setVote(
  state: RequestsPart,
  request: string,
  { member, stamp }: { readonly member: string; readonly stamp: string },
  vote: VoteState | null,
): void {
  const { votes } = requestOf(state, request);
  votes.set(member, later(votes.get(member), stamp, vote));
}

function overVote(state: RequestsPart, { request }: About, member: string): Places {
  return [state.requests.get(request)?.votes.get(member)?.stamp];
}

/** What is said comes after all that was said before. */
function overWhatWasSaid(state: RequestsPart, { request }: About): Places {
  const known = state.requests.get(request);
  if (known === undefined) return [];
  const comments = [...known.comments.values()].map(({ stamp }) => stamp);
  return [...known.answers.keys(), ...comments, known.size?.stamp];
}
