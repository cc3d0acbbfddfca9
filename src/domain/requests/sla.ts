import {
  ANSWERED_IN,
  isClosed,
  type PromiseState,
  type PromiseStep,
  type RequestSize,
  type RequestStatus,
} from '../../shared/vocabulary/requests.ts';
import { addBusinessDays, businessTime } from '../kernel/calendar.ts';

/** What marketing and sales promised each other: time to acknowledge a request and time to answer it, in business days. */

/** Business days until a new request is accepted or declined. */
const ACKNOWLEDGE_DAYS = 1;
/** Part of the time that is left when a promise is close. */
const CLOSE_PART = 0.25;

/** Where a request stands against the promise. `dueAt` in milliseconds since 1970. */
type SlaState = {
  readonly step: PromiseStep;
  readonly dueAt: number;
  readonly state: PromiseState;
};

/** What the clock follows from. */
type SlaFacts = {
  readonly status: RequestStatus;
  readonly size: RequestSize;
  readonly askedAt: number;
  /** When it was fulfilled, declined or merged. */
  readonly answeredAt?: number;
};

/** Where a request stands against the promise now. */
export function slaOf(facts: SlaFacts, now: number): SlaState {
  const answerBy = addBusinessDays(facts.askedAt, ANSWERED_IN[facts.size].to);
  if (isClosed(facts.status)) {
    const met = (facts.answeredAt ?? facts.askedAt) <= answerBy;
    return { step: 'done', dueAt: answerBy, state: met ? 'met' : 'missed' };
  }
  const step = facts.status === 'new' ? 'acknowledge' : 'answer';
  const dueAt = step === 'acknowledge' ? addBusinessDays(facts.askedAt, ACKNOWLEDGE_DAYS) : answerBy;
  return { step, dueAt, state: openState(facts.askedAt, dueAt, now) };
}

function openState(from: number, dueAt: number, now: number): 'calm' | 'close' | 'over' {
  if (now > dueAt) return 'over';
  return businessTime(now, dueAt) <= CLOSE_PART * businessTime(from, dueAt) ? 'close' : 'calm';
}

/** An answer as a promise needs it: what it made of the request, and whether the one who asked gave it. */
type PromiseAnswer = {
  readonly status: RequestStatus;
  readonly at: number;
  readonly byAsker: boolean;
};

/** What became of the promise of an answer; `void` where nobody waited for it any more when it fell due. */
type PromiseOutcome = 'kept' | 'broken' | 'void';

/** The promise that a request is answered in time: when it falls due, and what had become of it by then. */
export type AnswerPromise = { readonly dueAt: number; readonly outcome: PromiseOutcome };

/**
 * The promise of a request's answer, by its answers in their order. What counts is how it stood when the promise fell due: fulfilled, it
 * was kept; merged or withdrawn, nobody waited any more; open or declined, it was broken, whatever happened later.
 */
export function answerPromise(
  facts: Pick<SlaFacts, 'size' | 'askedAt'>,
  answers: readonly PromiseAnswer[],
): AnswerPromise {
  const dueAt = addBusinessDays(facts.askedAt, ANSWERED_IN[facts.size].to);
  const then = answers.filter(({ at }) => at <= dueAt).at(-1);
  return { dueAt, outcome: then === undefined ? 'broken' : outcomeOf(then) };
}

function outcomeOf({ status, byAsker }: PromiseAnswer): PromiseOutcome {
  if (status === 'fulfilled') return 'kept';
  return status === 'merged' || (status === 'declined' && byAsker) ? 'void' : 'broken';
}
