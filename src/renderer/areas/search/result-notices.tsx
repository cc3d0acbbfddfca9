import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { SearchResult } from '../../../contract/search.ts';
import { type ToldFacet, toldFacet } from '../../../shared/vocabulary/taxonomy.ts';
import { say } from '../../../words/say.ts';
import { listed, sentences } from '../../../words/sentence.ts';
import type { LibrarySearch } from '../../base/library-search.ts';
import { FoundKits } from '../kits/found-kits.tsx';
import { ActiveFilters } from './active-filters.tsx';
import { HiddenBy } from './hidden-by.tsx';
import styles from './library-screen.module.css';

type Change = (set: Partial<LibrarySearch>) => void;
type Props = {
  readonly search: LibrarySearch;
  readonly result: SearchResult;
  readonly onChange: Change;
  readonly onClearFilters: () => void;
};

/** What one should know of the result: what narrows it and hides how much, a mended spelling, synonyms, parts that were not used. */
export function ResultNotices({ search, result, onChange, onClearFilters }: Props) {
  const { hints, mends, widened, understood } = result;
  const notices = [
    <ActiveFilters key="filters" search={search} understood={understood} onChange={onChange} />,
    result.total > 0 && result.hiddenByFilters > 0 && (
      <HiddenBy
        key="hidden"
        search={search}
        result={result}
        onChange={onChange}
        onClearFilters={onClearFilters}
      />
    ),
    result.total > 0 && <Spelling key="spelling" result={result} onChange={onChange} />,
    widened.length > 0 && (
      <p key="widened" className={styles.notice}>
        {widened.map((one) => (
          <Widened key={`${one.typed}${one.term?.id ?? ''}`} widened={one} onChange={onChange} />
        ))}
      </p>
    ),
    hints.length > 0 && (
      <p key="hint" className={styles.notice}>
        {sentences(...hints.map(say))}{' '}
        {mends.map(({ says, query }) => (
          <button key={query} type="button" className={styles.link} onClick={() => onChange({ q: query })}>
            {t`Use ${{ label: say(says) }}`}
          </button>
        ))}
      </p>
    ),
  ].filter((notice) => notice !== false);
  return (
    <>
      <div className={styles.notices}>{notices}</div>
      <FoundKits kits={result.kits} />
    </>
  );
}

/** Another spelling: the one that was used, or one that would find more. */
function Spelling({ result, onChange }: { readonly result: SearchResult; readonly onChange: Change }) {
  const { suggestion, usedSuggestion, instead } = result;
  if (suggestion === undefined) return null;
  const link = (query: string) => (
    <button type="button" className={styles.link} onClick={() => onChange({ q: query })}>
      {shorten(query)}
    </button>
  );
  if (!usedSuggestion)
    return (
      <p className={styles.notice}>
        <Trans>Did you mean {link(suggestion)}?</Trans>
      </p>
    );
  return (
    <p className={styles.notice}>
      <Trans>Showing results for {link(suggestion)}.</Trans>{' '}
      {instead !== undefined && <Trans>Search instead for {link(instead)}.</Trans>}
    </p>
  );
}

const TERMS: Readonly<Record<ToldFacet, (name: string) => string>> = {
  stage: (name) => t`the stage ${name}`,
  persona: (name) => t`the persona ${name}`,
  type: (name) => t`the type ${name}`,
  product: (name) => t`the product ${name}`,
  term: (name) => t`the term ${name}`,
};

/** A word that was taken to mean more than itself, and the way to itself alone. */
function Widened({
  widened: { typed, words, term, literal },
  onChange,
}: {
  readonly widened: SearchResult['widened'][number];
  readonly onChange: Change;
}) {
  const means = [
    ...(term === undefined ? [] : [TERMS[toldFacet(term.facet)](term.name)]),
    ...words.map((word) => `“${word}”`),
  ];
  const more = means.length - 3;
  const shown = more > 1 ? [...means.slice(0, 3), plural(more, { one: '# more', other: '# more' })] : means;
  return (
    <span>
      {t`“${typed}” also finds ${{ meanings: listed(shown) }}.`}{' '}
      {literal !== undefined && (
        <button type="button" className={styles.link} onClick={() => onChange({ q: literal })}>
          {t`Only “${typed}”`}
        </button>
      )}{' '}
    </span>
  );
}

/** A query as it is quoted in a sentence. */
export function shorten(query: string): string {
  return query.length > 60 ? `${query.slice(0, 60)}…` : query;
}
