import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { requestStatusSchema } from '../../../contract/common.ts';
import { formatNumber } from '../../ui/format.ts';
import { Pill } from '../../ui/pill.tsx';
import { plural } from '../../ui/plural.ts';
import { DueChip } from '../requests/due-chip.tsx';
import { isOpen, STATUS_WORDS } from '../requests/request-words.ts';
import classes from './insights.module.css';
import type { RequestRow } from './request-row.ts';
import { SortableTable, type TableColumn } from './sortable-table.tsx';

/** The chart is large and not needed before somebody opens this screen. */
const RequestsChart = lazy(async () => ({ default: (await import('./requests-chart.tsx')).RequestsChart }));

const days = (value: number) => plural(Math.round(value), 'day');

const COLUMNS: readonly TableColumn<RequestRow>[] = [
  {
    key: 'title',
    label: 'Request',
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
    label: 'Status',
    track: '100px',
    sortBy: (request) => requestStatusSchema.options.indexOf(request.status),
    show: (request) => <Pill>{STATUS_WORDS[request.status]}</Pill>,
  },
  {
    key: 'votes',
    label: 'Votes',
    track: '56px',
    end: true,
    sortBy: (request) => request.votes,
    show: (request) => formatNumber(request.votes),
  },
  {
    key: 'age',
    label: 'Age',
    track: '72px',
    end: true,
    sortBy: (request) => request.ageDays,
    show: (request) => days(request.ageDays),
  },
  {
    key: 'cycle',
    label: 'Took',
    track: '72px',
    end: true,
    sortBy: (request) => request.cycleDays,
    show: (request) => (request.cycleDays === null ? '–' : days(request.cycleDays)),
  },
  {
    key: 'due',
    label: 'Promise',
    track: 'minmax(150px, 1fr)',
    sortBy: (request) => request.sla.dueAt,
    show: (request) => <DueChip sla={request.sla} />,
  },
];

/** Requests by status and age, as a chart and as a table. */
export function RequestsInsight({ rows }: { readonly rows: readonly RequestRow[] }) {
  if (rows.length === 0) return <p className={classes.quiet}>Nobody has asked for anything yet.</p>;
  const open = rows.filter(isOpen);
  const over = open.filter((request) => request.sla.state === 'over').length;
  return (
    <>
      <p className={classes.quiet}>
        {plural(open.length, 'open request')}
        {over > 0 ? `, ${formatNumber(over)} overdue` : ', none overdue'}.
      </p>
      <div className={classes.chart}>
        <Suspense fallback={null}>
          <RequestsChart rows={rows} />
        </Suspense>
      </div>
      <SortableTable
        label="Requests by status and age"
        name="insights-requests"
        rows={rows}
        columns={COLUMNS}
        first={{ key: 'age', descending: true }}
        idOf={(request) => request.id}
        minWidth={720}
      />
    </>
  );
}
