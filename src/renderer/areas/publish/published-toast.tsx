import { t } from '@lingui/core/macro';
import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';

/** Says what was published, leads to it, and offers for a while to link what looks like language versions (`link`), and to take all of it back (`undo`). */
export function showPublished(
  message: string,
  show: () => void,
  undo: (() => void) | null,
  link: (() => void) | null,
): void {
  const id = `published-${Date.now()}`;
  const then = (work: () => void) => () => {
    notifications.hide(id);
    work();
  };
  notifications.show({
    id,
    color: 'teal',
    autoClose: 10_000,
    message: (
      <Group gap="sm" justify="space-between">
        <span>{message}</span>
        <Group gap="xs">
          <Button size="compact-sm" variant="light" onClick={then(show)}>{t`Show in the library`}</Button>
          {link !== null && (
            <Button size="compact-sm" variant="light" onClick={then(link)}>{t`Link languages…`}</Button>
          )}
          {undo !== null && <Button size="compact-sm" variant="light" onClick={then(undo)}>{t`Undo`}</Button>}
        </Group>
      </Group>
    ),
  });
}
