import { t } from '@lingui/core/macro';
import type { AssetVersion } from '../../../contract/assets.ts';
import styles from './compare.module.css';
import { versionName } from './compare-words.ts';

type Pair = { readonly from: string; readonly to: string };

type Props = Pair & {
  readonly versions: readonly AssetVersion[];
  /** The id of the one that reps see. */
  readonly current: string;
  readonly onChoose: (pair: Pair) => void;
};

/** Which two versions are meant: any two of an asset. */
export function VersionPair({ versions, current, from, to, onChoose }: Props) {
  const select = (label: string, value: string, other: string, choose: (id: string) => void) => (
    <label className={styles.pick}>
      <span>{label}</span>
      <select value={value} onChange={(event) => choose(event.currentTarget.value)}>
        {versions
          .filter(({ id }) => id !== other)
          .map((version) => (
            <option key={version.id} value={version.id}>
              {versionName(version, current)}
            </option>
          ))}
      </select>
    </label>
  );
  return (
    <div className={styles.picks}>
      {select(t`From`, from, to, (id) => onChoose({ from: id, to }))}
      {select(t`To`, to, from, (id) => onChoose({ from, to: id }))}
    </div>
  );
}
