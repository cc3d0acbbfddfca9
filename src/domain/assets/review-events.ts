import { z } from 'zod';
import { LONGEST_PROSE, MOST_CHOSEN } from '../../shared/limits.ts';
import { says } from '../../shared/says/says.ts';
import { plainMemberIdSchema } from '../../shared/vocabulary/id-schemas.ts';
import { REVIEW_ANSWERS, REVIEW_WAYS } from '../../shared/vocabulary/reviews.ts';
import { defineEvent } from '../kernel/define-event.ts';
import { assetId, time, versionId } from '../kernel/fields.ts';
import { later } from '../kernel/register.ts';
import { MARKETERS } from '../kernel/roles.ts';
import type { Review, ReviewAnswer } from '../reviews/review.ts';
import { assetOf, assets } from './assets.ts';

/** Reviews before something comes out: somebody asks, the reviewers answer. */

const text = z.string().trim().max(LONGEST_PROSE).optional();

/** Asks for a review of a draft, which is in review from then on; with `version` of the version that waits beside the published one. */
export const assetSubmitted = defineEvent({
  kind: 'asset-submitted',
  body: z.object({
    asset: assetId,
    reviewers: z.array(plainMemberIdSchema).min(1).max(MOST_CHOSEN),
    way: z.enum(REVIEW_WAYS),
    version: versionId.optional(),
    note: text,
    at: time,
    /** It was asked for by mistake: nobody is asked. */
    withdrawn: z.literal(true).optional(),
  }),
  leaves: 'leaves.changed',
  roles: MARKETERS,
  into: assets,
  entry: ({ asset }) => asset,
  over(state, { asset, version }) {
    const known = state.assets.get(asset);
    return [known?.review?.stamp, ...(version === undefined ? [known?.fields.status?.stamp] : [])];
  },
  fold(state, { asset: id, reviewers, way, version, note, at, withdrawn }, { member, stamp }) {
    const asset = assetOf(state, id);
    const review: Review = {
      ...{ member, at, reviewers, way },
      ...(version !== undefined && { version }),
      ...(note !== undefined && note !== '' && { note }),
      ...(withdrawn && { withdrawn }),
    };
    asset.review = later(asset.review, stamp, review);
    if (version === undefined && !withdrawn)
      asset.fields.status = later(asset.fields.status, stamp, 'in-review');
  },
  history: {
    of: 'asset',
    id: ({ asset }) => asset,
    what: ({ withdrawn }) => says(withdrawn ? 'history.submission-withdrawn' : 'history.submitted'),
    tellsOfDraft: () => true,
  },
});

/** What the author says of the review that was asked for at `to`; their last word counts, where they are one of its reviewers. */
export const assetReviewAnswered = defineEvent({
  kind: 'asset-review-answered',
  body: z.object({ asset: assetId, to: time, answer: z.enum(REVIEW_ANSWERS), comment: text, at: time }),
  leaves: 'leaves.changed',
  roles: MARKETERS,
  into: assets,
  entry: ({ asset }) => asset,
  over(state, { asset }, member) {
    const known = state.assets.get(asset);
    return [known?.review?.stamp, known?.answers?.get(member)?.stamp];
  },
  fold(state, { asset: id, to, answer, comment, at }, { member, stamp }) {
    const asset = assetOf(state, id);
    asset.answers ??= new Map();
    const said: ReviewAnswer = {
      answer,
      at,
      to,
      ...(comment !== undefined && comment !== '' && { comment }),
    };
    asset.answers.set(member, later(asset.answers.get(member), stamp, said));
  },
  history: {
    of: 'asset',
    id: ({ asset }) => asset,
    what: ({ answer, comment }) =>
      comment === undefined || comment === ''
        ? says(`history.review-${answer}`)
        : says(`history.review-${answer}-saying`, { comment }),
    tellsOfDraft: () => true,
  },
});
