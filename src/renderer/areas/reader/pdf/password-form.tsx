import { t } from '@lingui/core/macro';
import { Button, PasswordInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import classes from './pdf-view.module.css';

type Props = { readonly wrong: boolean; readonly onAnswer: (password: string) => void };

/** Asks for the password of an encrypted PDF. It is used once and kept nowhere. */
export function PasswordForm({ wrong, onAnswer }: Props) {
  const [password, setPassword] = useState('');
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (password !== '') onAnswer(password);
  };
  return (
    <form className={classes.password} onSubmit={send}>
      <h2>{t`This PDF needs a password`}</h2>
      <p>{t`Ask whoever published it. Kitbag uses the password to show the document and doesn’t keep it.`}</p>
      <PasswordInput
        label={t`Password`}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        error={wrong ? t`That password doesn’t open the document. Try again.` : undefined}
        data-autofocus
        autoFocus
      />
      <Button type="submit" disabled={password === ''}>{t`Open`}</Button>
    </form>
  );
}
