import { t } from '@lingui/core/macro';
import { TextInput } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useEffect, useId, useRef } from 'react';
import classes from './choice-list.module.css';
import { type Choosing, useChoices } from './use-choices.ts';

type Props = Choosing & {
  readonly label: string;
  /** What choosing these values would do, said below the list. */
  readonly consequence?: (values: readonly string[]) => string;
};

/** A list to choose one or several values from: type to narrow, Space marks, Enter finishes, Escape cancels. */
export function ChoiceList({ label, consequence, ...choosing }: Props) {
  const id = useId();
  const list = useChoices(choosing);
  const { many } = choosing;
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
        {...(list.current ? { 'aria-activedescendant': `${id}-${list.current.value}` } : {})}
        placeholder={many ? t`Type, Space marks, Enter finishes` : t`Type to narrow, Enter chooses`}
        value={list.text}
        onChange={(event) => list.narrow(event.currentTarget.value)}
        onKeyDown={list.onKeyDown}
        onBlur={(event) => {
          // A click into the list keeps the focus here; anything else ends the edit and keeps what was marked.
          if (!event.currentTarget.closest('[data-layer]')?.contains(event.relatedTarget)) list.leave();
        }}
      />
      <Options id={id} label={label} many={many} list={list} />
      {list.shown.length === 0 ? <div className={classes.none}>{t`Nothing matches.`}</div> : null}
      {consequence ? (
        <div className={classes.consequence} role="status">
          {consequence(list.choice('stay'))}
        </div>
      ) : null}
    </div>
  );
}

type OptionsProps = {
  readonly id: string;
  readonly label: string;
  readonly many: boolean;
  readonly list: ReturnType<typeof useChoices>;
};

function Options({ id, label, many, list: { shown, index, values, choose } }: OptionsProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.querySelector(`[data-index="${index}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [index]);
  return (
    <div
      ref={box}
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
  );
}
