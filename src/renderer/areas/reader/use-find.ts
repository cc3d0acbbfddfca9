import { useCallback, useMemo, useState } from 'react';
import type { FindRequest } from './document/find-text.ts';
import { useHitWords } from './use-reader.ts';

/** What is marked in the document: the words of the search that led here, or what is typed into the find bar. */
export type FindState = {
  readonly request: FindRequest | null;
  readonly barOpen: boolean;
  readonly text: string;
  readonly hitShown: boolean;
  readonly openBar: () => void;
  readonly closeBar: () => void;
  readonly setText: (text: string) => void;
  readonly clearHit: () => void;
};

/** The state of finding in the document. */
export function useFind(q: string | undefined): FindState {
  const hit = useHitWords(q);
  const [barOpen, setBarOpen] = useState(false);
  const [text, setText] = useState('');
  const [hitShown, setHitShown] = useState(true);
  const typed = useMemo<FindRequest | null>(
    () => (barOpen && text.trim() !== '' ? { kind: 'text', text } : null),
    [barOpen, text],
  );
  return {
    request: barOpen ? typed : hitShown ? hit : null,
    barOpen,
    text,
    hitShown,
    openBar: useCallback(() => {
      const selected = document.getSelection()?.toString().trim() ?? '';
      if (selected !== '' && selected.length < 200) setText(selected);
      setBarOpen(true);
    }, []),
    closeBar: useCallback(() => setBarOpen(false), []),
    setText,
    clearHit: useCallback(() => setHitShown(false), []),
  };
}
