import { plural, t } from '@lingui/core/macro';
import { Button, Progress } from '@mantine/core';
import { IconCloudShare, IconRefresh } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { HubState } from '../../../../contract/hub.ts';
import { locationText } from '../../../../shared/hub-location.ts';
import { listed } from '../../../../words/sentence.ts';
import { ErrorState } from '../../../base/error-state.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Facts } from '../../../ui/facts.tsx';
import { FilePath } from '../../../ui/file-path.tsx';
import { LoadingRows } from '../../../ui/loading-rows.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { Screen } from '../../../ui/screen.tsx';
import { ShareButton } from '../place/share-hub.tsx';
import { askForBucket } from './asked-bucket.ts';
import { DevicesTable } from './devices-table.tsx';
import { PlaceActions } from './place-actions.tsx';
import { SecondDevice } from './second-device.tsx';
import { SyncDot } from './sync-dot.tsx';
import styles from './sync-screen.module.css';
import { filesSentence, progressSentence, SYNC_NAMES, SYNC_TONES, syncSentence } from './sync-words.ts';
import { useHubState, useSync } from './use-sync.ts';

/** Where this device stands with the hub and with every other device, and what one can do about it. */
export function SyncScreen() {
  const query = useHubState();
  const sync = useSync();
  const { data } = query;
  const shared = data !== undefined && data.state !== 'private';
  return (
    <Screen
      title={t`Sync`}
      ready={!query.isPending}
      actions={
        shared && (
          <Button
            leftSection={<IconRefresh size={16} aria-hidden />}
            loading={sync.exchange.isPending}
            onClick={() => sync.exchange.mutate()}
          >{t`Sync now`}</Button>
        )
      }
    >
      {query.isError && data === undefined ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : data === undefined ? (
        <LoadingRows />
      ) : shared ? (
        <Shared state={data} sync={sync} />
      ) : (
        <PrivateHub state={data} sync={sync} />
      )}
    </Screen>
  );
}

type Props = { readonly state: HubState; readonly sync: ReturnType<typeof useSync> };

function PrivateHub({ state, sync }: Props) {
  return (
    <EmptyState
      icon={IconCloudShare}
      title={t`${{ hub: state.hub.name }} is on this device only`}
      text={
        state.sharing !== 'no'
          ? t`Choose a folder that your colleagues have too: in OneDrive, SharePoint, Dropbox, Syncthing, or on a file server; or use a bucket. Everyone who joins gets what is published here, and you get their ratings and requests. There is no server to run.`
          : t`A content lead can share this hub in a folder that your colleagues have too, or in a bucket.`
      }
      action={
        <>
          {state.sharing !== 'no' && <ShareButton />}
          {state.devices.length > 1 && <ConnectAgain sync={sync} />}
        </>
      }
    />
  );
}

/** The hub was shared before: it is still where it was, in a folder or in a bucket. */
function ConnectAgain({ sync }: Pick<Props, 'sync'>) {
  return (
    <>
      <Button
        variant="default"
        loading={sync.move.isPending}
        onClick={() => sync.move.mutate(undefined)}
      >{t`Connect to its folder again`}</Button>
      <Button variant="default" onClick={() => askForBucket()}>{t`Connect to its bucket again`}</Button>
    </>
  );
}

function Shared({ state, sync }: Props) {
  return (
    <div className={styles.page}>
      <StateCard state={state} sync={sync} />
      <Part title={t`The hub`}>
        <Facts>
          <dt>{t`Name`}</dt>
          <dd>{state.hub.name}</dd>
          <dt>{t`Fingerprint`}</dt>
          <dd>{state.fingerprint}</dd>
          <dt>{state.location?.kind === 'bucket' ? t`Bucket` : t`Folder`}</dt>
          <dd>{state.location !== undefined && <FilePath>{locationText(state.location)}</FilePath>}</dd>
          <dt>{t`Last sync`}</dt>
          <dd>{state.exchangedAt === undefined ? t`Not yet` : <RelativeTime at={state.exchangedAt} />}</dd>
          <dt>{t`Waiting to be sent`}</dt>
          <dd>
            {state.pending === 0
              ? t`Nothing`
              : plural(state.pending, { one: '# change', other: '# changes' })}
          </dd>
          <dt>{t`Files on this device`}</dt>
          <dd>{filesSentence(state.files)}</dd>
          {state.foreign.count > 0 && (
            <>
              <dt>{t`Not Kitbag’s`}</dt>
              <dd>
                {plural(state.foreign.count, {
                  one: '# other item is there. Kitbag leaves it alone:',
                  other: '# other items are there. Kitbag leaves them alone:',
                })}{' '}
                <FilePath>{listed(state.foreign.names)}</FilePath>
              </dd>
            </>
          )}
        </Facts>
        <PlaceActions state={state} sync={sync} />
      </Part>
      <Part title={t`Devices`} aside={<SecondDevice />}>
        <DevicesTable devices={state.devices} exchangedAt={state.exchangedAt} />
      </Part>
    </div>
  );
}

function StateCard({ state, sync }: Props) {
  const { progress, location } = state;
  return (
    <section className={styles.state} data-tone={SYNC_TONES[state.state]} aria-label={t`State`}>
      <p className={styles.word} role="status">
        <SyncDot state={state.state} size="large" />
        {SYNC_NAMES[state.state]}
      </p>
      <p className={styles.sentence}>{syncSentence(state)}</p>
      {location?.kind !== 'bucket' &&
        (state.reason === 'gone' || state.reason === 'no-hub' || state.reason === 'other-hub') && (
          <Button
            className={styles.mend ?? ''}
            loading={sync.move.isPending}
            onClick={() => sync.move.mutate(undefined)}
          >{t`Choose the folder again…`}</Button>
        )}
      {location?.kind === 'bucket' && state.reason === 'denied' && (
        <Button
          className={styles.mend ?? ''}
          onClick={() => askForBucket(location)}
        >{t`Change place or keys…`}</Button>
      )}
      <div className={styles.progress}>
        {progress !== undefined && (
          <>
            <Progress
              className={styles.bar ?? ''}
              value={progress.total === 0 ? 0 : (progress.done / progress.total) * 100}
              size="sm"
              aria-label={progressSentence(progress)}
              transitionDuration={100}
            />
            <span className={styles.quiet}>{progressSentence(progress)}</span>
          </>
        )}
      </div>
    </section>
  );
}

function Part({
  title,
  aside,
  children,
}: {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className={styles.part} aria-label={title}>
      <div className={styles.head}>
        <h2 className={styles.name}>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
