import { Modal } from '@mantine/core';
import { useState } from 'react';
import type { AskedPlace } from '../../../contract/hub.ts';
import type { HubLocation } from '../../../shared/hub-location.ts';
import { describeError } from '../../app/wire-error.ts';
import { BucketForm, type BucketProblem } from '../hub/bucket-form.tsx';
import { bucketNamed } from '../hub/bucket-named.ts';
import type { useSync } from './use-sync.ts';

type Props = {
  readonly opened: boolean;
  readonly location?: HubLocation | undefined;
  readonly sync: ReturnType<typeof useSync>;
  readonly onClose: () => void;
};

/** The hub is in a bucket, another one than before, or with other keys. */
export function ConnectBucket({ opened, location, sync, onClose }: Props) {
  const [problem, setProblem] = useState<BucketProblem | null>(null);
  const connect = async (asked: AskedPlace): Promise<void> => {
    try {
      await sync.connect.mutateAsync(asked);
      setProblem(null);
      onClose();
    } catch (error) {
      const { field, message } = describeError(error);
      setProblem({ field, message });
    }
  };
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title="Where the hub is"
      size="lg"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <BucketForm
        initial={location === undefined ? undefined : bucketNamed(location)}
        problem={problem}
        busy={sync.connect.isPending}
        onAsk={(asked) => void connect(asked)}
        onBack={onClose}
      />
    </Modal>
  );
}
