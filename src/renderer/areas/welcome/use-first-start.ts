import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Progress } from '../../../contract/session.ts';
import type { Role } from '../../../shared/vocabulary/roles.ts';
import { engine, orpc } from '../../base/engine-client.ts';

/** What somebody says of themselves at the first start. */
export type FirstStart = { readonly name: string; readonly role: Role; readonly sample: boolean };

type State =
  | { readonly step: 'asking' }
  | { readonly step: 'working'; readonly progress: Progress | null; readonly sample: boolean }
  | { readonly step: 'failed'; readonly error: unknown; readonly start: FirstStart };

/** Makes the replica and follows how far it is; the session is read anew when it is there. */
export function useFirstStart() {
  const client = useQueryClient();
  const [state, setState] = useState<State>({ step: 'asking' });
  const start = async (first: FirstStart): Promise<void> => {
    setState({ step: 'working', progress: null, sample: first.sample });
    try {
      for await (const progress of await engine.session.start(first)) {
        setState({ step: 'working', progress, sample: first.sample });
      }
      await client.invalidateQueries({ queryKey: orpc.key() });
    } catch (error) {
      setState({ step: 'failed', error, start: first });
    }
  };
  return { state, start: (first: FirstStart) => void start(first), ask: () => setState({ step: 'asking' }) };
}
