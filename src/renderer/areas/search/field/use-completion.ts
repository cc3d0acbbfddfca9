import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Completion } from '../../../../contract/search.ts';
import { say } from '../../../../words/say.ts';
import { orpc } from '../../../base/engine-client.ts';
import type { ListedOption } from '../../../ui/listed-option.ts';

/** What the search field offers at the cursor. */
type FieldCompletion = {
  /** Values that an operator waits for, or operators where somebody asked for them: a list that is open. */
  readonly listed: readonly ListedOption[];
  /** The chosen one of the list. */
  readonly active: number;
  /** One that Tab takes, offered in passing; null while the list is open. */
  readonly offer: ListedOption | null;
  readonly choose: (index: number) => void;
  /** Opens the list of everything that may stand here. */
  readonly open: () => void;
  /** Says no to what is offered, until the text is another one. */
  readonly dismiss: () => void;
  /** The text with an option in its place, and where the cursor stands then. */
  readonly accepted: (option: ListedOption) => { readonly text: string; readonly cursor: number };
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
  const options = completion === undefined ? [] : shown(completion);
  const listed = open ? options : [];
  const inPassing = completion !== undefined && !open && completion.to > completion.from;
  return {
    listed,
    active: Math.min(state.active, Math.max(0, listed.length - 1)),
    offer: inPassing ? (options[0] ?? null) : null,
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

/** A value by how it is read, with what is typed for it where that is another word; an operator as it is typed, with what it is for. */
function shown({ asked, options }: Completion): ListedOption[] {
  return options.map(({ text, typed, says, also }) => {
    const said = say(says);
    if (!asked) return { text, label: typed, detail: said };
    return { text, label: said, detail: said === typed ? also : typed };
  });
}
