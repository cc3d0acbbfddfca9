import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { orpc } from '../../base/engine-client.ts';

/** Rows that are fetched at a time: more than anybody goes through at once. */
export const REVIEWS_AT_ONCE = 500;

/** What is to be looked at; `mine`: only what one answers for. */
export function useReviews(mine: boolean, limit = REVIEWS_AT_ONCE) {
  return useQuery(
    orpc.reviews.list.queryOptions({
      input: { limit, ...(mine && { mine }) },
      placeholderData: keepPreviousData,
    }),
  );
}
