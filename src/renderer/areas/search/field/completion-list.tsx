import { useEffect, useRef } from 'react';
import type { ListedOption } from '../../../ui/listed-option.ts';
import styles from './completion-list.module.css';

type Props = {
  readonly id: string;
  readonly name: string;
  readonly options: readonly ListedOption[];
  readonly active: number;
  readonly onChoose: (index: number) => void;
  readonly onAccept: (index: number) => void;
};

/** The id of an option, for the field that keeps the focus. */
export function optionId(list: string, index: number): string {
  return `${list}-${index}`;
}

/** What may stand at the cursor: the list of the search field's combobox. */
export function CompletionList({ id, name, options, active, onChoose, onAccept }: Props) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <div ref={list} id={id} className={styles.list} role="listbox" aria-label={name}>
      {options.map((option, index) => (
        // The field has the focus and the keys; the pointer must not take it away.
        // biome-ignore lint/a11y/useKeyWithClickEvents: as above
        <div
          key={option.text}
          id={optionId(id, index)}
          className={styles.option}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          onMouseDown={(event) => event.preventDefault()}
          onMouseMove={() => onChoose(index)}
          onClick={() => onAccept(index)}
        >
          <span className={styles.label}>{option.label}</span>
          {option.detail !== '' && <span className={styles.detail}>{option.detail}</span>}
        </div>
      ))}
    </div>
  );
}
