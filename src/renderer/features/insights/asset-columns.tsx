import { Link } from '@tanstack/react-router';
import type { AssetSummary } from '../../../contract/assets.ts';
import type { TermNames } from '../../app/use-taxonomy.ts';
import { formatNumber, formatScore } from '../../ui/format.ts';
import { Pill } from '../../ui/pill.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { DistributionBars } from './distribution-bars.tsx';
import classes from './insights.module.css';
import type { TableColumn } from './sortable-table.tsx';

type Column = TableColumn<AssetSummary>;

const title: Column = {
  key: 'title',
  label: 'Asset',
  track: 'minmax(180px, 3fr)',
  sortBy: (asset) => asset.title,
  show: (asset) => (
    <Link to="/asset/$assetId" params={{ assetId: asset.id }} title={asset.title}>
      {asset.title}
    </Link>
  ),
};

const uses: Column = {
  key: 'uses',
  label: 'Uses',
  track: '56px',
  end: true,
  sortBy: (asset) => asset.uses,
  show: (asset) => formatNumber(asset.uses),
};

const freshness: Column = {
  key: 'freshness',
  label: 'Freshness',
  track: 'minmax(158px, 1fr)',
  sortBy: (asset) => asset.renewedAt,
  show: (asset) => (
    <span className={classes.freshness}>
      <Pill tone={asset.freshness === 'stale' ? 'warn' : 'plain'}>
        {asset.freshness === 'stale' ? 'Stale' : 'Fresh'}
      </Pill>
      <span className={classes.quiet}>
        <RelativeTime at={asset.renewedAt} />
      </span>
    </span>
  ),
};

const type = (names: TermNames): Column => ({
  key: 'type',
  label: 'Type',
  track: 'minmax(90px, 1fr)',
  sortBy: (asset) => names.type(asset.type),
  show: (asset) => names.type(asset.type),
});

const published: Column = {
  key: 'published',
  label: 'Published',
  track: '120px',
  sortBy: (asset) => asset.publishedAt,
  show: (asset) => <RelativeTime at={asset.publishedAt} />,
};

const lastUsed: Column = {
  key: 'lastUsed',
  label: 'Last used',
  track: '110px',
  sortBy: (asset) => asset.lastUsedAt,
  show: (asset) => (asset.lastUsedAt === null ? 'Never' : <RelativeTime at={asset.lastUsedAt} />),
};

const score: Column = {
  key: 'score',
  label: 'Usefulness',
  track: '124px',
  end: true,
  sortBy: ({ usefulness }) => (usefulness.enough ? usefulness.score : null),
  show: ({ usefulness }) =>
    usefulness.enough ? (
      <strong>{formatScore(usefulness.score)}</strong>
    ) : (
      <span className={classes.quiet}>Not enough ratings</span>
    ),
};

const lowerBound: Column = {
  key: 'lowerBound',
  label: 'At least',
  track: '68px',
  end: true,
  sortBy: ({ usefulness }) => (usefulness.enough ? usefulness.lowerBound : null),
  show: ({ usefulness }) => (usefulness.enough ? formatScore(usefulness.lowerBound) : '–'),
};

const count: Column = {
  key: 'count',
  label: 'Ratings',
  track: '66px',
  end: true,
  sortBy: ({ usefulness }) => usefulness.count,
  show: ({ usefulness }) => formatNumber(usefulness.count),
};

const distribution: Column = {
  key: 'distribution',
  label: '1 to 5',
  track: '72px',
  sortBy: ({ usefulness }) =>
    usefulness.count === 0
      ? null
      : (usefulness.distribution[3] + usefulness.distribution[4]) / usefulness.count,
  show: ({ usefulness }) => <DistributionBars distribution={usefulness.distribution} />,
};

/** The columns of the table of usefulness. */
export function usefulnessColumns(names: TermNames): readonly Column[] {
  return [title, type(names), score, lowerBound, count, distribution, uses, freshness];
}

/** The columns of the table of what was never used. */
export function unusedColumns(names: TermNames): readonly Column[] {
  return [title, type(names), published, freshness];
}

/** The columns of the table of what is stale and used all the same. */
export function staleColumns(names: TermNames): readonly Column[] {
  return [title, type(names), uses, lastUsed, freshness];
}
