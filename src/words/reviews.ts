import { msg, select } from '@lingui/core/runtime-macro';
import type { ReviewsSays } from '../shared/says/reviews.ts';
import type { Words } from './words.ts';

/** Steps of an asset's life that are not taken, and why. */
export const reviewsWords: Words<ReviewsSays> = {
  'reviews.needs-review': ({ title }) =>
    msg`‘${{ title }}’ needs a review first. It was not published. Save it as a draft and submit it for review.`,
  'reviews.not-now': ({ title, state }) =>
    msg`‘${{ title }}’ is ${select({ state }, { recalled: 'recalled', expired: 'expired', other: 'archived' })}. It was not submitted.`,
  'reviews.nothing-to-review': ({ title }) =>
    msg`‘${{ title }}’ is published, and no draft version waits. Nothing was submitted.`,
  'reviews.not-in-review': ({ title }) => msg`‘${{ title }}’ isn’t in review. Nothing was changed.`,
  'reviews.own': ({ title }) =>
    msg`You submitted ‘${{ title }}’ yourself, so somebody else has to review it. Nothing was changed.`,
  'reviews.not-your-turn': ({ title }) =>
    msg`Another reviewer of ‘${{ title }}’ comes before you. Nothing was changed.`,
  'reviews.not-asked': ({ title }) => msg`You weren’t asked to review ‘${{ title }}’. Nothing was changed.`,
  'reviews.reviewer-does-not-publish': ({ name }) =>
    msg`${{ name }} can’t review, because only marketers and leads can. Nothing was submitted. Choose another reviewer.`,
  'reviews.review-by-somebody-else': () =>
    msg`Somebody else has to review it. Nothing was submitted. Choose another reviewer.`,
  'reviews.archived-already': ({ title }) => msg`‘${{ title }}’ is archived already.`,
  'reviews.nobody-to-take-over': () =>
    msg`Only marketers and leads can own and verify assets. Nothing was handed over. Choose somebody else.`,
  'reviews.not-recalled': ({ title }) => msg`‘${{ title }}’ isn’t recalled. Nothing was changed.`,
  'reviews.replaced-by-itself': () =>
    msg`An asset can’t replace itself. Nothing was recalled. Choose another replacement.`,
  'reviews.replacement-not-usable': ({ title }) =>
    msg`‘${{ title }}’ can’t be used now, so it can’t replace anything. Nothing was recalled. Choose an asset that is published.`,
};
