import { t } from '@lingui/core/macro';
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { SaveOutcome } from '../../contract/shell.ts';
import { say } from '../../words/say.ts';
import { showDone, showError } from './undo-toast.ts';

/** Tells what came of saving a file, and leads to it. */
export function tellSaved(outcome: SaveOutcome): void {
  switch (outcome.status) {
    case 'saved':
      showSaved(outcome.fileName, outcome.saved);
      return;
    case 'refused':
    case 'failed':
      showError(say(outcome.says));
      return;
    case 'cancelled':
      return;
  }
}

function showSaved(fileName: string, saved: string): void {
  const show = () =>
    window.kitbag.showInFolder({ saved }).then((shown) => {
      if (shown.status !== 'done') showDone(say(shown.says));
    }, showError);
  notifications.show({
    color: 'teal',
    autoClose: 8_000,
    message: (
      <>
        {t`Saved as ${fileName}.`}{' '}
        <Button size="compact-sm" variant="light" onClick={() => void show()}>{t`Show in its folder`}</Button>
      </>
    ),
  });
}
