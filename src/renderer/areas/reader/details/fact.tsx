import { ActionIcon } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { type FocusEvent, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { AssetChanges, AssetDetail } from '../../../../contract/assets.ts';
import { performKey } from '../../../ui/keys/perform-key.ts';
import classes from './details.module.css';

type Props = {
  readonly label: string;
  /** What the button says that edits it: `Change title`. */
  readonly change: string;
  readonly children: ReactNode;
  /** What one edits it with; it calls `close` when it is done. Absent for those who may not edit. */
  readonly editor?: (close: () => void) => ReactNode;
};

/** One thing that is said of the asset, and in its place what one changes it with. */
export function Fact({ label, change, children, editor }: Props) {
  const [editing, setEditing] = useState(false);
  const pencil = useRef<HTMLButtonElement>(null);
  const field = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (editing) field.current?.querySelector<HTMLElement>('input, textarea, select')?.focus();
  }, [editing]);
  const close = (): void => {
    setEditing(false);
    requestAnimationFrame(() => pencil.current?.focus());
  };
  const onKey = (event: KeyboardEvent): void => {
    if (performKey(event, 'form', { leave: close, send: null, take: null })) event.stopPropagation();
  };
  const onBlur = (event: FocusEvent<HTMLElement>): void => {
    const next = event.relatedTarget;
    // A list that belongs to the field is drawn elsewhere on the page.
    if (
      next instanceof Element &&
      !event.currentTarget.contains(next) &&
      next.closest('[data-portal]') === null
    ) {
      setEditing(false);
    }
  };
  return (
    <div className={classes.fact} data-editing={editing || undefined}>
      <dt>{label}</dt>
      <dd>
        {editing && editor !== undefined ? (
          // biome-ignore lint/a11y/noStaticElementInteractions: only hears Escape on its way up from the field
          <div ref={field} className={classes.editor} onKeyDown={onKey} onBlur={onBlur}>
            {editor(close)}
          </div>
        ) : (
          <>
            <span className={classes.said}>{children}</span>
            {editor !== undefined && (
              <ActionIcon
                ref={pencil}
                className={classes.pencil}
                size="sm"
                aria-label={change}
                onClick={() => setEditing(true)}
              >
                <IconPencil size={14} aria-hidden />
              </ActionIcon>
            )}
          </>
        )}
      </dd>
    </div>
  );
}

/** What the fact of an attribute needs. */
export type AttributeProps = {
  readonly asset: AssetDetail;
  readonly onChange: (set: AssetChanges, done: string) => void;
};

/** The editor of a fact, for those who may change it. */
export function editorFor({ can }: AssetDetail, editor: NonNullable<Props['editor']>): Pick<Props, 'editor'> {
  return can.edit ? { editor } : {};
}

/** In the place of a value that nobody has said. */
export function None({ word }: { readonly word: string }) {
  return <span className={classes.none}>{word}</span>;
}
