import { Button } from '@mantine/core';
import { IconFolderOpen, IconSearchOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { CallContext, SearchResult } from '../../../contract/search.ts';
import { openRequestDrawer } from '../../app/request-drawer-state.ts';
import { useSession } from '../../app/use-session.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { plural } from '../../ui/plural.ts';
import type { LibrarySearch } from './library-search.ts';
import { shorten } from './result-notices.tsx';
import { countFilters } from './use-library.ts';

type Props = {
  readonly search: LibrarySearch;
  readonly result: SearchResult;
  readonly context: CallContext;
  readonly onChange: (set: Partial<LibrarySearch>) => void;
  readonly onClearFilters: () => void;
};

/** Nothing was found, or nothing is there yet: what one can do about it. */
export function NoResults({ search, result, context, onChange, onClearFilters }: Props) {
  const { member, counts } = useSession();
  const query = (search.q ?? '').trim();
  const publisher = member.role !== 'rep';
  if (counts.assets === 0) {
    return (
      <EmptyState
        icon={IconFolderOpen}
        title="The library is empty"
        text={
          publisher
            ? 'Drop documents anywhere on this window, or choose them on the publish screen.'
            : 'A marketer or a content lead publishes documents; they appear here at once.'
        }
        {...(publisher
          ? {
              action: (
                <Button component={Link} to="/publish">
                  Publish documents
                </Button>
              ),
            }
          : {})}
      />
    );
  }
  const ask = (): void =>
    openRequestDrawer({
      ...(query === '' ? {} : { title: query.slice(0, 300) }),
      ...context,
    });
  const filtered = countFilters(search) > 0;
  return (
    <EmptyState
      icon={IconSearchOff}
      title={query === '' ? 'Nothing fits these filters' : `Nothing found for “${shorten(query)}”`}
      text={
        filtered && result.hiddenByFilters > 0
          ? `${plural(result.hiddenByFilters, 'result')} would show without the filters.`
          : 'Try fewer or other words. If it should exist, ask marketing for it: they see how many need it.'
      }
      action={
        <>
          {result.suggestion !== undefined && (
            <Button variant="default" onClick={() => onChange({ q: result.suggestion })}>
              {`Search for “${shorten(result.suggestion)}”`}
            </Button>
          )}
          {filtered && (
            <Button variant="default" onClick={onClearFilters}>
              Clear filters
            </Button>
          )}
          <Button onClick={ask}>Ask marketing for this</Button>
        </>
      }
    />
  );
}
