import { useMemo, useRef, useState } from 'react';
import type { Hit } from '../../../contract/search.ts';

/** Rows that are picked for an action on many. */
export type Picked = {
  readonly ids: ReadonlySet<string>;
  /** Toggles a row; with `range` everything from the row that was toggled last. */
  readonly pick: (index: number, range: boolean) => void;
  readonly clear: () => void;
};

const none: ReadonlySet<string> = new Set();

/** Picks rows of the result; what is no longer in it is no longer picked. */
export function usePicked(hits: readonly Hit[]): Picked {
  const [ids, setIds] = useState(none);
  const anchor = useRef(0);
  const present = useMemo(
    () => (ids.size === 0 ? none : new Set(hits.map(({ asset }) => asset.id).filter((id) => ids.has(id)))),
    [hits, ids],
  );
  return {
    ids: present,
    pick: (index, range) => {
      const next = new Set(present);
      const [from, to] = range
        ? [Math.min(anchor.current, index), Math.max(anchor.current, index)]
        : [index, index];
      for (const hit of hits.slice(from, to + 1)) {
        if (!range && next.has(hit.asset.id)) next.delete(hit.asset.id);
        else next.add(hit.asset.id);
      }
      anchor.current = index;
      setIds(next);
    },
    clear: () => setIds(none),
  };
}
