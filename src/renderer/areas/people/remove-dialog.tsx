import { Button, Modal, Radio, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Deeds, Person } from '../../../contract/people.ts';
import type { PlaceKind } from '../../../shared/hub-location.ts';
import { orpc } from '../../base/engine-client.ts';
import { plural } from '../../ui/plural.ts';
import { useHubState } from '../hub/sync/use-sync.ts';
import classes from './people.module.css';

type Props = {
  readonly person: Person | null;
  /** Whoever reaches the hub's place comes in at once. */
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onRemove: (person: Person, everything: boolean) => void;
};

/** How much somebody did, as a person counts it; null where nothing of it counts. */
function deedsText({ assets, versions, ratings, requests, votes, comments, answers }: Deeds): string | null {
  const parts = [
    [assets, 'asset'],
    // The first version of an asset comes with it.
    [Math.max(0, versions - assets), 'further version'],
    [ratings, 'rating'],
    [requests, 'request'],
    [votes, 'vote'],
    [comments, 'comment'],
    [answers, 'answer'],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, what]) => plural(count, what));
  return said.length === 0 ? null : said.join(', ');
}

/** What a removal leaves to be done at the place itself. */
const STILL_OPEN: Readonly<Record<PlaceKind, string>> = {
  folder: 'Stop sharing the hub’s folder with them too: whoever can open it can read what is in it',
  bucket: 'Take away their keys for the bucket too: whoever has keys can read what is in it',
};

/** Asks before somebody is removed, and what becomes of what they did. */
export function RemoveDialog({ person, open, onClose, onRemove }: Props) {
  const waiting = person?.state === 'waiting';
  const name = person?.name ?? '';
  return (
    <Modal
      opened={person !== null}
      onClose={onClose}
      title={waiting ? `Turn ${name} away?` : `Remove ${name}?`}
      closeButtonProps={{ 'aria-label': 'Close' }}
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
  const { data } = useQuery(orpc.people.deeds.queryOptions({ input: { member: person.id } }));
  const deeds = data === undefined ? null : deedsText(data);
  const kind = useHubState().data?.location?.kind;
  return (
    <>
      {waiting ? (
        <p className={classes.prose}>Nothing that they have written counts.</p>
      ) : (
        <Radio.Group
          label="What they did until now"
          description={
            data === undefined ? ' ' : deeds === null ? 'Nothing of theirs counts now.' : `${deeds}.`
          }
          value={everything ? 'everything' : 'stays'}
          onChange={(value) => setEverything(value === 'everything')}
        >
          <Stack gap={8} mt={8} mb={16}>
            <Radio value="stays" label="Stays: assets, ratings, requests and answers" />
            <Radio value="everything" label="Remove it too: nothing that they ever did counts" />
          </Stack>
        </Radio.Group>
      )}
      <p className={classes.prose}>
        What their devices write from now on, or have written and not sent yet, never counts. You can let them
        in again later; then what they write after that counts.
      </p>
      {kind === undefined ? null : (
        <p className={classes.prose}>
          {STILL_OPEN[kind]}
          {open ? ', and join again as somebody new, unless leads let people in (under Policies).' : '.'}
        </p>
      )}
      <div className={classes.buttons}>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button
          color="red.9"
          onClick={() => {
            onRemove(person, everything);
            onClose();
          }}
        >
          {waiting ? 'Turn away' : everything ? 'Remove with everything' : 'Remove'}
        </Button>
      </div>
    </>
  );
}
