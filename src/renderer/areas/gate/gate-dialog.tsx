import { t } from '@lingui/core/macro';
import { Button, Modal } from '@mantine/core';
import { IconAlertTriangle, IconArrowRight } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { GateHeld } from '../../../contract/gate.ts';
import { say } from '../../../words/say.ts';
import { useStore } from '../../base/store.ts';
import { type Asked, gateTalk } from './ask-gate.ts';
import classes from './gate.module.css';

/** What the gate asks before something leaves, and what it says where something may not. */
export function GateDialog() {
  const talk = useStore(gateTalk);
  if (talk === null) return null;
  const { told } = talk;
  const grave = told.verdict === 'refused' || told.grave;
  return (
    <Modal
      opened
      onClose={() => talk.answer(false)}
      title={
        <span className={classes.title} data-grave={grave || undefined}>
          {grave && <IconAlertTriangle size={18} aria-hidden />}
          {say(told.title)}
        </span>
      }
      closeButtonProps={{ 'aria-label': t`Close` }}
      returnFocus
    >
      <p className={classes.message} data-grave={(told.verdict === 'ask' && told.grave) || undefined}>
        {say(told.says)}
      </p>
      <div className={classes.buttons}>
        {told.verdict === 'ask' ? (
          <Question told={told} onAnswer={talk.answer} />
        ) : (
          <Held told={told} onClose={() => talk.answer(false)} />
        )}
      </div>
    </Modal>
  );
}

function Question({ told, onAnswer }: { readonly told: Asked; readonly onAnswer: (goOn: boolean) => void }) {
  return (
    <>
      {/* Enter does not send out what is not for customers. */}
      <Button
        variant="default"
        data-autofocus={told.grave || undefined}
        onClick={() => onAnswer(false)}
      >{t`Cancel`}</Button>
      <Button
        {...(told.grave && { color: 'red.9' })}
        data-autofocus={!told.grave || undefined}
        onClick={() => onAnswer(true)}
      >
        {say(told.confirm)}
      </Button>
    </>
  );
}

function Held({ told, onClose }: { readonly told: GateHeld; readonly onClose: () => void }) {
  const navigate = useNavigate();
  const { instead } = told;
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
