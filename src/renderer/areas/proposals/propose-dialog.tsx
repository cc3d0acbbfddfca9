import { plural, t } from '@lingui/core/macro';
import { Alert, Anchor, Button, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { isSecret } from '../../../shared/vocabulary/secrets.ts';
import { say } from '../../../words/say.ts';
import { AskedDialog } from '../../base/asked-dialog.tsx';
import { engine } from '../../base/engine-client.ts';
import { showUndo } from '../../base/undo-toast.ts';
import { describeError } from '../../base/wire-error.ts';
import styles from './proposals.module.css';
import { type ToPropose, toPropose } from './propose-state.ts';
import { withdraw } from './use-proposals.ts';

/** Asks why files are proposed. */
export function ProposeDialog() {
  return (
    <AskedDialog store={toPropose} titleOf={titleOf}>
      {(asked, close) => <ProposeForm key={asked.grant} asked={asked} onClose={close} />}
    </AskedDialog>
  );
}

function titleOf({ name, count }: ToPropose): string {
  return name === undefined
    ? plural(count, { one: 'Propose # file', other: 'Propose # files' })
    : t`Propose “${name}”`;
}

type Refused = Awaited<ReturnType<typeof engine.proposals.make>>['refused'];
type FormProps = { readonly asked: ToPropose; readonly onClose: () => void };

function usePropose({ asked, onClose }: FormProps) {
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const send = async (why: string, meant: boolean): Promise<void> => {
    if (busy || why.trim() === '') return;
    setBusy(true);
    setProblem(null);
    try {
      const request = asked.request?.id;
      const made = await engine.proposals.make({
        ...{ grant: asked.grant, why: why.trim(), meant },
        ...(request !== undefined && { request }),
      });
      setRefused(made.refused);
      if (made.refused.length === 0) {
        onClose();
        sayProposed(made.proposals);
      }
    } catch (error) {
      setProblem(describeError(error).message);
    } finally {
      setBusy(false);
    }
  };
  return { busy, refused, problem, send };
}

function sayProposed(proposals: Awaited<ReturnType<typeof engine.proposals.make>>['proposals']): void {
  const message = plural(proposals.length, {
    one: 'Proposed. Marketing’s answer will appear under Your proposals.',
    other: 'Proposed # files. Marketing’s answers will appear under Your proposals.',
  });
  if (proposals.length === 0) return;
  showUndo({ message, undo: () => Promise.all(proposals.map((proposal) => withdraw(proposal))) });
}

function ProposeForm(props: FormProps) {
  const { asked, onClose } = props;
  const [why, setWhy] = useState('');
  const { busy, refused, problem, send } = usePropose(props);
  const asks = refused.length > 0 && refused.every(({ code }) => isSecret(code));
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void send(why, false);
      }}
    >
      <p className={styles.note}>
        {asked.request === undefined
          ? t`Only marketing sees it. If it is published, your name stays with it.`
          : t`For “${{ title: asked.request.title }}”. Only marketing sees it. If it is published, your name stays with it.`}
      </p>
      <TextInput
        data-autofocus
        label={t`Why is it useful?`}
        placeholder={t`Used this with Harborline`}
        withAsterisk
        maxLength={300}
        value={why}
        onChange={(event) => setWhy(event.currentTarget.value)}
      />
      <NotProposed refused={refused} onLeave={onClose} />
      {problem !== null && (
        <Alert color="red" variant="light" role="alert">
          {problem}
        </Alert>
      )}
      <div className={styles.buttons}>
        <Button variant="default" onClick={onClose}>{t`Cancel`}</Button>
        {asks ? (
          <Button loading={busy} onClick={() => void send(why, true)}>{t`Propose it anyway`}</Button>
        ) : (
          <Button type="submit" loading={busy} disabled={why.trim() === ''}>{t`Propose`}</Button>
        )}
      </div>
    </form>
  );
}

/** Which files were not proposed, and why. */
function NotProposed({ refused, onLeave }: { readonly refused: Refused; readonly onLeave: () => void }) {
  if (refused.length === 0) return null;
  const title = plural(refused.length, {
    one: '# file was not proposed',
    other: '# files were not proposed',
  });
  return (
    <Alert color="yellow" variant="light" role="alert" title={title}>
      <ul className={styles.refused}>
        {refused.map(({ fileName, says, asset }) => (
          <li key={fileName}>
            <strong>{fileName}</strong>: {say(says)}{' '}
            {asset !== undefined && (
              <Anchor component={Link} to={`/asset/${asset.asset}`} size="sm" onClick={onLeave}>
                {t`Open it`}
              </Anchor>
            )}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
