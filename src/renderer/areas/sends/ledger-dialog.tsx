import { t } from '@lingui/core/macro';
import { Modal, TextInput } from '@mantine/core';
import { IconMailForward } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Sent } from '../../../contract/sends.ts';
import { orpc } from '../../base/engine-client.ts';
import { ErrorState } from '../../base/error-state.tsx';
import { useStore } from '../../base/store.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { ledgerShown } from './send-state.ts';
import classes from './sends.module.css';

/** Lines that are shown at once. */
const MOST_SHOWN = 200;

/** What left this device, and to whom. */
export function LedgerDialog() {
  const shown = useStore(ledgerShown);
  return (
    <Modal
      opened={shown}
      onClose={() => ledgerShown.set(false)}
      title={t`What I sent`}
      size="lg"
      closeButtonProps={{ 'aria-label': t`Close` }}
      returnFocus
    >
      {shown && <Ledger />}
    </Modal>
  );
}

function Ledger() {
  const [to, setTo] = useState('');
  const ledger = useQuery(orpc.sends.ledger.queryOptions({ input: {} }));
  if (ledger.isError) return <ErrorState error={ledger.error} onRetry={() => void ledger.refetch()} />;
  const all = ledger.data?.sent ?? [];
  const wanted = to.trim().toLocaleLowerCase();
  const found = all.filter((line) => `${line.to}\n${line.title}`.toLocaleLowerCase().includes(wanted));
  return (
    <div className={classes.ledger}>
      <TextInput
        data-autofocus
        label={t`Find a recipient or a title`}
        value={to}
        maxLength={300}
        onChange={(event) => setTo(event.currentTarget.value)}
      />
      {ledger.data !== undefined && found.length === 0 ? (
        <EmptyState
          icon={IconMailForward}
          title={all.length === 0 ? t`Nothing has left this device yet` : t`Nothing sent matches these words`}
          text={t`What you send, present, save, copy or drag out is noted here. The note stays on this device.`}
        />
      ) : (
        <ul className={classes.lines} aria-label={t`What left this device`}>
          {found.slice(0, MOST_SHOWN).map((line) => (
            <li key={`${line.at} ${line.version} ${line.pages ?? ''}`} className={classes.line}>
              <Link
                to="/asset/$assetId"
                params={{ assetId: line.asset }}
                search={{ version: line.version }}
                onClick={() => ledgerShown.set(false)}
              >
                {line.title}
              </Link>
              <span className={classes.quiet}>{detailOf(line)}</span>
              <span className={classes.quiet}>
                <RelativeTime at={line.at} />
              </span>
            </li>
          ))}
        </ul>
      )}
      <p className={classes.quiet}>{t`Only this device knows to whom you sent what.`}</p>
    </div>
  );
}

const HOW: Readonly<Record<Sent['how'], string>> = {
  mail: t`by mail`,
  files: t`as files`,
  saved: t`saved`,
  copied: t`copied`,
  dragged: t`dragged out`,
  presented: t`presented`,
};

/** `To Harborline, by mail, version 2, pages 1-3` */
function detailOf({ to, how, number, pages }: Sent): string {
  const parts = [
    ...(to === '' ? [] : [t`to ${to}`]),
    HOW[how],
    t`version ${number}`,
    ...(pages === undefined ? [] : [t`pages ${pages}`]),
  ];
  return parts.join(', ');
}
