import { t } from '@lingui/core/macro';
import { ActionIcon, TextInput, Tooltip } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { SavedSearch } from '../../../../contract/finding.ts';
import { performKey } from '../../../ui/keys/perform-key.ts';
import { Pill } from '../../../ui/pill.tsx';
import styles from './saved-searches.module.css';
import { removeSaved, renameSaved } from './use-saved-searches.ts';

type RowProps = { readonly saved: SavedSearch; readonly onOpen: (saved: SavedSearch) => void };

function NameForm({ saved, onDone }: { readonly saved: SavedSearch; readonly onDone: () => void }) {
  const [name, setName] = useState(saved.name);
  const keep = (): void => {
    onDone();
    if (name.trim() !== '' && name.trim() !== saved.name) void renameSaved(saved, name.trim());
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
        aria-label={t`New name for ${{ name: saved.name }}`}
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

function SavedSearchRow({ saved, onOpen }: RowProps) {
  const [renaming, setRenaming] = useState(false);
  return (
    <li className={styles.row}>
      {renaming ? (
        <NameForm saved={saved} onDone={() => setRenaming(false)} />
      ) : (
        <button type="button" className={styles.open} onClick={() => onOpen(saved)}>
          <span className={styles.label}>{saved.name}</span>
          {saved.fresh > 0 ? (
            <Pill tone="info">{t`${{ fresh: saved.fresh }} new`}</Pill>
          ) : (
            <span className={styles.quiet}>{saved.query === saved.name ? '' : saved.query}</span>
          )}
        </button>
      )}
      <Tooltip label={t`Rename`}>
        <ActionIcon aria-label={t`Rename ${{ name: saved.name }}`} onClick={() => setRenaming(true)}>
          <IconPencil size={16} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t`Delete`}>
        <ActionIcon aria-label={t`Delete ${{ name: saved.name }}`} onClick={() => void removeSaved(saved)}>
          <IconTrash size={16} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </li>
  );
}

type Props = { readonly searches: readonly SavedSearch[]; readonly onOpen: (saved: SavedSearch) => void };

/** Saved searches below each other: open, rename, delete. Those with something new come first. */
export function SavedSearchList({ searches, onOpen }: Props) {
  const ordered = [...searches].sort((a, b) => Number(b.fresh > 0) - Number(a.fresh > 0));
  return (
    <ul className={styles.list} aria-label={t`Saved searches`}>
      {ordered.map((saved) => (
        <SavedSearchRow key={saved.id} saved={saved} onOpen={onOpen} />
      ))}
    </ul>
  );
}
