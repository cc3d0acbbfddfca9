import { REVIEW_ANSWERS, REVIEW_WAYS } from '../../src/shared/vocabulary/reviews.ts';
import type { JsonObject } from '../../src/sync/journal/journal-event.ts';
import { idOf, mintedBy, nonceOf } from '../support/event-maker.ts';
import {
  asset,
  DAYS,
  maybe,
  otherMember,
  pick,
  type Surroundings,
  term,
  text,
  versionId,
} from './random-values.ts';

/** What happens to kits by chance. */

const kit = ({ random }: Surroundings) => idOf('k', random.below(2));

/** An id of a kit or a proposal: an old one, or one’s own with its nonce. */
function statedKit(at: Surroundings, kind: 'kit' | 'kitProposal'): JsonObject {
  const { random } = at;
  const name = kind === 'kit' ? 'kit' : 'proposal';
  if (random.chance(0.6)) return { [name]: idOf(kind === 'kit' ? 'k' : 'p', random.below(2)) };
  const number = random.below(2);
  const owner = random.chance(0.7) ? at.member : otherMember(at);
  return { [name]: mintedBy(kind, owner, number), nonce: nonceOf(number) };
}

function kitFields(at: Surroundings): JsonObject {
  const { random } = at;
  const all: JsonObject = {
    name: text(at, 'Kit'),
    objective: text(at, 'to win'),
    talkTrack: text(at, 'say'),
    stages: [term(at)],
    audience: pick(random, ['internal', 'customer']),
    status: pick(random, ['draft', 'published', 'archived']),
    expiresOn: pick(random, DAYS),
    owner: random.chance(0.5) ? otherMember(at) : null,
    cover: random.chance(0.5) ? { asset: asset(at), page: 1 + random.below(3) } : null,
    smart: random.chance(0.3)
      ? { query: 'roi', filters: [{ of: 'stages', values: [term(at)] }], sort: 'best', limit: 5 }
      : null,
    gone: random.chance(0.2),
    'dimension:industry': [term(at)],
  };
  return Object.fromEntries(Object.entries(all).filter(() => random.chance(0.4)));
}

function kitItems(at: Surroundings): JsonObject[] {
  const { random } = at;
  return Array.from({ length: 1 + random.below(2) }, () => ({
    item: idOf('i', random.below(3)),
    ...maybe(at, { asset: asset(at), place: pick(random, ['a', 'b', 'c']) }),
    ...maybe(at, { pages: [[1, 1 + random.below(3)]], why: text(at, 'because') }),
    ...maybe(at, { removed: random.chance(0.5), version: random.chance(0.5) ? versionId(at) : null }),
  }));
}

/** Makes the body of an event of every kind that is of kits. */
export const kitGenerators = {
  'kit-created': (at) => ({
    ...statedKit(at, 'kit'),
    fields: { name: text(at, 'Kit'), status: pick(at.random, ['draft', 'published']), ...kitFields(at) },
    items: kitItems(at),
    at: at.now,
    ...maybe(at, { proposal: idOf('p', at.random.below(2)) }),
  }),
  'kit-edited': (at) => ({ kit: kit(at), set: kitFields(at), at: at.now }),
  'kit-items-set': (at) => ({ kit: kit(at), items: kitItems(at), at: at.now }),
  'kit-rated': (at) => ({
    kit: kit(at),
    rating: at.random.chance(0.7)
      ? { value: 1 + at.random.below(5), at: at.now, ...maybe(at, { comment: text(at, 'because') }) }
      : null,
  }),
  'kit-submitted': (at) => ({
    kit: kit(at),
    reviewers: [otherMember(at)],
    way: pick(at.random, REVIEW_WAYS),
    at: at.now,
    ...maybe(at, { note: text(at, 'please') }),
    ...(at.random.chance(0.2) && { withdrawn: true }),
  }),
  'kit-review-answered': (at) => ({
    kit: kit(at),
    to: at.random.chance(0.5) ? at.now : 0,
    answer: pick(at.random, REVIEW_ANSWERS),
    at: at.now,
    ...maybe(at, { comment: text(at, 'because') }),
  }),
  'kit-recalled': (at) => ({
    kit: kit(at),
    reason: text(at, 'wrong'),
    at: at.now,
    ...maybe(at, { replacement: at.random.chance(0.5) ? asset(at) : kit(at) }),
  }),
  'kit-recall-lifted': (at) => ({ kit: kit(at), at: at.now }),
  'kit-verified': (at) => ({
    kit: kit(at),
    at: at.now,
    ...(at.random.chance(0.2) && { withdrawn: true }),
  }),
  'kit-proposal-withdrawn': (at) => ({
    proposal: idOf('p', at.random.below(2)),
    withdrawn: at.random.chance(0.7),
    at: at.now,
  }),
  'kit-proposed': (at) => ({
    ...statedKit(at, 'kitProposal'),
    fields: { name: text(at, 'Kit'), ...maybe(at, { objective: text(at, 'to win') }) },
    items: [{ asset: asset(at), ...maybe(at, { pages: [[1, 2]], why: text(at, 'because') }) }],
    at: at.now,
    ...maybe(at, { note: text(at, 'please') }),
  }),
  'kit-proposal-answered': (at) => ({
    proposal: idOf('p', at.random.below(2)),
    answer: pick(at.random, ['open', 'adopted', 'declined']),
    at: at.now,
    ...maybe(at, { kit: kit(at), reason: text(at, 'because') }),
  }),
} satisfies Readonly<Record<string, (at: Surroundings) => JsonObject>>;
