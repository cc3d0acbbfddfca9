import { createStore } from './store.ts';

/** What becomes of files that are dropped on the window while something on the screen wants them. */
type DropPlace = {
  /** What the overlay says: `Drop the calendar file`. */
  readonly title: string;
  readonly text: string;
  readonly take: (files: readonly File[]) => void;
};

/** Who wants what is dropped; null where nobody does, and it goes to the publish table. */
export const dropPlace = createStore<DropPlace | null>(null);
