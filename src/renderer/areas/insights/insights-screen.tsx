import { plural, t } from '@lingui/core/macro';
import { SegmentedControl } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ErrorState } from '../../base/error-state.tsx';
import { ExportButton } from '../../base/export-csv.tsx';
import { SortableTable } from '../../base/sortable-table.tsx';
import { useSession } from '../../base/use-session.ts';
import { useTermNames } from '../../base/use-taxonomy.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { InsightsSection } from '../../ui/insights-section.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import classes from '../../ui/report.module.css';
import { Screen } from '../../ui/screen.tsx';
import { SearchQuality } from '../search-quality/search-quality.tsx';
import { useSearchQuality } from '../search-quality/use-search-quality.ts';
import { staleColumns, unusedColumns, usefulnessColumns } from './asset-columns.tsx';
import { CoverageSection } from './coverage-section.tsx';
import { NumberCards } from './number-cards.tsx';
import { RequestsInsight } from './requests-insight.tsx';
import { PERIODS, readPeriod, useInsights } from './use-insights.ts';

/** What works, what is stale, what is missing. */
export function InsightsScreen() {
  const { can } = useSession();
  if (can['see-insights']) return <InsightsPage />;
  return (
    <Screen title={t`Insights`} ready>
      <EmptyState
        icon={IconLock}
        title={t`Insights are for marketers and leads`}
        text={t`They show what is used, what is stale and what is missing.`}
      />
    </Screen>
  );
}

function InsightsPage() {
  const { period, setPeriod, error, again, data } = useInsights();
  const { part = 'content' } = useSearch({ from: '/insights' });
  const navigate = useNavigate();
  const control = (
    <>
      <SegmentedControl
        size="xs"
        aria-label={t`Part of Insights`}
        value={part}
        onChange={(next) =>
          void navigate({
            to: '/insights',
            search: next === 'search-quality' ? { part: 'search-quality' } : {},
            replace: true,
          })
        }
        data={[
          { value: 'content', label: t`Content` },
          { value: 'search-quality', label: t`Search` },
        ]}
      />
      <SegmentedControl
        size="xs"
        aria-label={t`Period`}
        value={String(period)}
        onChange={(value) => setPeriod(readPeriod(value))}
        data={PERIODS.map((days) => ({
          value: String(days),
          label: plural(days, { one: '# day', other: '# days' }),
        }))}
      />
    </>
  );
  if (part === 'search-quality') {
    return <SearchPart days={period} actions={control} />;
  }
  if (error !== null) {
    return (
      <Screen title={t`Insights`} ready>
        <ErrorState error={error} onRetry={again} />
      </Screen>
    );
  }
  if (data === null) {
    return (
      <Screen title={t`Insights`} ready={false} actions={control}>
        <LoadingRows count={8} />
      </Screen>
    );
  }
  return (
    <Screen title={t`Insights`} ready actions={control}>
      <Sections data={data} days={period} />
    </Screen>
  );
}

function SearchPart({ days, actions }: { readonly days: number; readonly actions: ReactNode }) {
  const quality = useSearchQuality(days);
  return (
    <Screen title={t`Insights`} ready={quality.data !== null || quality.error !== null} actions={actions}>
      <SearchQuality quality={quality} days={days} />
    </Screen>
  );
}

type Data = NonNullable<ReturnType<typeof useInsights>['data']>;

function Sections({ data, days }: { readonly data: Data; readonly days: number }) {
  const names = useTermNames();
  const { figures } = data;
  return (
    <div className={classes.page}>
      <NumberCards overview={data.overview} figures={figures} />
      <CoverageSection days={days} figures={figures} />
      <InsightsSection
        id="usefulness"
        title={t`Assets by usefulness`}
        of={figures.usefulness}
        action={<ExportButton table="usefulness" days={days} />}
      >
        <AssetTable
          name="usefulness"
          label={t`Assets by usefulness`}
          rows={data.usefulness}
          columns={usefulnessColumns(names, figures)}
          first="score"
          nothing={t`Nothing is published yet.`}
        />
      </InsightsSection>
      <InsightsSection
        id="unused"
        title={plural(days, { one: 'Unused in # day', other: 'Unused in # days' })}
        of={figures.unused}
        action={<ExportButton table="unused" days={days} />}
      >
        <AssetTable
          name="unused"
          label={t`Unused assets`}
          rows={data.unused}
          columns={unusedColumns(names, figures)}
          first="published"
          nothing={t`Everything published was used.`}
        />
      </InsightsSection>
      <InsightsSection
        id="stale"
        title={figures.staleButHot.name}
        of={figures.staleButHot}
        action={<ExportButton table="stale" days={days} />}
      >
        <AssetTable
          name="stale"
          label={t`Stale but hot`}
          rows={data.stale}
          columns={staleColumns(names, figures)}
          first="uses"
          nothing={t`Everything in use is fresh.`}
        />
      </InsightsSection>
      <InsightsSection
        id="requests"
        title={t`Requests by status and age`}
        text={t`Open now, or asked or closed in the period.`}
        action={<ExportButton table="requests" days={days} />}
      >
        <RequestsInsight rows={data.requests.rows} figures={figures} />
      </InsightsSection>
    </div>
  );
}

type AssetTableProps = {
  readonly name: string;
  readonly label: string;
  readonly rows: Data['usefulness'];
  readonly columns: ReturnType<typeof usefulnessColumns>;
  readonly first: string;
  readonly nothing: string;
};

function AssetTable({ name, label, rows, columns, first, nothing }: AssetTableProps) {
  if (rows.length === 0) return <p className={classes.quiet}>{nothing}</p>;
  return (
    <SortableTable
      label={label}
      name={`insights-${name}`}
      rows={rows}
      columns={columns}
      first={{ key: first, descending: first !== 'published' }}
      idOf={(asset) => asset.id}
      minWidth={name === 'usefulness' ? 980 : 720}
    />
  );
}
