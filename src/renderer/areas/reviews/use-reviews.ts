import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { orpc } from '../../base/engine-client.ts';

/** Rows that are fetched: more than anybody goes through at once. */
const MOST_ROWS = 500;

/** What is to be looked at; `mine`: only what one answers for. */
export function useReviews(mine: boolean) {
  return useQuery(
    orpc.reviews.list.queryOptions({
      input: { limit: MOST_ROWS, ...(mine && { mine }) },
      placeholderData: keepPreviousData,
    }),
  );
}
