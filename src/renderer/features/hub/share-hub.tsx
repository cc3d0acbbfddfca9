import { Button, Modal, TextInput } from '@mantine/core';
import { IconCloudShare, IconCopy, IconFolderOpen } from '@tabler/icons-react';
import { useState } from 'react';
import { type HubLocation, locationText } from '../../../shared/hub-location.ts';
import { createStore, useStore } from '../../app/store.ts';
import { showDone, showError } from '../../ui/undo-toast.ts';
import type { ChosenPlace } from './choose-place.ts';
import styles from './hub.module.css';
import { PlaceLine } from './place-line.tsx';
import { type Admission, AdmissionChoice, SampleEnds, WhoCan } from './share-terms.tsx';
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
    >
      Share this hub
    </Button>
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
      title="Share this hub"
      size="lg"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <ShareHub onClose={close} />
    </Modal>
  );
}

function ShareHub({ onClose }: { readonly onClose: () => void }) {
  const { step, choose, share, busy, asLead, isSample } = useShareHub();
  switch (step.at) {
    case 'start':
      return <Start busy={busy} asLead={asLead} isSample={isSample} onChoose={choose} />;
    case 'found':
      return <Found place={step.place} name={step.name} busy={busy} onChoose={choose} onShare={share} />;
    case 'done':
      return <Done {...step} onClose={onClose} />;
  }
}

type StartProps = {
  readonly busy: boolean;
  /** Sharing makes the person a lead. */
  readonly asLead: boolean;
  readonly isSample: boolean;
  readonly onChoose: () => void;
};

function Start({ busy, asLead, isSample, onChoose }: StartProps) {
  return (
    <div className={styles.steps}>
      <p className={styles.text}>
        Choose a folder that your colleagues have too: in OneDrive, SharePoint, Dropbox, Syncthing, or on a
        file server. An empty folder is best. Kitbag puts the hub into it; everybody who joins keeps a full
        copy and works without a network as well.
      </p>
      <WhoCan kind="folder" />
      {isSample && <SampleEnds />}
      {asLead && !isSample && (
        <p className={styles.note}>
          Somebody has to lead a shared hub: sharing it makes you its content lead. You can do everything that
          you could before.
        </p>
      )}
      <div className={styles.line}>
        <Button
          data-autofocus
          leftSection={<IconFolderOpen size={16} aria-hidden />}
          loading={busy}
          onClick={onChoose}
        >
          Choose a folder…
        </Button>
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

/** Why one can't share there; null where one can. */
function hindrance(place: ChosenPlace): string | null {
  if (place.place === 'unusable') return place.message ?? 'This folder can’t be used. Choose another one.';
  if (place.place === 'hub') {
    return `Another hub${place.name === undefined ? '' : `, ${place.name},`} is in this folder already. Nothing was changed. Choose an empty folder.`;
  }
  return null;
}

function Found({ place, name: suggested, busy, onChoose, onShare }: FoundProps) {
  const [name, setName] = useState(suggested);
  const [admission, setAdmission] = useState<Admission>('ask');
  const isNew = place.place !== 'own-hub';
  const problem = hindrance(place);
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
          There are other things in this folder. Kitbag leaves them alone; an empty folder is tidier.
        </p>
      )}
      {place.place === 'own-hub' && (
        <p className={styles.note}>This hub is in this folder already. Sharing connects to it again.</p>
      )}
      {problem === null && (
        <TextInput
          label="Name of the hub"
          description="Colleagues see it when they join."
          data-autofocus
          maxLength={300}
          value={name}
          error={name.trim() === '' ? 'Please give it a name.' : undefined}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      )}
      {problem === null && isNew && <AdmissionChoice value={admission} onChange={setAdmission} />}
      <div className={styles.line}>
        <Button variant="default" disabled={busy} onClick={onChoose}>
          Choose another folder…
        </Button>
        {problem === null && (
          <Button type="submit" loading={busy} disabled={name.trim() === ''}>
            Share here
          </Button>
        )}
      </div>
    </form>
  );
}

/** What one can send to colleagues. */
function invitation(name: string, location: HubLocation, fingerprint: string): string {
  return [
    `Our content hub “${name}” is in Kitbag now.`,
    '1. Make sure that you have this shared folder on your computer:',
    `     ${locationText(location)}`,
    '    (yours may be in another place; look for its name)',
    '2. Open Kitbag, choose “Join a hub” and then that folder.',
    `3. Check that Kitbag shows this fingerprint: ${fingerprint}`,
    '    (if it shows another one, it is not our hub: do not join, and tell me)',
    '4. Say who you are. Search works as soon as the texts have arrived.',
  ].join('\n');
}

function Done({
  name,
  location,
  fingerprint,
  onClose,
}: {
  readonly name: string;
  readonly location: HubLocation;
  readonly fingerprint: string;
  readonly onClose: () => void;
}) {
  const text = invitation(name, location, fingerprint);
  const copy = async (): Promise<void> => {
    try {
      await window.kitbag.copyText({ text });
      showDone('Copied what to tell your colleagues.');
    } catch (error) {
      showError(error);
    }
  };
  return (
    <div className={styles.steps}>
      <p className={styles.text} role="status">
        <strong>{name}</strong> is shared. Tell your colleagues how to join:
      </p>
      <p className={styles.tell}>{text}</p>
      <div className={styles.line}>
        <Button
          variant="default"
          leftSection={<IconCopy size={16} aria-hidden />}
          onClick={() => void copy()}
        >
          Copy this text
        </Button>
        <Button data-autofocus onClick={onClose}>
          Done
        </Button>
      </div>
    </div>
  );
}
