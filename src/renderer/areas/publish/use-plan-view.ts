import { useEffect } from 'react';
import { z } from 'zod';
import type { StagedRow } from '../../../contract/publish-rows.ts';
import { useRemembered } from '../../base/remembered.ts';
import { createStore, useStore } from '../../base/store.ts';
import { isWorthPlanning } from './plan-lines.ts';

/** The table was asked for while it had so many rows; a drop of more brings the plan back. */
const chosenSchema = z.object({ view: z.enum(['plan', 'table']), rows: z.number() }).nullable();
/** A drop of so many files more is another one. */
const MANY_MORE = 10;

/** Rows come back that were published from the table: they are shown there again. */
export const rowsComeBack = createStore(false);

/** Whether the plan is shown, or the table. */
export function usePlanView(rows: readonly StagedRow[]) {
  const [chosen, choose] = useRemembered('publish.plan-or-table', chosenSchema, null);
  const size = rows.length;
  const comeBack = useStore(rowsComeBack);
  useEffect(() => {
    if (!comeBack || size === 0) return;
    rowsComeBack.set(false);
    choose({ view: 'table', rows: size });
  }, [comeBack, choose, size]);
  // What is published or removed makes room: the next drop is measured by what is left.
  useEffect(() => {
    if (chosen !== null && size < chosen.rows) choose(size === 0 ? null : { ...chosen, rows: size });
  }, [chosen, choose, size]);
  const holds = chosen !== null && size > 0 && size <= chosen.rows + MANY_MORE;
  const worth = isWorthPlanning(rows);
  return {
    worth,
    view: comeBack
      ? ('table' as const)
      : holds && worth
        ? chosen.view
        : worth
          ? ('plan' as const)
          : ('table' as const),
    choose: (view: 'plan' | 'table') => choose({ view, rows: size }),
  };
}
