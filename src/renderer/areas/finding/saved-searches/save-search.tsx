import { t } from '@lingui/core/macro';
import { Button, TextInput } from '@mantine/core';
import { IconBookmark } from '@tabler/icons-react';
import { useState } from 'react';
import { useCallContext } from '../../../base/call-context-state.ts';
import type { LibrarySearch } from '../../../base/library-search.ts';
import { useStore } from '../../../base/store.ts';
import { useTermNames } from '../../../base/use-taxonomy.ts';
import { PopOver } from '../../../ui/pop-over.tsx';
import { usePopUp } from '../../../ui/use-pop-up.ts';
import { openedSearch } from './opened-search.ts';
import { isWorthSaving, savedQueryOf, shownSearch, suggestName } from './saved-query.ts';
import styles from './saved-searches.module.css';
import { saveSearch, useSavedSearches } from './use-saved-searches.ts';

/** Keeps the search that the library shows; nothing where there is nothing to keep, or it is kept already. */
export function SaveSearch({ search }: { readonly search: LibrarySearch }) {
  const { searches } = useSavedSearches();
  const opened = useStore(openedSearch);
  const [context] = useCallContext();
  const names = useTermNames();
  const [name, setName] = useState('');
  const form = usePopUp();
  const known = shownSearch(searches, search, opened?.id) !== undefined;
  if (!isWorthSaving(search) || (known && !form.opened)) return null;
  const save = async (): Promise<void> => {
    const chosen = name.trim();
    if (chosen !== '' && (await saveSearch(chosen, savedQueryOf(search, context)))) form.close();
  };
  const open = (): void => {
    setName(suggestName(search, names));
    form.open();
  };
  const button = (
    <Button
      ref={form.buttonRef}
      size="compact-sm"
      variant="default"
      leftSection={<IconBookmark size={16} aria-hidden />}
      aria-haspopup="dialog"
      aria-expanded={form.opened}
      onClick={form.opened ? form.close : open}
    >{t`Save search`}</Button>
  );
  if (!form.opened) return button;
  return (
    <PopOver opened onClose={form.close} label={t`Save this search`} position="bottom-end" target={button}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextInput
          label={t`Name`}
          description={t`Words, filters and your call are kept on this device.`}
          data-autofocus
          maxLength={300}
          value={name}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" size="compact-md" disabled={name.trim() === ''}>{t`Save`}</Button>
      </form>
    </PopOver>
  );
}
