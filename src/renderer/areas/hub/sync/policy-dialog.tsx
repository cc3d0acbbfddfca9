import { t } from '@lingui/core/macro';
import { Button, Modal, NativeSelect, TextInput } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { roleSchema } from '../../../../contract/common.ts';
import type { DeviceSync } from '../../../../contract/hub.ts';
import { isDeviceId } from '../../../../shared/vocabulary/ids.ts';
import { orpc } from '../../../base/engine-client.ts';
import { showDone, showError } from '../../../base/undo-toast.ts';
import { ROLE_NAMES } from '../../../ui/role-names.ts';
import styles from './sync-screen.module.css';

type Props = {
  readonly opened: boolean;
  readonly devices: readonly DeviceSync[];
  readonly onClose: () => void;
};

/** Stands in the list for a device that the hub does not know. */
const NEW = 'new';

const NO_DEVICE_NAME = t`This isn’t a device name: it should have 32 characters, 0 to 9 and a to f.`;

/** A policy for the keys of one device, to be given to whoever looks after the bucket. */
export function PolicyDialog({ opened, devices, onClose }: Props) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t`Bucket policy`}
      size="lg"
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      <Policy devices={devices} onClose={onClose} />
    </Modal>
  );
}

function Policy({ devices, onClose }: Omit<Props, 'opened'>) {
  const [chosen, setChosen] = useState(devices.find(({ self }) => self)?.id ?? devices[0]?.id ?? '');
  const [typed, setTyped] = useState('');
  const isNew = chosen === NEW;
  const written = typed.trim().toLowerCase();
  const isWrong = isNew && written !== '' && !isDeviceId(written);
  const id = isNew ? written : chosen;
  const role = devices.find((device) => device.id === id)?.member?.role ?? 'rep';
  const { data } = useQuery({
    ...orpc.hub.policy.queryOptions({ input: { device: id, role: roleSchema.parse(role) } }),
    enabled: isDeviceId(id),
  });
  const copy = async (): Promise<void> => {
    try {
      await window.kitbag.copyText({ text: data?.text ?? '' });
      showDone(t`Copied the policy.`);
    } catch (error) {
      showError(error);
    }
  };
  return (
    <div className={styles.codeBox}>
      <p
        className={styles.sentence}
      >{t`With its own keys under this policy, a device reads everything and writes only under its own name. Without it, anyone who has keys can delete or damage what others wrote; devices notice, and keep what they have.`}</p>
      <NativeSelect
        label={t`For the keys of`}
        value={chosen}
        data={[
          ...devices.map((device) => ({ value: device.id, label: labelOf(device) })),
          { value: NEW, label: t`A device that isn’t in the hub yet` },
        ]}
        onChange={(event) => setChosen(event.currentTarget.value)}
      />
      {isNew && (
        <TextInput
          label={t`Name of the device`}
          description={t`Kitbag shows it to anyone who joins with keys that can’t write: the 32 characters after “devices/”.`}
          spellCheck={false}
          autoComplete="off"
          maxLength={60}
          value={typed}
          error={isWrong ? NO_DEVICE_NAME : undefined}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={styles.policy} tabIndex={0} aria-label={t`Policy`}>
        <pre>{data?.text ?? ' '}</pre>
      </section>
      <div className={styles.line}>
        <Button
          variant="default"
          leftSection={<IconCopy size={16} aria-hidden />}
          disabled={data === undefined}
          onClick={() => void copy()}
        >{t`Copy policy`}</Button>
        <Button data-autofocus onClick={onClose}>{t`Done`}</Button>
      </div>
    </div>
  );
}

function labelOf({ name, member, self }: DeviceSync): string {
  if (member === undefined) return self ? t`${name}, this device` : name;
  const role = ROLE_NAMES[member.role];
  return self
    ? t`${{ member: member.name }}, ${name} (${role}), this device`
    : t`${{ member: member.name }}, ${name} (${role})`;
}
