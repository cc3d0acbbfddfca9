import type { AssetSummary } from '../../contract/assets.ts';
import type { StepTaken } from '../../contract/step-taken.ts';
import { fieldReversals, submissionReversal, type Undoable } from '../../domain/undo/reversals.ts';
import { says } from '../../shared/says/says.ts';
import type { ReviewWay } from '../../shared/vocabulary/reviews.ts';
import { checkTerms, editing, statusNow } from '../assets/assets.ts';
import { filledIn, notToComeOut } from '../assets/needed-to-publish.ts';
import { moving } from '../assets/publishing.ts';
import { checkedReviewers, isLastApproval, notToSubmitNow, turnIn } from '../assets/review-turn.ts';
import { currentReview } from '../assets/review-view.ts';
import { type NotTaken, type StepInput, type StepPlan, takeStep } from '../assets/take-step.ts';
import type { WithAssets } from '../assets/with-assets.ts';
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
  const reviewers = checkedReviewers(replica.catalog, named);
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
      ...filling(replica, asset.id, filled),
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
    const turn = turnIn(replica.catalog, currentReview(replica, asset.id), asset);
    if ('code' in turn) return turn;
    const { review, asked } = turn;
    const body = { asset: asset.id, to: review.at, asked, answer: 'returned', comment, at } as const;
    return [{ kind: 'asset-review-answered', body }];
  });
}

function planApproval(
  replica: WithAssets,
  asset: AssetSummary,
  comment: string | undefined,
  given: StepInput['given'],
): StepPlan {
  const turn = turnIn(replica.catalog, currentReview(replica, asset.id), asset);
  if ('code' in turn) return turn;
  const { review, asked } = turn;
  const at = replica.ports.clock.now();
  const body = { asset: asset.id, to: review.at, asked, answer: 'approved', comment, at } as const;
  const answer = { kind: 'asset-review-answered', body } as const;
  if (!isLastApproval(turn)) return [answer];
  const { version } = review;
  const filled = filledIn(replica.catalog, asset, given);
  const why = notToComeOut(replica.catalog, asset, filled);
  if (why !== undefined) return why;
  // Its status follows from the review: set by hand it would have nothing to do with it, and an approval that is taken back would leave nobody to ask.
  if (version === undefined) return [answer, ...filling(replica, asset.id, filled)];
  return [answer, moving(replica, { asset: asset.id, version, to: 'published' })];
}

/** What was said with the step of what was missing; nothing where nothing was. */
function filling(replica: WithAssets, asset: string, filled: ReturnType<typeof filledIn>): Undoable[] {
  return Object.keys(filled).length === 0 ? [] : [editing(replica, asset, filled)];
}

/** Why there is nothing to review. */
function notToSubmit(asset: AssetSummary): NotTaken | undefined {
  const { title, released, waiting } = asset;
  const away = notToSubmitNow(asset);
  if (away !== undefined || !released || waiting !== undefined) return away;
  return { code: 'published', says: says('reviews.nothing-to-review', { title }) };
}
