import { SegmentedControl } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSession } from '../../app/use-session.ts';
import { useTaxonomy, useTermNames } from '../../app/use-taxonomy.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { Screen } from '../../ui/screen.tsx';
import { SearchQuality } from '../search-quality/search-quality.tsx';
import { useSearchQuality } from '../search-quality/use-search-quality.ts';
import { staleColumns, unusedColumns, usefulnessColumns } from './asset-columns.tsx';
import { CoverageMap } from './coverage-map.tsx';
import { ExportButton } from './export-csv.tsx';
import classes from './insights.module.css';
import { InsightsSection } from './insights-section.tsx';
import { NumberCards } from './number-cards.tsx';
import { RequestsInsight } from './requests-insight.tsx';
import { SortableTable } from './sortable-table.tsx';
import { PERIODS, readPeriod, useInsights } from './use-insights.ts';

/** What works, what is stale, what is missing. */
export function InsightsScreen() {
  const { member } = useSession();
  if (member.role !== 'rep') return <InsightsPage />;
  return (
    <Screen title="Insights" ready>
      <EmptyState
        icon={IconLock}
        title="Insights are for marketers and leads"
        text="They show what is used, what is stale and what is missing."
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
        aria-label="Part of Insights"
        value={part}
        onChange={(next) =>
          void navigate({
            to: '/insights',
            search: next === 'search' ? { part: 'search' } : {},
            replace: true,
          })
        }
        data={[
          { value: 'content', label: 'Content' },
          { value: 'search', label: 'Search' },
        ]}
      />
      <SegmentedControl
        size="xs"
        aria-label="Period"
        value={String(period)}
        onChange={(value) => setPeriod(readPeriod(value))}
        data={PERIODS.map((days) => ({ value: String(days), label: `${days} days` }))}
      />
    </>
  );
  if (part === 'search') {
    return <SearchPart days={period} actions={control} />;
  }
  if (error !== null) {
    return (
      <Screen title="Insights" ready>
        <ErrorState error={error} onRetry={again} />
      </Screen>
    );
  }
  if (data === null) {
    return (
      <Screen title="Insights" ready={false} actions={control}>
        <LoadingRows count={8} />
      </Screen>
    );
  }
  return (
    <Screen title="Insights" ready actions={control}>
      <Sections data={data} />
    </Screen>
  );
}

function SearchPart({ days, actions }: { readonly days: number; readonly actions: ReactNode }) {
  const quality = useSearchQuality(days);
  return (
    <Screen title="Insights" ready={quality.data !== null || quality.error !== null} actions={actions}>
      <SearchQuality quality={quality} />
    </Screen>
  );
}

type Data = NonNullable<ReturnType<typeof useInsights>['data']>;

function Sections({ data }: { readonly data: Data }) {
  const taxonomy = useTaxonomy();
  const names = useTermNames();
  return (
    <div className={classes.page}>
      <NumberCards overview={data.overview} />
      <InsightsSection
        id="coverage"
        title="Coverage by buying stage and persona"
        text="Arrow keys move, Enter opens the assets of a cell."
        action={<ExportButton table="coverage" label="coverage" />}
      >
        <CoverageMap cells={data.coverage.cells} taxonomy={taxonomy} />
      </InsightsSection>
      <InsightsSection
        id="usefulness"
        title="Assets by usefulness"
        text="Few ratings are drawn towards the mean of all; ‘at least’ is what it is with some confidence."
        action={<ExportButton table="usefulness" label="assets by usefulness" />}
      >
        <AssetTable
          name="usefulness"
          label="Assets by usefulness"
          rows={data.usefulness}
          columns={usefulnessColumns(names)}
          first="score"
          nothing="Nothing is published yet."
        />
      </InsightsSection>
      <InsightsSection
        id="unused"
        title="Never used"
        text="Published, and nobody has opened or shared it."
        action={<ExportButton table="unused" label="never used assets" />}
      >
        <AssetTable
          name="unused"
          label="Never used"
          rows={data.unused}
          columns={unusedColumns(names)}
          first="published"
          nothing="Everything that is published has been used."
        />
      </InsightsSection>
      <InsightsSection
        id="stale"
        title="Stale but hot"
        text="Used a lot, though nobody has renewed or verified it for a while."
      >
        <AssetTable
          name="stale"
          label="Stale but hot"
          rows={data.stale}
          columns={staleColumns(names)}
          first="uses"
          nothing="What is used is fresh."
        />
      </InsightsSection>
      <InsightsSection
        id="requests"
        title="Requests by status and age"
        text="What people wait for, and for how long."
        action={<ExportButton table="requests" label="requests" />}
      >
        <RequestsInsight rows={data.requests.rows} />
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
      minWidth={name === 'usefulness' ? 860 : 640}
    />
  );
}
