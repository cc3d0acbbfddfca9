import { z } from 'zod';
import { says } from '../../shared/says/says.ts';
import type { Places } from '../kernel/define-event.ts';
import { defineEvent } from '../kernel/define-event.ts';
import { assetId, kitId, line, time } from '../kernel/fields.ts';
import { later } from '../kernel/register.ts';
import { MARKETERS } from '../kernel/roles.ts';
import { foldReviewAnswer, foldSubmission, reviewAnswer, submission } from '../reviews/review-body.ts';
import { saidOfAnswer, saidOfSubmission } from '../reviews/review-history.ts';
import { lastContentWrite } from './kit-selectors.ts';
import { type KitsPart, kitOf, kits } from './kits.ts';

/** The steps of a kit's life that assets have too: reviewed, recalled, verified. */

type About = { readonly kit: string };
const kitIdOf = ({ kit }: About): string => kit;

/** Asks for a review of a kit, which is in review from then on. */
export const kitSubmitted = defineEvent({
  kind: 'kit-submitted',
  body: z.object({ kit: kitId, ...submission }),
  leaves: 'leaves.kits',
  roles: MARKETERS,
  into: kits,
  entry: kitIdOf,
  over(state, { kit }) {
    const known = state.kits.get(kit);
    return [known?.review?.stamp, known?.fields.status?.stamp];
  },
  fold(state, { kit: id, ...said }, { member, stamp }) {
    const kit = kitOf(state, id);
    foldSubmission(kit, said, member, stamp);
    if (!said.withdrawn) kit.fields.status = later(kit.fields.status, stamp, 'in-review');
  },
  history: { of: 'kit', id: kitIdOf, what: saidOfSubmission },
});

/** What the author says of the review that was asked for at `to`; their last word counts, where they are one of its reviewers. */
export const kitReviewAnswered = defineEvent({
  kind: 'kit-review-answered',
  body: z.object({ kit: kitId, ...reviewAnswer }),
  leaves: 'leaves.kits',
  roles: MARKETERS,
  into: kits,
  entry: kitIdOf,
  over(state, { kit }, member) {
    const known = state.kits.get(kit);
    return [known?.review?.stamp, known?.answers?.get(member)?.stamp];
  },
  fold: (state, { kit, ...said }, { member, stamp }) =>
    foldReviewAnswer(kitOf(state, kit), said, member, stamp),
  history: { of: 'kit', id: kitIdOf, what: saidOfAnswer },
});

/** Nobody is to use it from now on. */
export const kitRecalled = defineEvent({
  kind: 'kit-recalled',
  body: z.object({
    kit: kitId,
    reason: line,
    /** The kit or the asset to be used in its place. */
    replacement: z.union([kitId, assetId]).optional(),
    at: time,
  }),
  leaves: 'leaves.kits',
  roles: MARKETERS,
  into: kits,
  entry: kitIdOf,
  over: overRecall,
  fold(state, { kit: id, reason, replacement, at }, { member, stamp }) {
    const kit = kitOf(state, id);
    const recall = { member, at, reason, ...(replacement !== undefined && { replacement }) };
    kit.recall = later(kit.recall, stamp, recall);
  },
  history: { of: 'kit', id: kitIdOf, what: ({ reason }) => says('history.recalled', { reason }) },
});

/** It may be used again. */
export const kitRecallLifted = defineEvent({
  kind: 'kit-recall-lifted',
  body: z.object({ kit: kitId, at: time }),
  leaves: 'leaves.kits',
  roles: MARKETERS,
  into: kits,
  entry: kitIdOf,
  over: overRecall,
  fold(state, { kit: id }, { stamp }) {
    const kit = kitOf(state, id);
    kit.recall = later(kit.recall, stamp, null);
  },
  history: { of: 'kit', id: kitIdOf, what: () => says('history.recall-lifted') },
});

function overRecall(state: KitsPart, { kit }: About): Places {
  return [state.kits.get(kit)?.recall?.stamp];
}

/** Somebody says that it is right as it is now: what is written of it later stands behind that. */
export const kitVerified = defineEvent({
  kind: 'kit-verified',
  body: z.object({
    kit: kitId,
    at: time,
    /** It was said by mistake: nobody has verified it. */
    withdrawn: z.literal(true).optional(),
  }),
  leaves: 'leaves.kits',
  roles: MARKETERS,
  into: kits,
  entry: kitIdOf,
  over(state, { kit: id }) {
    const kit = state.kits.get(id);
    return kit === undefined ? [] : [kit.verified?.stamp, lastContentWrite(kit)];
  },
  fold(state, { kit: id, at, withdrawn }, { member, stamp }) {
    const kit = kitOf(state, id);
    kit.verified = later(kit.verified, stamp, { member, at, ...(withdrawn && { withdrawn }) });
  },
  history: {
    of: 'kit',
    id: kitIdOf,
    what: ({ withdrawn }) => says(withdrawn ? 'history.verification-withdrawn' : 'history.verified'),
  },
});
