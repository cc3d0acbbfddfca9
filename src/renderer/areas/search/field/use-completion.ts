import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Completion } from '../../../../contract/search.ts';
import { orpc } from '../../../base/engine-client.ts';

type Option = Completion['options'][number];

/** What the search field offers at the cursor. */
export type FieldCompletion = {
  /** Values that an operator waits for, or operators where somebody asked for them: a list that is open. */
  readonly listed: readonly Option[];
  /** The chosen one of the list. */
  readonly active: number;
  /** One that Tab takes, offered in passing; null while the list is open. */
  readonly offer: Option | null;
  readonly choose: (index: number) => void;
  /** Opens the list of everything that may stand here. */
  readonly open: () => void;
  /** Says no to what is offered, until the text is another one. */
  readonly dismiss: () => void;
  /** The text with an option in its place, and where the cursor stands then. */
  readonly accepted: (option: Option) => { readonly text: string; readonly cursor: number };
};

type State = {
  readonly of: string;
  readonly active: number;
  readonly dismissed: boolean;
  readonly opened: boolean;
};

/** Completes operators while the field has the focus; what was chosen, opened or dismissed holds for one text and cursor. */
export function useCompletion(text: string, cursor: number, focused: boolean): FieldCompletion {
  const found = useQuery(
    orpc.search.complete.queryOptions({
      input: { query: text, cursor: Math.min(cursor, text.length) },
      enabled: focused,
      gcTime: 10_000,
    }),
  );
  const of = `${cursor} ${text}`;
  const fresh: State = { of, active: 0, dismissed: false, opened: false };
  const [kept, keep] = useState(fresh);
  const state = kept.of === of ? kept : fresh;
  const completion = focused && !state.dismissed ? found.data : undefined;
  const open = completion !== undefined && (completion.asked || state.opened);
  const listed = open ? completion.options : [];
  const inPassing = completion !== undefined && !open && completion.to > completion.from;
  return {
    listed,
    active: Math.min(state.active, Math.max(0, listed.length - 1)),
    offer: inPassing ? (completion.options[0] ?? null) : null,
    choose: (index) => keep({ ...state, active: (index + listed.length) % Math.max(1, listed.length) }),
    open: () => keep({ ...state, opened: true, dismissed: false }),
    dismiss: () => keep({ ...state, dismissed: true, opened: false }),
    accepted: (option) => {
      const { from, to } = completion ?? { from: text.length, to: text.length };
      return {
        text: `${text.slice(0, from)}${option.text}${text.slice(to)}`,
        cursor: from + option.text.length,
      };
    },
  };
}
