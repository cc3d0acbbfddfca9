import { t } from '@lingui/core/macro';
import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconInbox, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { orpc } from '../../base/engine-client.ts';
import { ErrorState } from '../../base/error-state.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { Screen } from '../../ui/screen.tsx';
import { openRequestDrawer } from './request-drawer-state.ts';
import { RequestsBoard } from './requests-board.tsx';
import { RequestsList } from './requests-list.tsx';

/** What people ask marketing for, by status. */
export function RequestsScreen() {
  const wide = useMediaQuery('(min-width: 1200px)', true, { getInitialValueInEffect: false });
  const requests = useQuery(orpc.requests.list.queryOptions({ input: {} }));
  const ask = (
    <Button
      leftSection={<IconPlus size={16} aria-hidden />}
      onClick={() => openRequestDrawer()}
    >{t`Ask for content`}</Button>
  );
  if (requests.isError) {
    return (
      <Screen title={t`Requests`} ready>
        <ErrorState error={requests.error} onRetry={() => void requests.refetch()} />
      </Screen>
    );
  }
  if (!requests.data) {
    return (
      <Screen title={t`Requests`} ready={false} actions={ask}>
        <LoadingRows count={6} />
      </Screen>
    );
  }
  if (requests.data.length === 0) {
    return (
      <Screen title={t`Requests`} ready>
        <EmptyState
          icon={IconInbox}
          title={t`Nobody has asked for anything yet`}
          text={t`Say what is missing for a call. Marketing sees it at once, and others can add their vote.`}
          action={ask}
        />
      </Screen>
    );
  }
  return (
    <Screen title={t`Requests`} ready fill actions={ask}>
      {wide ? <RequestsBoard requests={requests.data} /> : <RequestsList requests={requests.data} />}
    </Screen>
  );
}
