import { t } from '@lingui/core/macro';
import { IconEyeOff, IconRosetteDiscountCheck } from '@tabler/icons-react';
import type { AssetSummary } from '../../contract/assets.ts';
import type { AssetStateName } from '../../shared/vocabulary/assets.ts';
import { textMessage } from '../../words/texts.ts';
import styles from './asset-badges.module.css';
import { formatDate, formatDay } from './format.ts';
import { InternalMark } from './internal-mark.tsx';
import { Pill } from './pill.tsx';
import { behindExplained, shortBehind } from './variant-words.ts';

type Badged = Pick<
  AssetSummary,
  | 'verified'
  | 'state'
  | 'recall'
  | 'released'
  | 'audience'
  | 'version'
  | 'waiting'
  | 'expiresOn'
  | 'releaseOn'
  | 'variant'
>;

/** The words of the states. */
export const STATE_NAMES: Readonly<Record<AssetStateName, string>> = {
  recalled: t`Recalled`,
  draft: t`Draft`,
  'in-review': t`In review`,
  scheduled: t`Scheduled`,
  published: t`Published`,
  verified: t`Verified`,
  'due-for-review': t`Due for review`,
  expired: t`Expired`,
  archived: t`Archived`,
};

const TONES: Readonly<Record<AssetStateName, 'plain' | 'good' | 'warn' | 'bad' | 'info'>> = {
  recalled: 'bad',
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
function explained({ state, verified, recall, expiresOn, releaseOn }: Badged): string {
  switch (state) {
    case 'published':
      return t`Nobody has verified this version yet`;
    case 'verified':
      if (verified === null) return '';
      return verified.by === undefined
        ? formatDate(verified.at)
        : t`${{ day: formatDate(verified.at) }}, by ${{ name: verified.by.name }}`;
    case 'recalled':
      return recall === null ? '' : recall.reason;
    case 'expired':
      return expiresOn === null ? t`Not for use anymore` : t`Since ${{ expiresOn: formatDay(expiresOn) }}`;
    case 'due-for-review':
      return t`Nobody has verified it for a long time`;
    case 'scheduled':
      return releaseOn === null ? '' : t`For reps from ${{ releaseOn: formatDay(releaseOn) }}`;
    case 'draft':
    case 'in-review':
    case 'archived':
      return t`Reps don’t see it`;
  }
}

/** What to mind before one takes an asset, for rows with little room: that it is expired, not out yet, or internal. */
export function CareMarks({ asset }: { readonly asset: Badged }) {
  return (
    <>
      {(asset.state === 'recalled' || asset.state === 'expired' || !asset.released) && (
        <StateBadge asset={asset} />
      )}
      <InternalMark audience={asset.audience} />
    </>
  );
}

/** The state of an asset: one, the one that matters most. */
function StateBadge({ asset }: { readonly asset: Badged }) {
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
        <Pill tone="info" title={t`Reps don’t see it until it is published`}>
          {t`Draft of version ${{ number: asset.waiting.number }}`}
        </Pill>
      )}
      {asset.variant !== undefined && asset.variant.behind > 0 && (
        <Pill tone="warn" title={behindExplained()}>
          {shortBehind(asset.variant.behind)}
        </Pill>
      )}
      <InternalMark audience={asset.audience} />
      {asset.version.text.state !== 'searchable' && (
        <Pill title={textMessage(asset.version.text) ?? ''} icon={<IconEyeOff size={12} aria-hidden />}>
          {asset.version.text.state === 'not' ? t`Not searchable` : t`Partly searchable`}
        </Pill>
      )}
    </span>
  );
}
