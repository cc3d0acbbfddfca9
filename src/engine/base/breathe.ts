import type { Later } from './base-ports.ts';

/** Lets other work of the process run. Throws to end what is under way. */
export type Breathe = () => Promise<void>;

/** The same by a timer that is due at once. */
export function breatheBy(later: Later): Breathe {
  return () =>
    new Promise((resolve) => {
      later(resolve, 0);
    });
}
