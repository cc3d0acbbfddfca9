import { t } from '@lingui/core/macro';
import { Button, Progress } from '@mantine/core';
import { IconCloudDown } from '@tabler/icons-react';
import { useEffect } from 'react';
import type { AssetVersion } from '../../../contract/assets.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { formatBytes } from '../../ui/format.ts';
import { textWords } from './away-mark.tsx';
import styles from './offline.module.css';
import { useFetchFile } from './use-offline.ts';

type Props = {
  readonly version: Pick<AssetVersion, 'id' | 'size' | 'textAway'>;
  /** The file is here now. */
  readonly onHere: () => unknown;
};

/** In place of a document whose file is not on this device: gets it by itself, and says how far it is. */
export function AwayFile({ version, onHere }: Props) {
  const { progress, problem, get, stop } = useFetchFile(version, onHere);
  useEffect(() => {
    get();
    return stop;
  }, [get, stop]);
  const size = formatBytes(version.size);
  return (
    <EmptyState
      icon={IconCloudDown}
      title={
        progress === null ? t`This file isn’t on this device (${size})` : t`Downloading this file (${size})`
      }
      text={<span role={problem === null ? undefined : 'alert'}>{problem ?? textWords(version)}</span>}
      action={
        progress === null ? (
          <Button onClick={get}>{problem === null ? t`Download` : t`Try again`}</Button>
        ) : (
          <div className={styles.fetching}>
            <Progress
              value={progress.total === 0 ? 100 : (progress.bytes / progress.total) * 100}
              aria-label={t`Downloading the file`}
              transitionDuration={100}
            />
            <span role="status">{t`${{ done: formatBytes(progress.bytes) }} of ${{ total: formatBytes(progress.total) }}`}</span>
            <Button variant="default" size="compact-sm" onClick={stop}>{t`Stop`}</Button>
          </div>
        )
      }
    />
  );
}
