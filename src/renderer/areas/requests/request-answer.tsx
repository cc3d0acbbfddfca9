import { t } from '@lingui/core/macro';
import { Button, Menu, Text } from '@mantine/core';
import { IconArrowBackUp, IconChevronDown, IconFileCheck } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { RequestDetail } from '../../../contract/requests.ts';
import type { RequestStatus } from '../../../shared/vocabulary/requests.ts';
import { showError } from '../../base/undo-toast.ts';
import { DeclinePanel, FulfillPanel, MergePanel } from './answer-panels.tsx';
import classes from './request-screen.module.css';
import { isOpen, SIZES } from './request-words.ts';
import type { RequestActions } from './use-request.ts';

type Props = { readonly request: RequestDetail; readonly actions: RequestActions };
type Panel = 'decline' | 'fulfill' | 'merge';

/** What marketing can do next with a request; the step that comes next is the primary one. */
export function RequestAnswer({ request, actions }: Props) {
  const [panel, setPanel] = useState<Panel | null>(null);
  const close = () => setPanel(null);
  const toggle = (name: Panel) => setPanel(panel === name ? null : name);
  if (!isOpen(request)) return <Reopen actions={actions} />;
  const fulfillNext = request.status === 'in-review';
  return (
    <section className={classes.answer} aria-label={t`Answer`}>
      <div className={classes.buttons}>
        <NextStep request={request} actions={actions} />
        <Button
          variant={fulfillNext ? 'filled' : 'default'}
          leftSection={<IconFileCheck size={16} aria-hidden />}
          aria-expanded={panel === 'fulfill'}
          onClick={() => toggle('fulfill')}
        >{t`Fulfill with…`}</Button>
        <Button
          variant="default"
          aria-expanded={panel === 'merge'}
          onClick={() => toggle('merge')}
        >{t`Merge…`}</Button>
        <Button
          variant="default"
          aria-expanded={panel === 'decline'}
          onClick={() => toggle('decline')}
        >{t`Decline…`}</Button>
      </div>
      {panel === 'fulfill' ? <FulfillPanel request={request} actions={actions} onClose={close} /> : null}
      {panel === 'merge' ? <MergePanel request={request} actions={actions} onClose={close} /> : null}
      {panel === 'decline' ? <DeclinePanel actions={actions} onClose={close} /> : null}
    </section>
  );
}

function NextStep({ request, actions }: Props): ReactNode {
  const step = (status: RequestStatus, label: string) => (
    <Button
      loading={actions.busy}
      onClick={() => void actions.answer({ status }).then((problem) => problem && showError(problem.message))}
    >
      {label}
    </Button>
  );
  switch (request.status) {
    case 'new':
      return <AcceptMenu actions={actions} />;
    case 'accepted':
      return step('in-progress', t`Start`);
    case 'in-progress':
      return step('in-review', t`Send for review`);
    default:
      return null;
  }
}

function AcceptMenu({ actions }: { readonly actions: RequestActions }) {
  return (
    <Menu position="bottom-start" transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <Button
          loading={actions.busy}
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >{t`Accept`}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {SIZES.map(({ size, name, promise, accepted }) => (
          <Menu.Item
            key={size}
            onClick={() =>
              void actions
                .answer({ status: 'accepted', size, message: accepted })
                .then((problem) => problem && showError(problem.message))
            }
          >
            <Text size="sm">{name}</Text>
            <Text size="xs" c="dimmed">
              {promise}
            </Text>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function Reopen({ actions }: { readonly actions: RequestActions }) {
  return (
    <section className={classes.answer} aria-label={t`Answer`}>
      <div className={classes.buttons}>
        <Button
          variant="default"
          loading={actions.busy}
          leftSection={<IconArrowBackUp size={16} aria-hidden />}
          onClick={() =>
            void actions
              .answer({ status: 'new', message: t`Reopened.` })
              .then((problem) => problem && showError(problem.message))
          }
        >{t`Reopen`}</Button>
      </div>
    </section>
  );
}
