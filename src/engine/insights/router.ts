import { breatheBy } from '../base/breathe.ts';
import type { Implementer } from '../base/implementer.ts';
import type { WithSearchQuality } from '../search-quality/with-search-quality.ts';
import { cellsByAxes } from './axes.ts';
import { mapOf } from './coverage-map.ts';
import { periodOf } from './facts/facts.ts';
import {
  byUsefulness,
  coverageCells,
  overviewOf,
  ratedLow,
  requestInsights,
  staleButHot,
  unusedAssets,
} from './numbers.ts';
import { exportTable } from './report.ts';

/** What works, what is stale, what is missing. */
export function insightsRouter({ insights }: Implementer, replica: () => WithSearchQuality) {
  const map = <Cell extends { readonly fresh: number }>(cells: Iterable<Cell>) =>
    mapOf(cells, breatheBy(replica().ports.later));
  return {
    overview: insights.overview.handler(({ input }) => overviewOf(replica(), periodOf(replica(), input))),
    usefulness: insights.usefulness.handler(({ input }) =>
      byUsefulness(replica(), periodOf(replica(), input)),
    ),
    coverage: insights.coverage.handler(({ input }) =>
      map(coverageCells(replica(), periodOf(replica(), input))),
    ),
    matrix: insights.matrix.handler(({ input }) =>
      map(cellsByAxes(replica(), periodOf(replica(), input.period), input.axes)),
    ),
    requests: insights.requests.handler(({ input }) =>
      requestInsights(replica(), periodOf(replica(), input)),
    ),
    unused: insights.unused.handler(({ input }) => unusedAssets(replica(), periodOf(replica(), input))),
    staleButHot: insights.staleButHot.handler(({ input }) =>
      staleButHot(replica(), periodOf(replica(), input)),
    ),
    ratedLow: insights.ratedLow.handler(() => ratedLow(replica())),
    csv: insights.csv.handler(({ input }) => exportTable(replica(), input)),
  };
}
