import { t } from '@lingui/core/macro';
import { Button } from '@mantine/core';
import { IconAlertTriangle, IconLock } from '@tabler/icons-react';
import { useSession } from '../../base/use-session.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { Screen } from '../../ui/screen.tsx';
import { PlanDesk } from './plan-desk.tsx';
import { PublishDesk } from './publish-desk.tsx';
import { usePlanView } from './use-plan-view.ts';
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
  if (state !== null) return <PlanOrTable staging={{ ...staging, state }} />;
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

/** What an import would do comes first where there is much of it; the table is one key away. */
function PlanOrTable({ staging }: Pick<Parameters<typeof PublishDesk>[0], 'staging'>) {
  const { worth, view, choose } = usePlanView(staging.state.rows);
  if (view === 'plan') return <PlanDesk state={staging.state} onTable={() => choose('table')} />;
  return <PublishDesk staging={staging} onPlan={worth ? () => choose('plan') : null} />;
}
