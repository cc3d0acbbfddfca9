import { type KeyboardEvent, useRef, useState } from 'react';
import { performKey } from '../../ui/keys/perform-key.ts';
import { isTyped } from './match-term.ts';
import type { Choice } from './row-terms.ts';

/** Where the keyboard goes after choosing. */
type Then = 'stay' | 'next' | 'back';

/** What is chosen from, and what becomes of it. */
export type Choosing = {
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
  readonly many: boolean;
  /** What was typed to open the list. */
  readonly typed?: string | null;
  /** `chosen` is false where somebody only left the list without choosing. */
  readonly onDone: (values: readonly string[], then: Then, chosen: boolean) => void;
  readonly onCancel: () => void;
};

/** Choosing one or several values from a list: what is typed narrows it, keys move, mark, accept and cancel. */
export function useChoices({ choices, chosen, many, typed, onDone, onCancel }: Choosing) {
  const [text, setText] = useState(typed ?? '');
  const [values, setValues] = useState<readonly string[]>(chosen);
  const [touched, setTouched] = useState(false);
  const placeOf = (isIt: (choice: Choice) => boolean) => Math.max(0, choices.findIndex(isIt));
  const [at, setAt] = useState(() => placeOf(({ value }) => chosen.includes(value)));
  const shown = choices.filter((choice) => isTyped(choice, text));
  const index = Math.min(at, Math.max(0, shown.length - 1));
  const current = shown[index];
  /** Once: what is closed loses the focus too, and that is no second end. */
  const ended = useRef(false);
  const once = (end: () => void): void => {
    if (ended.current) return;
    ended.current = true;
    end();
  };

  const toggled = (value: string): readonly string[] => {
    if (!many) return [value];
    return values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
  };
  const choose = (value: string) => {
    const next = toggled(value);
    setValues(next);
    setTouched(true);
    setText('');
    setAt(placeOf((choice) => choice.value === value));
    if (!many) once(() => onDone(next, 'stay', true));
  };
  /** What Enter (`stay`) or Tab would choose now. */
  const choice = (then: Then): readonly string[] => {
    const picks = current && !touched && (then === 'stay' || text !== '');
    if (!picks) return values;
    return many && values.includes(current.value) ? values : toggled(current.value);
  };
  const finish = (then: Then) => () => once(() => onDone(choice(then), then, true));
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const acted = performKey(event, 'cell', {
      down: () => setAt(Math.min(shown.length - 1, index + 1)),
      up: () => setAt(Math.max(0, index - 1)),
      cancel: () => once(onCancel),
      accept: finish('stay'),
      next: finish('next'),
      previous: finish('back'),
      mark: current && many ? () => choose(current.value) : null,
    });
    if (acted) event.stopPropagation();
  };
  const narrow = (next: string) => {
    setText(next);
    setAt(0);
  };
  /** Ends the edit and keeps what was marked. */
  const leave = () => once(() => onDone(values, 'stay', touched));
  return { text, narrow, shown, index, current, values, choose, choice, leave, onKeyDown };
}
