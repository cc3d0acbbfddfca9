import { plural, t } from '@lingui/core/macro';
import { ActionIcon, Button, Select, Tooltip } from '@mantine/core';
import {
  IconBooks,
  IconCopyCheck,
  IconFileUpload,
  IconFilter,
  IconLayoutGrid,
  IconLayoutSidebarRight,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { memo } from 'react';
import type { CallContext, SearchResult, Sort } from '../../../contract/search.ts';
import { listed } from '../../../words/sentence.ts';
import { filtersOf, type LibrarySearch } from '../../base/library-search.ts';
import { useSession } from '../../base/use-session.ts';
import { useTermNames } from '../../base/use-taxonomy.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { SaveSearch } from '../finding/saved-searches/save-search.tsx';
import { newKit } from '../kits/kit-dialogs-state.ts';
import { LibrarySwitch } from '../kits/library-switch.tsx';
import { TableMenu } from '../metadata/table-menu.tsx';
import { chooseAndPropose } from '../proposals/propose-state.ts';
import { shownTable } from './all-results.ts';
import styles from './library-screen.module.css';

type Props = {
  readonly search: LibrarySearch;
  readonly result: SearchResult | undefined;
  readonly query: string;
  readonly context: CallContext;
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
  readonly filters: { readonly count: number; readonly open: boolean; readonly onToggle: () => void };
  readonly quickLook: { readonly open: boolean; readonly onToggle: () => void };
  readonly gallery: { readonly open: boolean; readonly onToggle: () => void };
};

const sorts: readonly { readonly value: Sort; readonly label: string }[] = [
  { value: 'best', label: t`Best first` },
  { value: 'newest', label: t`Newest first` },
  { value: 'most-useful', label: t`Most useful first` },
  { value: 'most-used', label: t`Most used first` },
  { value: 'title', label: t`By title` },
];

/** How many there are and for which call, how they are sorted, and what stands beside them. */
export function ResultBar(props: Props) {
  const { search, result, query, context, sort, onSort, filters, quickLook, gallery } = props;
  const names = useTermNames();
  const call = listed([
    ...(context.stage === undefined ? [] : [names.stage(context.stage)]),
    ...(context.persona === undefined ? [] : [names.persona(context.persona)]),
  ]);
  const shown =
    result === undefined || search.like !== undefined ? undefined : shownTable(search, context, result.total);
  const counted = result === undefined ? t`Searching` : countedText(result.total, query);
  return (
    <div className={styles.bar}>
      <LibrarySwitch shown="assets" />
      <FiltersToggle {...filters} />
      <p className={styles.count} role="status">
        {counted}
        {call !== '' && sort === 'best' && <> · {t`best for ${call}`}</>}
      </p>
      <SaveSearch search={search} />
      <TableMenu shown={shown} />
      <FindDuplicates />
      <SmartKitButton search={search} query={query} sort={sort} />
      <ProposeButton />
      <SortSelect sort={sort} onSort={onSort} />
      <GalleryToggle {...gallery} />
      <QuickLookToggle {...quickLook} />
    </div>
  );
}

function countedText(count: number, query: string): string {
  return query === ''
    ? plural(count, { one: '# asset', other: '# assets' })
    : plural(count, { one: '# result', other: '# results' });
}

// What follows stays as it is while somebody types.

const FiltersToggle = memo(function FiltersToggle({ count, open, onToggle }: Props['filters']) {
  return (
    <Button
      size="compact-sm"
      variant={open ? 'light' : 'default'}
      leftSection={<IconFilter size={16} aria-hidden />}
      aria-pressed={open}
      onClick={onToggle}
    >
      {count === 0 ? t`Filters` : t`Filters (${count})`}
    </Button>
  );
});

/** Leads to what is in the library twice, for whoever may merge it. */
const FindDuplicates = memo(function FindDuplicates() {
  const { can } = useSession();
  const navigate = useNavigate();
  if (!can.publish) return null;
  return (
    <IconButton
      aria-label={t`Find duplicates`}
      title={t`Find duplicates`}
      onClick={() => void navigate({ to: '/duplicates', search: {} })}
    >
      <IconCopyCheck size={18} aria-hidden />
    </IconButton>
  );
});

/** A kit that always shows what this search finds; nothing where nobody searches for anything. */
const SmartKitButton = memo(function SmartKitButton({
  search,
  query,
  sort,
}: Pick<Props, 'search' | 'query' | 'sort'>) {
  const filters = filtersOf(search);
  if (search.like !== undefined || (query.trim() === '' && Object.keys(filters).length === 0)) return null;
  return (
    <IconButton
      aria-label={t`Make a kit of this search`}
      title={t`Make a kit of this search`}
      onClick={() => newKit.set({ search: { query: query.slice(0, 300), filters, sort } })}
    >
      <IconBooks size={18} aria-hidden />
    </IconButton>
  );
});

/** For whoever can't publish: something of theirs that helped. */
const ProposeButton = memo(function ProposeButton() {
  const { can } = useSession();
  if (can.publish) return null;
  return (
    <IconButton
      aria-label={t`Propose a file`}
      title={t`Propose a file to marketing`}
      onClick={() => void chooseAndPropose()}
    >
      <IconFileUpload size={18} aria-hidden />
    </IconButton>
  );
});

const SortSelect = memo(function SortSelect({ sort, onSort }: Pick<Props, 'sort' | 'onSort'>) {
  return (
    <Select
      size="xs"
      w={150}
      aria-label={t`Sort`}
      data={sorts}
      allowDeselect={false}
      value={sort}
      onChange={(value) => onSort(sorts.find((known) => known.value === value)?.value ?? 'best')}
    />
  );
});

const GalleryToggle = memo(function GalleryToggle({ open, onToggle }: Props['gallery']) {
  return (
    <Tooltip label={open ? t`Show as a list (V)` : t`Show the pages (V)`}>
      <ActionIcon
        variant={open ? 'light' : 'subtle'}
        color={open ? 'teal' : 'gray'}
        aria-label={t`Show the pages`}
        aria-pressed={open}
        onClick={onToggle}
      >
        <IconLayoutGrid size={18} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
});

const QuickLookToggle = memo(function QuickLookToggle({ open, onToggle }: Props['quickLook']) {
  return (
    <Tooltip label={t`Quick look (Space)`}>
      <ActionIcon
        variant={open ? 'light' : 'subtle'}
        color={open ? 'teal' : 'gray'}
        aria-label={t`Quick look`}
        aria-pressed={open}
        onClick={onToggle}
      >
        <IconLayoutSidebarRight size={18} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
});
