import { t } from '@lingui/core/macro';
import { Button, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Person } from '../../../contract/people.ts';
import { formatNumber } from '../../ui/format.ts';
import listing from '../../ui/listing.module.css';
import classes from './people.module.css';
import { MemberRow, RemovedRow, WaitingRow } from './person-row.tsx';
import type { PeopleActions } from './use-people.ts';

type Props = {
  readonly people: readonly Person[];
  readonly lead: boolean;
  /** Who is looked for: their row is marked and brought into view. */
  readonly shown: string | undefined;
  readonly actions: PeopleActions;
  readonly onRemove: (person: Person) => void;
};

/** From how many people on one looks for a name instead of looking down the list. */
const MANY = 12;

/** Who waits, who is in, and, folded away, who was removed. */
export function PeopleList({ people, lead, shown, actions, onRemove }: Props) {
  const [wanted, setWanted] = useState('');
  const [showRemoved, setShowRemoved] = useState(false);
  const words = wanted.trim().toLowerCase();
  const found = people.filter(
    ({ name, devices }) =>
      words === '' ||
      name.toLowerCase().includes(words) ||
      devices.some((device) => device.name.toLowerCase().includes(words)),
  );
  const of = (state: Person['state']) => found.filter((person) => person.state === state);
  const waiting = of('waiting');
  const members = of('member');
  const removed = of('removed');
  const shared = { lead, actions, onRemove };
  return (
    <div className={`${listing.panel} ${classes.panel}`}>
      {people.length > MANY ? (
        <TextInput
          label={t`Find a person or a device`}
          w={320}
          value={wanted}
          onChange={(event) => setWanted(event.currentTarget.value)}
        />
      ) : null}
      {waiting.length > 0 ? (
        <Group title={t`Waiting to be let in`}>
          {waiting.map((person) => (
            <WaitingRow key={person.id} person={person} shown={person.id === shown} {...shared} />
          ))}
        </Group>
      ) : null}
      <Group title={t`Members`}>
        {members.map((person) => (
          <MemberRow key={person.id} person={person} shown={person.id === shown} {...shared} />
        ))}
      </Group>
      {found.length === 0 ? <p className={listing.about}>{t`Nobody has this name.`}</p> : null}
      {people.length === 1 ? (
        <p
          className={listing.about}
        >{t`You are alone in this hub. Share it, and everyone who joins will appear here with their devices.`}</p>
      ) : null}
      {removed.length > 0 ? (
        <div>
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            aria-expanded={showRemoved}
            onClick={() => setShowRemoved(!showRemoved)}
          >
            {showRemoved ? t`Hide removed people` : showRemovedWords(removed.length)}
          </Button>
        </div>
      ) : null}
      {showRemoved && removed.length > 0 ? (
        <Group title={t`Removed`}>
          {removed.map((person) => (
            <RemovedRow key={person.id} person={person} shown={false} {...shared} />
          ))}
        </Group>
      ) : null}
    </div>
  );
}

function showRemovedWords(count: number): string {
  return t`Show removed people (${{ count: formatNumber(count) }})`;
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h2 className={classes.heading} tabIndex={-1}>
        {title}
      </h2>
      <ul className={listing.list} aria-label={title}>
        {children}
      </ul>
    </section>
  );
}
