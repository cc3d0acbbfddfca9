import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { MatrixCell } from '../../../contract/insights.ts';
import { orpc } from '../../base/engine-client.ts';
import { useRemembered } from '../../base/remembered.ts';
import { type Axes, type Axis, axesSchema, isUsual, USUAL_AXES, usualCells } from './axes.ts';

/** The matrix of the axes that somebody chose; of the usual ones where a list of theirs is not used any more. */
export function useCoverage(
  days: number,
  all: readonly Axis[],
): { readonly axes: Axes; readonly setAxes: (axes: Axes) => void; readonly cells: readonly MatrixCell[] } {
  const [chosen, setAxes] = useRemembered<Axes>('insights-axes', axesSchema, USUAL_AXES);
  const known = [chosen.rows, chosen.columns].every((facet) => all.some((axis) => axis.facet === facet));
  const axes = known && chosen.rows !== chosen.columns ? chosen : USUAL_AXES;
  const period = { days };
  const usual = useQuery(
    orpc.insights.coverage.queryOptions({
      input: period,
      enabled: isUsual(axes),
      placeholderData: keepPreviousData,
    }),
  );
  const other = useQuery(
    orpc.insights.matrix.queryOptions({ input: { period, axes }, enabled: !isUsual(axes) }),
  );
  const cells = isUsual(axes) ? usualCells(usual.data?.cells ?? []) : (other.data?.cells ?? []);
  return { axes, setAxes, cells };
}
