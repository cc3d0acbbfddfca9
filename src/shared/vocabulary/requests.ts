/** What tells requests and what was promised of them apart. */

/** In the order in which a request goes through them; the last three end it. */
export const REQUEST_STATUSES = [
  'new',
  'accepted',
  'in-progress',
  'in-review',
  'fulfilled',
  'declined',
  'merged',
] as const;
export type RequestStatus = (typeof REQUEST_STATUSES)[number];

/** Says whether a status ends a request: nobody waits for an answer any more. */
export function isClosed(status: RequestStatus): boolean {
  return status === 'fulfilled' || status === 'declined' || status === 'merged';
}

/** How much work a request is; the promise goes by it. */
export const REQUEST_SIZES = ['small', 'medium', 'large'] as const;
export type RequestSize = (typeof REQUEST_SIZES)[number];

/** Business days in which marketing promises an answer, by size; the promise is kept until the end of `to`. */
export const ANSWERED_IN: Readonly<Record<RequestSize, { readonly from: number; readonly to: number }>> = {
  small: { from: 2, to: 3 },
  medium: { from: 5, to: 7 },
  large: { from: 10, to: 15 },
};

/** What of the promise is due next: to acknowledge while it is new, then to answer. */
export const PROMISE_STEPS = ['acknowledge', 'answer', 'done'] as const;
export type PromiseStep = (typeof PROMISE_STEPS)[number];

/** How the step that is due stands (calm, close, over), or how the promise ended (met, missed). */
export const PROMISE_STATES = ['calm', 'close', 'over', 'met', 'missed'] as const;
export type PromiseState = (typeof PROMISE_STATES)[number];
