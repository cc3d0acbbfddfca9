import { z } from 'zod';
import { defineEvent } from '../kernel/define-event.ts';
import { assetId, versionId } from '../kernel/fields.ts';
import { later } from '../kernel/register.ts';
import { MARKETERS } from '../kernel/roles.ts';
import { foldReviewAnswer, foldSubmission, reviewAnswer, submission } from '../reviews/review-body.ts';
import { saidOfAnswer, saidOfSubmission } from '../reviews/review-history.ts';
import { assetOf, assets } from './assets.ts';

/** Reviews before something comes out: somebody asks, the reviewers answer. */

/** Asks for a review of a draft, which is in review from then on; with `version` of the version that waits beside the published one. */
export const assetSubmitted = defineEvent({
  kind: 'asset-submitted',
  body: z.object({ asset: assetId, ...submission, version: versionId.optional() }),
  leaves: 'leaves.changed',
  roles: MARKETERS,
  into: assets,
  entry: ({ asset }) => asset,
  over(state, { asset, version }) {
    const known = state.assets.get(asset);
    return [known?.review?.stamp, ...(version === undefined ? [known?.fields.status?.stamp] : [])];
  },
  fold(state, { asset: id, ...said }, { member, stamp }) {
    const asset = assetOf(state, id);
    foldSubmission(asset, said, member, stamp);
    if (said.version === undefined && !said.withdrawn)
      asset.fields.status = later(asset.fields.status, stamp, 'in-review');
  },
  history: {
    of: 'asset',
    id: ({ asset }) => asset,
    what: saidOfSubmission,
    tellsOfDraft: () => true,
  },
});

/** What the author says of the review that was asked for at `to`; their last word counts, where they are one of its reviewers. */
export const assetReviewAnswered = defineEvent({
  kind: 'asset-review-answered',
  body: z.object({ asset: assetId, ...reviewAnswer }),
  leaves: 'leaves.changed',
  roles: MARKETERS,
  into: assets,
  entry: ({ asset }) => asset,
  over(state, { asset }, member) {
    const known = state.assets.get(asset);
    return [known?.review?.stamp, known?.answers?.get(member)?.stamp];
  },
  fold: (state, { asset, ...said }, { member, stamp }) =>
    foldReviewAnswer(assetOf(state, asset), said, member, stamp),
  history: {
    of: 'asset',
    id: ({ asset }) => asset,
    what: saidOfAnswer,
    tellsOfDraft: () => true,
  },
});
