import { t } from '@lingui/core/macro';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { enterResults, SEARCH_FIELD_ID } from '../../base/focus-search.ts';
import { performKey } from '../../ui/keys/perform-key.ts';
import { useLatest } from '../../ui/use-same.ts';
import styles from './near.module.css';
import { NearRow } from './near-row.tsx';
import { keyOf, nearActions, type Part, type ShownPair } from './use-near.ts';

type Props = {
  readonly pairs: readonly ShownPair[];
  readonly part: Part;
  readonly selected: number;
  readonly onSelect: (index: number) => void;
  readonly onSwap: (pair: ShownPair) => void;
  readonly onLook: () => void;
  /** Null while nothing is looked at. */
  readonly onCloseLook: (() => void) | null;
};

/** The pairs as a list that is worked off with single keys. */
export function NearPairs({ pairs, part, selected, onSelect, onSwap, onLook, onCloseLook }: Props) {
  const list = useRef<HTMLUListElement>(null);
  const navigate = useNavigate();
  const focusRow = (index: number): void => {
    const target = Math.max(0, Math.min(pairs.length - 1, index));
    onSelect(target);
    list.current?.querySelector<HTMLElement>(`[data-index="${target}"] [data-row-title]`)?.focus();
  };
  const pair = pairs[selected];
  useFocusKept(list, pair === undefined ? '' : keyOf(pair), () => focusRow(selected));
  const onKeyDown = (event: KeyboardEvent): void => {
    const presses = event.target instanceof HTMLElement && event.target.closest('button') !== null;
    const withPair = (act: (pair: ShownPair) => unknown) => (pair === undefined ? null : () => act(pair));
    performKey(event, 'duplicates', {
      next: () => focusRow(selected + 1),
      previous: () => focusRow(selected - 1),
      first: () => focusRow(0),
      last: () => focusRow(pairs.length - 1),
      merge: part === 'whole' ? withPair((one) => void nearActions.merge(one)) : null,
      swap: part === 'whole' ? withPair(onSwap) : null,
      apart: withPair((one) => void nearActions.tellApart(one)),
      look: presses ? null : onLook,
      closeLook: onCloseLook,
      open: presses
        ? null
        : withPair(({ kept }) => void navigate({ to: '/asset/$assetId', params: { assetId: kept.id } })),
    });
  };
  return (
    <ul ref={list} className={styles.list} aria-label={t`Pairs`} onKeyDown={onKeyDown}>
      {pairs.map((one, index) => (
        <NearRow
          key={keyOf(one)}
          pair={one}
          index={index}
          part={part}
          selected={index === selected}
          onSelect={() => onSelect(index)}
          onSwap={() => onSwap(one)}
        />
      ))}
    </ul>
  );
}

/**
 * The list has the keys from the start, also where one came from the search field, unless something was typed there. Whoever works off a list
 * goes on at the row that moves up when theirs is gone.
 */
function useFocusKept(
  list: { readonly current: HTMLElement | null },
  shown: string,
  focus: () => void,
): void {
  const latest = useLatest(focus);
  useEffect(() => {
    enterResults.set(() => latest.current());
    return () => enterResults.set(null);
  }, [latest]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at whenever another pair is the selected one
  useEffect(() => {
    const { activeElement } = document;
    const isOurs = list.current?.contains(activeElement) === true;
    if (shown !== '' && (isOurs || isNowhere(activeElement))) latest.current();
  }, [shown]);
}

function isNowhere(element: Element | null): boolean {
  if (element instanceof HTMLInputElement) return element.id === SEARCH_FIELD_ID && element.value === '';
  return element === null || element === document.body || element.matches('#main, [data-screen]');
}
