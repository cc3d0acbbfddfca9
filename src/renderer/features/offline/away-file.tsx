import { Button, Progress } from '@mantine/core';
import { IconCloudDown } from '@tabler/icons-react';
import type { AssetVersion } from '../../../contract/assets.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { formatBytes } from '../../ui/format.ts';
import styles from './offline.module.css';
import { useFetchFile } from './use-offline.ts';

type Props = {
  readonly version: Pick<AssetVersion, 'id' | 'size'>;
  /** The file is here now. */
  readonly onHere: () => unknown;
};

const EXPLAINED =
  'Its text is here and can be searched. The hub has the file: get it, and it stays here for the next time.';

/** In place of a document whose file is not on this device: says so, and gets it. */
export function AwayFile({ version, onHere }: Props) {
  const { progress, problem, get, stop } = useFetchFile(version, onHere);
  return (
    <EmptyState
      icon={IconCloudDown}
      title={`This file is not on this device (${formatBytes(version.size)})`}
      text={<span role={problem === null ? undefined : 'alert'}>{problem ?? EXPLAINED}</span>}
      action={
        progress === null ? (
          <Button onClick={get}>{problem === null ? 'Get it' : 'Try again'}</Button>
        ) : (
          <div className={styles.fetching}>
            <Progress
              value={progress.total === 0 ? 100 : (progress.bytes / progress.total) * 100}
              aria-label="Getting the file"
              transitionDuration={100}
            />
            <span role="status">{`${formatBytes(progress.bytes)} of ${formatBytes(progress.total)}`}</span>
            <Button variant="default" size="compact-sm" onClick={stop}>
              Stop
            </Button>
          </div>
        )
      }
    />
  );
}
