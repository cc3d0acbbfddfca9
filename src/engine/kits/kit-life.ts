import type { AssetSummary } from '../../contract/assets.ts';
import type { KitStepTaken } from '../../contract/kit-steps.ts';
import type { KitInstead, KitSummary } from '../../contract/kit-summary.ts';
import { isUsable } from '../../domain/assets/asset-state.ts';
import { replacementOf } from '../../domain/assets/recall.ts';
import { knownKit, reviewOfKit } from '../../domain/kits/kit-selectors.ts';
import { policiesNow } from '../../domain/people/people-selectors.ts';
import { may } from '../../domain/people/permissions.ts';
import { says } from '../../shared/says/says.ts';
import { isKitRow } from '../../shared/vocabulary/ids.ts';
import type { ReviewWay } from '../../shared/vocabulary/reviews.ts';
import { summaryOf } from '../assets/assets.ts';
import { checkedReviewers, notToSubmitNow, turnIn } from '../assets/review-turn.ts';
import { type StepPlan, takeStepWith } from '../assets/take-step.ts';
import { invalid } from '../base/refusal.ts';
import { kitOf } from './kit-of.ts';
import type { StandingKit } from './kits.ts';
import { checkMayMake } from './may-make.ts';
import type { WithKits } from './with-kits.ts';

/** The steps of a kit's life: reviewed, verified, recalled, as assets are; the same rules decide. */

type StepInput = { readonly kits: readonly string[]; readonly dryRun?: boolean };

/** A kit as steps see it. */
type Subject = { readonly id: string; readonly title: string; readonly kit: StandingKit };

async function take(
  replica: WithKits,
  { kits, dryRun = false }: StepInput,
  plan: (subject: Subject) => StepPlan,
): Promise<KitStepTaken> {
  checkMayMake(replica);
  const of = kits.map((id): Subject => {
    const kit = kitOf(replica, id);
    return { id: kit.data.id, title: kit.summary.name, kit };
  });
  const { refused, ...taken } = await takeStepWith(replica, { of, dryRun }, plan);
  return { ...taken, refused: refused.map(({ id: kit, ...why }) => ({ kit, ...why })) };
}

/** Whether reviewers must approve a kit before it comes out: where that is the hub's policy, and it was not out before. */
export function kitNeedsReview({ catalog }: WithKits, cameOut: boolean): boolean {
  return !cameOut && policiesNow(catalog).kitReview === 'needed';
}

/** Asks reviewers to approve kits. Throws `Refusal` INVALID where nobody else could approve. */
export function submitKits(
  replica: WithKits,
  {
    reviewers: named,
    way,
    note,
    ...step
  }: StepInput & {
    readonly reviewers: readonly string[];
    readonly way: ReviewWay;
    readonly note?: string | undefined;
  },
): Promise<KitStepTaken> {
  checkMayMake(replica);
  const reviewers = checkedReviewers(replica.catalog, named);
  const at = replica.ports.clock.now();
  return take(replica, step, ({ id, title, kit: { summary } }) => {
    const why = notToSubmitNow({ title, state: summary.state });
    if (why !== undefined) return why;
    if (summary.released) return { code: 'published', says: says('kits.nothing-to-review', { title }) };
    return [{ kind: 'kit-submitted', body: { kit: id, reviewers, way, note, at } }];
  });
}

/** Approves what one was asked to review; with the last approval that is needed it comes out, now or on its day. */
export function approveKits(
  replica: WithKits,
  { comment, ...step }: StepInput & { readonly comment?: string | undefined },
): Promise<KitStepTaken> {
  return take(replica, step, (subject) => answering(replica, subject, 'approved', comment));
}

/** Gives back what one was asked to review, with a reason: it is a draft again. */
export function returnKits(
  replica: WithKits,
  { reason, ...step }: StepInput & { readonly reason: string },
): Promise<KitStepTaken> {
  return take(replica, step, (subject) => answering(replica, subject, 'returned', reason));
}

function answering(
  replica: WithKits,
  { id, title, kit: { summary } }: Subject,
  answer: 'approved' | 'returned',
  comment: string | undefined,
): StepPlan {
  const known = knownKit(replica.catalog, id);
  const turn = turnIn(replica.catalog, known && reviewOfKit(known), { title, state: summary.state });
  if ('code' in turn) return turn;
  // With the last approval it is out: what its status is follows from its review.
  const { review, asked } = turn;
  const body = { kit: id, to: review.at, asked, answer, comment, at: replica.ports.clock.now() };
  return [{ kind: 'kit-review-answered', body }];
}

/** Says that kits are right as they are now: by the hub's time, as it is judged; a clock that is behind would have verified them long ago. */
export function verifyKits(replica: WithKits, step: StepInput): Promise<KitStepTaken> {
  const at = replica.calendar.now();
  return take(replica, step, ({ id }) => [{ kind: 'kit-verified', body: { kit: id, at } }]);
}

/** Recalls kits. Throws `Refusal` INVALID where what is to replace them may not be used itself. */
export function recallKits(
  replica: WithKits,
  {
    reason,
    replacement,
    ...step
  }: StepInput & { readonly reason: string; readonly replacement?: string | undefined },
): Promise<KitStepTaken> {
  checkMayMake(replica);
  if (replacement !== undefined) checkReplacement(replica, replacement, step.kits);
  const at = replica.ports.clock.now();
  return take(replica, step, ({ id }) => [
    { kind: 'kit-recalled', body: { kit: id, reason, replacement, at } },
  ]);
}

function checkReplacement(replica: WithKits, replacement: string, recalled: readonly string[]): void {
  if (recalled.includes(replacement)) throw invalid(says('kits.replaced-by-itself'), 'replacement');
  const named = isKitRow(replacement)
    ? subjectOf(kitOf(replica, replacement).summary)
    : subjectOf(summaryOf(replica, replacement));
  if (!isUsable(named.state))
    throw invalid(says('kits.replacement-not-usable', { title: named.title }), 'replacement');
}

/** Takes recalls back. */
export function liftKitRecalls(replica: WithKits, step: StepInput): Promise<KitStepTaken> {
  const at = replica.ports.clock.now();
  return take(replica, step, ({ id, title, kit: { summary } }) =>
    summary.recall === null
      ? { code: 'not-recalled', says: says('reviews.not-recalled', { title }) }
      : [{ kind: 'kit-recall-lifted', body: { kit: id, at } }],
  );
}

/** What may stand in for a kit: another one, or an asset. */
type Standing = Pick<AssetSummary, 'id' | 'title' | 'state'> & { readonly replacement?: string | undefined };

function subjectOf(of: KitSummary | AssetSummary): Standing {
  const { id, state } = of;
  return { id, state, title: 'name' in of ? of.name : of.title, replacement: of.recall?.replacement };
}

/** What was named when a kit was recalled, or when that was; of what the person here sees and may use. */
export function insteadOfKit(
  { kits, summaries }: Pick<WithKits, 'kits' | 'summaries'>,
  kit: KitSummary,
): KitInstead | undefined {
  if (kit.recall === null) return undefined;
  const named = ({ replacement }: Standing): Standing | undefined => {
    if (replacement === undefined) return undefined;
    const found = isKitRow(replacement) ? kits.seen(replacement)?.summary : summaries.seen(replacement);
    return found && subjectOf(found);
  };
  const instead = replacementOf(subjectOf(kit), named, ({ state }) => isUsable(state));
  if (instead === undefined) return undefined;
  const { id, title } = instead;
  return isKitRow(id) ? { kit: id, name: title } : { asset: id, title };
}

/** What of its life the person here may do with a kit that is not out. */
export function canComeOut(
  replica: WithKits,
  { data, summary: { state } }: StandingKit,
): { readonly publish: boolean; readonly submit: boolean } {
  const isOpen = !data.own && may(replica.catalog.self().role, 'publish');
  const waits = isOpen && (state === 'draft' || state === 'in-review' || state === 'archived');
  return {
    publish: waits && !kitNeedsReview(replica, data.cameOut),
    submit: isOpen && (state === 'draft' || state === 'in-review'),
  };
}
