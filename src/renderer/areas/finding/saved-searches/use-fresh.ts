import type { LibrarySearch } from '../../../base/library-search.ts';
import { useStore } from '../../../base/store.ts';
import { openedSearch } from './opened-search.ts';
import { searchKey } from './saved-query.ts';

const none: ReadonlySet<string> = new Set();

/** Which assets are new in the saved search that was opened; none once another search is shown. */
export function useFresh(search: LibrarySearch): ReadonlySet<string> {
  const opened = useStore(openedSearch);
  return opened !== null && opened.key === searchKey(search) ? opened.fresh : none;
}
