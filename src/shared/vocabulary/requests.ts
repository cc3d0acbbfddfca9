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

/** How much work a request is; the promise goes by it. */
export const REQUEST_SIZES = ['small', 'medium', 'large'] as const;
export type RequestSize = (typeof REQUEST_SIZES)[number];

/** What of the promise is due next: to acknowledge while it is new, then to answer. */
export const PROMISE_STEPS = ['acknowledge', 'answer', 'done'] as const;
export type PromiseStep = (typeof PROMISE_STEPS)[number];

/** How the step that is due stands (calm, close, over), or how the promise ended (met, missed). */
export const PROMISE_STATES = ['calm', 'close', 'over', 'met', 'missed'] as const;
export type PromiseState = (typeof PROMISE_STATES)[number];
