import { t } from '@lingui/core/macro';
import { Button } from '@mantine/core';
import { IconAlertTriangle, IconLock } from '@tabler/icons-react';
import { useSession } from '../../base/use-session.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { Screen } from '../../ui/screen.tsx';
import { PublishDesk } from './publish-desk.tsx';
import { useStaging } from './use-staging.ts';

/** From files to assets, for those who publish. */
export function PublishScreen() {
  const { can } = useSession();
  if (can.publish) return <PublishTableScreen />;
  return (
    <Screen title={t`Publish`} ready>
      <EmptyState
        icon={IconLock}
        title={t`Marketers and leads publish`}
        text={t`If something is missing in the library, ask for it: the people who publish see your request.`}
      />
    </Screen>
  );
}

function PublishTableScreen() {
  const staging = useStaging();
  const { state, problem } = staging;
  if (state !== null) return <PublishDesk staging={{ ...staging, state }} />;
  if (problem === null) {
    return (
      <Screen title={t`Publish`} ready={false}>
        <LoadingRows count={8} picture />
      </Screen>
    );
  }
  return (
    <Screen title={t`Publish`} ready>
      <div role="alert">
        <EmptyState
          icon={IconAlertTriangle}
          title={t`The table can’t be shown`}
          text={problem.message}
          action={<Button onClick={staging.again}>{t`Try again`}</Button>}
        />
      </div>
    </Screen>
  );
}
