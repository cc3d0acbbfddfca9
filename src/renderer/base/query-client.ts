import { notifyManager, QueryClient } from '@tanstack/react-query';
import { describeError } from './wire-error.ts';

// Answers are shown in the task in which they come: a timer of its own would cost every keystroke some milliseconds.
notifyManager.setScheduler(queueMicrotask);

/** The engine is local and says when things change: what was fetched stays right until then. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 5 * 60_000,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      retry: (count, error) => count < 1 && describeError(error).code === 'UNKNOWN',
      retryDelay: 300,
    },
    mutations: { networkMode: 'always', retry: false },
  },
});
