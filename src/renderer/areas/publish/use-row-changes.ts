import { useCallback, useEffect, useRef } from 'react';
import type { RowChange } from '../../../contract/publish-rows.ts';
import { hideUndo, showError, showUndo } from '../../base/undo-toast.ts';
import { beforeOf } from './row-changes.ts';
import type { Staging } from './use-staging.ts';

/** One thing that can be taken back. */
type Step = { readonly id: number; readonly message: string; readonly undo: () => Promise<void> };

/** Keeps the last steps; more than anybody walks back. */
const LONGEST_HISTORY = 200;

/** Changes one after the other share a toast. */
const CHANGE_TOAST = 'publish-change';

/** What the table can do to its rows' fields. */
export type RowChanges = {
  /** Sets fields and says so in a toast that can undo it. */
  readonly change: (changes: readonly RowChange[], message: string) => void;
  /** Takes back the latest change that was not taken back. */
  readonly undoLast: () => void;
  /** Adds something else that Ctrl+Z takes back; the result forgets it. */
  readonly remember: (message: string, undo: () => Promise<void>) => () => void;
};

/** Once all rows are published or gone, undo would do nothing, and is not offered. */
function useNoUndoOfNothing(isEmpty: boolean): void {
  useEffect(() => {
    if (isEmpty) hideUndo(CHANGE_TOAST);
  }, [isEmpty]);
}

/** Changes of rows that show at once and can each be undone, by toast or by Ctrl+Z. */
export function useRowChanges(staging: Staging): RowChanges {
  const history = useRef<Step[]>([]);
  const count = useRef(0);
  const { state, sendChanges } = staging;
  const latest = useRef(state);
  latest.current = state;
  useNoUndoOfNothing(state?.rows.length === 0);

  const send = useCallback(
    async (wanted: readonly RowChange[]) => {
      // Undo may come after its rows were published: those have no row any more to put anything back into.
      const there = new Set(latest.current?.rows.map((row) => row.id));
      const changes = wanted.filter((change) => there.has(change.row));
      if (changes.length === 0) return;
      await sendChanges(changes).catch(showError);
    },
    [sendChanges],
  );

  const remember = useCallback((message: string, undo: () => Promise<void>) => {
    count.current += 1;
    const step: Step = { id: count.current, message, undo };
    history.current = [...history.current.slice(-LONGEST_HISTORY), step];
    return () => {
      history.current = history.current.filter((other) => other.id !== step.id);
    };
  }, []);

  const change = useCallback(
    (changes: readonly RowChange[], message: string) => {
      if (changes.length === 0) return;
      const before = beforeOf(latest.current?.rows ?? [], changes);
      const undo = () => send(before);
      const forget = remember(message, undo);
      void send(changes);
      showUndo({
        id: CHANGE_TOAST,
        message,
        undo: () => {
          forget();
          return undo();
        },
      });
    },
    [remember, send],
  );

  const undoLast = useCallback(() => {
    const step = history.current.at(-1);
    if (!step) return;
    history.current = history.current.slice(0, -1);
    void step.undo();
  }, []);

  return { change, undoLast, remember };
}
