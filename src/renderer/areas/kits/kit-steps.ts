import { t } from '@lingui/core/macro';
import type { KitStepTaken } from '../../../contract/kit-steps.ts';
import type { KitSummary } from '../../../contract/kits.ts';
import { engine } from '../../base/engine-client.ts';
import { createStore } from '../../base/store.ts';
import { showError } from '../../base/undo-toast.ts';
import { showStep } from '../assets/show-step.ts';
import type { Answering, AskedReview } from '../assets/step-forms.tsx';
import { editKit } from './use-kits.ts';

/** Steps of a kit's life that one takes from wherever one sees it: each with a toast that takes it back. */

/** The step of a kit that the dialog asks about. */
export type KitStepAsked = {
  readonly kit: KitSummary;
  readonly step: 'submit' | 'return' | 'recall' | 'expiry' | 'reassign';
};

/** What the dialog asks about now; null while it is closed. */
export const kitStepAsked = createStore<KitStepAsked | null>(null);

async function take(step: () => Promise<KitStepTaken>, message: string): Promise<boolean> {
  try {
    showStep(await step(), message, 'step');
    return true;
  } catch (error) {
    showError(error);
    return false;
  }
}

/** Asks reviewers to approve it. */
export function submitKit({ id, name }: KitSummary, { note, reviewers, way }: AskedReview): Promise<boolean> {
  const review = { reviewers: [...reviewers], way, ...(note.trim() !== '' && { note }) };
  return take(() => engine.kits.submit({ kits: [id], ...review }), t`Submitted “${name}” for review.`);
}

/** Approves what one was asked to review. */
export function approveKit({ id, name }: KitSummary): Promise<boolean> {
  return take(() => engine.kits.approve({ kits: [id] }), t`Approved “${name}”.`);
}

/** Gives back what one was asked to review. */
export function returnKit({ id, name }: KitSummary, reason: string): Promise<boolean> {
  return take(() => engine.kits.return({ kits: [id], reason }), t`Returned “${name}”.`);
}

/** Says that it is right as it is now. */
export function verifyKit({ id, name }: KitSummary): Promise<boolean> {
  return take(() => engine.kits.verify({ kits: [id] }), t`Verified “${name}”.`);
}

/** Nobody is to use it from now on. */
export function recallKit(
  { id, name }: KitSummary,
  why: { readonly reason: string; readonly replacement?: string },
): Promise<boolean> {
  return take(() => engine.kits.recall({ kits: [id], ...why }), t`Recalled “${{ title: name }}”.`);
}

/** It may be used again. */
export function liftKitRecall({ id, name }: KitSummary): Promise<boolean> {
  return take(() => engine.kits.liftRecall({ kits: [id] }), t`“${{ title: name }}” can be used again.`);
}

/** Until when it may be used. */
export function setKitExpiry({ id }: KitSummary, expiresOn: string | null): Promise<boolean> {
  return editKit({ kit: id, set: { expiresOn } }, t`Last day of use changed.`);
}

/** Who answers for it from now on. */
export function reassignKit({ id }: KitSummary, set: Answering): Promise<boolean> {
  return editKit({ kit: id, set }, t`Reassigned.`);
}
