import { t } from '@lingui/core/macro';
import { Modal } from '@mantine/core';
import { useState } from 'react';
import type { AskedPlace } from '../../../../contract/hub.ts';
import type { BucketLocation } from '../../../../shared/hub-location.ts';
import { useStore } from '../../../base/store.ts';
import { describeError } from '../../../base/wire-error.ts';
import { BucketForm, type BucketProblem } from '../place/bucket-form.tsx';
import { type KnownBucket, knownBucket } from '../place/bucket-named.ts';
import styles from '../place/hub.module.css';
import { askedBucket } from './asked-bucket.ts';
import { useHubState, useSync } from './use-sync.ts';

/** The hub is in a bucket, another one than before, or with other keys: asked for over whatever screen. */
export function ConnectBucket() {
  const sync = useSync();
  const { data } = useHubState();
  const asked = useStore(askedBucket);
  const [problem, setProblem] = useState<BucketProblem | null>(null);
  const close = (): void => {
    askedBucket.set(null);
    setProblem(null);
  };
  const connect = async (place: AskedPlace): Promise<void> => {
    try {
      await sync.connect.mutateAsync(place);
      close();
    } catch (error) {
      const { field, message } = describeError(error);
      setProblem({ field, message });
    }
  };
  return (
    <Modal
      opened={asked !== null}
      onClose={close}
      title={t`Where the hub is`}
      size="lg"
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      <div className={styles.steps}>
        <BucketForm
          known={asked?.location && knownNow(asked.location, data?.location !== undefined)}
          problem={problem}
          busy={sync.connect.isPending}
          onAsk={(place) => void connect(place)}
          onBack={close}
        />
      </div>
    </Modal>
  );
}

/** What the form begins with. Keys that were kept were forgotten where the syncing was stopped. */
function knownNow(location: BucketLocation, connected: boolean): KnownBucket | undefined {
  const known = knownBucket(location);
  return known === undefined || connected || location.secret.from !== 'kept' ? known : { named: known.named };
}
