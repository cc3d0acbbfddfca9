import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { StagingState } from '../../../contract/publish.ts';
import type { RowChange } from '../../../contract/publish-rows.ts';
import { connection, engine } from '../../base/engine-client.ts';
import { useStore } from '../../base/store.ts';
import { describeError, isCancelled, type WireProblem } from '../../base/wire-error.ts';
import {
  afterAnswer,
  afterPush,
  afterRefusal,
  afterRestart,
  afterSending,
  type KnownTable,
  shownTable,
} from './pending-changes.ts';

/** Where the table's rows are kept. Outside the contract's keys: the engine pushes them, nothing refetches them. */
const stagingKey = ['staging-table'] as const;

/** The rows that wait to be published, as the engine pushes them. */
export type Staging = {
  readonly state: StagingState | null;
  readonly problem: WireProblem | null;
  /** Shows changes at once and tells the engine; rejects, and shows them no more, where it refuses. */
  readonly sendChanges: (changes: readonly RowChange[]) => Promise<void>;
  readonly again: () => void;
};

let lastSent = 0;

/** Watches the staging table, with changes on their way shown as if they had arrived. */
export function useStaging(): Staging {
  const client = useQueryClient();
  const port = useStore(connection);
  const [problem, setProblem] = useState<WireProblem | null>(null);
  const [attempt, setAttempt] = useState(0);
  const { data } = useQuery<KnownTable>({
    queryKey: stagingKey,
    queryFn: async () => afterPush(client.getQueryData<KnownTable>(stagingKey), await engine.publish.state()),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const update = useCallback(
    (change: (known: KnownTable) => KnownTable) =>
      client.setQueryData<KnownTable>(stagingKey, (known) => (known === undefined ? known : change(known))),
    [client],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` only says that the subscription begins anew.
  useEffect(() => {
    if (port === 0) return;
    const stop = new AbortController();
    update(afterRestart);
    const follow = async () => {
      for await (const state of await engine.publish.watch(undefined, { signal: stop.signal })) {
        client.setQueryData<KnownTable>(stagingKey, (known) => afterPush(known, state));
        setProblem(null);
      }
    };
    follow().catch((error: unknown) => {
      if (!stop.signal.aborted && !isCancelled(error)) setProblem(describeError(error));
    });
    return () => stop.abort();
  }, [client, update, port, attempt]);
  const sendChanges = useCallback(
    async (changes: readonly RowChange[]) => {
      lastSent += 1;
      const id = lastSent;
      update((known) => afterSending(known, id, changes));
      try {
        const { revision } = await engine.publish.setEach({ changes: [...changes] });
        update((known) => afterAnswer(known, id, revision));
      } catch (error) {
        update((known) => afterRefusal(known, id));
        throw error;
      }
    },
    [update],
  );
  const state = useMemo(() => (data === undefined ? null : shownTable(data)), [data]);
  return {
    state,
    problem,
    sendChanges,
    again: () => setAttempt((count) => count + 1),
  };
}
