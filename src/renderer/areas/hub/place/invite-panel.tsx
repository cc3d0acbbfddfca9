import { t } from '@lingui/core/macro';
import { Button, Checkbox } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PlaceKind } from '../../../../shared/hub-location.ts';
import { invitationText } from '../../../../words/invitation.ts';
import { orpc } from '../../../base/engine-client.ts';
import { ErrorState } from '../../../base/error-state.tsx';
import { showDone, showError } from '../../../base/undo-toast.ts';
import styles from './hub.module.css';
import { useFocusedFirst } from './use-focused-first.ts';

type Props = { readonly kind: PlaceKind; readonly onClose: () => void };

/** What one sends to colleagues so that they join; for a bucket also with the keys, locked with a password that goes another way. */
export function InvitePanel({ kind, onClose }: Props) {
  const [withKeys, setWithKeys] = useState(false);
  // A new password each time: asked for once, kept while the panel is open.
  const { data, error, isPending, refetch } = useQuery({
    ...orpc.hub.invite.queryOptions({ input: { withKeys } }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const text = data && invitationText(data);
  const done = useFocusedFirst<HTMLButtonElement>();
  return (
    <div className={styles.steps}>
      {kind === 'bucket' && (
        <Checkbox
          label={t`Include this device’s keys for the bucket`}
          description={t`Locked with a password. Anyone who has both can do in the bucket what these keys allow. Without them, colleagues enter their own keys.`}
          checked={withKeys}
          onChange={(event) => setWithKeys(event.currentTarget.checked)}
        />
      )}
      {data?.password !== undefined && (
        <div className={styles.steps}>
          <p
            className={styles.text}
          >{t`Send this password another way, for example by phone. It is shown only now:`}</p>
          <p className={styles.password} data-testid="invitation-password">
            {data.password}
          </p>
        </div>
      )}
      {error !== null ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <p className={styles.tell} data-testid="invitation">
          {text ?? ' '}
        </p>
      )}
      <div className={styles.line}>
        {data?.password !== undefined && (
          <Button
            variant="default"
            leftSection={<IconCopy size={16} aria-hidden />}
            onClick={() => void copy(data.password ?? '', t`Copied the password.`)}
          >{t`Copy the password`}</Button>
        )}
        <Button
          variant="default"
          leftSection={<IconCopy size={16} aria-hidden />}
          disabled={isPending || text === undefined}
          onClick={() => void copy(text ?? '', t`Copied the invitation.`)}
        >{t`Copy the invitation`}</Button>
        <Button ref={done} data-autofocus onClick={onClose}>{t`Done`}</Button>
      </div>
    </div>
  );
}

async function copy(text: string, done: string): Promise<void> {
  try {
    await window.kitbag.copyText({ text });
    showDone(done);
  } catch (error) {
    showError(error);
  }
}
