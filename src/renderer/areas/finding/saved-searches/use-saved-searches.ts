import { t } from '@lingui/core/macro';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { SavedQuery, SavedSearch } from '../../../../contract/finding.ts';
import { useCallContext } from '../../../base/call-context-state.ts';
import { engine, orpc } from '../../../base/engine-client.ts';
import { showDone, showError, showUndo } from '../../../base/undo-toast.ts';
import { openedSearch } from './opened-search.ts';
import { librarySearchOf, searchKey } from './saved-query.ts';

const nothing: readonly SavedSearch[] = [];

/** The saved searches of this device with what is new in them. */
export function useSavedSearches(): { readonly searches: readonly SavedSearch[]; readonly fresh: number } {
  const { data } = useQuery(orpc.savedSearches.list.queryOptions({ placeholderData: keepPreviousData }));
  const searches = data ?? nothing;
  return { searches, fresh: searches.reduce((sum, search) => sum + search.fresh, 0) };
}

/** Shows a saved search in the library, for its call, with what is new marked. */
export function useOpenSaved(): (saved: SavedSearch) => Promise<void> {
  const navigate = useNavigate();
  const [, setContext] = useCallContext();
  return async (saved) => {
    try {
      const { fresh } = await engine.savedSearches.look({ id: saved.id });
      const search = librarySearchOf(saved);
      openedSearch.set({ id: saved.id, key: searchKey(search), fresh: new Set(fresh) });
      if (saved.context.stage !== undefined || saved.context.persona !== undefined) setContext(saved.context);
      await navigate({ to: '/library', search });
    } catch (error) {
      showError(error);
    }
  };
}

/** Keeps a search under a name; says whether that went well. */
export async function saveSearch(name: string, query: SavedQuery): Promise<boolean> {
  try {
    await engine.savedSearches.save({ name, ...query });
    showDone(t`“${name}” saved. The bell shows new results.`);
    return true;
  } catch (error) {
    showError(error);
    return false;
  }
}

/** Gives a saved search another name, which can be taken back. */
export async function renameSaved({ id }: SavedSearch, name: string): Promise<void> {
  try {
    const { before } = await engine.savedSearches.rename({ id, name });
    if (before === name) return;
    showUndo({
      message: t`“${before}” is now “${name}”.`,
      undo: () => engine.savedSearches.rename({ id, name: before }),
    });
  } catch (error) {
    showError(error);
  }
}

/** Deletes a saved search, which can be taken back. */
export async function removeSaved({ id, name }: SavedSearch): Promise<void> {
  try {
    await engine.savedSearches.remove({ id });
    showUndo({ message: t`“${name}” deleted.`, undo: () => engine.savedSearches.restore({ id }) });
  } catch (error) {
    showError(error);
  }
}
