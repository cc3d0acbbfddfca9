import { useMemo, useRef, useState } from 'react';
import type { Hit } from '../../../contract/search.ts';

/** Rows that are picked for an action on many. */
export type Picked = {
  readonly ids: ReadonlySet<string>;
  /** Toggles a row; with `range` everything from the row that was toggled or clicked last. */
  readonly pick: (index: number, range: boolean) => void;
  /** Picks everything that the search finds, also what is not here yet. */
  readonly pickAll: () => void;
  /** A range begins here from now on. */
  readonly from: (index: number) => void;
  readonly clear: () => void;
};

const none: ReadonlySet<string> = new Set();

/** Which rows are picked: these, or all of them. */
type Choice = { readonly all: boolean; readonly ids: ReadonlySet<string> };
const nothing: Choice = { all: false, ids: none };

/** The rows between two, both included, added to those that are picked. */
function withRange(
  ids: ReadonlySet<string>,
  rows: readonly string[],
  from: number,
  to: number,
): ReadonlySet<string> {
  return new Set([...ids, ...rows.slice(Math.min(from, to), Math.max(from, to) + 1)]);
}

/** Picks rows of the result; what is no longer in it is no longer picked. */
export function usePicked(hits: readonly Hit[]): Picked & { readonly all: boolean } {
  const [choice, setChoice] = useState(nothing);
  const anchor = useRef(0);
  const rows = useMemo(() => hits.map(({ asset }): string => asset.id), [hits]);
  const present = useMemo(() => {
    if (choice.all) return new Set(rows);
    return choice.ids.size === 0 ? none : new Set(rows.filter((id) => choice.ids.has(id)));
  }, [rows, choice]);
  return {
    ids: present,
    all: choice.all,
    pick: (index, range) => {
      const id = rows[index];
      if (id === undefined) return;
      const toggled = (): ReadonlySet<string> => {
        const next = new Set(present);
        if (!next.delete(id)) next.add(id);
        return next;
      };
      setChoice({ all: false, ids: range ? withRange(present, rows, anchor.current, index) : toggled() });
      anchor.current = index;
    },
    pickAll: () => setChoice({ all: true, ids: none }),
    from: (index) => {
      anchor.current = index;
    },
    clear: () => setChoice(nothing),
  };
}
