import { useEffect } from 'react';
import { z } from 'zod';
import type { StagedRow } from '../../../contract/publish-rows.ts';
import { useRemembered } from '../../base/remembered.ts';
import { isWorthPlanning } from './plan-lines.ts';

/** The table was asked for while it had so many rows; a drop of more brings the plan back. */
const chosenSchema = z.object({ view: z.enum(['plan', 'table']), rows: z.number() }).nullable();
/** A drop of so many files more is another one. */
const MANY_MORE = 10;

/** Whether the plan is shown, or the table. */
export function usePlanView(rows: readonly StagedRow[]) {
  const [chosen, choose] = useRemembered('publish.plan-or-table', chosenSchema, null);
  const size = rows.length;
  // What is published or removed makes room: the next drop is measured by what is left.
  useEffect(() => {
    if (chosen !== null && size < chosen.rows) choose(size === 0 ? null : { ...chosen, rows: size });
  }, [chosen, choose, size]);
  const holds = chosen !== null && size > 0 && size <= chosen.rows + MANY_MORE;
  const worth = isWorthPlanning(rows);
  return {
    worth,
    view: holds && worth ? chosen.view : worth ? ('plan' as const) : ('table' as const),
    choose: (view: 'plan' | 'table') => choose({ view, rows: size }),
  };
}
