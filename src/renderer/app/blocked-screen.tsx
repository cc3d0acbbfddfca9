import { t } from '@lingui/core/macro';
import { Button, Group } from '@mantine/core';
import { IconDatabaseX } from '@tabler/icons-react';
import { copyDiagnostics } from '../areas/settings/diagnostics.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { FilePath } from '../ui/file-path.tsx';
import styles from '../ui/whole-window.module.css';

type Props = {
  /** What happened, what is safe, what to do. */
  readonly message: string;
  readonly dataFolder?: string;
  readonly onRetry: () => unknown;
};

/** Something is in the way of working at all: the whole window says what, and what to do. */
export function BlockedScreen({ message, dataFolder, onRetry }: Props) {
  return (
    <main className={styles.window} data-screen="Blocked" data-ready="true">
      <div role="alert">
        <EmptyState
          level={1}
          icon={IconDatabaseX}
          title={t`Kitbag can’t open its data`}
          text={
            <>
              {message}
              {dataFolder !== undefined && (
                <>
                  <br />
                  <br />
                  {t`Data folder:`} <FilePath>{dataFolder}</FilePath>
                </>
              )}
            </>
          }
          action={
            <Group gap="sm">
              <Button onClick={() => void onRetry()}>{t`Try again`}</Button>
              <Button
                variant="default"
                onClick={() => void copyDiagnostics(false)}
              >{t`Copy diagnostics`}</Button>
            </Group>
          }
        />
      </div>
    </main>
  );
}
