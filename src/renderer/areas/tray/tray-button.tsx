import { plural, t } from '@lingui/core/macro';
import { Button, VisuallyHidden } from '@mantine/core';
import { IconStack2 } from '@tabler/icons-react';
import { trayShown, useTray } from './tray-state.ts';

/** Leads to the tray, once something lies in it. */
export function TrayButton() {
  const { length } = useTray();
  return (
    <>
      <VisuallyHidden role="status">
        {length === 0 ? '' : plural(length, { one: '# item in the tray', other: '# items in the tray' })}
      </VisuallyHidden>
      {length > 0 && (
        <Button
          size="compact-md"
          variant="light"
          leftSection={<IconStack2 size={16} aria-hidden />}
          title={t`Tray of picked pages (Ctrl+Shift+Y)`}
          onClick={() => trayShown.set(true)}
        >
          {t`Tray (${length})`}
        </Button>
      )}
    </>
  );
}
