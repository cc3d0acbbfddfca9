import type { Presentation, PresentationState, Steering } from '../../../../contract/presentation.ts';
import { createStore } from '../../../base/store.ts';

/** The presentation that this window belongs to; null until the shell has answered. */
export const presentation = createStore<Presentation | null>(null);

/** What is typed to jump; '' for nothing. */
export const typed = createStore('');

/** Asks the shell what is shown, and follows it. */
export async function followPresentation(): Promise<void> {
  // What changes while the first answer is under way is newer than it.
  let newest: PresentationState | undefined;
  window.kitbag.onNotice((notice) => {
    if (notice.kind !== 'presentation-changed') return;
    newest = notice.state;
    const now = presentation.get();
    if (now !== null) presentation.set({ ...now, state: notice.state });
  });
  const answer = await window.kitbag.presentation();
  if (answer !== null) presentation.set(newest === undefined ? answer : { ...answer, state: newest });
}

/** Asks for something; a presentation that has just ended hears nothing any more. */
export function steer(steering: Steering): void {
  window.kitbag.steerPresentation(steering).catch((reason: unknown) => {
    console.warn('The presentation did not hear.', reason);
  });
}
