import { plural, t } from '@lingui/core/macro';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { requestStatusSchema } from '../../../contract/common.ts';
import type { AgedRequest } from '../../../contract/insights.ts';
import type { Figures } from '../../../words/figures.ts';
import { SortableTable, type TableColumn } from '../../base/sortable-table.tsx';
import { formatNumber } from '../../ui/format.ts';
import { Pill } from '../../ui/pill.tsx';
import report from '../../ui/report.module.css';
import { DueChip } from '../requests/due-chip.tsx';
import { isOpen, STATUS_WORDS } from '../requests/request-words.ts';
import classes from './insights.module.css';

/** The chart is large and not needed before somebody opens this screen. */
const RequestsChart = lazy(async () => ({ default: (await import('./requests-chart.tsx')).RequestsChart }));

const days = (value: number) => plural(Math.round(value), { one: '# day', other: '# days' });

const columnsOf = ({ requestAge, timeTaken }: Figures): readonly TableColumn<AgedRequest>[] => [
  {
    key: 'title',
    label: t`Request`,
    track: 'minmax(180px, 3fr)',
    sortBy: (request) => request.title,
    show: (request) => (
      <Link to="/requests/$requestId" params={{ requestId: request.id }} title={request.title}>
        {request.title}
      </Link>
    ),
  },
  {
    key: 'status',
    label: t`Status`,
    track: '100px',
    sortBy: (request) => requestStatusSchema.options.indexOf(request.status),
    show: (request) => <Pill>{STATUS_WORDS[request.status]}</Pill>,
  },
  {
    key: 'votes',
    label: t`Votes`,
    track: '80px',
    end: true,
    sortBy: (request) => request.votes,
    show: ({ votes, votesFromNew }) =>
      votesFromNew === undefined
        ? formatNumber(votes)
        : t`${{ count: formatNumber(votes) }} (${{ fromNew: formatNumber(votesFromNew) }} new)`,
  },
  {
    key: 'age',
    label: requestAge.name,
    hint: requestAge.definition,
    track: '72px',
    end: true,
    sortBy: (request) => request.ageDays,
    show: (request) => days(request.ageDays),
  },
  {
    key: 'took',
    label: timeTaken.name,
    hint: timeTaken.definition,
    track: '72px',
    end: true,
    sortBy: (request) => request.takenDays,
    show: (request) => (request.takenDays === null ? '–' : days(request.takenDays)),
  },
  {
    key: 'due',
    label: t`Promise`,
    track: 'minmax(150px, 1fr)',
    sortBy: (request) => request.sla.dueAt,
    show: (request) => <DueChip sla={request.sla} />,
  },
];

/** Requests by status and age, as a chart and as a table. */
export function RequestsInsight({
  rows,
  figures,
}: {
  readonly rows: readonly AgedRequest[];
  readonly figures: Figures;
}) {
  if (rows.length === 0)
    return <p className={report.quiet}>{t`Nothing was open, asked or closed in this period.`}</p>;
  const open = rows.filter(isOpen);
  const over = open.filter((request) => request.sla.state === 'over').length;
  const overdue = formatNumber(over);
  return (
    <>
      <p className={report.quiet}>
        {over > 0
          ? plural(open.length, {
              one: `# open request, ${overdue} overdue.`,
              other: `# open requests, ${overdue} overdue.`,
            })
          : plural(open.length, {
              one: '# open request, none overdue.',
              other: '# open requests, none overdue.',
            })}
      </p>
      <div className={classes.chart}>
        <Suspense fallback={null}>
          <RequestsChart rows={rows} />
        </Suspense>
      </div>
      <SortableTable
        label={t`Requests by status and age`}
        name="insights-requests"
        rows={rows}
        columns={columnsOf(figures)}
        first={{ key: 'age', descending: true }}
        idOf={(request) => request.id}
        minWidth={744}
      />
    </>
  );
}
