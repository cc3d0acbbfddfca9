import { plural, t } from '@lingui/core/macro';
import { CloseButton, Kbd, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useNavigate, useRouterState } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import {
  askEarly,
  enterResults,
  focusSearch,
  SEARCH_FIELD_ID,
  wantedOpen,
} from '../../../base/focus-search.ts';
import { openPalette, paletteQuery } from '../../../base/palette-state.ts';
import { useSession } from '../../../base/use-session.ts';
import { isNamedKey } from '../../../ui/keys/keys.ts';
import { performKey } from '../../../ui/keys/perform-key.ts';
import { useRecentOffer } from '../../finding/saved-searches/use-recent-offer.ts';
import { CompletionList, optionId } from './completion-list.tsx';
import styles from './search-field.module.css';
import { useCompletion } from './use-completion.ts';

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
    askEarly.get()?.(next);
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
  const recent = useRecentOffer(text);
  const [lastTaken, setLastTaken] = useState(0);
  const completing = recent.options.length === 0;
  const listed = completing ? completion.listed : recent.options;
  const active = completing ? completion.active : Math.min(lastTaken, recent.options.length - 1);
  const { offer } = completion;
  const choose = (index: number): void => {
    if (completing) completion.choose(index);
    else setLastTaken((index + listed.length) % listed.length);
  };
  const offerRecent = (): void => {
    setLastTaken(0);
    recent.open();
  };
  const listId = useId();

  useEffect(() => focusSearch(), []);

  const accept = (option: (typeof listed)[number] | null | undefined): void => {
    if (!option) return;
    if (!completing) {
      const words = recent.take(option);
      if (words !== undefined) search(words);
      return;
    }
    const next = completion.accepted(option);
    search(next.text);
    moveTo(next.cursor);
  };
  const onListKey = (event: KeyboardEvent<HTMLInputElement>): boolean =>
    performKey(event, 'suggestions', {
      next: () => choose(active + 1),
      previous: () => choose(active - 1),
      take: () => accept(listed[active]),
      close: () => {
        completion.dismiss();
        recent.close();
      },
    });
  const onFieldKey = (event: KeyboardEvent<HTMLInputElement>): boolean =>
    performKey(event, 'search', {
      accept: offer === null ? null : () => accept(offer),
      clear: text === '' ? null : () => search(''),
      open,
      filters: () => completion.open(),
      recent: text === '' ? offerRecent : null,
      results: () => {
        const enter = enterResults.get();
        if (enter === null && text === '') offerRecent();
        else enter?.();
      },
    });
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    // While a word is composed (Japanese, Chinese), the keys are the input method's.
    if (event.nativeEvent.isComposing) return;
    // The palette was asked for and has not got the keys yet: letters go on there, nothing else happens here.
    if (paletteQuery.get() !== null) {
      if (isNamedKey(event)) event.preventDefault();
      return;
    }
    if (listed.length > 0) onListKey(event);
    else onFieldKey(event);
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
        aria-label={t`Search`}
        placeholder={
          counts.assets === 0
            ? t`Search`
            : t`Search ${plural(counts.assets, { one: '# asset', other: '# assets' })}`
        }
        autoComplete="off"
        spellCheck={false}
        maxLength={10_000}
        value={text}
        leftSection={<IconSearch size={18} aria-hidden />}
        rightSectionWidth={offer === null ? 36 : 236}
        rightSection={
          <RightEnd
            text={text}
            focused={focused}
            offer={offer?.label ?? null}
            onClear={() => {
              search('');
              focusSearch();
            }}
          />
        }
        onChange={(event) => {
          const typed = event.currentTarget.value;
          recent.close();
          // What a command is called is not what stands on pages.
          const command = commandTyped(typed);
          if (command !== null) {
            search('');
            openPalette(command);
            return;
          }
          search(typed);
          follow();
        }}
        onSelect={follow}
        onFocus={() => setFocused(true)}
        onBlur={() => {
          setFocused(false);
          recent.close();
        }}
        onClick={() => {
          if (text === '') offerRecent();
        }}
        onKeyDown={onKeyDown}
      />
      {listed.length > 0 && (
        <CompletionList
          id={listId}
          options={[...listed]}
          active={active}
          name={completing ? t`Completions` : t`Recent searches`}
          onChoose={choose}
          onAccept={(index) => accept(listed[index])}
        />
      )}
    </search>
  );
}

/** What is typed for the palette: after a `>`, and until the palette that was asked for has the keys itself. */
function commandTyped(typed: string): string | null {
  const opening = paletteQuery.get();
  if (opening !== null) return opening + typed;
  return typed.startsWith('>') ? typed.slice(1).trimStart() : null;
}

type RightEndProps = {
  readonly text: string;
  /** In the field itself its key is a letter. */
  readonly focused: boolean;
  readonly offer: string | null;
  readonly onClear: () => void;
};

function RightEnd({ text, focused, offer, onClear }: RightEndProps) {
  if (text === '') {
    if (focused) return null;
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
          <Kbd size="xs">{t`Tab`}</Kbd> <span className={styles.offered}>{offer}</span>
        </span>
      )}
      <CloseButton aria-label={t`Clear the search`} onClick={onClear} />
    </span>
  );
}
