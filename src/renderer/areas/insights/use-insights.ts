import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { figuresInWords } from '../../../words/figures.ts';
import { orpc } from '../../base/engine-client.ts';
import { useRemembered } from '../../base/remembered.ts';

/** Days that a period can span. */
export const PERIODS = [30, 90, 365] as const;
const periodSchema = z.union([z.literal(30), z.literal(90), z.literal(365)]);
/** A period in days. */
type Period = z.infer<typeof periodSchema>;

/** Reads a period from a control's value; 90 days where it is none. */
export function readPeriod(value: string): Period {
  return periodSchema.catch(90).parse(Number(value));
}

/** Everything that the screen shows. */
export function useInsights() {
  const [period, setPeriod] = useRemembered<Period>('insights-period', periodSchema, 90);
  // The period holds for every table of the page.
  const options = { input: { days: period }, placeholderData: keepPreviousData };
  const overview = useQuery(orpc.insights.overview.queryOptions(options));
  const coverage = useQuery(orpc.insights.coverage.queryOptions(options));
  const usefulness = useQuery(orpc.insights.usefulness.queryOptions(options));
  const unused = useQuery(orpc.insights.unused.queryOptions(options));
  const stale = useQuery(orpc.insights.staleButHot.queryOptions(options));
  const requests = useQuery(orpc.insights.requests.queryOptions(options));
  const all = [overview, coverage, usefulness, unused, stale, requests];
  return {
    period,
    setPeriod,
    error: all.find((query) => query.isError)?.error ?? null,
    again: () => {
      for (const query of all) if (query.isError) void query.refetch();
    },
    data:
      overview.data && coverage.data && usefulness.data && unused.data && stale.data && requests.data
        ? {
            overview: overview.data,
            coverage: coverage.data,
            usefulness: usefulness.data,
            unused: unused.data,
            stale: stale.data,
            requests: requests.data,
            figures: figuresInWords(),
          }
        : null,
  };
}
