import { t } from '@lingui/core/macro';
import { Button } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, type ReactNode, useState } from 'react';
import type { WireProblem } from '../../base/wire-error.ts';
import { performKey } from '../../ui/keys/perform-key.ts';
import classes from './taxonomy.module.css';

type Props = {
  /** Whether something new is made, not something changed. */
  readonly adds: boolean;
  /** What is missing, as a sentence; null when it can be saved. */
  readonly check: () => string | null;
  readonly save: () => Promise<WireProblem | null>;
  readonly onClose: () => void;
  /** The fields. What was wrong belongs to the first of them; changing one takes it away. */
  readonly children: (error: string | null, clear: () => void) => ReactNode;
};

/** Fields in the place of what they are about: saved by Enter or the button, left by Escape. Closed once it is saved. */
export function EditForm({ adds, check, save, onClose, children }: Props) {
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const missing = check();
    if (missing !== null) {
      setError(missing);
      return;
    }
    setBusy(true);
    const problem = await save();
    setBusy(false);
    if (problem) setError(problem.message);
    else onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    performKey(event, 'form', { leave: onClose, send: null, take: null });
  };
  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)} onKeyDown={onKeyDown} noValidate>
      {children(error, () => setError(null))}
      <div className={classes.buttons}>
        <Button type="submit" size="xs" loading={busy}>
          {adds ? t`Add` : t`Save`}
        </Button>
        <Button size="xs" variant="default" onClick={onClose}>{t`Cancel`}</Button>
      </div>
    </form>
  );
}
