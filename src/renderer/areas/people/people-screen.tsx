import { t } from '@lingui/core/macro';
import { Tabs } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { z } from 'zod';
import type { Person } from '../../../contract/people.ts';
import { ErrorState } from '../../base/error-state.tsx';
import { useRemembered } from '../../base/remembered.ts';
import { useSession } from '../../base/use-session.ts';
import { formatNumber } from '../../ui/format.ts';
import listing from '../../ui/listing.module.css';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { Screen } from '../../ui/screen.tsx';
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
  const { can } = useSession();
  const people = usePeople();
  const actions = usePeopleActions();
  const refused = useRefused(null, 0);
  const [tab, setTab] = useTab();
  const { person } = useSearch({ from: '/people' });
  const [leaving, setLeaving] = useState<Person | null>(null);
  if (people.isError) {
    return (
      <Screen title={t`People`} ready>
        <ErrorState error={people.error} onRetry={() => void people.refetch()} />
      </Screen>
    );
  }
  const { data } = people;
  if (!data) {
    return (
      <Screen title={t`People`} ready={false}>
        <LoadingRows count={6} />
      </Screen>
    );
  }
  const lead = can['manage-members'];
  return (
    <Screen title={t`People`} ready>
      {lead ? null : <p className={listing.about}>{t`Content leads manage members and roles.`}</p>}
      <Tabs
        value={tab}
        onChange={(value) => setTab(tabSchema.catch('members').parse(value))}
        keepMounted={false}
      >
        <Tabs.List>
          <TabWithCount
            value="members"
            count={data.people.filter(({ state }) => state !== 'removed').length}
          >{t`Members`}</TabWithCount>
          <Tabs.Tab value="policies">{t`Policies`}</Tabs.Tab>
          <TabWithCount value="refused" count={refused.data?.total ?? 0}>{t`Refused`}</TabWithCount>
        </Tabs.List>
        <Tabs.Panel value="members">
          <PeopleList
            // Who is to be shown is not to be filtered away by what was typed for somebody else.
            key={person}
            people={data.people}
            lead={lead}
            shown={person}
            actions={actions}
            onRemove={setLeaving}
          />
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

/** The tab that was open last; that of the members where somebody is to be shown, until another one is chosen. */
function useTab(): [Tab, (tab: Tab) => void] {
  const [tab, remember] = useRemembered<Tab>('people-tab', tabSchema, 'members');
  const { person } = useSearch({ from: '/people' });
  const navigate = useNavigate();
  useEffect(() => {
    if (person !== undefined) remember('members');
  }, [person, remember]);
  const choose = (next: Tab): void => {
    remember(next);
    if (person !== undefined) void navigate({ to: '/people', replace: true });
  };
  return [tab, choose];
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
    <Tabs.Tab value={value} rightSection={<span className={listing.count}>{formatNumber(count)}</span>}>
      {children}
    </Tabs.Tab>
  );
}
