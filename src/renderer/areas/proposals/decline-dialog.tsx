import { t } from '@lingui/core/macro';
import { Button, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Proposal } from '../../../contract/proposals.ts';
import { useStore } from '../../base/store.ts';
import { decline, toDecline } from './adopt.ts';
import styles from './proposals.module.css';

/** Asks why something is declined: whoever proposed it is told. */
export function DeclineDialog() {
  const asked = useStore(toDecline);
  const close = (): void => toDecline.set(null);
  return (
    <Modal
      opened={asked !== null}
      onClose={close}
      title={asked === null ? '' : t`Decline “${{ file: asked.fileName }}”`}
      closeButtonProps={{ 'aria-label': t`Close` }}
      transitionProps={{ duration: 100 }}
      returnFocus
    >
      {asked !== null && <DeclineForm key={asked.id} asked={asked} onClose={close} />}
    </Modal>
  );
}

function DeclineForm({ asked, onClose }: { readonly asked: Proposal; readonly onClose: () => void }) {
  const { by, inLibrary } = asked;
  const there = inLibrary === undefined ? '' : t`Already in the library as “${{ title: inLibrary.title }}”.`;
  const [reason, setReason] = useState(there);
  const send = async (): Promise<void> => {
    if (reason.trim() !== '' && (await decline(asked, reason.trim()))) onClose();
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <TextInput
        data-autofocus
        label={t`Reason`}
        description={t`${{ name: by.name }} reads it.`}
        placeholder={t`Prices of last year`}
        withAsterisk
        maxLength={300}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className={styles.buttons}>
        <Button variant="default" onClick={onClose}>{t`Cancel`}</Button>
        <Button type="submit" disabled={reason.trim() === ''}>{t`Decline`}</Button>
      </div>
    </form>
  );
}
