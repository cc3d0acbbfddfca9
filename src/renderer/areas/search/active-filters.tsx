import { t } from '@lingui/core/macro';
import { IconX } from '@tabler/icons-react';
import type { SearchResult } from '../../../contract/search.ts';
import type { Facet } from '../../../shared/vocabulary/asset-attributes.ts';
import { isDimensionField } from '../../../shared/vocabulary/asset-fields.ts';
import { say } from '../../../words/say.ts';
import type { LibrarySearch } from '../../base/library-search.ts';
import { type TermNames, useTermNames } from '../../base/use-taxonomy.ts';
import { STATE_NAMES } from '../../ui/asset-badges.tsx';
import styles from './active-filters.module.css';
import { FACET_WORDS } from './facet-words.ts';
import { type ListFilter, listFiltersIn } from './use-library.ts';

type Props = {
  readonly search: LibrarySearch;
  /** Operators of the query. */
  readonly understood: SearchResult['understood'];
  readonly onChange: (set: Partial<LibrarySearch>) => void;
};

function nameOf(filter: ListFilter, id: string, names: TermNames): string {
  if (filter === 'tags') return `#${id}`;
  return isDimensionField(filter)
    ? `${names.dimension(filter)}: ${names.term(filter, id)}`
    : FACET_WORDS[filter as Facet].nameOf(id, names);
}

/** Every filter that is on, by click or by an operator of the query; a click takes it off. */
export function ActiveFilters({ search, understood, onChange }: Props) {
  const names = useTermNames();
  const chips = listFiltersIn(search).flatMap((filter) =>
    (search[filter] ?? []).map((id) => ({
      key: `${filter}:${id}`,
      name: nameOf(filter, id, names),
      remove: () => onChange({ [filter]: search[filter]?.filter((other) => other !== id) }),
    })),
  );
  if (search.fresh === true)
    chips.push({ key: 'fresh', name: t`Fresh only`, remove: () => onChange({ fresh: undefined }) });
  if (search.status !== undefined) {
    const name = search.status === 'all' ? t`Any status` : STATE_NAMES[search.status];
    chips.push({ key: 'status', name, remove: () => onChange({ status: undefined }) });
  }
  for (const { says, without } of understood) {
    const name = say(says);
    chips.push({ key: `query:${name}:${without}`, name, remove: () => onChange({ q: without }) });
  }
  if (chips.length === 0) return null;
  return (
    <ul className={styles.chips} aria-label={t`Active filters`}>
      {chips.map((chip) => (
        <li key={chip.key}>
          <button
            type="button"
            className={styles.chip}
            onClick={chip.remove}
            aria-label={t`Remove filter ${{ name: chip.name }}`}
          >
            {chip.name}
            <IconX size={14} aria-hidden />
          </button>
        </li>
      ))}
    </ul>
  );
}
