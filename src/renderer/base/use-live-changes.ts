import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { connection, engine } from './engine-client.ts';
import { followChanges } from './follow-changes.ts';
import { useStore } from './store.ts';
import { isCancelled } from './wire-error.ts';

/** Refetches what changed, as the engine tells it; everything after the engine was restarted. */
export function useLiveChanges(): void {
  const client = useQueryClient();
  const port = useStore(connection);
  useEffect(() => {
    if (port === 0) return;
    const stop = new AbortController();
    const { signal } = stop;
    const follow = async () =>
      followChanges(client, await engine.session.changes(undefined, { signal }), signal);
    follow().catch((error: unknown) => {
      // A closed port ends the subscription; the next port begins a new one.
      if (!signal.aborted && !isCancelled(error)) console.warn('Live changes ended.', error);
    });
    return () => stop.abort();
  }, [client, port]);
}
