import { t } from '@lingui/core/macro';
import { Button } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { performKey } from '../../ui/keys/perform-key.ts';
import classes from './taxonomy.module.css';

type Props = {
  /** What is given up. */
  readonly name: string;
  /** What that would do, a sentence each. */
  readonly effect: readonly string[];
  /** What the button says. */
  readonly word: string;
  readonly onRetire: () => Promise<void>;
  readonly onClose: () => void;
  /** Something is open that Escape closes first. */
  readonly choosing?: boolean;
  readonly children?: ReactNode;
};

/** What every form has that gives something up: what it would change, said before it is done. */
export function RetireFrame({ name, effect, word, onRetire, onClose, choosing = false, children }: Props) {
  const [busy, setBusy] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    await onRetire();
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!choosing) performKey(event, 'form', { leave: onClose, send: null, take: null });
  };
  return (
    <form
      className={classes.form}
      aria-label={t`Retire ${{ term: name }}`}
      onSubmit={(event) => void submit(event)}
      onKeyDown={onKeyDown}
    >
      <h2 ref={title} className={classes.heading} tabIndex={-1}>
        {t`Retire ${{ term: name }}?`}
      </h2>
      <ul className={classes.effect} aria-label={t`What it would change`}>
        {effect.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {children}
      <div className={classes.buttons}>
        <Button type="submit" size="xs" loading={busy}>
          {word}
        </Button>
        <Button size="xs" variant="default" onClick={onClose}>{t`Cancel`}</Button>
      </div>
    </form>
  );
}
