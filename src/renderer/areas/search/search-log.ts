import { useEffect } from 'react';
import type { CallContext } from '../../../contract/search.ts';
import { engine } from '../../base/engine-client.ts';
import { SearchSession } from './search-session.ts';

/** After this long without a keystroke a search counts as meant. */
const SETTLED_MS = 1500;

/** One for the window: a search goes on while its results are read elsewhere. */
const session = new SearchSession(({ query, results, context }, opened) => {
  engine.activity
    .searched({
      results,
      words: query.trim().slice(0, 300),
      ...context,
      ...(opened === undefined ? {} : { opened: opened.asset, position: opened.position }),
    })
    .catch((error: unknown) => console.warn('A search was not recorded.', error));
});

/**
 * Tells the engine how searches end: with an open, or abandoned. The words go no further than this device unless the hub's policy
 * shares them.
 * Answers what to call when a result is opened.
 */
export function useSearchLog(
  query: string,
  results: number | undefined,
  context: CallContext,
): (asset: string, position: number) => void {
  useEffect(() => {
    if (results === undefined) return;
    const timer = setTimeout(() => session.settle({ query, results, context }), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [query, results, context]);

  useEffect(() => () => session.end(), []);

  return (asset, position) => session.open({ query, results: results ?? 0, context }, { asset, position });
}
