import { plural, t } from '@lingui/core/macro';
import type { StepTaken } from '../../../contract/step-taken.ts';
import { engine } from '../../base/engine-client.ts';
import { createStore } from '../../base/store.ts';
import { showError } from '../../base/undo-toast.ts';
import { showStep } from './show-step.ts';

/** Recalling assets, from wherever one sees them: a dialog asks for the reason and for what replaces them. */

/** Which are to be recalled; `title` where it is one. */
export type RecallAsked = {
  readonly assets: readonly string[];
  readonly title?: string;
  readonly done?: () => void;
};

/** What the dialog asks about now; null while it is closed. */
export const recallAsked = createStore<RecallAsked | null>(null);

/** Asks why these are recalled and what replaces them. */
export function askForRecall(asked: RecallAsked): void {
  recallAsked.set(asked);
}

/** Recalls them, and offers to take that back. Says whether it was done. */
export async function recall(
  { assets, title, done }: RecallAsked,
  why: { readonly reason: string; readonly replacement?: string },
): Promise<boolean> {
  try {
    const taken = await engine.reviews.recall({ assets: [...assets], ...why });
    showStep(taken, recalledWords(taken, title));
    done?.();
    return true;
  } catch (error) {
    showError(error);
    return false;
  }
}

function recalledWords({ changed }: StepTaken, title: string | undefined): string {
  return title === undefined
    ? plural(changed.length, { one: 'Recalled # asset.', other: 'Recalled # assets.' })
    : t`Recalled “${title}”.`;
}

/** They may be used again. */
export async function liftRecall(assets: readonly string[], title: string): Promise<void> {
  try {
    const taken = await engine.reviews.liftRecall({ assets: [...assets] });
    showStep(taken, t`“${title}” can be used again.`);
  } catch (error) {
    showError(error);
  }
}
