import { plural, t } from '@lingui/core/macro';
import type { SearchResult } from '../../../contract/search.ts';
import type { Facet } from '../../../shared/vocabulary/asset-attributes.ts';
import { isDimensionField } from '../../../shared/vocabulary/asset-fields.ts';
import { say } from '../../../words/say.ts';
import type { LibrarySearch } from '../../base/library-search.ts';
import { type TermNames, useTermNames } from '../../base/use-taxonomy.ts';
import { FACET_WORDS } from './facet-words.ts';
import styles from './library-screen.module.css';
import { countFilters } from './use-library.ts';

type Hiding = SearchResult['hiddenBy'][number];
type Props = {
  readonly search: LibrarySearch;
  readonly result: SearchResult;
  readonly onChange: (set: Partial<LibrarySearch>) => void;
  readonly onClearFilters: () => void;
};

/** How many a filter hides, and where they are: `12 more in other stages`, `3 more without “Stage: Decision”`. */
function elsewhere({ filter, count, says }: Hiding, names: TermNames): string {
  if (filter === 'tags')
    return plural(count, { one: '# more without these tags', other: '# more without these tags' });
  if (filter === 'freshOnly')
    return plural(count, { one: '# more that is not fresh', other: '# more that are not fresh' });
  if (isDimensionField(filter)) {
    const dimension = names.dimension(filter);
    return plural(count, {
      one: `# more with another ${dimension}`,
      other: `# more with another ${dimension}`,
    });
  }
  if (filter !== 'query') return FACET_WORDS[filter as Facet].elsewhere(count);
  if (says?.code === 'search.without') {
    const { words } = says.values;
    return plural(count, { one: `# more with “${words}”`, other: `# more with “${words}”` });
  }
  const asked = says === undefined ? '' : say(says);
  return plural(count, { one: `# more without “${asked}”`, other: `# more without “${asked}”` });
}

function takenOff(hiding: Hiding): Partial<LibrarySearch> {
  switch (hiding.filter) {
    case 'query':
      return { q: hiding.without };
    case 'freshOnly':
      return { fresh: undefined };
    default:
      return { [hiding.filter]: undefined };
  }
}

/** What filters hide, each with the click that takes it off. */
export function HiddenBy({ search, result, onChange, onClearFilters }: Props) {
  const { hiddenByFilters, hiddenBy } = result;
  const names = useTermNames();
  if (hiddenByFilters === 0) return null;
  const single = hiddenBy.reduce((sum, { count }) => sum + count, 0);
  return (
    <p className={styles.notice}>
      {hiddenBy.map((hiding, index) => (
        <span key={`${hiding.filter}${hiding.without ?? ''}`}>
          {index > 0 && ' · '}
          <button type="button" className={styles.link} onClick={() => onChange(takenOff(hiding))}>
            {elsewhere(hiding, names)}
          </button>
        </span>
      ))}
      {hiddenByFilters > single && (
        <>
          {single > 0 && ' · '}
          {hiddenTogether(hiddenByFilters - single, single > 0)}
        </>
      )}
      {countFilters(search) > 0 && (
        <>
          {' · '}
          <button type="button" className={styles.link} onClick={onClearFilters}>{t`Clear filters`}</button>
        </>
      )}
    </p>
  );
}

/** How many are hidden by more than one filter. `others`: beside those that a single one hides. */
function hiddenTogether(count: number, others: boolean): string {
  return others
    ? plural(count, {
        one: '# other hidden by several filters at once',
        other: '# others hidden by several filters at once',
      })
    : plural(count, {
        one: '# result hidden by several filters at once',
        other: '# results hidden by several filters at once',
      });
}
