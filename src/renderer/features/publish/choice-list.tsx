import { TextInput } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import classes from './choice-list.module.css';
import { isTyped } from './match-term.ts';
import type { Choice } from './row-terms.ts';

type Props = {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
  readonly many: boolean;
  /** What was typed to open the list. */
  readonly typed?: string | null;
  /** What choosing these values would do, said below the list. */
  readonly consequence?: (values: readonly string[]) => string;
  /** `chosen` is false where somebody only left the list without choosing. */
  readonly onDone: (values: readonly string[], then: 'stay' | 'next' | 'back', chosen: boolean) => void;
  readonly onCancel: () => void;
};

/** A list to choose one or several values from: type to narrow, Space marks, Enter finishes, Escape cancels. */
export function ChoiceList({ label, choices, chosen, many, typed, consequence, onDone, onCancel }: Props) {
  const id = useId();
  const [text, setText] = useState(typed ?? '');
  const [values, setValues] = useState<readonly string[]>(chosen);
  const [touched, setTouched] = useState(false);
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      choices.findIndex((choice) => chosen.includes(choice.value)),
    ),
  );
  const list = useRef<HTMLDivElement>(null);
  const shown = choices.filter((choice) => isTyped(choice, text));
  const index = Math.min(at, Math.max(0, shown.length - 1));
  const current = shown[index];

  useEffect(() => {
    list.current?.querySelector(`[data-index="${index}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [index]);

  const toggled = (value: string) =>
    many
      ? values.includes(value)
        ? values.filter((other) => other !== value)
        : [...values, value]
      : [value];
  const choose = (value: string) => {
    const next = toggled(value);
    setValues(next);
    setTouched(true);
    setText('');
    const position = choices.findIndex((choice) => choice.value === value);
    setAt(Math.max(0, position));
    if (!many) onDone(next, 'stay', true);
  };
  /** What Enter (`stay`) or Tab would choose now. */
  const choice = (then: 'stay' | 'next' | 'back'): readonly string[] => {
    const picks = current && !touched && (then === 'stay' || text !== '');
    if (!picks) return values;
    return many && values.includes(current.value) ? values : toggled(current.value);
  };
  const finish = (then: 'stay' | 'next' | 'back') => onDone(choice(then), then, true);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'ArrowDown') setAt(Math.min(shown.length - 1, index + 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(0, index - 1));
    else if (event.key === 'Escape') onCancel();
    else if (event.key === 'Enter') finish('stay');
    else if (event.key === 'Tab') finish(event.shiftKey ? 'back' : 'next');
    else if (event.key === ' ' && current && many) choose(current.value);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className={classes.list}>
      <TextInput
        size="xs"
        autoFocus
        role="combobox"
        aria-label={label}
        aria-expanded
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        {...(current ? { 'aria-activedescendant': `${id}-${current.value}` } : {})}
        placeholder={many ? 'Type, Space marks, Enter finishes' : 'Type to narrow, Enter chooses'}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
        onBlur={(event) => {
          // A click into the list keeps the focus here; anything else ends the edit and keeps what was marked.
          if (!event.currentTarget.closest('[data-choice-list]')?.contains(event.relatedTarget))
            onDone(values, 'stay', touched);
        }}
      />
      <div
        ref={list}
        role="listbox"
        id={`${id}-list`}
        aria-label={label}
        {...(many ? { 'aria-multiselectable': true } : {})}
        className={classes.options}
      >
        {shown.map((choice, position) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the text field's, which keeps the focus
          // biome-ignore lint/a11y/useFocusableInteractive: the text field names the active option
          <div
            key={choice.value}
            role="option"
            id={`${id}-${choice.value}`}
            aria-selected={values.includes(choice.value)}
            data-index={position}
            data-active={position === index || undefined}
            className={classes.option}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(choice.value)}
          >
            <IconCheck size={14} className={classes.check} aria-hidden />
            <span className={classes.text}>
              <span>{choice.label}</span>
              {choice.hint ? <span className={classes.hint}>{choice.hint}</span> : null}
            </span>
          </div>
        ))}
      </div>
      {shown.length === 0 ? <div className={classes.none}>Nothing is called that.</div> : null}
      {consequence ? (
        <div className={classes.consequence} role="status">
          {consequence(choice('stay'))}
        </div>
      ) : null}
    </div>
  );
}
