import { t } from '@lingui/core/macro';
import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';

/** Says what was published and leads to it. */
export function showPublished(message: string, show: () => void): void {
  const id = `published-${Date.now()}`;
  notifications.show({
    id,
    color: 'teal',
    autoClose: 10_000,
    message: (
      <Group gap="sm" justify="space-between">
        <span>{message}</span>
        <Button
          size="compact-sm"
          variant="light"
          onClick={() => {
            notifications.hide(id);
            show();
          }}
        >{t`Show in the library`}</Button>
      </Group>
    ),
  });
}
