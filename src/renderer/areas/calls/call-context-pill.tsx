import { t } from '@lingui/core/macro';
import { CloseButton, Tooltip } from '@mantine/core';
import { IconPhoneCall } from '@tabler/icons-react';
import { useLayoutEffect, useMemo, useRef } from 'react';
import { useCallContext } from '../../base/call-context-state.ts';
import { createStore, useStore } from '../../base/store.ts';
import { useTaxonomy, useTermNames } from '../../base/use-taxonomy.ts';
import { meantBy } from '../../ui/keys/keys.ts';
import { performKey } from '../../ui/keys/perform-key.ts';
import { PopOver } from '../../ui/pop-over.tsx';
import styles from './call-context-pill.module.css';
import { type Choice, choicesOf, withChoice } from './choices.ts';

const opened = createStore(false);

/** Opens the choice of the call that one prepares for; the next key chooses. */
export function openCallContext(): void {
  opened.set(true);
}

type ChoicesProps = {
  readonly name: string;
  readonly choices: readonly Choice[];
  readonly chosen: string | undefined;
  readonly onChoose: (choice: Choice) => void;
};

function Choices({ name, choices, chosen, onChoose }: ChoicesProps) {
  return (
    <section aria-label={name}>
      <h2 className={styles.heading}>{name}</h2>
      <ul className={styles.choices}>
        {choices.map((choice) => (
          <li key={choice.id}>
            <button
              type="button"
              className={styles.choice}
              aria-pressed={choice.id === chosen}
              {...(choice.key === undefined ? {} : { 'aria-keyshortcuts': choice.key })}
              onClick={() => onChoose(choice)}
            >
              {choice.key !== undefined && (
                <span className={styles.key} aria-hidden>
                  {choice.key}
                </span>
              )}
              {choice.name}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The call that one prepares for, as one pill: it changes ranking everywhere and fills in ratings and requests. */
export function CallContextPill() {
  const taxonomy = useTaxonomy();
  const names = useTermNames();
  const [context, setContext] = useCallContext();
  const open = useStore(opened);
  const choices = useMemo(() => choicesOf(taxonomy), [taxonomy]);
  const value = [
    ...(context.stage === undefined ? [] : [names.stage(context.stage)]),
    ...(context.persona === undefined ? [] : [names.persona(context.persona)]),
  ].join(' · ');
  const choose = (choice: Choice): void => setContext(withChoice(context, choice));
  const onKey = useRef<(event: KeyboardEvent) => void>(() => undefined);
  onKey.current = (event) => {
    const choice = meantBy(
      event,
      choices.flatMap((means) => (means.key === undefined ? [] : [{ means, keys: [means.key] }])),
    );
    if (choice !== undefined) choose(choice);
    else if (!performKey(event, 'call', { clear: () => setContext({}) })) return;
    event.preventDefault();
    event.stopPropagation();
  };
  // On the window, before all others: the second keystroke may come before the focus has moved.
  useLayoutEffect(() => {
    if (!open) return;
    const hear = (event: KeyboardEvent): void => onKey.current(event);
    window.addEventListener('keydown', hear, { capture: true });
    return () => window.removeEventListener('keydown', hear, { capture: true });
  }, [open]);
  return (
    <PopOver
      opened={open}
      onClose={() => opened.set(false)}
      label={t`My call`}
      position="bottom-end"
      target={
        <div className={styles.pill} {...(value === '' ? {} : { 'data-set': true })}>
          <Tooltip label={t`The call you prepare for (Ctrl+.)`}>
            <button
              type="button"
              className={styles.open}
              onClick={() => opened.set(!open)}
              aria-haspopup="dialog"
              aria-expanded={open}
            >
              <IconPhoneCall size={16} aria-hidden />
              <span className={styles.label}>{value === '' ? t`My call` : t`My call:`}</span>
              {value !== '' && <span className={styles.value}>{value}</span>}
            </button>
          </Tooltip>
          {value !== '' && (
            <CloseButton
              className={styles.clear ?? ''}
              size="sm"
              radius="xl"
              aria-label={t`Clear my call`}
              onClick={() => setContext({})}
            />
          )}
        </div>
      }
    >
      <div className={styles.panel}>
        <Choices
          name={t`Buying stage`}
          choices={choices.filter((choice) => choice.facet === 'stage')}
          chosen={context.stage}
          onChoose={choose}
        />
        <Choices
          name={t`Persona`}
          choices={choices.filter((choice) => choice.facet === 'persona')}
          chosen={context.persona}
          onChoose={choose}
        />
        <p className={styles.foot}>{t`Press a key to choose, Backspace to clear, Esc to close.`}</p>
      </div>
    </PopOver>
  );
}
