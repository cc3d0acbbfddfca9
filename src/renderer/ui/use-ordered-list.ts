import { type DragEvent, type KeyboardEvent, type RefObject, useRef, useState } from 'react';
import { performKey } from './keys/perform-key.ts';

type Asked = {
  /** What names each row, in order: its link has it in `data-item`. */
  readonly ids: readonly string[];
  /** Whether rows can be moved and removed. */
  readonly editable: boolean;
  /** Moves a row to a place among the others; says whether it was done. */
  readonly move: (id: string, to: number) => Promise<boolean>;
  /** Removes a row; says whether it was done. */
  readonly remove: (id: string) => Promise<boolean>;
};

/** A list in an order of its own: what has the focus, what is dragged, and what keys and drops do. */
type OrderedList = {
  readonly list: RefObject<HTMLOListElement | null>;
  /** The row that Tab reaches. */
  readonly stop: number;
  readonly isDragging: boolean;
  readonly setAt: (index: number) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly dropOn: (index: number) => (event: DragEvent) => void;
  readonly drag: (id: string, on: boolean) => void;
  readonly removeRow: (id: string) => Promise<void>;
};

/** Rows that are walked by the arrows, moved by drag or Alt with the arrows, and removed by Delete. */
export function useOrderedList({ ids, editable, move, remove }: Asked): OrderedList {
  const list = useRef<HTMLOListElement>(null);
  const [at, setAt] = useState(0);
  const [dragged, setDragged] = useState<string | null>(null);
  const focusNow = (id: string): void =>
    list.current?.querySelector<HTMLElement>(`[data-item="${id}"]`)?.focus();
  // After what was changed has come back and is drawn.
  const focusLater = (id: string): void => void setTimeout(() => focusNow(id), 150);
  const moveRow = async (id: string, to: number): Promise<void> => {
    const place = Math.max(0, Math.min(ids.length - 1, to));
    if (ids[place] !== id && (await move(id, place))) focusLater(id);
  };
  const removeRow = async (id: string): Promise<void> => {
    const here = ids.indexOf(id);
    const next = ids[here + 1] ?? ids[here - 1];
    if (await remove(id)) focusLater(next ?? '');
  };
  const to = (next: number) => () => {
    const id = ids[next];
    if (id === undefined) return false;
    focusNow(id);
    return true;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const { target } = event;
    // By the row that has the focus: it keeps it while it moves.
    const here = ids.findIndex((id) => target instanceof HTMLElement && id === target.dataset.item);
    const id = ids[here];
    if (id === undefined) return;
    performKey(event, 'orderedItems', {
      next: to(here + 1),
      previous: to(here - 1),
      first: to(0),
      last: to(ids.length - 1),
      moveDown: editable ? () => void moveRow(id, here + 1) : null,
      moveUp: editable ? () => void moveRow(id, here - 1) : null,
      remove: editable ? () => void removeRow(id) : null,
    });
  };
  const dropOn = (index: number) => (event: DragEvent) => {
    event.preventDefault();
    if (dragged !== null) void moveRow(dragged, index);
    setDragged(null);
  };
  return {
    list,
    stop: Math.min(at, ids.length - 1),
    isDragging: dragged !== null,
    setAt,
    onKeyDown,
    dropOn,
    drag: (id, on) => setDragged(on ? id : null),
    removeRow,
  };
}
