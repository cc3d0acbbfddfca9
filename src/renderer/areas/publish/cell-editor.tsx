import { t } from '@lingui/core/macro';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { RowFields, StagedRow } from '../../../contract/publish-rows.ts';
import { performKey } from '../../ui/keys/perform-key.ts';
import { PopOver } from '../../ui/pop-over.tsx';
import { readTyped } from './cell-text.ts';
import { ChoiceList } from './choice-list.tsx';
import { type Column, changeOf, choicesFor, type FieldKey, isField, valuesOf } from './columns.ts';
import classes from './publish-table.module.css';
import type { RowTerms } from './row-terms.ts';

/** Where the keyboard goes after an edit. */
export type After = 'stay' | 'down' | 'next' | 'back';

type Props = {
  readonly row: StagedRow;
  readonly column: Column;
  readonly terms: RowTerms;
  readonly typed: string | null;
  /** `chosen`: somebody said yes to this very value, which makes a guess certain; else they only left the cell. */
  readonly onCommit: (set: Partial<RowFields>, then: After, chosen: boolean) => void;
  readonly onCancel: () => void;
};

/** Edits one cell in its place. */
export function CellEditor(props: Props) {
  const { row, column, terms, typed, onCommit, onCancel } = props;
  const key = column.key;
  if (!isField(key)) return null;
  if (column.cell === 'text' || column.cell === 'words') return <TextEditor {...props} field={key} />;
  const label = t`${{ field: column.label }} of ${{ file: row.fileName }}`;
  return (
    <PopOver
      opened
      onClose={onCancel}
      // Whoever clicks elsewhere leaves the list, and that keeps what was marked.
      closeOnClickOutside={false}
      position="bottom-start"
      offset={2}
      label={label}
      target={<span className={classes.anchor} />}
      className={classes.choices}
    >
      <ChoiceList
        label={label}
        choices={choicesFor(key, terms)}
        chosen={valuesOf(row.fields, key)}
        many={column.cell === 'many'}
        typed={typed}
        onDone={(values, then, chosen) => onCommit(changeOf(key, values), then, chosen)}
        onCancel={onCancel}
      />
    </PopOver>
  );
}

type TextProps = Props & { readonly field: FieldKey };

function TextEditor({ row, column, field, typed, onCommit, onCancel, terms }: TextProps) {
  const words = column.cell === 'words';
  const [text, setText] = useState(typed ?? valuesOf(row.fields, field).join(', '));
  const input = useRef<HTMLInputElement>(null);
  const done = useRef(false);
  useEffect(() => {
    input.current?.focus();
    // What was typed to begin with stays, the caret behind it; else the whole is ready to be replaced.
    if (typed === null) input.current?.select();
  }, [typed]);
  const commit = (then: After) => {
    if (done.current) return;
    done.current = true;
    onCommit(changeOf(field, readTyped(field, text) ?? []), then, then === 'down');
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    event.stopPropagation();
    performKey(event, 'cell', {
      accept: () => commit('down'),
      next: () => commit('next'),
      previous: () => commit('back'),
      cancel: () => {
        done.current = true;
        onCancel();
      },
      up: null,
      down: null,
      mark: null,
    });
  };
  const list = words ? `tags-of-${row.id}` : undefined;
  return (
    <>
      <input
        ref={input}
        className={classes.input}
        aria-label={t`${{ field: column.label }} of ${{ file: row.fileName }}`}
        value={text}
        maxLength={words ? 2000 : 300}
        {...(words ? { placeholder: t`Separated by commas` } : {})}
        {...(list && !text.includes(',') ? { list } : {})}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={() => commit('stay')}
      />
      {list ? (
        <datalist id={list}>
          {terms.tags.slice(0, 50).map((tag) => (
            <option key={tag} value={tag} />
          ))}
        </datalist>
      ) : null}
    </>
  );
}
