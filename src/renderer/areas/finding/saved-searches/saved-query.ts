import type { SavedQuery, SavedSearch } from '../../../../contract/finding.ts';
import type { CallContext } from '../../../../contract/search.ts';
import { dimensionFieldsIn } from '../../../../shared/vocabulary/asset-fields.ts';
import { filtersOf, type LibrarySearch } from '../../../base/library-search.ts';
import type { TermNames } from '../../../base/use-taxonomy.ts';

/** What the library shows, as a search that can be kept. */
export function savedQueryOf(search: LibrarySearch, context: CallContext): SavedQuery {
  return {
    query: (search.q ?? '').trim(),
    filters: filtersOf(search),
    context,
    sort: search.sort ?? 'best',
  };
}

/** A saved search as the library's address has it. */
export function librarySearchOf({ query, filters, sort }: SavedQuery): LibrarySearch {
  const { freshOnly, status, ...lists } = filters;
  return {
    ...(query === '' ? {} : { q: query }),
    ...lists,
    ...(freshOnly === true ? { fresh: true } : {}),
    ...(status === undefined || status === 'published' ? {} : { status }),
    ...(sort === 'best' ? {} : { sort }),
  };
}

/** What a search looks for, in one text: equal for two that find the same, whatever their order and call. */
export function searchKey(search: LibrarySearch): string {
  const { q = '', sort: _order, like: _like, page: _page, ...filters } = search;
  const entries = Object.entries(filters)
    .filter(
      ([, value]) => value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0),
    )
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([q.trim().toLowerCase(), entries]);
}

/** Whether there is anything in a search that is worth keeping. */
export function isWorthSaving(search: LibrarySearch): boolean {
  return search.like === undefined && searchKey(search) !== searchKey({});
}

/** The saved search that the library shows, if it is one; the one that was opened where several look for the same. */
export function shownSearch(
  searches: readonly SavedSearch[],
  search: LibrarySearch,
  opened: string | undefined,
): SavedSearch | undefined {
  if (search.like !== undefined) return undefined;
  const key = searchKey(search);
  const same = searches.filter((saved) => searchKey(librarySearchOf(saved)) === key);
  return same.find(({ id }) => id === opened) ?? same[0];
}

/** A name to begin with: the words, else what the filters say. */
export function suggestName(search: LibrarySearch, names: TermNames): string {
  const filters = [
    ...(search.types ?? []).map(names.type),
    ...(search.stages ?? []).map(names.stage),
    ...(search.personas ?? []).map(names.persona),
    ...(search.products ?? []).map(names.product),
    ...dimensionFieldsIn(search).flatMap((field) =>
      (search[field] ?? []).map((term) => names.term(field, term)),
    ),
    ...(search.tags ?? []),
  ];
  const words = (search.q ?? '').trim();
  return [words, ...filters]
    .filter((part) => part !== '')
    .slice(0, 4)
    .join(', ')
    .slice(0, 80);
}
