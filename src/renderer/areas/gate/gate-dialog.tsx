import { t } from '@lingui/core/macro';
import { Button, Modal } from '@mantine/core';
import { IconAlertTriangle, IconArrowRight } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { GateHeld } from '../../../contract/gate.ts';
import { useStore } from '../../base/store.ts';
import { type Asked, gateTalk } from './ask-gate.ts';
import classes from './gate.module.css';

/** What the gate asks before something leaves, and what it says where something may not. */
export function GateDialog() {
  const talk = useStore(gateTalk);
  if (talk === null) return null;
  const { says } = talk;
  const grave = says.verdict === 'refused' || says.grave;
  return (
    <Modal
      opened
      onClose={() => talk.answer(false)}
      title={
        <span className={classes.title} data-grave={grave || undefined}>
          {grave && <IconAlertTriangle size={18} aria-hidden />}
          {says.title}
        </span>
      }
      closeButtonProps={{ 'aria-label': t`Close` }}
      transitionProps={{ duration: 100 }}
      returnFocus
    >
      <p className={classes.message} data-grave={(says.verdict === 'ask' && says.grave) || undefined}>
        {says.message}
      </p>
      <div className={classes.buttons}>
        {says.verdict === 'ask' ? (
          <Question says={says} onAnswer={talk.answer} />
        ) : (
          <Held says={says} onClose={() => talk.answer(false)} />
        )}
      </div>
    </Modal>
  );
}

function Question({ says, onAnswer }: { readonly says: Asked; readonly onAnswer: (goOn: boolean) => void }) {
  return (
    <>
      {/* Enter does not send out what is not for customers. */}
      <Button
        variant="default"
        data-autofocus={says.grave || undefined}
        onClick={() => onAnswer(false)}
      >{t`Cancel`}</Button>
      <Button
        {...(says.grave && { color: 'red.9' })}
        data-autofocus={!says.grave || undefined}
        onClick={() => onAnswer(true)}
      >
        {says.confirm}
      </Button>
    </>
  );
}

function Held({ says, onClose }: { readonly says: GateHeld; readonly onClose: () => void }) {
  const navigate = useNavigate();
  const { instead } = says;
  if (instead === undefined) {
    return <Button variant="default" data-autofocus onClick={onClose}>{t`Close`}</Button>;
  }
  return (
    <>
      <Button variant="default" onClick={onClose}>{t`Close`}</Button>
      <Button
        data-autofocus
        className={classes.instead ?? ''}
        rightSection={<IconArrowRight size={16} aria-hidden />}
        onClick={() => {
          onClose();
          void navigate({ to: '/asset/$assetId', params: { assetId: instead.asset }, search: {} });
        }}
      >
        {t`Open “${instead.title}”`}
      </Button>
    </>
  );
}
