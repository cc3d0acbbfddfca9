import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Modal, TextInput } from '@mantine/core';
import { IconCloudShare, IconDatabase, IconFolderOpen } from '@tabler/icons-react';
import { useState } from 'react';
import type { HubLocation } from '../../../../shared/hub-location.ts';
import type { Admission } from '../../../../shared/vocabulary/people.ts';
import { createStore, useStore } from '../../../base/store.ts';
import { BucketForm } from './bucket-form.tsx';
import type { ChosenPlace } from './choose-place.ts';
import { sharingHindrance } from './hindrance.ts';
import styles from './hub.module.css';
import { InvitePanel } from './invite-panel.tsx';
import { PlaceLine } from './place-line.tsx';
import { AdmissionChoice, SampleEnds, WhoCan } from './share-terms.tsx';
import { useFocusedFirst } from './use-focused-first.ts';
import { useShareHub } from './use-share-hub.ts';

/** Outside React: once the hub is shared, the screen that asked for it is another one. */
const shareOpened = createStore(false);

/** Opens what asks where the hub is to be shared. */
export function ShareButton({ variant = 'filled' }: { readonly variant?: 'filled' | 'default' }) {
  return (
    <Button
      variant={variant}
      leftSection={<IconCloudShare size={16} aria-hidden />}
      onClick={() => shareOpened.set(true)}
    >{t`Share this hub`}</Button>
  );
}

/** Sharing the hub, over whatever screen. */
export function ShareDialog() {
  const opened = useStore(shareOpened);
  const close = (): void => shareOpened.set(false);
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={t`Share this hub`}
      size="lg"
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      <ShareHub onClose={close} />
    </Modal>
  );
}

function ShareHub({ onClose }: { readonly onClose: () => void }) {
  const { step, choose, nameBucket, askBucket, back, share, busy, asLead, isSample } = useShareHub();
  switch (step.at) {
    case 'start':
      return (
        <Start busy={busy} asLead={asLead} isSample={isSample} onChoose={choose} onBucket={nameBucket} />
      );
    case 'bucket':
      return (
        <BucketForm known={step.known} problem={step.problem} busy={busy} onAsk={askBucket} onBack={back} />
      );
    case 'found':
      return (
        <Found
          place={step.place}
          name={step.name}
          busy={busy}
          onChoose={step.place.location.kind === 'folder' ? choose : nameBucket}
          onShare={share}
        />
      );
    case 'done':
      return <Done name={step.name} location={step.location} onClose={onClose} />;
  }
}

type StartProps = {
  readonly busy: boolean;
  /** Sharing makes the person a lead. */
  readonly asLead: boolean;
  readonly isSample: boolean;
  readonly onChoose: () => void;
  readonly onBucket: () => void;
};

function Start({ busy, asLead, isSample, onChoose, onBucket }: StartProps) {
  return (
    <div className={styles.steps}>
      <p
        className={styles.text}
      >{t`Choose a folder that your colleagues have too: in OneDrive, SharePoint, Dropbox, Syncthing, or on a file server. An empty folder is best. Kitbag puts the hub in it; everyone who joins keeps a full copy and can work offline.`}</p>
      <WhoCan kind="folder" />
      {isSample && <SampleEnds />}
      {asLead && !isSample && (
        <p
          className={styles.note}
        >{t`Somebody has to lead a shared hub: sharing it makes you its content lead. You can still do everything you could before.`}</p>
      )}
      <p
        className={`${styles.text} ${styles.quiet}`}
      >{t`No shared folder, or too many people for one? A bucket in any S3-compatible store does the same: AWS, Cloudflare R2, Backblaze B2, MinIO, Ceph…`}</p>
      <div className={styles.line}>
        <Button
          variant="default"
          leftSection={<IconDatabase size={16} aria-hidden />}
          disabled={busy}
          onClick={onBucket}
        >{t`Use a bucket…`}</Button>
        <Button
          data-autofocus
          leftSection={<IconFolderOpen size={16} aria-hidden />}
          loading={busy}
          onClick={onChoose}
        >{t`Choose a folder…`}</Button>
      </div>
    </div>
  );
}

type FoundProps = {
  readonly place: ChosenPlace;
  readonly name: string;
  readonly busy: boolean;
  readonly onChoose: () => void;
  readonly onShare: (name: string, admission: Admission | undefined) => void;
};

function Found({ place, name: suggested, busy, onChoose, onShare }: FoundProps) {
  const [name, setName] = useState(suggested);
  const [admission, setAdmission] = useState<Admission>('ask');
  const isNew = place.place !== 'own-hub';
  const problem = sharingHindrance(place);
  const first = useFocusedFirst<HTMLInputElement>();
  return (
    <form
      className={styles.steps}
      onSubmit={(event) => {
        event.preventDefault();
        if (problem === null && name.trim() !== '') onShare(name.trim(), isNew ? admission : undefined);
      }}
    >
      <PlaceLine location={place.location} />
      {problem !== null && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      {place.place === 'not-empty' && (
        <p className={styles.note}>
          {place.location.kind === 'folder'
            ? t`There are other things in this folder. Kitbag leaves them alone; an empty folder is tidier.`
            : t`There are other things at this place in the bucket. Kitbag leaves them alone; a separate path is tidier.`}
        </p>
      )}
      {place.place === 'own-hub' && (
        <p className={styles.note}>{t`This hub is already here. Sharing connects to it again.`}</p>
      )}
      {problem === null && (
        <TextInput
          label={t`Name of the hub`}
          description={t`Colleagues see it when they join.`}
          ref={first}
          maxLength={300}
          value={name}
          error={name.trim() === '' ? t`Give it a name.` : undefined}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      )}
      {problem === null && place.location.kind === 'bucket' && <WhoCan kind="bucket" />}
      {problem === null && isNew && <AdmissionChoice value={admission} onChange={setAdmission} />}
      <div className={styles.line}>
        <Button variant="default" disabled={busy} onClick={onChoose}>
          {place.location.kind === 'folder' ? t`Choose another folder…` : t`Change the bucket…`}
        </Button>
        {problem === null && (
          <Button type="submit" loading={busy} disabled={name.trim() === ''}>{t`Share here`}</Button>
        )}
      </div>
    </form>
  );
}

function Done({
  name,
  location,
  onClose,
}: {
  readonly name: string;
  readonly location: HubLocation;
  readonly onClose: () => void;
}) {
  return (
    <div className={styles.steps}>
      <p className={styles.text} role="status">
        <Trans>
          <strong>{name}</strong> is shared. Tell your colleagues how to join:
        </Trans>
      </p>
      <InvitePanel kind={location.kind} onClose={onClose} />
    </div>
  );
}
