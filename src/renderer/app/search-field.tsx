import { CloseButton, Kbd, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useNavigate, useRouterState } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { plural } from '../ui/plural.ts';
import { enterResults, focusSearch, SEARCH_FIELD_ID, wantedOpen } from './focus-search.ts';
import styles from './search-field.module.css';
import { useSession } from './use-session.ts';

/** What the field shows and does: its text runs ahead of the address, which follows at every keystroke. */
function useSearchField() {
  const navigate = useNavigate();
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  const inAddress = useRouterState({ select: (state) => String(state.location.search.q ?? '') });
  const [text, setText] = useState(inAddress);
  // Keystrokes that the address does not have yet. While there are any the field leads, else the address does.
  const ahead = useRef(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another screen shows its own words, also where they are the same
  useEffect(() => {
    if (ahead.current === 0) setText(inAddress);
  }, [pathname, inAddress]);

  const search = (next: string): void => {
    setText(next);
    wantedOpen.set(null);
    const q = next === '' ? undefined : next;
    if (pathname !== '/library' && q === undefined) return;
    ahead.current += 1;
    const arrived =
      pathname === '/library'
        ? navigate({ to: '/library', search: (before) => ({ ...before, q }), replace: true })
        : navigate({ to: '/library', search: { q } });
    void arrived.finally(() => {
      ahead.current -= 1;
    });
  };
  const open = (): void => {
    if (pathname === '/library') wantedOpen.set(text);
    else if (text !== '') {
      search(text);
      wantedOpen.set(text);
    }
  };
  return { text, search, open };
}

/** The one search field: it has the focus when the window opens, and results come while typing. */
export function SearchField() {
  const { counts } = useSession();
  const { text, search, open } = useSearchField();

  useEffect(() => focusSearch(), []);

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Escape' && text !== '') search('');
    else if (event.key === 'Enter') open();
    else if (event.key === 'ArrowDown') enterResults.get()?.();
    else return;
    event.preventDefault();
  };

  return (
    <search className={styles.field}>
      <TextInput
        id={SEARCH_FIELD_ID}
        type="text"
        classNames={{ input: styles.input ?? '' }}
        aria-label="Search"
        placeholder={counts.assets === 0 ? 'Search' : `Search ${plural(counts.assets, 'asset')}`}
        autoComplete="off"
        spellCheck={false}
        maxLength={10_000}
        value={text}
        leftSection={<IconSearch size={18} aria-hidden />}
        rightSection={
          text === '' ? (
            <Kbd size="xs" aria-hidden>
              /
            </Kbd>
          ) : (
            <CloseButton
              aria-label="Clear the search"
              onClick={() => {
                search('');
                focusSearch();
              }}
            />
          )
        }
        onChange={(event) => search(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
    </search>
  );
}
