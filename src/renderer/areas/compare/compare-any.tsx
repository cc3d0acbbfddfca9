import { t } from '@lingui/core/macro';
import { useState } from 'react';
import type { AssetDetail } from '../../../contract/assets.ts';
import styles from './compare.module.css';
import { CompareLink } from './compare-link.tsx';
import { VersionPair } from './version-pair.tsx';

/** Compares any two of an asset's versions; nothing where there are fewer than three, which the list compares itself. */
export function CompareAny({ asset }: { readonly asset: AssetDetail }) {
  const { versions } = asset;
  const [chosen, setChosen] = useState<{ readonly from: string; readonly to: string }>();
  const [newest, oldest] = [versions[0]?.id, versions.at(-1)?.id];
  if (versions.length < 3 || newest === undefined || oldest === undefined) return null;
  const known = (id: string | undefined) => versions.find((version) => version.id === id)?.id;
  const pair = { from: known(chosen?.from) ?? oldest, to: known(chosen?.to) ?? newest };
  return (
    <fieldset className={styles.any}>
      <legend>{t`Compare two versions`}</legend>
      <VersionPair versions={versions} current={asset.version.id} {...pair} onChoose={setChosen} />
      <CompareLink asset={asset.id} {...pair} className={styles.anyLink} />
    </fieldset>
  );
}
