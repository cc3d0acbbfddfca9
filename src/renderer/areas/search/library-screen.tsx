import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Kbd } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { type ComponentProps, memo, useCallback, useEffect, useMemo, useState } from 'react';
import { z } from 'zod';
import type { Sort } from '../../../contract/search.ts';
import { useCallContext } from '../../base/call-context-state.ts';
import { ErrorState } from '../../base/error-state.tsx';
import { enterResults, wantedOpen } from '../../base/focus-search.ts';
import type { LibrarySearch } from '../../base/library-search.ts';
import { useRemembered } from '../../base/remembered.ts';
import { useStore } from '../../base/store.ts';
import { useSession } from '../../base/use-session.ts';
import { readOf } from '../../ui/edition-read.ts';
import { performKey } from '../../ui/keys/perform-key.ts';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { Screen } from '../../ui/screen.tsx';
import { usePageKeys } from '../../ui/use-page-keys.ts';
import { useLatest, useSame } from '../../ui/use-same.ts';
import { SavedSearchHeading } from '../finding/saved-searches/saved-search-heading.tsx';
import { useFresh } from '../finding/saved-searches/use-fresh.ts';
import { AskForThis, requestFor, useRequestOnScreen } from './ask-for-this.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { Filters } from './filters.tsx';
import { Gallery } from './gallery.tsx';
import { openingOf } from './hit-link.tsx';
import { HitList } from './hit-list.tsx';
import type { RowActions, SearchedWords } from './hit-row.tsx';
import styles from './library-screen.module.css';
import { LikeHeading } from './like/like-heading.tsx';
import { keepPlace, placeOf } from './list-place.ts';
import { NoResults } from './no-results.tsx';
import { QuickLook } from './quick-look.tsx';
import { ResultBar } from './result-bar.tsx';
import { ResultNotices } from './result-notices.tsx';
import { useSearchLog } from './search-log.ts';
import { useBulkEdit } from './use-bulk-edit.tsx';
import { countFilters, type Library, useLibrary } from './use-library.ts';
import { usePicked } from './use-picked.ts';

const panelSchema = z.boolean().nullable();

/** Whether a side panel is open: as one left it, else as the window's width suggests. */
function usePanel(key: string, wide: boolean): { open: boolean; onToggle: () => void } {
  const [kept, keep] = useRemembered(key, panelSchema, null);
  const open = kept ?? wide;
  const onToggle = useCallback(() => keep(!open), [keep, open]);
  return useMemo(() => ({ open, onToggle }), [open, onToggle]);
}

function useSelection(library: Library) {
  const [context] = useCallContext();
  const placeKey = JSON.stringify([library.search, context]);
  const [chosen, setChosen] = useState({ placeKey, index: placeOf(placeKey)?.selected ?? 0 });
  const index =
    chosen.placeKey === placeKey ? Math.min(chosen.index, Math.max(0, library.hits.length - 1)) : 0;
  const select = (next: number): void => {
    // Kept at once: whoever opens a row leaves before this is drawn.
    keepPlace(placeKey, { selected: next });
    setChosen({ placeKey, index: next });
  };
  return { placeKey, index, select };
}

/** Milliseconds after which the other way of showing results has been drawn and measured. */
const SHOWN_MS = 60;

/** Whether results are shown as pages, on this device; V changes it. */
function useGalleryShown() {
  const gallery = usePanel('library.gallery', false);
  const view = (): void => {
    gallery.onToggle();
    // The row that has the focus goes: one goes on at the same result.
    setTimeout(() => enterResults.get()?.(), SHOWN_MS);
  };
  usePageKeys((event) => void performKey(event, 'library', { view }));
  return gallery;
}

type FoundProps = ComponentProps<typeof HitList> & {
  readonly gallery: boolean;
  readonly words: readonly string[];
};

/** The results, as rows or as pages. */
function FoundList({ gallery, words, ...list }: FoundProps) {
  if (!gallery) return <HitList {...list} />;
  const { placeKey, hits, selected, actions, onEnd } = list;
  return <Gallery {...{ placeKey, hits, words, selected, actions, onEnd }} />;
}

/** The actions of the rows: the same functions, whatever is searched for. */
function useRowActions(now: Omit<RowActions, 'words'> & { readonly words: SearchedWords }): RowActions {
  const latest = useLatest(now);
  return useMemo(
    () => ({
      words: () => latest.current.words,
      pick: (index, range) => latest.current.pick(index, range),
      from: (index) => latest.current.from(index),
      select: (index) => latest.current.select(index),
      open: (index, page) => latest.current.open(index, page),
    }),
    [latest],
  );
}

/** The filters of a search. */
function withoutWords({ q: _words, ...filters }: LibrarySearch): LibrarySearch {
  return filters;
}

/** Opens the best result of the text for which Enter was pressed, once it is there. */
function useWantedOpen({ search, result, hits, stale }: Library, open: () => void): void {
  const wanted = useStore(wantedOpen);
  const here = wanted !== null && wanted === (search.q ?? '') && !stale && result !== undefined;
  useEffect(() => {
    if (!here) return;
    wantedOpen.set(null);
    if (hits.length > 0) open();
  });
  useEffect(() => () => wantedOpen.set(null), []);
}

/** Whoever picks everything means what is not here yet too: it is fetched. */
function useEverythingPicked({ hits, loadMore, stale }: Library, all: boolean): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when more has come
  useEffect(() => {
    if (all && !stale) loadMore();
  }, [all, stale, hits.length, loadMore]);
}

/** Everything there is, or what a search finds. */
export function LibraryScreen() {
  const library = useLibrary();
  const { result, hits, search, change, clearFilters } = library;
  const [context] = useCallContext();
  const navigate = useNavigate();
  const query = search.q ?? '';
  const filters = usePanel(
    'library.filters',
    useMediaQuery('(min-width: 1000px)', false, { getInitialValueInEffect: false }),
  );
  const quickLook = usePanel('library.quick-look', false);
  const gallery = useGalleryShown();
  const selection = useSelection(library);
  const picked = usePicked(hits);
  const fresh = useFresh(search);
  const opened = useSearchLog(query, library.stale ? undefined : result?.total, context);
  const hit = hits[selection.index];
  const mended = !library.stale && result?.usedSuggestion === true ? result.suggestion : undefined;
  const words = { query: mended ?? query, typed: query };

  const open = (index: number, page?: number): void => {
    const target = hits[index];
    if (target === undefined) return;
    selection.select(index);
    const { id } = readOf(target);
    opened(id, index + 1);
    void navigate({
      to: '/asset/$assetId',
      params: { assetId: id },
      search: openingOf(target, words.query, page),
    });
  };
  const onSort = useCallback((sort: Sort) => change({ sort: sort === 'best' ? undefined : sort }), [change]);
  const actions = useRowActions({
    words,
    open,
    select: selection.select,
    pick: picked.pick,
    from: picked.from,
  });
  useWantedOpen(library, () => open(selection.index));
  const bulk = useBulkEdit(hits, picked, useSession().can.edit);
  useEverythingPicked(library, picked.all);
  useRequestOnScreen(requestFor(search, result, context));
  const filtered = useSame(withoutWords(search));
  const facets = useSame(result?.facets);
  // What resembles something is ranked by that alone.
  const ranksFor = search.like === undefined ? context : {};
  const bar = { query, context: ranksFor, sort: search.sort ?? 'best' } as const;

  return (
    <Screen title={t`Library`} hideTitle fill ready={result !== undefined || library.error !== null}>
      <div className={styles.layout}>
        {filters.open && (
          <Filters search={filtered} facets={facets} onChange={change} onClear={clearFilters} />
        )}
        <div className={styles.middle} {...(library.stale ? {} : { 'data-found': query })}>
          {search.like === undefined ? (
            <SavedSearchHeading search={search} />
          ) : (
            <LikeHeading asset={search.like} page={search.page} words={result?.terms ?? []} />
          )}
          <ResultBar
            search={search}
            {...bar}
            result={result}
            onSort={onSort}
            filters={{ ...filters, count: countFilters(search) }}
            {...{ quickLook, gallery }}
          />
          {result !== undefined && (
            <ResultNotices search={search} result={result} onChange={change} onClearFilters={clearFilters} />
          )}
          {result === undefined ? (
            <div className={styles.body}>
              {library.error === null ? (
                <LoadingRows count={7} picture />
              ) : (
                <ErrorState error={library.error} onRetry={library.retry} />
              )}
            </div>
          ) : result.total === 0 ? (
            <div className={styles.body}>
              <NoResults search={search} result={result} onChange={change} onClearFilters={clearFilters} />
            </div>
          ) : (
            <FoundList
              placeKey={selection.placeKey}
              {...{ hits, fresh, actions, words: result.terms, gallery: gallery.open }}
              total={result.total}
              stale={library.stale}
              selected={selection.index}
              picked={picked.ids}
              onQuickLook={quickLook.onToggle}
              onCloseQuickLook={quickLook.open ? quickLook.onToggle : null}
              onEnd={library.loadMore}
            />
          )}
          {picked.ids.size > 0 ? (
            <BulkBar picked={picked} query={query} onEdit={bulk.edit} />
          ) : (
            <KeyHints words={result?.words ?? ''} lists={result !== undefined && result.total > 0} />
          )}
        </div>
        {bulk.panel}
        {quickLook.open && hit !== undefined && (
          <QuickLook
            hit={hit}
            words={result?.terms ?? []}
            query={query}
            onOpen={() => open(selection.index)}
            onClose={quickLook.onToggle}
          />
        )}
      </div>
    </Screen>
  );
}

const KeyHints = memo(function KeyHints({
  words,
  lists,
}: {
  readonly words: string;
  readonly lists: boolean;
}) {
  return (
    <div className={styles.keys}>
      <div className={styles.hints}>
        <span>
          <Trans>
            <Kbd size="xs">↑</Kbd> <Kbd size="xs">↓</Kbd> choose
          </Trans>
        </span>
        <span>
          <Trans>
            <Kbd size="xs">Enter</Kbd> open
          </Trans>
        </span>
        <span>
          <Trans>
            <Kbd size="xs">Space</Kbd> quick look
          </Trans>
        </span>
        <span>
          <Trans>
            <Kbd size="xs">/</Kbd> search
          </Trans>
        </span>
        <span>
          <Trans>
            <Kbd size="xs">Ctrl</Kbd> <Kbd size="xs">.</Kbd> my call
          </Trans>
        </span>
        <span>
          <Trans>
            <Kbd size="xs">?</Kbd> all keys
          </Trans>
        </span>
      </div>
      {lists && <AskForThis words={words} />}
    </div>
  );
});
