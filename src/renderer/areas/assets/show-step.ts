import { plural } from '@lingui/core/macro';
import type { KitStepTaken } from '../../../contract/kit-steps.ts';
import type { StepTaken } from '../../../contract/step-taken.ts';
import { say } from '../../../words/say.ts';
import { showChanged } from '../../base/changed-toast.ts';
import { showError } from '../../base/undo-toast.ts';

/** Says what a step changed (in place of the toast with the same id), with the offer to take it back, and why it was not taken with the others. */
export function showStep(
  { changed, refused, undo }: StepTaken | KitStepTaken,
  message: string,
  id?: string,
): void {
  const [first] = refused;
  if (first !== undefined) {
    const why = say(first.says);
    showError(refused.length === 1 ? why : `${why} ${others(refused.length - 1)}`);
  }
  if (changed.length > 0) showChanged({ message, undo, ...(id !== undefined && { id }) });
}

function others(count: number): string {
  return plural(count, { one: 'One more was left as it is.', other: '# more were left as they are.' });
}
