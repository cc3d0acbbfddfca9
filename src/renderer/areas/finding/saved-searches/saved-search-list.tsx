import { t } from '@lingui/core/macro';
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconPencil, IconTrash, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import type { SavedSearch } from '../../../../contract/finding.ts';
import { useSession } from '../../../base/use-session.ts';
import { Pill } from '../../../ui/pill.tsx';
import { NameForm } from './name-form.tsx';
import styles from './saved-searches.module.css';
import { removeSaved, renameSaved } from './use-saved-searches.ts';
import { shareView } from './use-shared-views.ts';

type RowProps = { readonly saved: SavedSearch; readonly onOpen: (saved: SavedSearch) => void };

function SavedSearchRow({ saved, onOpen }: RowProps) {
  const [renaming, setRenaming] = useState(false);
  const { can } = useSession();
  return (
    <li className={styles.row}>
      {renaming ? (
        <NameForm
          name={saved.name}
          onName={(name) => void renameSaved(saved, name)}
          onDone={() => setRenaming(false)}
        />
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
      {can['define-terms'] && (
        <Tooltip label={t`Share with everybody`}>
          <ActionIcon
            aria-label={t`Share ${{ name: saved.name }} with everybody`}
            onClick={() => void shareView(saved.name, saved)}
          >
            <IconUsers size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
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
