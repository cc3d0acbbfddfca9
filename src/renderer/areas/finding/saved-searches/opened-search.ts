import { createStore } from '../../../base/store.ts';

/** The saved search that was opened last, and what was new in it then. */
type OpenedSearch = {
  readonly id: string;
  /** As `searchKey` names what it looks for: the marks go when another search is shown. */
  readonly key: string;
  readonly fresh: ReadonlySet<string>;
};

export const openedSearch = createStore<OpenedSearch | null>(null);
