import { useQuery } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type { SessionState } from '../../contract/session.ts';
import { orpc } from './engine-client.ts';

/** A session in which one can work. */
type ReadySession = Extract<SessionState, { state: 'ready' }>;

const ReadySessionContext = createContext<ReadySession | null>(null);

/** Hands the session down to the screens. */
export const ReadySessionProvider = ReadySessionContext.Provider;

/** Who is here; only inside the shell, where somebody is. */
export function useSession(): ReadySession {
  const session = useContext(ReadySessionContext);
  if (session === null) throw new Error('No session: useSession belongs inside the shell.');
  return session;
}

/** The session as the engine tells it, whatever its state. */
export function useSessionQuery() {
  return useQuery(orpc.session.get.queryOptions());
}
