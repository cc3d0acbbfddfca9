import { Button, Modal } from '@mantine/core';
import type { Person } from '../../../contract/people.ts';
import classes from './people.module.css';

type Props = {
  readonly person: Person | null;
  /** Whoever has the hub's folder comes in at once. */
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onRemove: (person: Person) => void;
};

/** Asks before somebody is removed: what they write from then on can't be made to count again. */
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
      <p className={classes.prose}>
        {waiting
          ? 'Nothing that they have written counts.'
          : 'What they did and what has arrived here stays: assets, ratings, requests and answers.'}
      </p>
      <p className={classes.prose}>
        What their devices write from now on, or have written and not sent yet, never counts. You can let them
        in again later; then what they write after that counts.
      </p>
      {open ? (
        <p className={classes.prose}>
          Stop sharing the hub’s folder with them too: whoever can open it can join again as somebody new,
          unless leads let people in (under Policies).
        </p>
      ) : null}
      <div className={classes.buttons}>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button
          color="red.9"
          onClick={() => {
            if (person !== null) onRemove(person);
            onClose();
          }}
        >
          {waiting ? 'Turn away' : 'Remove'}
        </Button>
      </div>
    </Modal>
  );
}
