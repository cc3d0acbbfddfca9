import { IconEyeOff, IconRosetteDiscountCheck } from '@tabler/icons-react';
import type { AssetSummary } from '../../contract/assets.ts';
import type { AssetStateName } from '../../shared/vocabulary/assets.ts';
import { textMessage } from '../../words/texts.ts';
import styles from './asset-badges.module.css';
import { formatDate, formatDay } from './format.ts';
import { InternalMark } from './internal-mark.tsx';
import { Pill } from './pill.tsx';

type Badged = Pick<
  AssetSummary,
  'verified' | 'state' | 'released' | 'audience' | 'version' | 'waiting' | 'expiresOn' | 'releaseOn'
>;

/** The words of the states. */
export const STATE_NAMES: Readonly<Record<AssetStateName, string>> = {
  draft: 'Draft',
  'in-review': 'In review',
  scheduled: 'Scheduled',
  published: 'Published',
  verified: 'Verified',
  'due-for-review': 'Due for review',
  expired: 'Expired',
  archived: 'Archived',
};

const TONES: Readonly<Record<AssetStateName, 'plain' | 'good' | 'warn' | 'bad' | 'info'>> = {
  draft: 'info',
  'in-review': 'info',
  scheduled: 'info',
  published: 'plain',
  verified: 'good',
  'due-for-review': 'warn',
  expired: 'bad',
  archived: 'info',
};

/** What a state means for whoever looks at this asset. */
function explained({ state, verified, expiresOn, releaseOn }: Badged): string {
  switch (state) {
    case 'published':
      return 'Nobody has verified this version yet';
    case 'verified':
      if (verified === null) return '';
      return `${formatDate(verified.at)}${verified.by === undefined ? '' : `, by ${verified.by.name}`}`;
    case 'expired':
      return expiresOn === null ? 'Not for use anymore' : `Since ${formatDay(expiresOn)}`;
    case 'due-for-review':
      return 'Nobody has verified it for a long time';
    case 'scheduled':
      return releaseOn === null ? '' : `For reps from ${formatDay(releaseOn)}`;
    case 'draft':
    case 'in-review':
    case 'archived':
      return 'Reps don’t see it';
  }
}

/** What to mind before one takes an asset, for rows with little room: that it is expired, not out yet, or internal. */
export function CareMarks({ asset }: { readonly asset: Badged }) {
  return (
    <>
      {(asset.state === 'expired' || !asset.released) && <StateBadge asset={asset} />}
      <InternalMark audience={asset.audience} />
    </>
  );
}

/** The state of an asset: one, the one that matters most. */
export function StateBadge({ asset }: { readonly asset: Badged }) {
  return (
    <Pill
      tone={TONES[asset.state]}
      title={explained(asset)}
      {...(asset.state === 'verified' && { icon: <IconRosetteDiscountCheck size={14} aria-hidden /> })}
    >
      {STATE_NAMES[asset.state]}
    </Pill>
  );
}

/** What one should know before using an asset: its state, for whom, whether it can be searched. */
export function AssetBadges({ asset }: { readonly asset: Badged }) {
  return (
    <span className={styles.badges}>
      <StateBadge asset={asset} />
      {asset.waiting !== undefined && (
        <Pill tone="info" title="Reps don’t see it until it is published">
          {`Draft of version ${asset.waiting.number}`}
        </Pill>
      )}
      <InternalMark audience={asset.audience} />
      {asset.version.text.state !== 'searchable' && (
        <Pill title={textMessage(asset.version.text) ?? ''} icon={<IconEyeOff size={12} aria-hidden />}>
          {asset.version.text.state === 'not' ? 'Not searchable' : 'Partly searchable'}
        </Pill>
      )}
    </span>
  );
}
