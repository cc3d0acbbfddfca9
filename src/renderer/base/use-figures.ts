import { useQuery } from '@tanstack/react-query';
import type { Figures } from '../../contract/insights.ts';
import { orpc } from './engine-client.ts';

/** What every figure is called and what it means, in the engine's words; they do not change while Kitbag runs. */
export function useFigures(): Figures | undefined {
  return useFiguresQuery().data;
}

/** The same as a query with its states. */
export function useFiguresQuery() {
  return useQuery(orpc.insights.definitions.queryOptions({ staleTime: Number.POSITIVE_INFINITY }));
}
