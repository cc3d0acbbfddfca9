import { Tabs } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { z } from 'zod';
import type { Person } from '../../../contract/people.ts';
import { useRemembered } from '../../app/remembered.ts';
import { useSession } from '../../app/use-session.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { formatNumber } from '../../ui/format.ts';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { Screen } from '../../ui/screen.tsx';
import classes from './people.module.css';
import { PeopleList } from './people-list.tsx';
import { PolicyForm } from './policy-form.tsx';
import { RefusedPanel } from './refused-panel.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
import { usePeople, usePeopleActions, useRefused } from './use-people.ts';

const TABS = ['members', 'policies', 'refused'] as const;
type Tab = (typeof TABS)[number];
const tabSchema: z.ZodType<Tab> = z.enum(TABS);

/** Who is in the hub and as what, who may come in, and what was refused. */
export function PeopleScreen() {
  const { member } = useSession();
  const people = usePeople();
  const actions = usePeopleActions();
  const refused = useRefused(null, 0);
  const [tab, setTab] = useRemembered<Tab>('people-tab', tabSchema, 'members');
  const [leaving, setLeaving] = useState<Person | null>(null);
  if (people.isError) {
    return (
      <Screen title="People" ready>
        <ErrorState error={people.error} onRetry={() => void people.refetch()} />
      </Screen>
    );
  }
  const { data } = people;
  if (!data) {
    return (
      <Screen title="People" ready={false}>
        <LoadingRows count={6} />
      </Screen>
    );
  }
  const lead = member.role === 'lead';
  return (
    <Screen title="People" ready>
      {lead ? null : <p className={classes.about}>Content leads decide who is in and as what.</p>}
      <Tabs
        value={tab}
        onChange={(value) => setTab(tabSchema.catch('members').parse(value))}
        keepMounted={false}
      >
        <Tabs.List>
          <TabWithCount value="members" count={data.people.filter(({ state }) => state !== 'removed').length}>
            Members
          </TabWithCount>
          <Tabs.Tab value="policies">Policies</Tabs.Tab>
          <TabWithCount value="refused" count={refused.data?.total ?? 0}>
            Refused
          </TabWithCount>
        </Tabs.List>
        <Tabs.Panel value="members">
          <PeopleList people={data.people} lead={lead} actions={actions} onRemove={setLeaving} />
        </Tabs.Panel>
        <Tabs.Panel value="policies">
          <PolicyForm policies={data.policies} lead={lead} onChange={actions.setPolicies} />
        </Tabs.Panel>
        <Tabs.Panel value="refused">
          <RefusedPanel />
        </Tabs.Panel>
      </Tabs>
      <RemoveDialog
        person={leaving}
        open={data.policies.admission === 'open'}
        onClose={() => setLeaving(null)}
        onRemove={actions.remove}
      />
    </Screen>
  );
}

function TabWithCount({
  value,
  count,
  children,
}: {
  readonly value: Tab;
  readonly count: number;
  readonly children: ReactNode;
}) {
  return (
    <Tabs.Tab value={value} rightSection={<span className={classes.count}>{formatNumber(count)}</span>}>
      {children}
    </Tabs.Tab>
  );
}
