import { plural, t } from '@lingui/core/macro';
import { Button } from '@mantine/core';
import { IconFolderOpen, IconSearchOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { SearchResult } from '../../../contract/search.ts';
import type { LibrarySearch } from '../../base/library-search.ts';
import { useSession } from '../../base/use-session.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { KeyCaps } from '../../ui/keys/key-caps.tsx';
import { ASK_KEY, askMarketing } from '../requests/request-drawer-state.ts';
import { HiddenBy } from './hidden-by.tsx';
import styles from './library-screen.module.css';
import { NearMatches } from './near-matches.tsx';
import { shorten } from './result-notices.tsx';
import { countFilters } from './use-library.ts';

type Props = {
  readonly search: LibrarySearch;
  readonly result: SearchResult;
  readonly onChange: (set: Partial<LibrarySearch>) => void;
  readonly onClearFilters: () => void;
};

/** Nothing was found, or nothing is there yet: what one can do about it. */
export function NoResults({ search, result, onChange, onClearFilters }: Props) {
  const { can, counts } = useSession();
  const query = (search.q ?? '').trim();
  const publisher = can.publish;
  if (counts.assets === 0) {
    return (
      <EmptyState
        icon={IconFolderOpen}
        title={t`The library is empty`}
        text={
          publisher
            ? t`Drop documents anywhere in this window, or choose them on the publish screen.`
            : t`Documents appear here as soon as a marketer or content lead publishes them.`
        }
        {...(publisher
          ? {
              action: <Button component={Link} to="/publish">{t`Publish documents`}</Button>,
            }
          : {})}
      />
    );
  }
  if (search.like !== undefined) {
    return (
      <EmptyState
        icon={IconSearchOff}
        title={t`Nothing similar`}
        text={t`If it has only pictures, its text can’t be compared.`}
        action={
          filtered(search, result) ? (
            <Button variant="default" onClick={onClearFilters}>{t`Clear filters`}</Button>
          ) : (
            <AskButton>{t`Ask marketing for something like it`}</AskButton>
          )
        }
      />
    );
  }
  const narrowed = countFilters(search) > 0;
  return (
    <>
      <EmptyState
        icon={IconSearchOff}
        title={
          result.words === ''
            ? t`Nothing matches these filters`
            : t`Nothing found for “${{ words: shorten(result.words) }}”`
        }
        text={
          result.hiddenByFilters > 0
            ? t`${plural(result.hiddenByFilters, { one: '# result', other: '# results' })} would show without the filters.`
            : t`Try fewer or other words. If it should exist, ask marketing for it: they see how many people need it.`
        }
        action={
          <>
            {result.suggestion !== undefined && (
              <Button variant="default" onClick={() => onChange({ q: result.suggestion })}>
                {t`Search for “${{ suggestion: shorten(result.suggestion) }}”`}
              </Button>
            )}
            {narrowed && <Button variant="default" onClick={onClearFilters}>{t`Clear filters`}</Button>}
            {!narrowed && result.words !== query && result.hiddenByFilters > 0 && (
              <Button
                variant="default"
                onClick={() => onChange({ q: result.words })}
              >{t`Search for the words alone`}</Button>
            )}
            <AskButton>{t`Ask marketing for this`}</AskButton>
          </>
        }
      />
      <div className={styles.centred}>
        <HiddenBy search={{}} result={result} onChange={onChange} onClearFilters={onClearFilters} />
      </div>
      <NearMatches query={result.words} />
    </>
  );
}

/** Asks marketing, with the keys that do it from anywhere. */
function AskButton({ children }: { readonly children: string }) {
  return (
    <Button onClick={askMarketing} rightSection={<KeyCaps keys={ASK_KEY} />}>
      {children}
    </Button>
  );
}

function filtered(search: LibrarySearch, result: SearchResult): boolean {
  return countFilters(search) > 0 && result.hiddenByFilters > 0;
}
