import { t } from '@lingui/core/macro';
import { Button, Modal } from '@mantine/core';
import { IconPlugConnected, IconUserPlus } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { HubState } from '../../../../contract/hub.ts';
import { BucketTest, useBucketTest } from '../place/bucket-test.tsx';
import { InvitePanel } from '../place/invite-panel.tsx';
import { askForBucket } from './asked-bucket.ts';
import { PolicyDialog } from './policy-dialog.tsx';
import styles from './sync-screen.module.css';
import type { useSync } from './use-sync.ts';

type Props = { readonly state: HubState; readonly sync: ReturnType<typeof useSync> };
type Opened = 'invite' | 'policy' | null;

/** What can be done about the place of the hub: inviting, testing, moving, ending. */
export function PlaceActions({ state, sync }: Props) {
  const [opened, setOpened] = useState<Opened>(null);
  const { test, forget, result, testing, failed } = useBucketTest();
  // What a test found while the network was away says nothing once it is back.
  const isOffline = state.state === 'offline';
  useEffect(() => {
    if (!isOffline) forget();
  }, [isOffline, forget]);
  const close = (): void => setOpened(null);
  const { location } = state;
  if (location === undefined) return null;
  const inBucket = location.kind === 'bucket';
  return (
    <>
      <div className={styles.line}>
        <Button
          variant="default"
          leftSection={<IconUserPlus size={16} aria-hidden />}
          onClick={() => setOpened('invite')}
        >{t`Invite colleagues…`}</Button>
        {inBucket && (
          <>
            <Button
              variant="default"
              leftSection={<IconPlugConnected size={16} aria-hidden />}
              loading={testing}
              onClick={() => test()}
            >{t`Test connection`}</Button>
            <Button variant="default" onClick={() => setOpened('policy')}>{t`Bucket policy…`}</Button>
          </>
        )}
        <Button
          variant="default"
          loading={sync.move.isPending}
          onClick={() => (location.kind === 'bucket' ? askForBucket(location) : sync.move.mutate(undefined))}
        >
          {inBucket ? t`Change place or keys…` : t`The folder has moved…`}
        </Button>
        <Button
          variant="default"
          loading={sync.disconnect.isPending}
          onClick={() => sync.disconnect.mutate(location)}
        >{t`Stop syncing`}</Button>
      </div>
      <BucketTest result={result} failed={failed?.message} testing={testing} />
      <Modal
        opened={opened === 'invite'}
        onClose={close}
        title={t`Invite colleagues`}
        size="lg"
        closeButtonProps={{ 'aria-label': t`Close` }}
      >
        <InvitePanel kind={location.kind} onClose={close} />
      </Modal>
      <PolicyDialog opened={opened === 'policy'} devices={state.devices} onClose={close} />
    </>
  );
}
