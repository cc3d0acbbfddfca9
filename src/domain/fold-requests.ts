import { canonicalJson } from '../shared/canonical-json.ts';
import type { AnswerState, CatalogState, RatingState, RequestState, VoteState } from './catalog-state.ts';
import { claimed } from './claims.ts';
import type { EventBody, RequestStatus, Role } from './events.ts';
import type { Author } from './fold-assets.ts';
import type { OrderKey } from './order.ts';
import { entryOf, later, type Register } from './register.ts';

/** The state of a request, made if nothing was known of it. */
function requestOf(state: CatalogState, id: string): RequestState {
  return entryOf(state.requests, id, () => ({
    id,
    votes: new Map(),
    comments: new Map(),
    answers: new Map(),
  }));
}

/** Folds `rating-given`: one register a member and asset. */
export function foldRatingGiven(state: CatalogState, body: EventBody<'rating-given'>, author: Author): void {
  const { asset, ...rating } = body;
  foldRating(state, asset, rating as RatingState, author);
}

/** Folds `rating-withdrawn`. */
export function foldRatingWithdrawn(
  state: CatalogState,
  body: EventBody<'rating-withdrawn'>,
  author: Author,
): void {
  foldRating(state, body.asset, null, author);
}

function foldRating(state: CatalogState, asset: string, value: RatingState | null, author: Author): void {
  const ofAsset = entryOf(state.ratings, asset, () => new Map<string, Register<RatingState | null>>());
  ofAsset.set(author.member, later(ofAsset.get(author.member), author.stamp, value));
}

/** Folds `request-made`. */
export function foldRequestMade(state: CatalogState, body: EventBody<'request-made'>, author: Author): void {
  const request = requestOf(state, body.request);
  const { nonce: _, ...made } = body;
  request.made = claimed(author, { ...made, member: author.member });
}

/** Folds `request-voted` and `request-vote-withdrawn`: one register a member. */
export function foldVote(state: CatalogState, request: string, vote: VoteState | null, author: Author): void {
  const { votes } = requestOf(state, request);
  votes.set(author.member, later(votes.get(author.member), author.stamp, vote));
}

/** Folds `request-commented`: a grow-only set. */
export function foldComment(state: CatalogState, body: EventBody<'request-commented'>, author: Author): void {
  const { comments } = requestOf(state, body.request);
  const comment = { member: author.member, at: body.at, text: body.text };
  comments.set(body.comment, claimed(author, comment));
}

/** Folds `request-answered`: all answers are kept; the last that counts gives the status. */
export function foldAnswer(
  state: CatalogState,
  body: EventBody<'request-answered'>,
  author: Author,
  role: Role,
): void {
  const request = requestOf(state, body.request);
  const byMarketing = role !== 'rep';
  const answer = { ...body, member: author.member, byMarketing };
  const before = request.answers.get(author.stamp);
  // Only a device that repeats a stamp has two answers at one place.
  if (before === undefined || canonicalJson(before) < canonicalJson(answer))
    request.answers.set(author.stamp, answer);
  if (body.size !== undefined && byMarketing) request.size = later(request.size, author.stamp, body.size);
}

/** What somebody may do to a request of their own without being in marketing: withdraw it, take it up again. */
const OWN_ANSWERS: ReadonlySet<RequestStatus> = new Set(['declined', 'new']);

/** The answers that count, oldest first. */
export function countingAnswers(request: RequestState): readonly AnswerState[] {
  return countingEntries(request).map(([, answer]) => answer);
}

/** The same with their places in the order. */
export function countingEntries(request: RequestState): readonly (readonly [OrderKey, AnswerState])[] {
  return [...request.answers]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .filter(
      ([, answer]) =>
        answer.byMarketing ||
        (answer.member === request.made?.value.member && OWN_ANSWERS.has(answer.status)),
    );
}
