import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, NativeSelect } from '@mantine/core';
import { IconDeviceLaptop } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Person, PersonDevice } from '../../../contract/people.ts';
import { ROLES, type Role } from '../../../shared/vocabulary/roles.ts';
import { formatNumber } from '../../ui/format.ts';
import listing from '../../ui/listing.module.css';
import { PersonMarks } from '../../ui/person-marks.tsx';
import { Pill } from '../../ui/pill.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { ROLE_NAMES } from '../../ui/role-names.ts';
import classes from './people.module.css';
import { type PeopleActions, useChosen } from './use-people.ts';

type Props = {
  readonly person: Person;
  readonly lead: boolean;
  /** Brought into view and marked. */
  readonly shown: boolean;
  readonly actions: PeopleActions;
  readonly onRemove: (person: Person) => void;
};

const ROLE_OPTIONS = ROLES.map((role) => ({ value: role, label: ROLE_NAMES[role] }));

/** A device's own clock may be a little ahead of this one's. */
const AHEAD_MS = 3_600_000;

function roleOf(value: string): Role {
  return ROLES.find((role) => role === value) ?? 'rep';
}

/** Somebody who is in: role, devices, and for a lead what can be changed. */
export function MemberRow({ person, lead, shown, actions, onRemove }: Props) {
  const [role, choose] = useChosen(person.role ?? 'rep');
  return (
    <PersonRow person={person} shown={shown} about={null}>
      {lead ? (
        <>
          <NativeSelect
            aria-label={t`Role of ${{ name: person.name }}`}
            data={ROLE_OPTIONS}
            value={role}
            w={152}
            onChange={(event) => {
              const next = roleOf(event.currentTarget.value);
              choose(next, actions.grant(person, next));
            }}
          />
          <Button
            size="compact-sm"
            className={person.self ? (classes.hidden ?? '') : ''}
            variant="subtle"
            color="gray"
            aria-label={t`Remove ${{ name: person.name }}`}
            onClick={() => onRemove(person)}
          >{t`Remove`}</Button>
        </>
      ) : (
        <Pill>{ROLE_NAMES[role]}</Pill>
      )}
    </PersonRow>
  );
}

/** Somebody who waits to be let in. */
export function WaitingRow({ person, lead, shown, actions, onRemove }: Props) {
  const [role, setRole] = useState<Role>('rep');
  const since = <RelativeTime at={person.since} />;
  return (
    <PersonRow
      person={person}
      shown={shown}
      about={<Trans>Asked {since}. What they do meanwhile will count once they are in.</Trans>}
    >
      {lead ? (
        <>
          <NativeSelect
            aria-label={t`Role for ${{ name: person.name }}`}
            data={ROLE_OPTIONS}
            value={role}
            w={152}
            onChange={(event) => setRole(roleOf(event.currentTarget.value))}
          />
          <Button
            size="compact-sm"
            aria-label={t`Let ${{ name: person.name }} in`}
            onClick={() => actions.admit(person, role)}
          >{t`Let in`}</Button>
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            aria-label={t`Turn ${{ name: person.name }} away`}
            onClick={() => onRemove(person)}
          >{t`Turn away`}</Button>
        </>
      ) : null}
    </PersonRow>
  );
}

/** Somebody who was removed. */
export function RemovedRow({ person, lead, shown, actions }: Props) {
  const { removed } = person;
  const who = removed?.by;
  const when = removed && <RelativeTime at={removed.at} />;
  return (
    <PersonRow
      person={person}
      shown={shown}
      about={
        removed === undefined ? null : (
          <Trans>
            Removed {when} by {who}
          </Trans>
        )
      }
    >
      {lead ? (
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          aria-label={t`Let ${{ name: person.name }} in again`}
          onClick={() => actions.admit(person, person.role ?? 'rep')}
        >{t`Let in again`}</Button>
      ) : null}
    </PersonRow>
  );
}

function PersonRow({
  person,
  shown,
  about,
  children,
}: {
  readonly person: Person;
  readonly shown: boolean;
  readonly about: ReactNode;
  readonly children: ReactNode;
}) {
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (!shown) return;
    row.current?.scrollIntoView({ block: 'center' });
    row.current?.focus({ preventScroll: true });
  }, [shown]);
  return (
    <li
      ref={row}
      className={`${listing.row} ${classes.row}`}
      aria-current={shown ? 'true' : undefined}
      tabIndex={shown ? -1 : undefined}
    >
      <div className={classes.words}>
        <p className={listing.name}>
          {person.name}
          {person.self ? <Pill>{t`You`}</Pill> : null}
          <PersonMarks person={person} />
        </p>
        {about === null ? null : <p className={listing.text}>{about}</p>}
        <ul className={classes.devices} aria-label={t`Devices of ${{ name: person.name }}`}>
          {person.devices.map((device) => (
            <Device key={device.id} device={device} />
          ))}
        </ul>
      </div>
      <div className={classes.actions}>{children}</div>
    </li>
  );
}

function Device({ device }: { readonly device: PersonDevice }) {
  const catalog = formatNumber(device.position.catalog);
  const activity = formatNumber(device.position.activity);
  const lastChange = device.lastAt !== undefined && <RelativeTime at={device.lastAt} />;
  return (
    <li
      className={classes.device}
      title={t`Entries here: ${catalog} in the catalog, ${activity} of activity`}
    >
      <IconDeviceLaptop size={14} aria-hidden />
      <span>{device.name}</span>
      <span className={classes.quiet}>
        {device.self ? (
          t`this device`
        ) : device.lastAt === undefined ? (
          t`nothing received yet`
        ) : device.lastAt > Date.now() + AHEAD_MS ? (
          t`its clock is ahead, or the clock of a device it syncs with`
        ) : (
          <Trans>last change {lastChange}</Trans>
        )}
      </span>
    </li>
  );
}
