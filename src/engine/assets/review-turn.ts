import { knownMember, roleOf } from '../../domain/people/people-selectors.ts';
import { may } from '../../domain/people/permissions.ts';
import type { WaitingReview } from '../../domain/reviews/review.ts';
import { says } from '../../shared/says/says.ts';
import type { AssetStateName } from '../../shared/vocabulary/assets.ts';
import { invalid } from '../base/refusal.ts';
import type { LiveCatalog } from '../live/live-catalog.ts';
import type { NotTaken } from './take-step.ts';

/** Whose turn it is in a review, and who may be asked for one: of whatever is reviewed. */

type Reviewable = { readonly title: string; readonly state: AssetStateName };

/** The review in which it is the turn of the person here, or why it is not. */
export function turnIn(
  catalog: LiveCatalog,
  current: WaitingReview | undefined,
  { title, state }: Reviewable,
): WaitingReview | NotTaken {
  if (current?.standing.outcome !== 'open' || state === 'recalled' || state === 'expired')
    return { code: 'not-in-review', says: says('reviews.not-in-review', { title }) };
  const self = catalog.selfId() ?? '';
  if (current.standing.next.includes(self)) return current;
  const { review, standing } = current;
  if (review.member === self) return { code: 'own', says: says('reviews.own', { title }) };
  if (standing.missing.includes(self))
    return { code: 'not-yet', says: says('reviews.not-your-turn', { title }) };
  return { code: 'not-asked', says: says('reviews.not-asked', { title }) };
}

/** Whether the next approval is the last one that is needed. */
export function isLastApproval({ review, standing }: WaitingReview): boolean {
  return review.way === 'any' || standing.missing.length === 1;
}

/** Why there is nothing to review where something was put away; undefined where it was not. */
export function notToSubmitNow({ title, state }: Reviewable): NotTaken | undefined {
  if (state === 'recalled' || state === 'expired' || state === 'archived')
    return { code: state, says: says('reviews.not-now', { title, state }) };
  return undefined;
}

/** Reviewers, each once. Somebody else than who asks must be among them, and each must be somebody who publishes: throws `Refusal` INVALID. */
export function checkedReviewers(catalog: LiveCatalog, named: readonly string[]): string[] {
  const reviewers = [...new Set(named)];
  for (const id of reviewers) {
    const role = roleOf(catalog, id);
    const name = knownMember(catalog, id)?.name.value;
    if (name === undefined) throw invalid(says('assets.nobody-of-this-name'), 'reviewers');
    if (role === undefined || !may(role, 'publish'))
      throw invalid(says('reviews.reviewer-does-not-publish', { name }), 'reviewers');
  }
  if (reviewers.every((id) => id === catalog.selfId()))
    throw invalid(says('reviews.review-by-somebody-else'), 'reviewers');
  return reviewers;
}
