import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { CallContext, Hit, SearchInput, SearchResult } from '../../../contract/search.ts';
import { FACET_NAMES } from '../../../shared/vocabulary/asset-attributes.ts';
import { type DimensionField, dimensionFieldsIn, ofFields } from '../../../shared/vocabulary/asset-fields.ts';
import { useCallContext } from '../../base/call-context-state.ts';
import { orpc } from '../../base/engine-client.ts';
import { askEarly } from '../../base/focus-search.ts';
import { filtersOf, type LibrarySearch, withTypedSince } from '../../base/library-search.ts';
import { decimalSeparator } from '../../ui/format.ts';
import { useLatest } from '../../ui/use-same.ts';
import { LOWEST_ROW } from './row-height.ts';

/** Hits that are fetched at a time when one goes on. */
const NEXT_PAGE = 50;

/** Kits that stand above the results. */
const KITS = 5;

/** The filters that hold lists of terms. */
const LIST_FILTERS = [...FACET_NAMES, 'tags'] as const;
/** One of them. */
export type ListFilter = (typeof LIST_FILTERS)[number] | DimensionField;

/** The filters of lists that a search may have: those that every hub has, and the dimensions that it names. */
export function listFiltersIn(search: LibrarySearch): readonly ListFilter[] {
  return [...LIST_FILTERS, ...dimensionFieldsIn(search)];
}

/** How many filters narrow the result. */
export function countFilters(search: LibrarySearch): number {
  const lists = listFiltersIn(search).reduce((sum, name) => sum + (search[name]?.length ?? 0), 0);
  return lists + (search.fresh === true ? 1 : 0) + (search.status === undefined ? 0 : 1);
}

/** What the library shows. */
export type Library = {
  readonly search: LibrarySearch;
  /** The newest answer; of the search before while the next one is on its way. */
  readonly result: SearchResult | undefined;
  readonly hits: readonly Hit[];
  /** True while `result` is of the search before. */
  readonly stale: boolean;
  readonly error: unknown;
  readonly retry: () => void;
  readonly loadMore: () => void;
  /** Changes the search. Words that are set are meant in place of those that `result` was found by: letters typed since stay behind them. */
  readonly change: (set: Partial<LibrarySearch>) => void;
  readonly clearFilters: () => void;
};

const nothing: readonly Hit[] = [];

/** What is asked for a page of the list. */
type PageOf = Required<Pick<SearchInput, 'filters' | 'sort' | 'offset' | 'limit'>>;

/** How far the list was loaded: where its next page begins, if there is one. */
function nextOffset(last: SearchResult, pages: readonly SearchResult[]): number | undefined {
  const loaded = pages.reduce((sum, page) => sum + page.hits.length, 0);
  return last.hits.length > 0 && loaded < last.total ? loaded : undefined;
}

/** Hits of a first answer: what the window shows at most and some more. Each costs every keystroke its pages and snippets. */
function firstPage(): number {
  return Math.min(60, Math.max(12, Math.ceil(window.innerHeight / LOWEST_ROW) + 2));
}

/** The answer to words, or what resembles something. */
function useAnswer(search: LibrarySearch) {
  const [context] = useCallContext();
  const [first] = useState(firstPage);
  const alike = useInfiniteQuery({ ...alikeOptions(search, first), enabled: search.like !== undefined });
  const found = useInfiniteQuery({
    ...foundOptions(search, context, first),
    enabled: search.like === undefined,
  });
  useAskEarly(search, context, first);
  return search.like === undefined ? found : alike;
}

/** How the person writes numbers. */
function numbersTyped(): Pick<SearchInput, 'decimal'> {
  const decimal = decimalSeparator();
  return decimal === '.' || decimal === ',' ? { decimal } : {};
}

const paged = {
  initialPageParam: 0,
  getNextPageParam: nextOffset,
  placeholderData: keepPreviousData,
} as const;

function pageOf(search: LibrarySearch, offset: number, first: number): PageOf {
  const limit = offset === 0 ? first : NEXT_PAGE;
  return { filters: filtersOf(search), sort: search.sort ?? 'best', offset, limit };
}

function alikeOptions(search: LibrarySearch, first: number) {
  const { like = '', page } = search;
  return orpc.search.like.infiniteOptions({
    input: (offset: number) => ({
      asset: like,
      ...(page === undefined ? {} : { page }),
      ...pageOf(search, offset, first),
    }),
    ...paged,
  });
}

function foundOptions(search: LibrarySearch, context: CallContext, first: number) {
  return orpc.search.find.infiniteOptions({
    input: (offset: number): SearchInput => ({
      query: search.q ?? '',
      ...numbersTyped(),
      context,
      ...pageOf(search, offset, first),
      // Kits stand above what somebody searches for; without words they have a list of their own.
      kits: (search.q ?? '').trim() === '' ? 0 : KITS,
    }),
    ...paged,
  });
}

/** Lets the search field ask while the address still follows the key: the screen finds the answer on its way then. */
function useAskEarly(search: LibrarySearch, context: CallContext, first: number): void {
  const client = useQueryClient();
  const latest = useLatest({ search, context, first });
  useEffect(() => {
    askEarly.set((words) => {
      const now = latest.current;
      const { like: _like, page: _page, q: _words, ...filters } = now.search;
      const wanted = words === '' ? filters : { ...filters, q: words };
      void client.prefetchInfiniteQuery(foundOptions(wanted, now.context, now.first));
    });
    return () => askEarly.set(null);
  }, [client, latest]);
}

/** Searches as the address says, for the call that one prepares for. A newer keystroke cancels the older query. */
export function useLibrary(): Library {
  const asked = useSearch({ from: '/library' });
  // Whoever types words wants these: what something resembled is left.
  const { like, page, ...words } = asked;
  const search: LibrarySearch = (asked.q ?? '') === '' ? asked : words;
  const found = useAnswer(search);
  const latest = useLatest(found);
  const pages = found.data?.pages;
  const hits = useMemo(() => pages?.flatMap((page) => page.hits) ?? nothing, [pages]);
  const answered = useRef('');
  if (!found.isPlaceholderData) answered.current = search.q ?? '';
  return {
    search,
    result: pages?.[0],
    hits,
    stale: found.isPlaceholderData,
    error: found.error,
    retry: () => void found.refetch(),
    loadMore: useCallback(() => {
      const { hasNextPage, isFetchingNextPage, isPlaceholderData, fetchNextPage } = latest.current;
      if (hasNextPage && !isFetchingNextPage && !isPlaceholderData) void fetchNextPage();
    }, [latest]),
    ...useChanges(answered),
  };
}

/** The ways in which the address changes; the same functions as long as the screen stands. */
function useChanges(answered: { readonly current: string }): Pick<Library, 'change' | 'clearFilters'> {
  const navigate = useNavigate({ from: '/library' });
  return useMemo(
    () => ({
      change: (set) =>
        void navigate({
          search: (before) =>
            withoutEmpty({
              ...before,
              ...set,
              ...(set.q === undefined ? {} : { q: withTypedSince(set.q, answered.current, before.q ?? '') }),
            }),
          replace: true,
        }),
      clearFilters: () =>
        void navigate({
          search: (before) =>
            withoutEmpty({ q: before.q, sort: before.sort, like: before.like, page: before.page }),
          replace: true,
        }),
    }),
    [navigate, answered],
  );
}

/** Empty lists and absent values do not belong in an address. */
function withoutEmpty(search: LibrarySearch): LibrarySearch {
  return ofFields<LibrarySearch>(
    Object.entries(search).filter(
      ([, value]) => value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0),
    ),
  );
}
