import { t } from '@lingui/core/macro';
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { SharedView } from '../../../../contract/views.ts';
import { useSession } from '../../../base/use-session.ts';
import { NameForm } from './name-form.tsx';
import styles from './saved-searches.module.css';
import { removeView, renameView } from './use-shared-views.ts';

type Props = { readonly views: readonly SharedView[]; readonly onOpen: (view: SharedView) => void };

/** Views that leads share, below each other: everybody opens them, leads rename and remove them. */
export function SharedViewList({ views, onOpen }: Props) {
  return (
    <ul className={styles.list} aria-label={t`Shared views`}>
      {views.map((view) => (
        <SharedViewRow key={view.id} view={view} onOpen={onOpen} />
      ))}
    </ul>
  );
}

function SharedViewRow({ view, onOpen }: { readonly view: SharedView; readonly onOpen: Props['onOpen'] }) {
  const { can } = useSession();
  const [renaming, setRenaming] = useState(false);
  return (
    <li className={styles.row}>
      {renaming ? (
        <NameForm
          name={view.name}
          onName={(name) => void renameView(view, name)}
          onDone={() => setRenaming(false)}
        />
      ) : (
        <button type="button" className={styles.open} onClick={() => onOpen(view)}>
          <span className={styles.label}>{view.name}</span>
          <span className={styles.quiet}>{view.query === view.name ? '' : view.query}</span>
        </button>
      )}
      {can['define-terms'] && (
        <>
          <Tooltip label={t`Rename`}>
            <ActionIcon aria-label={t`Rename ${{ name: view.name }}`} onClick={() => setRenaming(true)}>
              <IconPencil size={16} aria-hidden />
            </ActionIcon>
          </Tooltip>
          <Tooltip label={t`Share no longer`}>
            <ActionIcon
              aria-label={t`No longer share ${{ name: view.name }}`}
              onClick={() => void removeView(view)}
            >
              <IconTrash size={16} aria-hidden />
            </ActionIcon>
          </Tooltip>
        </>
      )}
    </li>
  );
}
