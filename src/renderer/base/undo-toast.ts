import { notifications } from '@mantine/notifications';
import { createElement } from 'react';
import { UndoMessage } from '../ui/undo-message.tsx';
import { describeError, isCancelled } from './wire-error.ts';

type Undoable = {
  /** What was done, as a sentence: `Archived 3 assets`. */
  readonly message: string;
  readonly undo: () => Promise<unknown> | unknown;
  /** Toasts with the same id replace each other: for changes that come one after the other, as in a table. */
  readonly id?: string;
  /** How long it can be taken back, in milliseconds; ten seconds where absent. */
  readonly forMs?: number;
};

/** Says what was done and offers to take it back for a while. */
export function showUndo({ message, undo, id: given, forMs = 10_000 }: Undoable): void {
  const id = given ?? `undo-${Date.now()}-${Math.random().toString(36).slice(2)}`;
  if (given !== undefined) notifications.hide(given);
  const takeBack = async (): Promise<void> => {
    notifications.hide(id);
    try {
      await undo();
    } catch (error) {
      showError(error);
    }
  };
  notifications.show({
    id,
    color: 'teal',
    autoClose: forMs,
    message: createElement(UndoMessage, { message, onUndo: () => void takeBack() }),
  });
}

/** No longer offers to take back what was said with this id. */
export function hideUndo(id: string): void {
  notifications.hide(id);
}

/** Says in a sentence what went wrong; a text is shown as it is. */
export function showError(error: unknown): void {
  if (isCancelled(error)) return;
  const message = typeof error === 'string' ? error : describeError(error).message;
  notifications.show({ color: 'red', autoClose: 12_000, message, role: 'alert' });
}

/** Says that something came out otherwise than was asked for, though nothing went wrong. */
export function showNotice(message: string): void {
  notifications.show({ color: 'yellow', autoClose: 12_000, message, role: 'alert' });
}

/** Says that something is done which could not be seen otherwise. */
export function showDone(message: string): void {
  notifications.show({ color: 'teal', autoClose: 4_000, message });
}
