import { t } from '@lingui/core/macro';
import { Button } from '@mantine/core';
import { IconCopyCheck, IconFolder, IconUpload } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { EmptyState } from '../../ui/empty-state.tsx';
import classes from './publish-screen.module.css';

type Props = { readonly onChooseFiles: () => void; readonly onChooseFolder: () => void };

/** Where nothing waits to be published: how files come here. Dropping works on the whole window. */
export function PublishEmpty({ onChooseFiles, onChooseFolder }: Props) {
  return (
    <div className={classes.zone}>
      <EmptyState
        icon={IconUpload}
        title={t`Drop files or folders here`}
        text={t`Kitbag reads them on this computer, guesses title, type and language, and asks for stage and persona. Nothing is published until you say so.`}
        action={
          <div className={classes.buttons}>
            <Button
              onClick={onChooseFiles}
              leftSection={<IconUpload size={16} aria-hidden />}
            >{t`Choose files`}</Button>
            <Button
              onClick={onChooseFolder}
              variant="default"
              leftSection={<IconFolder size={16} aria-hidden />}
            >{t`Choose a folder`}</Button>
            <Button
              component={Link}
              to="/duplicates"
              variant="subtle"
              color="gray"
              leftSection={<IconCopyCheck size={16} aria-hidden />}
            >{t`Find duplicates`}</Button>
          </div>
        }
      />
    </div>
  );
}
