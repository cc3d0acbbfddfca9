import { t } from '@lingui/core/macro';
import { Button, Select, Switch } from '@mantine/core';
import { memo } from 'react';
import type { SearchResult } from '../../../contract/search.ts';
import { FACET_NAMES } from '../../../shared/vocabulary/asset-attributes.ts';
import type { LibrarySearch } from '../../base/library-search.ts';
import { useSession } from '../../base/use-session.ts';
import { useDimensions, useTaxonomy } from '../../base/use-taxonomy.ts';
import { FACET_WORDS, valuesOf } from './facet-words.ts';
import { FilterGroup } from './filter-group.tsx';
import styles from './filters.module.css';
import { countFilters } from './use-library.ts';

type Props = {
  readonly search: LibrarySearch;
  readonly facets: SearchResult['facets'] | undefined;
  readonly onChange: (set: Partial<LibrarySearch>) => void;
  readonly onClear: () => void;
};

const statuses = [
  { value: 'published', label: t`Published` },
  { value: 'draft', label: t`Drafts` },
  { value: 'expired', label: t`Expired` },
  { value: 'archived', label: t`Archived` },
  { value: 'all', label: t`All` },
];
type Status = NonNullable<LibrarySearch['status']>;

function isStatus(value: string | null): value is Status {
  return value === 'draft' || value === 'expired' || value === 'archived' || value === 'all';
}

/** What narrows the result, with what each choice would leave. */
export const Filters = memo(function Filters({ search, facets, onChange, onClear }: Props) {
  const taxonomy = useTaxonomy();
  const dimensions = useDimensions();
  const { can } = useSession();
  return (
    <aside className={styles.panel} aria-label={t`Filters`}>
      <div className={styles.head}>
        <h2 className={styles.title}>{t`Filters`}</h2>
        {countFilters(search) > 0 && (
          <Button size="compact-sm" variant="subtle" onClick={onClear}>{t`Clear`}</Button>
        )}
      </div>
      {FACET_NAMES.map((facet) => (
        <FilterGroup
          key={facet}
          name={FACET_WORDS[facet].name}
          openAtFirst={FACET_WORDS[facet].openAtFirst}
          values={FACET_WORDS[facet].values(taxonomy, facets?.[facet])}
          chosen={search[facet] ?? []}
          onChange={(chosen) => onChange({ [facet]: chosen })}
        />
      ))}
      {dimensions.map(({ field, name, terms }) => (
        <FilterGroup
          key={field}
          name={name}
          openAtFirst={search[field] !== undefined}
          values={valuesOf(terms, facets?.[field])}
          chosen={search[field] ?? []}
          onChange={(chosen) => onChange({ [field]: [...chosen] })}
        />
      ))}
      <FreshOnly checked={search.fresh === true} onChange={onChange} />
      {can.edit && <StatusFilter status={search.status} onChange={onChange} />}
    </aside>
  );
});

type Change = Pick<Props, 'onChange'>;

const FreshOnly = memo(function FreshOnly({ checked, onChange }: Change & { readonly checked: boolean }) {
  return (
    <div className={styles.fresh}>
      <Switch
        size="sm"
        label={t`Fresh only`}
        checked={checked}
        onChange={(event) => onChange({ fresh: event.currentTarget.checked })}
      />
    </div>
  );
});

type StatusProps = Change & { readonly status: LibrarySearch['status'] };

const StatusFilter = memo(function StatusFilter({ status, onChange }: StatusProps) {
  return (
    <div className={styles.status}>
      <Select
        label={t`Status`}
        size="xs"
        data={statuses}
        allowDeselect={false}
        value={status ?? 'published'}
        onChange={(value) => onChange({ status: isStatus(value) ? value : undefined })}
      />
    </div>
  );
});
