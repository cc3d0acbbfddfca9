import type { AssetSummary } from '../../contract/assets.ts';
import type { ReviewItem, ReviewList } from '../../contract/reviews.ts';
import { type AssetUse, sumDays } from '../../domain/activity/activity.ts';
import { usesOfAssets } from '../../domain/activity/merged-uses.ts';
import { isUsable } from '../../domain/assets/asset-state.ts';
import { DAY_MS } from '../../domain/kernel/calendar.ts';
import { timeZoneOf } from '../../domain/people/people-selectors.ts';
import { dayIn } from '../../shared/day.ts';
import { REVIEW_REASONS, type ReviewReason } from '../../shared/vocabulary/reviews.ts';
import { currentReview } from '../assets/review-view.ts';
import { missingPeople } from '../people/missing-people.ts';
import type { WithReviews } from './with-reviews.ts';

/** What is to be looked at, and why: reviews that were asked for, what is or will soon be due, what has nobody, what was never verified. */

/** Days ahead in which what will be due is on the list. */
const NOTICED_DAYS = 28;
/** Nobody has verified it for so many days, nor used it: it may as well be put away. */
const FORGOTTEN_DAYS = 182;

type Asked = { readonly mine?: boolean | undefined; readonly limit: number };

/** The list: first what others wait for, then most used first; and what could be put away. */
export function listReviews(replica: WithReviews, { mine = false, limit }: Asked): ReviewList {
  const zone = timeZoneOf(replica.catalog);
  const today = Date.parse(`${replica.summaries.today()}T00:00:00Z`);
  const uses = usesOfAssets(replica.catalog);
  const items: ReviewItem[] = [];
  const forgotten: AssetSummary[] = [];
  for (const asset of replica.summaries.visible().values()) {
    const dueOn = dayIn(asset.renewedAt + asset.reviewDays * DAY_MS, zone);
    const dueInDays = Math.round((Date.parse(`${dueOn}T00:00:00Z`) - today) / DAY_MS);
    const reasons = reasonsFor(replica, asset, dueInDays);
    if (isForgotten(replica, asset, uses.get(asset.id))) forgotten.push(asset);
    if (reasons.length === 0 || (mine && !isMine(replica, asset, reasons))) continue;
    items.push({ asset, reasons, dueOn, dueInDays });
  }
  items.sort(inOrder);
  return {
    items: items.slice(0, limit),
    total: items.length,
    forMe: items.filter(({ reasons }) => reasons[0] === 'review-asked').length,
    couldRetire: forgotten.sort((a, b) => a.renewedAt - b.renewedAt).slice(0, limit),
  };
}

function reasonsFor(replica: WithReviews, asset: AssetSummary, dueInDays: number): ReviewReason[] {
  const found = new Set<ReviewReason>();
  const { catalog } = replica;
  if (asset.state === 'in-review' || asset.waiting !== undefined) {
    const standing = currentReview(replica, asset.id)?.standing;
    const self = catalog.selfId() ?? '';
    if (standing?.outcome === 'open') found.add(standing.next.includes(self) ? 'review-asked' : 'in-review');
  }
  if (isUsable(asset.state)) {
    if (asset.state === 'due-for-review') found.add('due');
    else if (dueInDays <= daysNoticed(asset.reviewDays)) found.add('due-soon');
    if (asset.variant !== undefined && asset.variant.behind > 0) found.add('variant-behind');
    for (const missing of missingPeople(replica, asset)) found.add(missing);
    if (asset.verified === null) found.add(asset.versionCount > 1 ? 'new-version' : 'unverified');
  }
  return REVIEW_REASONS.filter((reason) => found.has(reason));
}

/** How many days ahead something due is told: four weeks, of what comes every so many days at most half of them. */
export function daysNoticed(everyDays = Number.POSITIVE_INFINITY): number {
  return Math.min(NOTICED_DAYS, everyDays / 2);
}

/** Who answers for an asset's truth is its verifier, else its owner. */
function isMine({ catalog }: WithReviews, asset: AssetSummary, [first]: readonly ReviewReason[]): boolean {
  if (first === 'review-asked') return true;
  return (asset.verifier ?? asset.owner)?.id === catalog.selfId();
}

function inOrder(a: ReviewItem, b: ReviewItem): number {
  const asked = ({ reasons }: ReviewItem): number => Number(reasons[0] === 'review-asked');
  return (
    asked(b) - asked(a) ||
    b.asset.uses - a.asset.uses ||
    a.dueInDays - b.dueInDays ||
    (a.asset.id < b.asset.id ? -1 : 1)
  );
}

function isForgotten({ calendar }: WithReviews, asset: AssetSummary, use: AssetUse | undefined): boolean {
  const now = calendar.now();
  const since = now - FORGOTTEN_DAYS * DAY_MS;
  if (!isUsable(asset.state) || asset.renewedAt > since || asset.publishedAt > since) return false;
  return use === undefined || sumDays(use.days, since, now + DAY_MS) === 0;
}
