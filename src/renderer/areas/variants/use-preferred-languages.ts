import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { connection, engine, orpc } from '../../base/engine-client.ts';
import { useStore } from '../../base/store.ts';
import { showError } from '../../base/undo-toast.ts';
import { isCancelled } from '../../base/wire-error.ts';
import { readLanguages } from '../../ui/language.ts';

/** In which languages the person at this device wants documents. */
export function usePreferredLanguages() {
  return useQuery(orpc.variants.languages.queryOptions());
}

/** Chooses languages, codes, best first; null follows the window and the system. */
export async function preferLanguages(languages: readonly string[] | null): Promise<void> {
  try {
    await engine.variants.preferLanguages({ languages: languages && [...languages] });
  } catch (error) {
    showError(error);
  }
}

/** Tells the engine what the window and the system speak, also one that was restarted: search, kits and what is kept offline go by it. */
export function useTellSpokenLanguages(): void {
  const port = useStore(connection);
  useEffect(() => {
    if (port === 0) return;
    engine.variants.tellSpoken({ languages: readLanguages() }).catch((error: unknown) => {
      // The next connection tells it again.
      if (!isCancelled(error)) console.warn('The languages were not told.', error);
    });
  }, [port]);
}
