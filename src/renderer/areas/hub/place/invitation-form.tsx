import { t } from '@lingui/core/macro';
import { Button, Textarea, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { ReadInvitation } from '../../../../contract/hub.ts';
import type { BucketProblem } from './bucket-form.tsx';
import styles from './hub.module.css';

type Props = {
  /** What was read so far, while a password is missing. */
  readonly read: ReadInvitation | undefined;
  readonly problem: BucketProblem | null;
  readonly busy: boolean;
  readonly onRead: (text: string, password: string) => void;
  readonly onBack: () => void;
};

/** Takes the invitation that a lead sent, and the password of the keys in it. */
export function InvitationForm({ read, problem, busy, onRead, onBack }: Props) {
  const [text, setText] = useState('');
  const [password, setPassword] = useState('');
  const passwordField = useRef<HTMLInputElement>(null);
  const textField = useRef<HTMLTextAreaElement>(null);
  // Whoever has it in their mail pastes it: nothing else is to be done here.
  useEffect(() => textField.current?.focus(), []);
  // While it was read, the button could not keep the focus: it goes where something is to be put right.
  useEffect(() => {
    if (problem === null) return;
    (problem.field === 'password' ? passwordField : textField).current?.focus();
  }, [problem]);
  const asksPassword = read?.needs === 'password';
  useEffect(() => {
    if (asksPassword) passwordField.current?.focus();
  }, [asksPassword]);
  return (
    <form
      className={styles.steps}
      onSubmit={(event) => {
        event.preventDefault();
        onRead(text, password);
      }}
    >
      <h1>{read === undefined ? t`Use an invitation` : t`Join ${{ name: read.name }}`}</h1>
      <Textarea
        ref={textField}
        label={t`Invitation`}
        description={t`Paste the whole text that your lead sent you.`}
        rows={6}
        spellCheck={false}
        value={text}
        error={problem !== null && problem.field !== 'password' ? problem.message : undefined}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {asksPassword && (
        <TextInput
          ref={passwordField}
          label={t`Password of the invitation`}
          description={t`It opens the keys in the invitation. Your lead sends it another way.`}
          maw={400}
          spellCheck={false}
          autoComplete="off"
          value={password}
          error={problem?.field === 'password' ? problem.message : undefined}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
      )}
      <div className={styles.line}>
        <Button variant="default" disabled={busy} onClick={onBack}>{t`Back`}</Button>
        <Button type="submit" loading={busy} disabled={text.trim() === ''}>{t`Continue`}</Button>
      </div>
    </form>
  );
}
