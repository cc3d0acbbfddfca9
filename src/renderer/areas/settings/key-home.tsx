import { t } from '@lingui/core/macro';
import { Button } from '@mantine/core';
import type { KeyHome } from '../../../shared/vocabulary/device.ts';
import { Note } from '../../ui/note.tsx';
import styles from './settings-screen.module.css';

type Props = {
  readonly home: KeyHome;
  /** Whether a keyring would take the key; unknown while it is being asked. */
  readonly keyring: boolean | undefined;
  readonly moving: boolean;
  readonly onMove: (to: KeyHome) => void;
};

const TEXTS: Readonly<Record<KeyHome, string>> = {
  keyring: t`The key that signs what you do is in the keyring of your system: nobody can write in your name with a copy of this folder. The command line can’t use this replica.`,
  file: t`The key that signs what you do is in a file in this folder that only your user account can read. The command line can use this replica too.`,
};

/** Where the device's key is kept, and the way to the other place. */
export function KeyHomeChoice({ home, keyring, moving, onMove }: Props) {
  const none = home === 'file' && keyring === false;
  return (
    <>
      <Note>
        {TEXTS[home]}
        {none && t` Your system offers no keyring.`}
      </Note>
      {home === 'keyring' && (
        <div className={styles.line}>
          <Button
            variant="default"
            loading={moving}
            onClick={() => onMove('file')}
          >{t`Keep it in a file instead, so that the command line can use this replica`}</Button>
        </div>
      )}
      {home === 'file' && keyring === true && (
        <div className={styles.line}>
          <Button
            variant="default"
            loading={moving}
            onClick={() => onMove('keyring')}
          >{t`Keep it in the keyring instead`}</Button>
        </div>
      )}
    </>
  );
}
