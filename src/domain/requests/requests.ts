import { z } from 'zod';
import { withDimensions } from '../../shared/dimension-values.ts';
import {
  REQUEST_SIZES,
  REQUEST_STATUSES,
  type RequestSize,
  type RequestStatus,
} from '../../shared/vocabulary/requests.ts';
import type { Claimed } from '../kernel/claims.ts';
import { defineCollection } from '../kernel/define-collection.ts';
import { amount, assetId, day, line, nonce, prose, requestId, termId, time } from '../kernel/fields.ts';
import type { OrderKey } from '../kernel/order.ts';
import { entryOf, type Register } from '../kernel/register.ts';
import type { Entries } from '../kernel/snapshot-json.ts';

/** Requests with their votes, comments and answers. */

/** What was asked for. */
export const requestBody = withDimensions(
  z.object({
    request: requestId,
    nonce,
    title: line,
    need: prose,
    why: prose.optional(),
    stage: termId.optional(),
    persona: termId.optional(),
    type: termId.optional(),
    neededBy: day.optional(),
    dealValue: amount.optional(),
    at: time,
  }),
);

export const answerBody = z.object({
  request: requestId,
  status: z.enum(REQUEST_STATUSES),
  /** Why it was declined. */
  reason: prose.optional(),
  /** What it was fulfilled with. */
  asset: assetId.optional(),
  /** The request that it was merged into. */
  into: requestId.optional(),
  size: z.enum(REQUEST_SIZES).optional(),
  at: time,
});

/** What was asked for, as the one who asked put it. */
type RequestMade = Omit<z.infer<typeof requestBody>, 'nonce'> & { readonly member: string };

/** An answer to a request. Those of reps count only where they withdraw or take up again their own. */
export type AnswerState = z.infer<typeof answerBody> & {
  readonly member: string;
  readonly byMarketing: boolean;
};

/** A vote ('me too'); `null` when it was withdrawn. */
export type VoteState = { readonly at: number; readonly dealValue?: number };

/** Who said something about a request, and when (milliseconds since 1970, by their word). */
type Comment = { readonly member: string; readonly at: number; readonly text: string };

/** A request. Without `made` its making has not arrived yet. */
export type RequestState = {
  readonly id: string;
  made?: Claimed<RequestMade>;
  readonly votes: Map<string, Register<VoteState | null>>;
  readonly comments: Map<string, Claimed<Comment>>;
  /** By their places in the order. */
  readonly answers: Map<OrderKey, AnswerState>;
  size?: Register<RequestSize>;
};

export type RequestsPart = { readonly requests: Map<string, RequestState> };

type RequestJson = Omit<RequestState, 'votes' | 'comments' | 'answers'> & {
  readonly votes: Entries<never>;
  readonly comments: Entries<never>;
  readonly answers: Entries<never>;
};

export const requests = defineCollection({
  name: 'requests',
  topics: ['requests'],
  inEveryText: true,
  empty: (): RequestsPart => ({ requests: new Map() }),
  toJson: (state: RequestsPart) =>
    [...state.requests.values()].map((request) => ({
      ...request,
      votes: [...request.votes],
      comments: [...request.comments],
      answers: [...request.answers],
    })),
  fill(state: RequestsPart, json) {
    for (const one of json as readonly RequestJson[]) {
      state.requests.set(one.id, {
        ...one,
        votes: new Map(one.votes),
        comments: new Map(one.comments),
        answers: new Map(one.answers),
      });
    }
  },
  claims: {
    request: (state, id) => state.requests.get(id)?.made,
    comment: (state, id, within) => state.requests.get(within ?? '')?.comments.get(id),
  },
});

/** The state of a request, made if nothing was known of it. */
export function requestOf(state: RequestsPart, id: string): RequestState {
  return entryOf(state.requests, id, () => ({
    id,
    votes: new Map(),
    comments: new Map(),
    answers: new Map(),
  }));
}

/** What somebody may do to a request of their own without being in marketing: withdraw it, take it up again. */
const OWN_ANSWERS: ReadonlySet<RequestStatus> = new Set(['declined', 'new']);

/** The answers that count, oldest first. */
export function countingAnswers(request: RequestState): readonly AnswerState[] {
  return countingEntries(request).map(([, answer]) => answer);
}

/** The same with their places in the order. */
export function countingEntries(request: RequestState): readonly (readonly [OrderKey, AnswerState])[] {
  return [...request.answers]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .filter(
      ([, answer]) =>
        answer.byMarketing ||
        (answer.member === request.made?.value.member && OWN_ANSWERS.has(answer.status)),
    );
}
