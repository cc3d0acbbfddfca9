import { t } from '@lingui/core/macro';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import type { AssetSummary } from '../../../contract/assets.ts';
import { CareMarks } from '../../ui/asset-badges.tsx';
import { formatPercent } from '../../ui/format.ts';
import { AssetThumbnail } from '../../ui/thumbnail.tsx';
import styles from './near.module.css';
import { assetLine, relationLine } from './near-words.ts';
import { nearActions, type Part, type ShownPair } from './use-near.ts';

type Props = {
  readonly pair: ShownPair;
  readonly index: number;
  readonly part: Part;
  readonly selected: boolean;
  readonly onSelect: () => void;
  readonly onSwap: () => void;
};

/** Two assets, what they have in common, and what to do about it. */
export const NearRow = memo(function NearRow({ pair, index, part, selected, onSelect, onSwap }: Props) {
  const tab = selected ? 0 : -1;
  const { kept, given } = pair;
  return (
    <li
      className={styles.row}
      data-index={index}
      data-selected={selected || undefined}
      onFocus={onSelect}
      aria-label={t`${{ kept: kept.title }} and ${{ given: given.title }}`}
    >
      <Side asset={kept} tab={tab} main mark={part === 'whole' ? t`Kept` : undefined} />
      <Side asset={given} tab={tab} mark={part === 'whole' ? t`Merged into it` : undefined} />
      <div className={styles.about}>
        <p className={styles.line}>{relationLine(pair)}</p>
        <p className={styles.quiet}>{t`${{ share: formatPercent(pair.similarity) }} alike`}</p>
      </div>
      <div className={styles.actions}>
        {part === 'whole' ? (
          <>
            <Button
              size="compact-sm"
              tabIndex={tab}
              variant={selected ? 'filled' : 'default'}
              onClick={() => void nearActions.merge(pair)}
            >{t`Merge`}</Button>
            <Button size="compact-sm" tabIndex={tab} variant="subtle" color="gray" onClick={onSwap}>
              {t`Keep the other`}
            </Button>
          </>
        ) : null}
        <Button
          size="compact-sm"
          tabIndex={tab}
          variant="subtle"
          color="gray"
          onClick={() => void nearActions.tellApart(pair)}
        >{t`Not the same`}</Button>
      </div>
    </li>
  );
});

function Side({
  asset,
  tab,
  main = false,
  mark,
}: {
  readonly asset: AssetSummary;
  readonly tab: 0 | -1;
  readonly main?: boolean;
  readonly mark: string | undefined;
}) {
  return (
    <div className={styles.side}>
      <AssetThumbnail version={asset.version} title="" width={64} />
      <div className={styles.words}>
        <Link
          className={styles.title}
          to="/asset/$assetId"
          params={{ assetId: asset.id }}
          tabIndex={tab}
          draggable={false}
          {...(main && { 'data-row-title': true })}
        >
          {asset.title}
        </Link>
        <p className={styles.quiet}>{assetLine(asset)}</p>
        <p className={styles.marks}>
          {mark === undefined ? null : <span className={styles.mark}>{mark}</span>}
          <CareMarks asset={asset} />
        </p>
      </div>
    </div>
  );
}
