import { plural, t } from '@lingui/core/macro';
import { Button, Modal, Radio, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Deeds, Person } from '../../../contract/people.ts';
import type { PlaceKind } from '../../../shared/hub-location.ts';
import { listed } from '../../../words/sentence.ts';
import { orpc } from '../../base/engine-client.ts';
import { PersonSelect } from '../../base/person-select.tsx';
import { useHubState } from '../hub/sync/use-sync.ts';
import classes from './people.module.css';

type Props = {
  readonly person: Person | null;
  /** Whoever reaches the hub's place comes in at once. */
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onRemove: (person: Person, everything: boolean, to: string | null) => void;
};

/** How much somebody did, as a person counts it; null where nothing of it counts. */
function deedsText({ assets, versions, ratings, requests, votes, comments, answers }: Deeds): string | null {
  // The first version of an asset comes with it.
  const further = Math.max(0, versions - assets);
  const said = [
    assets > 0 && plural(assets, { one: '# asset', other: '# assets' }),
    further > 0 && plural(further, { one: '# further version', other: '# further versions' }),
    ratings > 0 && plural(ratings, { one: '# rating', other: '# ratings' }),
    requests > 0 && plural(requests, { one: '# request', other: '# requests' }),
    votes > 0 && plural(votes, { one: '# vote', other: '# votes' }),
    comments > 0 && plural(comments, { one: '# comment', other: '# comments' }),
    answers > 0 && plural(answers, { one: '# answer', other: '# answers' }),
  ].filter((part) => part !== false);
  return said.length === 0 ? null : listed(said);
}

/** What a removal leaves to be done at the place itself. */
const STILL_OPEN: Readonly<Record<PlaceKind, string>> = {
  folder: t`Stop sharing the hub’s folder with them too: anyone who can open it can read what is in it.`,
  bucket: t`Take away their keys for the bucket too: anyone with keys can read what is in it.`,
};

/** The same where whoever reaches the place comes in at once. */
const STILL_OPEN_TO_JOIN: Readonly<Record<PlaceKind, string>> = {
  folder: t`Stop sharing the hub’s folder with them too: anyone who can open it can read what is in it, and join again as somebody new, unless leads let people in (under Policies).`,
  bucket: t`Take away their keys for the bucket too: anyone with keys can read what is in it, and join again as somebody new, unless leads let people in (under Policies).`,
};

/** Asks before somebody is removed, and what becomes of what they did. */
export function RemoveDialog({ person, open, onClose, onRemove }: Props) {
  const waiting = person?.state === 'waiting';
  const name = person?.name ?? '';
  return (
    <Modal
      opened={person !== null}
      onClose={onClose}
      title={waiting ? t`Turn ${name} away?` : t`Remove ${name}?`}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      {person !== null && (
        <Question key={person.id} person={person} open={open} onClose={onClose} onRemove={onRemove} />
      )}
    </Modal>
  );
}

function Question({ person, open, onClose, onRemove }: Props & { readonly person: Person }) {
  const waiting = person.state === 'waiting';
  const [everything, setEverything] = useState(false);
  const [to, setTo] = useState<string | null>(null);
  const { data } = useQuery(orpc.people.deeds.queryOptions({ input: { member: person.id } }));
  const deeds = data === undefined ? null : deedsText(data);
  const kind = useHubState().data?.location?.kind;
  return (
    <>
      {waiting ? (
        <p className={classes.prose}>{t`Nothing they have written counts.`}</p>
      ) : (
        <Radio.Group
          label={t`What they have done so far`}
          description={
            data === undefined ? ' ' : deeds === null ? t`Nothing of theirs counts now.` : `${deeds}.`
          }
          value={everything ? 'everything' : 'stays'}
          onChange={(value) => setEverything(value === 'everything')}
        >
          <Stack gap={8} mt={8} mb={16}>
            <Radio value="stays" label={t`Stays: assets, ratings, requests and answers`} />
            <Radio value="everything" label={t`Remove it too: nothing they ever did counts`} />
          </Stack>
        </Radio.Group>
      )}
      {!waiting && <Duties member={person.id} to={to} onChange={setTo} />}
      <p
        className={classes.prose}
      >{t`What their devices write from now on, or have written but not sent yet, will never count. You can let them in again later; what they write after that will count.`}</p>
      {kind === undefined ? null : (
        <p className={classes.prose}>{(open ? STILL_OPEN_TO_JOIN : STILL_OPEN)[kind]}</p>
      )}
      <div className={classes.buttons}>
        <Button variant="default" onClick={onClose}>{t`Cancel`}</Button>
        <Button
          color="red.9"
          onClick={() => {
            onRemove(person, everything, to);
            onClose();
          }}
        >
          {waiting ? t`Turn away` : everything ? t`Remove with everything` : t`Remove`}
        </Button>
      </div>
    </>
  );
}

type DutiesProps = {
  readonly member: string;
  readonly to: string | null;
  readonly onChange: (to: string | null) => void;
};

/** What they answer for, and who is to take it over; nothing where they answer for nothing. */
function Duties({ member, to, onChange }: DutiesProps) {
  const { data } = useQuery(orpc.reviews.duties.queryOptions({ input: { member } }));
  if (data === undefined) return null;
  const { assets, kits } = data;
  const said = [
    assets.owns > 0 && plural(assets.owns, { one: 'owns # asset', other: 'owns # assets' }),
    kits.owns > 0 && plural(kits.owns, { one: 'owns # kit', other: 'owns # kits' }),
    assets.verifies > 0 && plural(assets.verifies, { one: 'verifies # asset', other: 'verifies # assets' }),
    kits.verifies > 0 && plural(kits.verifies, { one: 'verifies # kit', other: 'verifies # kits' }),
  ].filter((part) => part !== false);
  if (said.length === 0) return null;
  return (
    <div className={classes.duties}>
      <p className={classes.prose}>{t`Who takes over? This person ${{ duties: listed(said) }}.`}</p>
      <PersonSelect
        aria-label={t`Hand over to`}
        placeholder={t`Nobody yet: listed under Reviews`}
        publishers
        value={to}
        onChange={(next) => onChange(next === member ? null : next)}
      />
    </div>
  );
}
