import { CloseButton, Kbd, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useNavigate, useRouterState } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { plural } from '../ui/plural.ts';
import { CompletionList, optionId } from './completion-list.tsx';
import { enterResults, focusSearch, SEARCH_FIELD_ID, wantedOpen } from './focus-search.ts';
import styles from './search-field.module.css';
import { useCompletion } from './use-completion.ts';
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

/** The text with its cursor, which may be set along with it. */
function useCursor(text: string) {
  const input = useRef<HTMLInputElement>(null);
  const [cursor, setCursor] = useState(text.length);
  const wanted = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (wanted.current === null || input.current?.value !== text) return;
    input.current.setSelectionRange(wanted.current, wanted.current);
    wanted.current = null;
  });
  return {
    input,
    cursor,
    /** Follows the field. */
    follow: () => setCursor(input.current?.selectionStart ?? text.length),
    /** Sets it once the text is there. */
    moveTo: (next: number) => {
      wanted.current = next;
      setCursor(next);
    },
  };
}

/** The one search field: it has the focus when the window opens, results come while typing, and operators are completed. */
export function SearchField() {
  const { counts } = useSession();
  const { text, search, open } = useSearchField();
  const { input, cursor, follow, moveTo } = useCursor(text);
  const [focused, setFocused] = useState(false);
  const completion = useCompletion(text, cursor, focused);
  const { listed, active, offer } = completion;
  const listId = useId();

  useEffect(() => focusSearch(), []);

  const accept = (option: (typeof listed)[number] | null | undefined): void => {
    if (!option) return;
    const next = completion.accepted(option);
    search(next.text);
    moveTo(next.cursor);
  };
  const onListKey = (event: KeyboardEvent<HTMLInputElement>): boolean => {
    if (event.key === 'ArrowDown') completion.choose(active + 1);
    else if (event.key === 'ArrowUp') completion.choose(active - 1);
    else if (event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey)) accept(listed[active]);
    else if (event.key === 'Escape') completion.dismiss();
    else return false;
    return true;
  };
  const onFieldKey = (event: KeyboardEvent<HTMLInputElement>): boolean => {
    if (event.key === 'Tab' && !event.shiftKey && offer !== null) accept(offer);
    else if (event.key === 'Escape' && text !== '') search('');
    else if (event.key === 'Enter') open();
    else if ((event.key === 'ArrowDown' && event.altKey) || (event.key === ' ' && event.ctrlKey))
      completion.open();
    else if (event.key === 'ArrowDown') enterResults.get()?.();
    else return false;
    return true;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    // While a word is composed (Japanese, Chinese), the keys are the input method's.
    if (event.nativeEvent.isComposing) return;
    if (listed.length > 0 ? onListKey(event) : onFieldKey(event)) event.preventDefault();
  };

  return (
    <search className={styles.field}>
      <TextInput
        ref={input}
        id={SEARCH_FIELD_ID}
        type="text"
        role="combobox"
        aria-expanded={listed.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={listed.length > 0 ? optionId(listId, active) : undefined}
        classNames={{ input: styles.input ?? '' }}
        aria-label="Search"
        placeholder={counts.assets === 0 ? 'Search' : `Search ${plural(counts.assets, 'asset')}`}
        autoComplete="off"
        spellCheck={false}
        maxLength={10_000}
        value={text}
        leftSection={<IconSearch size={18} aria-hidden />}
        rightSectionWidth={offer === null ? 36 : 236}
        rightSection={
          <RightEnd
            text={text}
            offer={offer?.label ?? null}
            onClear={() => {
              search('');
              focusSearch();
            }}
          />
        }
        onChange={(event) => {
          search(event.currentTarget.value);
          follow();
        }}
        onSelect={follow}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
        onKeyDown={onKeyDown}
      />
      {listed.length > 0 && (
        <CompletionList
          id={listId}
          options={[...listed]}
          active={active}
          onChoose={completion.choose}
          onAccept={(index) => accept(listed[index])}
        />
      )}
    </search>
  );
}

type RightEndProps = { readonly text: string; readonly offer: string | null; readonly onClear: () => void };

function RightEnd({ text, offer, onClear }: RightEndProps) {
  if (text === '') {
    return (
      <Kbd size="xs" aria-hidden>
        /
      </Kbd>
    );
  }
  return (
    <span className={styles.right}>
      {offer !== null && (
        <span className={styles.offer} role="note">
          <Kbd size="xs">Tab</Kbd> <span className={styles.offered}>{offer}</span>
        </span>
      )}
      <CloseButton aria-label="Clear the search" onClick={onClear} />
    </span>
  );
}
