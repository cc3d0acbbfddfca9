import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { StagingState } from '../../../contract/publish.ts';
import { connection, engine } from '../../app/engine-client.ts';
import { useStore } from '../../app/store.ts';
import { describeError, isCancelled, type WireProblem } from '../../app/wire-error.ts';

/** Where the table's rows are kept. Outside the contract's keys: the engine pushes them, nothing refetches them. */
const stagingKey = ['staging-table'] as const;

/** The rows that wait to be published, as the engine pushes them. */
export type Staging = {
  readonly state: StagingState | null;
  readonly problem: WireProblem | null;
  readonly patch: (change: (state: StagingState) => StagingState) => void;
  readonly again: () => void;
};

/** Watches the staging table; `patch` shows a change at once, before the engine's next push confirms it. */
export function useStaging(): Staging {
  const client = useQueryClient();
  const port = useStore(connection);
  const [problem, setProblem] = useState<WireProblem | null>(null);
  const [attempt, setAttempt] = useState(0);
  const { data } = useQuery<StagingState | null>({
    queryKey: stagingKey,
    queryFn: () => engine.publish.state(),
    staleTime: Number.POSITIVE_INFINITY,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` only says that the subscription begins anew.
  useEffect(() => {
    if (port === 0) return;
    const stop = new AbortController();
    const follow = async () => {
      for await (const state of await engine.publish.watch(undefined, { signal: stop.signal })) {
        client.setQueryData(stagingKey, state);
        setProblem(null);
      }
    };
    follow().catch((error: unknown) => {
      if (!stop.signal.aborted && !isCancelled(error)) setProblem(describeError(error));
    });
    return () => stop.abort();
  }, [client, port, attempt]);
  return {
    state: data ?? null,
    problem,
    patch: (change) =>
      client.setQueryData<StagingState>(stagingKey, (state) => (state ? change(state) : state)),
    again: () => setAttempt((count) => count + 1),
  };
}
