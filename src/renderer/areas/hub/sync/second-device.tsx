import { t } from '@lingui/core/macro';
import { Button, Modal } from '@mantine/core';
import { IconCopy, IconDevicesPlus } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { PlaceKind } from '../../../../shared/hub-location.ts';
import { engine } from '../../../base/engine-client.ts';
import { showDone, showError } from '../../../base/undo-toast.ts';
import { formatDateTime } from '../../../ui/format.ts';
import styles from './sync-screen.module.css';
import { useHubState } from './use-sync.ts';

/** How one gets from the first start to the hub. */
const WAY_THERE: Readonly<Record<PlaceKind, string>> = {
  folder: t`On the other device, choose “Join a hub” and the hub’s folder, then “I already use this hub on another device”, and type this code:`,
  bucket: t`On the other device, choose “Use an invitation” and paste one to this hub (“Invite colleagues” here), then “I already use this hub on another device”, and type this code:`,
};

/** Shows a code with which a further device of one's own comes in as the same member. */
export function SecondDevice() {
  const invite = useMutation({ mutationFn: () => engine.people.inviteDevice(), onError: showError });
  const { data } = invite;
  const hub = useHubState().data;
  const kind = hub?.location?.kind ?? 'folder';
  const devices = hub?.devices ?? [];
  const self = devices.find((device) => device.self)?.member?.id;
  const own = devices.filter((device) => device.member !== undefined && device.member.id === self);
  const [before, setBefore] = useState<ReadonlySet<string>>(new Set());
  const joined = own.find(({ id }) => !before.has(id));
  const copy = async (code: string): Promise<void> => {
    try {
      await window.kitbag.copyText({ text: code });
      showDone(t`Copied the code.`);
    } catch (error) {
      showError(error);
    }
  };
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconDevicesPlus size={16} aria-hidden />}
        loading={invite.isPending}
        onClick={() => {
          setBefore(new Set(own.map(({ id }) => id)));
          invite.mutate();
        }}
      >{t`Add a device of mine…`}</Button>
      <Modal
        opened={data !== undefined}
        onClose={invite.reset}
        title={t`Add a device of yours`}
        closeButtonProps={{ 'aria-label': t`Close` }}
      >
        {data !== undefined && (
          <div className={styles.codeBox}>
            <p className={styles.sentence}>{WAY_THERE[kind]}</p>
            <p className={styles.code} data-testid="code">
              {data.code}
            </p>
            <p
              className={`${styles.sentence} ${styles.quiet}`}
            >{t`It works once, until ${{ time: formatDateTime(data.until) }}. Kitbag has to be open here when the other device joins: the first device that shows the code becomes yours. Don’t show it to anybody else.`}</p>
            <p className={styles.sentence} role="status">
              {joined === undefined
                ? t`No device has used it yet.`
                : t`“${{ device: joined.name }}” is now yours too.`}
            </p>
            <div className={styles.line}>
              <Button
                data-autofocus
                leftSection={<IconCopy size={16} aria-hidden />}
                onClick={() => void copy(data.code)}
              >{t`Copy the code`}</Button>
            </div>
          </div>
        )}
      </Modal>
    </>
  );
}
