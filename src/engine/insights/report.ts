import type { Axes, PeriodInput, Report, Separator, TableId } from '../../contract/insights.ts';
import { type Period, periodDays } from '../../domain/insights/period.ts';
import type { FigureId } from '../../shared/vocabulary/figures.ts';
import type { Later } from '../base/base-ports.ts';
import { breatheBy } from '../base/breathe.ts';
import { type Cell, csvOf } from '../base/csv.ts';
import type { WithSearchQuality } from '../search-quality/with-search-quality.ts';
import { axesRows } from './axes.ts';
import { periodOf } from './facts/facts.ts';
import {
  adoptionRows,
  coverageRows,
  type Rows,
  requestRows,
  staleRows,
  unusedRows,
  usefulnessRows,
} from './tables.ts';
import { goldenRows, searchRows, slaRows, unansweredRows } from './tables-of-work.ts';

type Table = {
  readonly figure: FigureId;
  readonly rows: (replica: WithSearchQuality, period: Period, axes?: Axes) => Rows | Promise<Rows>;
};

const TABLES: Readonly<Record<TableId, Table>> = {
  usefulness: { figure: 'usefulness', rows: usefulnessRows },
  coverage: {
    figure: 'coverage',
    rows: (replica, period, axes) =>
      axes === undefined ? coverageRows(replica, period) : axesRows(replica, period, axes),
  },
  requests: { figure: 'requestAge', rows: requestRows },
  unused: { figure: 'unused', rows: unusedRows },
  stale: { figure: 'staleButHot', rows: staleRows },
  adoption: { figure: 'adoption', rows: adoptionRows },
  sla: { figure: 'slaHitRate', rows: slaRows },
  searches: { figure: 'noResultRate', rows: searchRows },
  unanswered: { figure: 'noResultRate', rows: unansweredRows },
  golden: { figure: 'goldenMrr', rows: goldenRows },
};

/** The columns that are figures. */
const FIGURE_OF_COLUMN: Readonly<Record<string, FigureId>> = {
  usefulness: 'usefulness',
  lowerBound: 'lowerBound',
  ratings: 'ratings',
  foundUseful: 'foundUseful',
  uses: 'uses',
  freshness: 'freshness',
  demand: 'demand',
  gap: 'gap',
  ageDays: 'requestAge',
  tookDays: 'timeTaken',
  cycleDays: 'cycleTime',
  promise: 'slaHitRate',
};

/** A table of a period, with the figures that it tells. */
export async function report(
  replica: WithSearchQuality,
  table: TableId,
  input: Partial<PeriodInput>,
  axes?: Axes,
): Promise<Report> {
  const period = periodOf(replica, input);
  const { figure, rows: rowsOf } = TABLES[table];
  const { columns, rows } = await rowsOf(replica, period, axes);
  const figures = columns.flatMap((column) => {
    const id = Object.hasOwn(FIGURE_OF_COLUMN, column) ? FIGURE_OF_COLUMN[column] : undefined;
    return id === undefined ? [] : [[column, id] as const];
  });
  return {
    rows: [...rows],
    columns,
    figure,
    figures: Object.fromEntries(figures),
    period: periodDays(period),
  };
}

/** A table as a CSV file; with its headings even where it has no rows. */
export async function exportTable(
  replica: WithSearchQuality,
  {
    table,
    period,
    separator,
    axes,
  }: {
    readonly table: TableId;
    readonly period: PeriodInput;
    readonly separator: Separator;
    readonly axes?: Axes | undefined;
  },
): Promise<{ fileName: string; text: string }> {
  const rows = await TABLES[table].rows(replica, periodOf(replica, period), axes);
  return {
    fileName: `kitbag-${table}-${replica.summaries.today()}.csv`,
    text: await csvOfRows(rows, separator, replica.ports.later),
  };
}

/** Rows as the text of a CSV file. */
export function csvOfRows({ columns, rows }: Rows, separator: Separator, later: Later): Promise<string> {
  return csvOf({ columns, rows: cellsOf(rows, columns) }, separator, breatheBy(later));
}

function* cellsOf(rows: Rows['rows'], columns: readonly string[]): Iterable<readonly Cell[]> {
  for (const row of rows) yield columns.map((column) => row[column] ?? null);
}
