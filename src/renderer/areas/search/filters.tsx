import { Button, Select, Switch } from '@mantine/core';
import { memo } from 'react';
import type { SearchResult } from '../../../contract/search.ts';
import type { LibrarySearch } from '../../base/library-search.ts';
import { useSession } from '../../base/use-session.ts';
import { useTaxonomy } from '../../base/use-taxonomy.ts';
import { formatLanguage } from '../../ui/format.ts';
import { FilterGroup, type FilterValue } from './filter-group.tsx';
import styles from './filters.module.css';
import { countFilters } from './use-library.ts';

type Props = {
  readonly search: LibrarySearch;
  readonly facets: SearchResult['facets'] | undefined;
  readonly onChange: (set: Partial<LibrarySearch>) => void;
  readonly onClear: () => void;
};
type Counts = readonly { readonly id: string; readonly count: number }[];

/** How the audiences are called. */
export const AUDIENCE_NAMES = { internal: 'Internal only', customer: 'Customer-facing' } as const;

function valuesOf(terms: readonly { id: string; name: string }[], counts: Counts = []): FilterValue[] {
  const byId = new Map(counts.map((entry) => [entry.id, entry.count]));
  return terms.map((term) => ({ id: term.id, name: term.name, count: byId.get(term.id) ?? 0 }));
}

const statuses = [
  { value: 'published', label: 'Published' },
  { value: 'draft', label: 'Drafts' },
  { value: 'expired', label: 'Expired' },
  { value: 'archived', label: 'Archived' },
  { value: 'all', label: 'All' },
];
type Status = NonNullable<LibrarySearch['status']>;

function isStatus(value: string | null): value is Status {
  return value === 'draft' || value === 'expired' || value === 'archived' || value === 'all';
}

/** What narrows the result, with what each choice would leave. */
export const Filters = memo(function Filters({ search, facets, onChange, onClear }: Props) {
  const taxonomy = useTaxonomy();
  const { can } = useSession();
  const audiences = (['customer', 'internal'] as const).map((id) => ({ id, name: AUDIENCE_NAMES[id] }));
  const languages = taxonomy.languages.map((id) => ({ id, name: formatLanguage(id) }));
  return (
    <aside className={styles.panel} aria-label="Filters">
      <div className={styles.head}>
        <h2 className={styles.title}>Filters</h2>
        {countFilters(search) > 0 && (
          <Button size="compact-sm" variant="subtle" onClick={onClear}>
            Clear
          </Button>
        )}
      </div>
      <FilterGroup
        name="Buying stage"
        openAtFirst
        values={valuesOf(taxonomy.stages, facets?.stages)}
        chosen={search.stages ?? []}
        onChange={(stages) => onChange({ stages })}
      />
      <FilterGroup
        name="Persona"
        openAtFirst
        values={valuesOf(taxonomy.personas, facets?.personas)}
        chosen={search.personas ?? []}
        onChange={(personas) => onChange({ personas })}
      />
      <FilterGroup
        name="Type"
        openAtFirst
        values={valuesOf(taxonomy.types, facets?.types).sort((a, b) => b.count - a.count)}
        chosen={search.types ?? []}
        onChange={(types) => onChange({ types })}
      />
      <FilterGroup
        name="Product"
        openAtFirst={false}
        values={valuesOf(taxonomy.products, facets?.products)}
        chosen={search.products ?? []}
        onChange={(products) => onChange({ products })}
      />
      <FilterGroup
        name="Audience"
        openAtFirst={false}
        values={valuesOf(audiences, facets?.audiences)}
        chosen={search.audiences ?? []}
        onChange={(chosen) =>
          onChange({ audiences: audiences.map(({ id }) => id).filter((id) => chosen.includes(id)) })
        }
      />
      <FilterGroup
        name="Language"
        openAtFirst={false}
        values={valuesOf(languages, facets?.languages)}
        chosen={search.languages ?? []}
        onChange={(chosen) => onChange({ languages: chosen })}
      />
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
        label="Fresh only"
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
        label="Status"
        size="xs"
        data={statuses}
        allowDeselect={false}
        value={status ?? 'published'}
        onChange={(value) => onChange({ status: isStatus(value) ? value : undefined })}
      />
    </div>
  );
});
