import { plural, t } from '@lingui/core/macro';
import type { RetireEffect } from '../../../contract/reviews.ts';
import type { StepTaken } from '../../../contract/step-taken.ts';
import type { ReviewWay } from '../../../shared/vocabulary/reviews.ts';
import { showChanged } from '../../base/changed-toast.ts';
import { engine } from '../../base/engine-client.ts';
import { showError } from '../../base/undo-toast.ts';
import { askForMissing, type StepAgain } from './ask-for-missing.ts';
import { showStep } from './show-step.ts';
import { type Chosen, type StepAsked, stepAsked } from './step-asked.ts';

/** Steps of an asset's life that one takes from wherever one sees it: each with a toast that takes it back. */

/** Asks for what a step needs to know. */
export function askForStep(step: Exclude<StepAsked['step'], 'archive' | 'complete'>, chosen: Chosen): void {
  stepAsked.set({ ...chosen, step });
}

async function take(
  { done, title }: Chosen,
  step: () => Promise<StepTaken>,
  message: (changed: number) => string,
  again?: Pick<StepAgain, 'word' | 'take'>,
): Promise<boolean> {
  // Whoever goes through a list sees the last one, not a pile of them.
  const tell = (taken: StepTaken): void => showStep(taken, message(taken.changed.length), 'step');
  try {
    const taken = await step();
    tell(again === undefined ? taken : askForMissing(taken, { ...again, tell }, title));
    done?.();
    return true;
  } catch (error) {
    showError(error);
    return false;
  }
}

/** Says that they are still right. */
export function verify(chosen: Chosen): Promise<boolean> {
  const { title } = chosen;
  return take(
    chosen,
    () => engine.reviews.verify({ assets: [...chosen.assets] }),
    (changed) =>
      title === undefined
        ? plural(changed, { one: 'Verified # asset.', other: 'Verified # assets.' })
        : t`Verified “${title}”.`,
  );
}

/** Approves what one was asked to review. */
export function approve(chosen: Chosen): Promise<boolean> {
  const { title } = chosen;
  return take(
    chosen,
    () => engine.reviews.approve({ assets: [...chosen.assets] }),
    (changed) =>
      title === undefined
        ? plural(changed, { one: 'Approved # asset.', other: 'Approved # assets.' })
        : t`Approved “${title}”.`,
    {
      word: t`Approve`,
      take: (assets, given) => engine.reviews.approve({ assets: [...assets], given }),
    },
  );
}

/** Gives back what one was asked to review. */
export function giveBack(chosen: Chosen, reason: string): Promise<boolean> {
  return take(
    chosen,
    () => engine.reviews.return({ assets: [...chosen.assets], reason }),
    (changed) => plural(changed, { one: 'Returned # asset.', other: 'Returned # assets.' }),
  );
}

/** Asks reviewers to approve them. */
export function submit(
  chosen: Chosen,
  review: { readonly reviewers: readonly string[]; readonly way: ReviewWay; readonly note: string },
): Promise<boolean> {
  const { note, reviewers, way } = review;
  const asking = { reviewers: [...reviewers], way, ...(note.trim() !== '' && { note }) };
  return take(
    chosen,
    () => engine.reviews.submit({ assets: [...chosen.assets], ...asking }),
    (changed) =>
      plural(changed, { one: 'Submitted # asset for review.', other: 'Submitted # assets for review.' }),
    {
      word: t`Submit`,
      take: (assets, given) => engine.reviews.submit({ assets: [...assets], ...asking, given }),
    },
  );
}

/** Puts them away: at once where that breaks nothing, else after one has seen what. */
export async function archive(chosen: Chosen): Promise<void> {
  try {
    const effect = await engine.reviews.retireEffect({ assets: [...chosen.assets] });
    if (breaksSomething(effect)) stepAsked.set({ ...chosen, step: 'archive', effect });
    else await archiveNow(chosen);
  } catch (error) {
    showError(error);
  }
}

/** Puts them away, whatever that breaks. */
export function archiveNow(chosen: Chosen): Promise<boolean> {
  const { title } = chosen;
  return take(
    chosen,
    () => engine.reviews.archive({ assets: [...chosen.assets] }),
    (changed) =>
      title === undefined
        ? plural(changed, { one: 'Archived # asset.', other: 'Archived # assets.' })
        : t`Archived “${title}”.`,
  );
}

function breaksSomething({ emptied, kits, golden, requests, pins }: RetireEffect): boolean {
  return emptied.length + kits.length + golden.length + requests.length + pins > 0;
}

/** Changes the last day of use, or who owns or verifies. */
export async function change(
  { assets, done }: Chosen,
  set: { readonly expiresOn?: string | null; readonly owner?: string; readonly verifier?: string },
): Promise<boolean> {
  try {
    const { undo } = await engine.assets.editMany({ assets: [...assets], set });
    const count = assets.length;
    const message =
      set.expiresOn === undefined
        ? plural(count, { one: 'Reassigned # asset.', other: 'Reassigned # assets.' })
        : plural(count, {
            one: 'Set the last day of use of # asset.',
            other: 'Set the last day of use of # assets.',
          });
    showChanged({ message, undo });
    done?.();
    return true;
  } catch (error) {
    showError(error);
    return false;
  }
}
