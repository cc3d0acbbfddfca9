import { t } from '@lingui/core/macro';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { RecentSearch } from '../../../../contract/finding.ts';
import { engine, orpc } from '../../../base/engine-client.ts';
import { showError, showUndo } from '../../../base/undo-toast.ts';

/** Words that were searched for on this device, and ways to forget them. */
type RecentSearches = {
  /** Newest first, each once. */
  readonly recent: readonly RecentSearch[];
  readonly forget: (words: string) => void;
  readonly forgetAll: () => void;
};

async function forget(words: string | undefined): Promise<void> {
  try {
    const { forgotten } = await engine.searchHistory.forget(words === undefined ? {} : { words });
    if (forgotten === 0) return;
    showUndo({
      id: 'searches-forgotten',
      message: words === undefined ? t`Recent searches cleared.` : t`“${words}” removed.`,
      undo: () => engine.searchHistory.restore(),
    });
  } catch (error) {
    showError(error);
  }
}

/** The last searches of this device. They are kept here only. */
export function useRecentSearches(limit = 8): RecentSearches {
  const { data } = useQuery(
    orpc.searchHistory.recent.queryOptions({ input: { limit }, placeholderData: keepPreviousData }),
  );
  return {
    recent: data ?? [],
    forget: (words) => void forget(words),
    forgetAll: () => void forget(undefined),
  };
}
