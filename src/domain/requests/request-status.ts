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

export const REQUEST_SIZES = ['small', 'medium', 'large'] as const;
export type RequestSize = (typeof REQUEST_SIZES)[number];
