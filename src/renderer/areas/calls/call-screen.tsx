import { t } from '@lingui/core/macro';
import { ActionIcon, Button, Menu } from '@mantine/core';
import {
  IconArrowLeft,
  IconDots,
  IconMailForward,
  IconPencil,
  IconPlayerPlay,
  IconPresentation,
  IconRefresh,
  IconTrash,
} from '@tabler/icons-react';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { CallDetail } from '../../../contract/calls.ts';
import { ErrorState } from '../../base/error-state.tsx';
import { useTermNames } from '../../base/use-taxonomy.ts';
import { formatDateTime } from '../../ui/format.ts';
import { performKey } from '../../ui/keys/perform-key.ts';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Screen } from '../../ui/screen.tsx';
import { usePageKeys } from '../../ui/use-page-keys.ts';
import { present } from '../presenting/present.ts';
import styles from './calls.module.css';
import { FlightPanel, firstTrouble } from './flight-panel.tsx';
import { addressOf } from './pack-address.ts';
import { PackList } from './pack-list.tsx';
import { preparing } from './prepare-state.ts';
import { deleteCall, mend, proposeAgain, sendPack, useCall, useFlightCheck } from './use-calls.ts';

/** One call: what goes into it, beside what the flight check says. */
export function CallScreen() {
  const { callId } = useParams({ from: '/calls/$callId' });
  const call = useCall(callId);
  if (call.isError)
    return (
      <Screen title={t`Call`} ready actions={<Back />}>
        <ErrorState error={call.error} onRetry={() => void call.refetch()} />
      </Screen>
    );
  if (call.data === undefined)
    return (
      <Screen title={t`Call`} ready={false} actions={<Back />}>
        <LoadingRows count={5} picture />
      </Screen>
    );
  return <CallPage key={call.data.id} call={call.data} />;
}

function Back() {
  return (
    <Button
      component={Link}
      to="/"
      variant="subtle"
      color="gray"
      leftSection={<IconArrowLeft size={16} aria-hidden />}
    >{t`Home`}</Button>
  );
}

function CallPage({ call }: { readonly call: CallDetail }) {
  const check = useFlightCheck(call.id);
  const [adding, setAdding] = useState(false);
  useCallKeys({
    send: () => sendPack(call),
    present: () => present({ call: call.id }),
    add: () => setAdding(true),
    fix: () => {
      const first = firstTrouble(call, check.data);
      if (first === undefined) return false;
      void mend(call, first.item, first.trouble);
      return true;
    },
  });
  return (
    <Screen title={call.title} ready={!check.isPending} fill actions={<CallActions call={call} />}>
      <div className={styles.call}>
        <div className={styles.main}>
          <About call={call} />
          <PackList call={call} adding={adding} onAdding={setAdding} />
        </div>
        <aside className={styles.side}>
          <FlightPanel call={call} check={check} />
        </aside>
      </div>
    </Screen>
  );
}

/** When, with whom, and what it is about. */
function About({ call }: { readonly call: CallDetail }) {
  const names = useTermNames();
  const { at, account, stage, personas, people } = call;
  const facts = [
    ...(account === '' ? [] : [account]),
    ...(stage === null ? [] : [names.stage(stage)]),
    ...personas.map((persona) => names.persona(persona)),
  ];
  return (
    <div>
      <p className={styles.quiet}>
        {formatDateTime(at)} (<RelativeTime at={at} />){facts.length > 0 && ` · ${facts.join(' · ')}`}
      </p>
      {people.length > 0 && (
        <p className={styles.quiet}>
          {t`With ${{ people: people.map(({ name, address }) => name || address).join(', ') }}`}
        </p>
      )}
    </div>
  );
}

function CallActions({ call }: { readonly call: CallDetail }) {
  const navigate = useNavigate();
  const first = call.pack.find(({ asset }) => asset !== null);
  const leave = async (): Promise<void> => {
    if (await deleteCall(call)) await navigate({ to: '/' });
  };
  return (
    <>
      <Back />
      <Menu position="bottom-end" transitionProps={{ duration: 0 }}>
        <Menu.Target>
          <ActionIcon aria-label={t`More`}>
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconPencil size={16} aria-hidden />}
            onClick={() => preparing.set({ call })}
          >
            {t`Change the call…`}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconRefresh size={16} aria-hidden />}
            onClick={() => void proposeAgain(call.id)}
          >
            {t`Propose a new pack`}
          </Menu.Item>
          <Menu.Item leftSection={<IconTrash size={16} aria-hidden />} onClick={() => void leave()}>
            {t`Delete the call`}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {first !== undefined && (
        <>
          <Button
            variant="default"
            leftSection={<IconMailForward size={16} aria-hidden />}
            title={t`Send (S)`}
            onClick={() => sendPack(call)}
          >{t`Send…`}</Button>
          <Button
            variant="default"
            leftSection={<IconPresentation size={16} aria-hidden />}
            title={t`Present (F5)`}
            onClick={() => present({ call: call.id })}
          >{t`Present`}</Button>
          <Button
            leftSection={<IconPlayerPlay size={16} aria-hidden />}
            onClick={() => void navigate(addressOf(call.id, first))}
          >{t`Open all in order`}</Button>
        </>
      )}
    </>
  );
}

function useCallKeys(actions: Readonly<Record<'send' | 'present' | 'fix' | 'add', () => unknown>>): void {
  usePageKeys((event) => {
    performKey(event, 'callPage', actions);
  });
}
