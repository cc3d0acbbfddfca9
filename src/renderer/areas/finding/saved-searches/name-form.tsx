import { t } from '@lingui/core/macro';
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { performKey } from '../../../ui/keys/perform-key.ts';
import styles from './saved-searches.module.css';

type Props = {
  readonly name: string;
  /** Another name was typed. */
  readonly onName: (name: string) => void;
  readonly onDone: () => void;
};

/** A name in its row while it is typed. */
export function NameForm({ name: before, onName, onDone }: Props) {
  const [name, setName] = useState(before);
  const keep = (): void => {
    onDone();
    if (name.trim() !== '' && name.trim() !== before) onName(name.trim());
  };
  return (
    <form
      className={styles.name}
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      <TextInput
        size="xs"
        aria-label={t`New name for ${{ name: before }}`}
        data-autofocus
        autoFocus
        maxLength={300}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          if (performKey(event, 'form', { leave: onDone, send: null, take: null })) event.stopPropagation();
        }}
      />
    </form>
  );
}
