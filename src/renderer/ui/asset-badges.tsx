import { IconEyeOff, IconLock, IconRosetteDiscountCheck } from '@tabler/icons-react';
import type { AssetSummary } from '../../contract/assets.ts';
import type { AssetStatus } from '../../contract/common.ts';
import styles from './asset-badges.module.css';
import { formatDate, formatDay } from './format.ts';
import { Pill } from './pill.tsx';

type Badged = Pick<
  AssetSummary,
  'verified' | 'status' | 'freshness' | 'audience' | 'version' | 'expiresOn' | 'releaseOn'
>;

/** The words of the asset statuses. */
export const STATUS_NAMES: Readonly<Record<AssetStatus, string>> = {
  draft: 'Draft',
  'in-review': 'In review',
  scheduled: 'Scheduled',
  published: 'Published',
  'due-for-review': 'Due for review',
  expired: 'Expired',
  archived: 'Archived',
};

function StatusPill({ asset }: { readonly asset: Badged }) {
  const name = STATUS_NAMES[asset.status];
  switch (asset.status) {
    case 'published':
      return null;
    case 'expired':
      return (
        <Pill
          tone="bad"
          title={asset.expiresOn === null ? 'Not for use any more' : `Since ${formatDay(asset.expiresOn)}`}
        >
          {name}
        </Pill>
      );
    case 'due-for-review':
      return (
        <Pill tone="warn" title="Nobody has said for a while that it is still right">
          {name}
        </Pill>
      );
    case 'scheduled':
      return (
        <Pill
          tone="info"
          title={asset.releaseOn === null ? '' : `For reps from ${formatDay(asset.releaseOn)}`}
        >
          {name}
        </Pill>
      );
    case 'draft':
    case 'in-review':
    case 'archived':
      return (
        <Pill tone="info" title="Reps do not see it">
          {name}
        </Pill>
      );
  }
}

/** What one should know before using an asset: verified or not, its state, for whom, whether it can be searched. */
export function AssetBadges({ asset }: { readonly asset: Badged }) {
  const by = asset.verified?.by;
  return (
    <span className={styles.badges}>
      {asset.verified === null ? (
        <Pill title="Nobody has said that it is still right">Unverified</Pill>
      ) : (
        <Pill
          tone="good"
          title={`${formatDate(asset.verified.at)}${by === undefined ? '' : `, by ${by.name}`}`}
          icon={<IconRosetteDiscountCheck size={14} aria-hidden />}
        >
          Verified
        </Pill>
      )}
      <StatusPill asset={asset} />
      {asset.freshness === 'stale' && asset.status !== 'due-for-review' && (
        <Pill tone="warn" title="Long since its last version or verification">
          Stale
        </Pill>
      )}
      {asset.audience === 'internal' && (
        <Pill tone="warn" title="Not for customers" icon={<IconLock size={12} aria-hidden />}>
          Internal only
        </Pill>
      )}
      {asset.version.text.state !== 'searchable' && (
        <Pill title={asset.version.text.message ?? ''} icon={<IconEyeOff size={12} aria-hidden />}>
          {asset.version.text.state === 'not' ? 'Not searchable' : 'Partly searchable'}
        </Pill>
      )}
    </span>
  );
}
