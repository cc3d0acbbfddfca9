import { useEffect, useRef } from 'react';
import type { CallContext } from '../../../contract/search.ts';
import { engine } from '../../app/engine-client.ts';

/** After this long without a keystroke a search counts as meant. */
const SETTLED_MS = 1500;

type Search = { readonly query: string; readonly results: number; readonly context: CallContext };

function record(search: Search, opened?: { readonly asset: string; readonly position: number }): void {
  engine.activity
    .searched({
      results: search.results,
      words: search.query.trim().slice(0, 300),
      ...search.context,
      ...(opened === undefined ? {} : { opened: opened.asset, position: opened.position }),
    })
    .catch((error: unknown) => console.warn('A search was not recorded.', error));
}

/** Whether one query only goes on typing the other: then they are one search. */
function refines(next: string, before: string): boolean {
  const [a, b] = [next.trim().toLowerCase(), before.trim().toLowerCase()];
  return a.startsWith(b) || b.startsWith(a);
}

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
  const settled = useRef<Search | null>(null);

  useEffect(() => {
    if (results === undefined) return;
    const timer = setTimeout(() => {
      const before = settled.current;
      if (before !== null && before.query !== query && !refines(query, before.query)) record(before);
      settled.current = query.trim() === '' ? null : { query, results, context };
    }, SETTLED_MS);
    return () => clearTimeout(timer);
  }, [query, results, context]);

  useEffect(
    () => () => {
      if (settled.current !== null) record(settled.current);
    },
    [],
  );

  return (asset, position) => {
    settled.current = null;
    if (query.trim() !== '') record({ query, results: results ?? 0, context }, { asset, position });
  };
}
