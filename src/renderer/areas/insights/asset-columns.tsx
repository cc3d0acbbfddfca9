import { t } from '@lingui/core/macro';
import { Link } from '@tanstack/react-router';
import type { UsedAsset } from '../../../contract/insights.ts';
import type { Figures } from '../../../words/figures.ts';
import type { TableColumn } from '../../base/sortable-table.tsx';
import type { TermNames } from '../../base/use-taxonomy.ts';
import { formatNumber, formatScore } from '../../ui/format.ts';
import { InternalMark } from '../../ui/internal-mark.tsx';
import { Pill } from '../../ui/pill.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import report from '../../ui/report.module.css';
import { DistributionBars } from './distribution-bars.tsx';
import classes from './insights.module.css';

type Column = TableColumn<UsedAsset>;

/** A column that is a figure: its heading and what it means come from the table of definitions. */
const of = (
  { name, definition }: Figures[keyof Figures],
  column: Omit<Column, 'label' | 'hint'>,
): Column => ({
  ...column,
  label: name,
  hint: definition,
});

const title: Column = {
  key: 'title',
  label: t`Asset`,
  track: 'minmax(180px, 3fr)',
  sortBy: (asset) => asset.title,
  show: (asset) => (
    <>
      <Link to="/asset/$assetId" params={{ assetId: asset.id }} title={asset.title}>
        {asset.title}
      </Link>
      <InternalMark audience={asset.audience} />
    </>
  ),
};

const uses = (figures: Figures): Column =>
  of(figures.uses, {
    key: 'uses',
    track: '112px',
    end: true,
    sortBy: (asset) => asset.usesInPeriod,
    show: (asset) => formatNumber(asset.usesInPeriod),
  });

const freshness = (figures: Figures): Column =>
  of(figures.freshness, {
    key: 'freshness',
    track: 'minmax(158px, 1fr)',
    sortBy: (asset) => asset.renewedAt,
    show: (asset) => (
      <span className={classes.freshness}>
        <Pill tone={asset.freshness === 'stale' ? 'warn' : 'plain'}>
          {asset.freshness === 'stale' ? t`Stale` : t`Fresh`}
        </Pill>
        <span className={report.quiet}>
          <RelativeTime at={asset.renewedAt} />
        </span>
      </span>
    ),
  });

const type = (names: TermNames): Column => ({
  key: 'type',
  label: t`Type`,
  track: 'minmax(90px, 1fr)',
  sortBy: (asset) => names.type(asset.type),
  show: (asset) => names.type(asset.type),
});

const published: Column = {
  key: 'published',
  label: t`Published`,
  track: '120px',
  sortBy: (asset) => asset.publishedAt,
  show: (asset) => <RelativeTime at={asset.publishedAt} />,
};

const lastUsed: Column = {
  key: 'lastUsed',
  label: t`Last used`,
  track: '132px',
  sortBy: (asset) => asset.lastUsedAt,
  show: (asset) => (asset.lastUsedAt === null ? t`Never` : <RelativeTime at={asset.lastUsedAt} />),
};

const score = (figures: Figures): Column =>
  of(figures.usefulness, {
    key: 'score',
    track: '124px',
    end: true,
    sortBy: ({ usefulness }) => (usefulness.enough ? usefulness.score : null),
    show: ({ usefulness }) =>
      usefulness.enough ? (
        <strong>{formatScore(usefulness.score)}</strong>
      ) : (
        <span className={report.quiet}>{t`Not enough ratings`}</span>
      ),
  });

const lowerBound = (figures: Figures): Column =>
  of(figures.lowerBound, {
    key: 'lowerBound',
    track: '90px',
    end: true,
    sortBy: ({ usefulness }) => (usefulness.enough ? usefulness.lowerBound : null),
    show: ({ usefulness }) => (usefulness.enough ? formatScore(usefulness.lowerBound) : '–'),
  });

const count = (figures: Figures): Column =>
  of(figures.ratings, {
    key: 'count',
    track: '104px',
    end: true,
    sortBy: ({ usefulness }) => usefulness.count,
    show: ({ usefulness: { count, fromNew } }) =>
      fromNew === undefined
        ? formatNumber(count)
        : t`${{ count: formatNumber(count) }} (${{ fromNew: formatNumber(fromNew) }} new)`,
  });

const distribution: Column = {
  key: 'distribution',
  label: t`1 to 5`,
  track: '72px',
  sortBy: ({ usefulness }) =>
    usefulness.count === 0
      ? null
      : (usefulness.distribution[3] + usefulness.distribution[4]) / usefulness.count,
  show: ({ usefulness }) => <DistributionBars distribution={usefulness.distribution} />,
};

/** The columns of the table of usefulness. */
export function usefulnessColumns(names: TermNames, figures: Figures): readonly Column[] {
  const [useful, least, ratings] = [score(figures), lowerBound(figures), count(figures)];
  return [title, type(names), useful, least, ratings, distribution, uses(figures), freshness(figures)];
}

/** The columns of the table of what was not used in the period. */
export function unusedColumns(names: TermNames, figures: Figures): readonly Column[] {
  return [title, type(names), published, lastUsed, freshness(figures)];
}

/** The columns of the table of what is stale and used all the same. */
export function staleColumns(names: TermNames, figures: Figures): readonly Column[] {
  return [title, type(names), uses(figures), lastUsed, freshness(figures)];
}
