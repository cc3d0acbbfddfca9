import { Modal } from '@mantine/core';
import { useState } from 'react';
import type { AskedPlace } from '../../../contract/hub.ts';
import { useStore } from '../../app/store.ts';
import { describeError } from '../../app/wire-error.ts';
import { BucketForm, type BucketProblem } from '../hub/bucket-form.tsx';
import { bucketNamed } from '../hub/bucket-named.ts';
import styles from '../hub/hub.module.css';
import { askedBucket } from './asked-bucket.ts';
import { useSync } from './use-sync.ts';

/** The hub is in a bucket, another one than before, or with other keys: asked for over whatever screen. */
export function ConnectBucket() {
  const sync = useSync();
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
      title="Where the hub is"
      size="lg"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <div className={styles.steps}>
        {asked?.location !== undefined && (
          <p className={styles.text}>Enter the keys again, even if only the place has changed.</p>
        )}
        <BucketForm
          initial={asked?.location && bucketNamed(asked.location)}
          problem={problem}
          busy={sync.connect.isPending}
          onAsk={(place) => void connect(place)}
          onBack={close}
        />
      </div>
    </Modal>
  );
}
