import { t } from '@lingui/core/macro';
import { Button } from '@mantine/core';
import { IconBookmarkFilled } from '@tabler/icons-react';
import type { LibrarySearch } from '../../../base/library-search.ts';
import { useStore } from '../../../base/store.ts';
import { ListHeading } from '../../../ui/list-heading.tsx';
import { openedSearch } from './opened-search.ts';
import { searchKey, shownSearch } from './saved-query.ts';
import { removeSaved, useSavedSearches } from './use-saved-searches.ts';

/** Above the results of a saved search: its name, and how much is new in it. */
export function SavedSearchHeading({ search }: { readonly search: LibrarySearch }) {
  const { searches } = useSavedSearches();
  const opened = useStore(openedSearch);
  const saved = shownSearch(searches, search, opened?.id);
  if (saved === undefined) return null;
  const fresh = opened?.id === saved.id && opened.key === searchKey(search) ? opened.fresh.size : 0;
  return (
    <ListHeading
      icon={IconBookmarkFilled}
      name={saved.name}
      about={fresh === 0 ? t`Saved search` : t`Saved search · ${fresh} new since you looked`}
      after={
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          onClick={() => void removeSaved(saved)}
        >{t`Delete`}</Button>
      }
    />
  );
}
