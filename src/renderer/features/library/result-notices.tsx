import type { SearchResult } from '../../../contract/search.ts';
import { plural } from '../../ui/plural.ts';
import { ActiveFilters } from './active-filters.tsx';
import styles from './library-screen.module.css';
import type { LibrarySearch } from './library-search.ts';
import { countFilters } from './use-library.ts';

type Props = {
  readonly search: LibrarySearch;
  readonly result: SearchResult;
  readonly onChange: (set: Partial<LibrarySearch>) => void;
  readonly onClearFilters: () => void;
};

/** What one should know of the result: filters that are on, what they hide, a mended spelling, parts that were not used. */
export function ResultNotices({ search, result, onChange, onClearFilters }: Props) {
  const { hiddenByFilters, suggestion, usedSuggestion, hint } = result;
  const filtered = countFilters(search) > 0;
  const mended = suggestion !== undefined && result.total > 0;
  if (!filtered && !mended && hint === undefined) return null;
  return (
    <div className={styles.notices}>
      <ActiveFilters search={search} onChange={onChange} />
      {filtered && hiddenByFilters > 0 && result.total > 0 && (
        <p className={styles.notice}>
          {`${plural(hiddenByFilters, 'more result')} hidden by the filters. `}
          <button type="button" className={styles.link} onClick={onClearFilters}>
            Clear filters
          </button>
        </p>
      )}
      {mended && (
        <p className={styles.notice}>
          {usedSuggestion ? `Nothing has “${shorten(search.q ?? '')}”. Results for ` : 'Did you mean '}
          <button type="button" className={styles.link} onClick={() => onChange({ q: suggestion })}>
            {suggestion}
          </button>
          {usedSuggestion ? '.' : '?'}
        </p>
      )}
      {hint !== undefined && <p className={styles.notice}>{hint}</p>}
    </div>
  );
}

/** A query as it is quoted in a sentence. */
export function shorten(query: string): string {
  return query.length > 60 ? `${query.slice(0, 60)}…` : query;
}
