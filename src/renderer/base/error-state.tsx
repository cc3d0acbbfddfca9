import { t } from '@lingui/core/macro';
import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { EmptyState } from '../ui/empty-state.tsx';
import { describeError } from './wire-error.ts';

type Props = { readonly error: unknown; readonly onRetry?: () => void };

/** What went wrong in place of what should be here; offers to try again where that may help. */
export function ErrorState({ error, onRetry }: Props) {
  const problem = describeError(error);
  const again = onRetry !== undefined && problem.retry;
  return (
    <div role="alert">
      <EmptyState
        icon={IconAlertTriangle}
        title={problem.code === 'NOT_FOUND' ? t`Not here` : t`This did not work`}
        text={problem.message}
        {...(again ? { action: <Button onClick={onRetry}>{t`Try again`}</Button> } : {})}
      />
    </div>
  );
}
