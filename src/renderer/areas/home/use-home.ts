import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { CallContext } from '../../../contract/search.ts';
import { orpc } from '../../base/engine-client.ts';

/** How many cards are best for a call. */
const BEST = 6;
const ROWS = 5;
/** Reviews that Home shows. */
const REVIEWS = 4;

/** What is best for the call that one prepares for. */
export function useBestForCall(context: CallContext) {
  return useQuery(
    orpc.search.find.queryOptions({
      input: { query: '', context, limit: BEST, sort: 'best' },
      placeholderData: keepPreviousData,
    }),
  );
}

/** Published or renewed since one was here. */
export function useWhatIsNew() {
  return useQuery(orpc.news.whatIsNew.queryOptions({ input: { limit: ROWS } }));
}

/** What one used last. */
export function useRecent() {
  return useQuery(orpc.activity.recent.queryOptions({ input: { limit: ROWS } }));
}

/** What one asked for. */
export function useMyRequests() {
  return useQuery(orpc.requests.list.queryOptions({ input: { mine: true } }));
}

/** What waits for somebody who answers: open requests, reviews that are due, assets that are rated low. */
export function useWaiting() {
  const requests = useQuery(orpc.requests.list.queryOptions({ input: {} }));
  const reviews = useQuery(orpc.reviews.list.queryOptions({ input: { limit: REVIEWS } }));
  const low = useQuery(orpc.insights.ratedLow.queryOptions());
  const open = (requests.data ?? [])
    .filter(
      ({ status }) =>
        status === 'new' || status === 'accepted' || status === 'in-progress' || status === 'in-review',
    )
    .sort((a, b) => a.sla.dueAt - b.sla.dueAt);
  return {
    ready: !requests.isPending && !reviews.isPending && !low.isPending,
    error: requests.error ?? reviews.error ?? low.error,
    retry: () => {
      void requests.refetch();
      void reviews.refetch();
      void low.refetch();
    },
    open,
    reviews: reviews.data?.items ?? [],
    reviewCount: reviews.data?.total ?? 0,
    low: low.data ?? [],
  };
}

/** The four numbers of Insights. */
export function useOverview() {
  return useQuery(orpc.insights.overview.queryOptions({ input: { days: 90 } }));
}
