import type { AssetSummary } from '../../contract/assets.ts';
import type { StepTaken } from '../../contract/step-taken.ts';
import { knownMember, roleOf } from '../../domain/people/people-selectors.ts';
import { may } from '../../domain/people/permissions.ts';
import { fieldReversals, submissionReversal } from '../../domain/undo/reversals.ts';
import { says } from '../../shared/says/says.ts';
import type { ReviewWay } from '../../shared/vocabulary/reviews.ts';
import { checkTerms, editing, statusNow } from '../assets/assets.ts';
import { filledIn, notToComeOut } from '../assets/needed-to-publish.ts';
import { moving } from '../assets/publishing.ts';
import { currentReview } from '../assets/review-view.ts';
import { type NotTaken, type StepInput, type StepPlan, takeStep } from '../assets/take-step.ts';
import type { WithAssets } from '../assets/with-assets.ts';
import { invalid } from '../base/refusal.ts';
import { checkMayPublish } from '../people/may-publish.ts';

/** Reviews before something comes out: asked for, approved, returned. */

type Submission = StepInput & {
  readonly reviewers: readonly string[];
  readonly way: ReviewWay;
  readonly note?: string | undefined;
};

/** Asks reviewers to approve drafts, or the versions that wait. Throws `Refusal` INVALID where nobody else could approve. */
export async function submitAssets(
  replica: WithAssets,
  { reviewers: named, way, note, ...step }: Submission,
): Promise<StepTaken> {
  checkMayPublish(replica);
  const reviewers = [...new Set(named)];
  checkReviewers(replica, reviewers);
  checkTerms(replica, step.given ?? {});
  const at = replica.ports.clock.now();
  return takeStep(replica, step, (asset) => {
    const filled = filledIn(replica.catalog, asset, step.given);
    const why = notToSubmit(asset) ?? notToComeOut(replica.catalog, asset, filled);
    if (why !== undefined) return why;
    const version = asset.released ? asset.waiting?.id : undefined;
    const draft = {
      kind: 'asset-submitted',
      body: { asset: asset.id, reviewers, way, version, note, at },
    } as const;
    const status = { status: statusNow(replica, asset.id) };
    const now = () => replica.ports.clock.now();
    return [
      ...(Object.keys(filled).length === 0 ? [] : [editing(replica, asset.id, filled)]),
      {
        draft,
        reversals:
          version === undefined
            ? fieldReversals(asset.id, status, now)
            : [
                submissionReversal(
                  { catalog: replica.catalog, member: replica.catalog.self().id, now },
                  draft,
                ),
              ],
      },
    ];
  });
}

/** Approves what one was asked to review; with the last approval that is needed it comes out, now or on its day. */
export async function approveAssets(
  replica: WithAssets,
  { comment, ...step }: StepInput & { readonly comment?: string | undefined },
): Promise<StepTaken> {
  checkMayPublish(replica);
  checkTerms(replica, step.given ?? {});
  return takeStep(replica, step, (asset) => planApproval(replica, asset, comment, step.given));
}

/** Gives back what one was asked to review, with a reason: it is a draft again. */
export async function returnAssets(
  replica: WithAssets,
  { reason: comment, ...step }: StepInput & { readonly reason: string },
): Promise<StepTaken> {
  checkMayPublish(replica);
  const at = replica.ports.clock.now();
  return takeStep(replica, step, (asset) => {
    const turn = turnOf(replica, asset);
    if ('code' in turn) return turn;
    const body = { asset: asset.id, to: turn.review.at, answer: 'returned', comment, at } as const;
    return [{ kind: 'asset-review-answered', body }];
  });
}

function planApproval(
  replica: WithAssets,
  asset: AssetSummary,
  comment: string | undefined,
  given: StepInput['given'],
): StepPlan {
  const turn = turnOf(replica, asset);
  if ('code' in turn) return turn;
  const { review, standing } = turn;
  const at = replica.ports.clock.now();
  const body = { asset: asset.id, to: review.at, answer: 'approved', comment, at } as const;
  const answer = { kind: 'asset-review-answered', body } as const;
  const isLast = review.way === 'any' || standing.missing.length === 1;
  if (!isLast) return [answer];
  const { version } = review;
  const filled = filledIn(replica.catalog, asset, given);
  const why = notToComeOut(replica.catalog, asset, filled);
  if (why !== undefined) return why;
  if (version === undefined) return [answer, editing(replica, asset.id, { ...filled, status: 'published' })];
  return [answer, moving(replica, { asset: asset.id, version, to: 'published' })];
}

/** The review in which it is one's turn, or why it is not. */
function turnOf(replica: WithAssets, { id, title, state }: AssetSummary) {
  const current = currentReview(replica, id);
  if (current?.standing.outcome !== 'open' || state === 'recalled' || state === 'expired')
    return { code: 'not-in-review', says: says('reviews.not-in-review', { title }) } as const;
  const self = replica.catalog.selfId() ?? '';
  if (current.standing.next.includes(self)) return current;
  const { review, standing } = current;
  if (review.member === self) return { code: 'own', says: says('reviews.own', { title }) } as const;
  if (standing.missing.includes(self))
    return { code: 'not-yet', says: says('reviews.not-your-turn', { title }) } as const;
  return { code: 'not-asked', says: says('reviews.not-asked', { title }) } as const;
}

/** Why there is nothing to review. */
function notToSubmit({ title, state, released, waiting }: AssetSummary): NotTaken | undefined {
  if (state === 'recalled' || state === 'expired' || state === 'archived')
    return { code: state, says: says('reviews.not-now', { title, state }) };
  if (released && waiting === undefined)
    return { code: 'published', says: says('reviews.nothing-to-review', { title }) };
  return undefined;
}

/** Somebody else than who asks must be among them, and each must be somebody who publishes. */
function checkReviewers(replica: WithAssets, reviewers: readonly string[]): void {
  const { catalog } = replica;
  for (const id of reviewers) {
    const role = roleOf(catalog, id);
    const name = knownMember(catalog, id)?.name.value;
    if (name === undefined) throw invalid(says('assets.nobody-of-this-name'), 'reviewers');
    if (role === undefined || !may(role, 'publish'))
      throw invalid(says('reviews.reviewer-does-not-publish', { name }), 'reviewers');
  }
  if (reviewers.every((id) => id === catalog.selfId()))
    throw invalid(says('reviews.review-by-somebody-else'), 'reviewers');
}
