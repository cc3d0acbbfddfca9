import type { RequestSize } from '../../shared/vocabulary/requests.ts';
import type { RequestState } from '../requests/requests.ts';
import { countingAnswers } from '../requests/requests.ts';
import { type AnswerPromise, answerPromise } from '../requests/sla.ts';

/** The promise of a request. */
export type FallenDue = AnswerPromise & {
  readonly request: string;
  readonly askedAt: number;
  readonly outcome: 'kept' | 'broken';
};

/** How big a request is until somebody says so. */
export const USUAL_SIZE: RequestSize = 'medium';

/** The promises of all requests but those that nobody waited for any more when they fell due, the earliest first. */
export function promisesDue(requests: Iterable<RequestState>): readonly FallenDue[] {
  const promises: FallenDue[] = [];
  for (const request of requests) {
    if (request.made === undefined) continue;
    const { member, at: askedAt } = request.made.value;
    const answers = countingAnswers(request).map((answer) => ({
      status: answer.status,
      at: answer.at,
      byAsker: answer.member === member,
    }));
    const { dueAt, outcome } = answerPromise({ askedAt, size: request.size?.value ?? USUAL_SIZE }, answers);
    if (outcome !== 'void') promises.push({ request: request.id, askedAt, dueAt, outcome });
  }
  return promises.sort((a, b) => a.dueAt - b.dueAt || (a.request < b.request ? -1 : 1));
}
