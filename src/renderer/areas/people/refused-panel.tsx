import { t } from '@lingui/core/macro';
import { Button, NativeSelect } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { RefusedDevice, RefusedEntry } from '../../../contract/people.ts';
import { nameOfDevice } from '../../../words/devices.ts';
import { say } from '../../../words/say.ts';
import { ErrorState } from '../../base/error-state.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { formatNumber } from '../../ui/format.ts';
import listing from '../../ui/listing.module.css';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { Pill } from '../../ui/pill.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import classes from './people.module.css';
import { REFUSED_PAGE, useRefused } from './use-people.ts';

const STATES: Readonly<Record<RefusedEntry['state'], string>> = {
  refused: t`Refused`,
  waiting: t`Waiting for a lead`,
  deferred: t`Waiting for an update`,
  'set-aside': t`Set aside`,
};

/** What changes nothing, with who wrote it and why it does not count. */
export function RefusedPanel() {
  const [device, setDevice] = useState<string | null>(null);
  const [page, setPage] = useState(0);
  const refused = useRefused(device, page);
  if (refused.isError) {
    return <ErrorState error={refused.error} onRetry={() => void refused.refetch()} />;
  }
  const { data } = refused;
  if (!data) return <LoadingRows count={4} />;
  if (data.devices.length === 0) {
    return (
      <EmptyState
        icon={IconShieldCheck}
        title={t`Nothing was refused`}
        text={t`Everything that arrived here was written by somebody who is allowed to.`}
      />
    );
  }
  return (
    <div className={`${listing.panel} ${classes.panel}`}>
      <p
        className={listing.about}
      >{t`These entries change nothing anywhere: every device checks them by the same rules. They are kept so that you can see who wrote them.`}</p>
      <NativeSelect
        label={t`Device`}
        w={320}
        value={device ?? ''}
        onChange={(event) => {
          setDevice(event.currentTarget.value === '' ? null : event.currentTarget.value);
          setPage(0);
        }}
        data={[{ value: '', label: t`All devices` }, ...data.devices.map(deviceOption)]}
      />
      <ul className={listing.list} aria-label={t`Refused entries`}>
        {data.entries.map((entry) => (
          <Entry key={`${entry.device}/${entry.position}/${entry.state}/${entry.what.code}`} entry={entry} />
        ))}
      </ul>
      <Pages total={data.total} page={page} onPage={setPage} />
    </div>
  );
}

function deviceOption({ device, deviceName, member, counts }: RefusedDevice) {
  const name = nameOfDevice({ device, deviceName });
  const all = counts.refused + counts.waiting + counts.deferred + counts.setAside;
  const who = member === undefined ? name : `${member}, ${name}`;
  return { value: device, label: `${who} (${formatNumber(all)})` };
}

function Entry({ entry }: { readonly entry: RefusedEntry }) {
  return (
    <li className={`${listing.row} ${classes.row}`}>
      <div className={classes.words}>
        <p className={listing.name}>
          {say(entry.what)}
          <Pill tone={entry.state === 'refused' || entry.state === 'set-aside' ? 'bad' : 'info'}>
            {STATES[entry.state]}
          </Pill>
        </p>
        <p className={listing.text}>{say(entry.why)}</p>
        <p className={classes.quiet}>
          {entry.member === undefined ? '' : `${entry.member}, `}
          {nameOfDevice(entry)}
          {entry.at === undefined ? null : (
            <>
              , <RelativeTime at={entry.at} />
            </>
          )}
          {entry.position > 0 && <>, {t`entry ${{ position: formatNumber(entry.position) }}`}</>}
        </p>
      </div>
    </li>
  );
}

function Pages({
  total,
  page,
  onPage,
}: {
  readonly total: number;
  readonly page: number;
  readonly onPage: (page: number) => void;
}) {
  if (total <= REFUSED_PAGE) return null;
  const last = Math.ceil(total / REFUSED_PAGE) - 1;
  const from = page * REFUSED_PAGE;
  return (
    <div className={classes.buttons}>
      <span
        className={classes.quiet}
      >{t`${{ first: formatNumber(from + 1) }}–${{ last: formatNumber(Math.min(total, from + REFUSED_PAGE)) }} of ${{ total: formatNumber(total) }}`}</span>
      <Button
        size="compact-sm"
        variant="default"
        disabled={page === 0}
        onClick={() => onPage(page - 1)}
      >{t`Newer`}</Button>
      <Button
        size="compact-sm"
        variant="default"
        disabled={page >= last}
        onClick={() => onPage(page + 1)}
      >{t`Older`}</Button>
    </div>
  );
}
