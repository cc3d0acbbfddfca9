import { fieldOfDimension, ofFields } from '../../shared/vocabulary/asset-fields.ts';
import type { TermFacet } from '../../shared/vocabulary/taxonomy.ts';
import type { AssetFields } from '../assets/fields.ts';
import type { Holds } from '../kernel/holds.ts';
import { pairKey } from '../near/apart.ts';
import { standingAnswer } from '../proposals/proposals.ts';
import type { CatalogState, EventDraft } from '../registry.ts';
import type { MadeRequest } from '../requests/made-request.ts';
import { countingEntries } from '../requests/requests.ts';
import type { Review } from '../reviews/review.ts';
import { knownTerm } from '../taxonomy/term-selectors.ts';
import { isKitDraft, type KitDraft, kitReversals } from './kit-reversals.ts';
import type { Written } from './last-writes.ts';
import { variantReversals } from './variant-reversals.ts';

/** What takes back one thing that a change wrote. */
export type Reversal = {
  readonly written: Written;
  /** The events that write again what was there before; made when they are wanted, which may take a reading of the disk. */
  readonly back: () => readonly EventDraft[] | Promise<readonly EventDraft[]>;
  /** What else there is to do once they are written: once for all reversals that share it, with those that were carried out. */
  readonly done?: (taken: readonly Reversal[]) => Promise<void>;
};

/** A change, with what takes it back. */
export type Undoable = { readonly draft: EventDraft; readonly reversals: readonly Reversal[] };

/** A term of the taxonomy, written as a whole. */
export type TermDraft = Extract<
  EventDraft,
  { readonly kind: `${TermFacet}-defined` | 'dimension-term-defined' }
>;

/** The kinds of which the catalog alone tells what they write over. */
export type PlainDraft =
  | TermDraft
  | Extract<
      EventDraft,
      {
        readonly kind:
          | 'asset-version-moved'
          | 'asset-verified'
          | 'asset-recalled'
          | 'asset-recall-lifted'
          | 'asset-review-answered'
          | 'asset-merged'
          | 'asset-variant-linked'
          | 'asset-variant-followed'
          | 'assets-told-apart'
          | 'dimension-defined'
          | 'synonyms-defined'
          | KitDraft['kind']
          | 'golden-query-defined'
          | 'view-defined'
          | 'rule-defined'
          | 'proposal-answered'
          | 'rating-given'
          | 'rating-withdrawn'
          | 'request-voted'
          | 'request-vote-withdrawn';
      }
    >;

/** What there is before the change, who changes it, and the clock (milliseconds since 1970). */
type Before = {
  readonly catalog: Holds<CatalogState>;
  readonly member: string;
  readonly now: () => number;
};

/** What takes a change back to what is there now. */
export function reversalsOf(before: Before, draft: PlainDraft): readonly Reversal[] {
  const { now } = before;
  const { state } = before.catalog;
  switch (draft.kind) {
    case 'asset-version-moved': {
      const { asset, version } = draft.body;
      const to = state.assets.get(asset)?.moves?.get(version)?.value.to ?? 'draft';
      const back = () => [{ kind: draft.kind, body: { asset, version, to, at: now() } }];
      return [{ written: { what: 'version', asset, version }, back }];
    }
    case 'asset-verified':
      return ofVerification(before, draft.body.asset, draft.body.version ?? '');
    case 'asset-recalled':
    case 'asset-recall-lifted':
      return ofRecall(before, draft.body.asset);
    case 'asset-review-answered':
      return ofReviewAnswer(before, draft.body.asset, draft.body.to);
    case 'asset-merged':
      return ofMerge(before, draft.body);
    case 'asset-variant-linked':
    case 'asset-variant-followed':
      return variantReversals(before, draft);
    case 'assets-told-apart':
      return ofApart(before, draft.body);
    case 'dimension-defined':
    case 'synonyms-defined':
    case 'golden-query-defined':
    case 'view-defined':
    case 'rule-defined':
      return ofDefinition(before, draft);
    case 'proposal-answered':
      return ofProposal(before, draft.body.proposal);
    case 'rating-given':
    case 'rating-withdrawn':
      return ofRating(before, draft.body.asset);
    case 'request-voted':
    case 'request-vote-withdrawn':
      return ofVote(before, draft.body.request);
    default:
      return isKitDraft(draft) ? kitReversals(before, draft) : ofTerm(before, draft);
  }
}

type Definition = Extract<
  PlainDraft,
  {
    readonly kind:
      | 'dimension-defined'
      | 'synonyms-defined'
      | 'golden-query-defined'
      | 'view-defined'
      | 'rule-defined';
  }
>;

/** What was defined before under the same id, or that nobody uses it any more. */
function ofDefinition({ catalog: { state } }: Before, draft: Definition): readonly Reversal[] {
  const { id } = draft.body;
  switch (draft.kind) {
    case 'dimension-defined': {
      const body = state.taxonomy.dimensions.get(id)?.value ?? { ...draft.body, retired: true };
      return [{ written: { what: 'dimension', id }, back: () => [{ kind: draft.kind, body }] }];
    }
    case 'synonyms-defined': {
      const body = state.taxonomy.synonyms.get(id)?.value ?? { ...draft.body, retired: true };
      return [{ written: { what: 'synonyms', id }, back: () => [{ kind: draft.kind, body }] }];
    }
    case 'golden-query-defined': {
      const body = state.golden.get(id)?.value ?? { ...draft.body, retired: true };
      return [{ written: { what: 'golden', id }, back: () => [{ kind: draft.kind, body }] }];
    }
    case 'view-defined': {
      const body = state.views.get(id)?.value ?? { ...draft.body, retired: true };
      return [{ written: { what: 'view', id }, back: () => [{ kind: draft.kind, body }] }];
    }
    case 'rule-defined': {
      const body = state.rules.get(id)?.value ?? { ...draft.body, retired: true };
      return [{ written: { what: 'rule', id }, back: () => [{ kind: draft.kind, body }] }];
    }
  }
}

/** What gives an asset's fields the values again that they had. */
export function fieldReversals(
  asset: string,
  before: Partial<AssetFields>,
  now: () => number,
): readonly Reversal[] {
  return (Object.keys(before) as (keyof AssetFields)[]).map((field) => {
    const set = ofFields<AssetFields>([[field, before[field]]]);
    return {
      written: { what: 'field', asset, field },
      back: () => [{ kind: 'asset-edited', body: { asset, set, at: now() } }],
    };
  });
}

/** What takes back the publication of versions: with the asset itself, where they are all that it has. */
export function publicationReversal(
  written: Omit<Extract<Written, { readonly what: 'publication' }>, 'what'>,
  now: () => number,
  done?: Reversal['done'],
): Reversal {
  const { asset, versions } = written;
  return {
    written: { what: 'publication', ...written },
    back: () =>
      versions.map((version) => ({ kind: 'asset-version-withdrawn', body: { asset, version, at: now() } })),
    ...(done && { done }),
  };
}

/** That a request which is open is fulfilled with an asset; taken back it is answered as it was. */
export function fulfilling(request: MadeRequest, asset: string, now: () => number): Undoable {
  const { id } = request;
  const before = countingEntries(request).at(-1)?.[1];
  const { member: _, byMarketing: __, ...body } = before ?? { request: id, status: 'new' as const };
  return {
    draft: { kind: 'request-answered', body: { request: id, status: 'fulfilled', asset, at: now() } },
    reversals: [
      {
        written: { what: 'answer', request: id },
        back: () => [{ kind: 'request-answered', body: { ...body, at: now() } }],
      },
    ],
  };
}

/** What takes back that somebody was asked to review the version that waits: what was asked before, where they asked that themselves. */
export function submissionReversal(
  { catalog: { state }, member }: Before,
  draft: Extract<EventDraft, { readonly kind: 'asset-submitted' }>,
): Reversal {
  const { asset } = draft.body;
  const before = state.assets.get(asset)?.review?.value;
  const body =
    before?.member === member && before.version !== undefined
      ? { asset, ...withoutMember(before) }
      : { ...draft.body, withdrawn: true as const };
  return { written: { what: 'submission', asset }, back: () => [{ kind: draft.kind, body }] };
}

function withoutMember({ member: _, reviewers, ...review }: Review) {
  return { ...review, reviewers: [...reviewers] };
}

/** What was said before by somebody else is said again by whoever takes theirs back, with its time. */
function ofVerification(
  { catalog: { state }, now }: Before,
  asset: string,
  version: string,
): readonly Reversal[] {
  const said = state.assets.get(asset)?.verified?.get(version)?.value;
  const back = (): EventDraft => ({
    kind: 'asset-verified',
    body: {
      asset,
      ...(version !== '' && { version }),
      ...(said === undefined || said.withdrawn ? { at: now(), withdrawn: true as const } : { at: said.at }),
    },
  });
  return [{ written: { what: 'verification', asset, version }, back: () => [back()] }];
}

function ofRecall({ catalog: { state }, now }: Before, asset: string): readonly Reversal[] {
  const recall = state.assets.get(asset)?.recall?.value ?? null;
  const back = (): EventDraft =>
    recall === null
      ? { kind: 'asset-recall-lifted', body: { asset, at: now() } }
      : {
          kind: 'asset-recalled',
          body: { asset, reason: recall.reason, replacement: recall.replacement, at: now() },
        };
  return [{ written: { what: 'recall', asset }, back: () => [back()] }];
}

function ofReviewAnswer(
  { catalog: { state }, member, now }: Before,
  asset: string,
  to: number,
): readonly Reversal[] {
  const said = state.assets.get(asset)?.answers?.get(member)?.value;
  const before =
    said?.to === to
      ? { asked: said.asked, answer: said.answer, comment: said.comment }
      : { answer: 'withdrawn' as const };
  const back = (): EventDraft => ({
    kind: 'asset-review-answered',
    body: { asset, to, ...before, at: now() },
  });
  return [{ written: { what: 'review-answer', asset, member }, back: () => [back()] }];
}

/** What it was merged into before, or that it is one of its own again. */
function ofMerge(
  { catalog: { state }, now }: Before,
  { asset, into }: { readonly asset: string; readonly into: string },
): readonly Reversal[] {
  const earlier = state.assets.get(asset)?.merged?.value;
  const undone = earlier === undefined || earlier.undone === true;
  const body = undone ? { asset, into, undone: true as const } : { asset, into: earlier.into };
  return [
    {
      written: { what: 'merge', asset },
      back: () => [{ kind: 'asset-merged', body: { ...body, at: now() } }],
    },
  ];
}

/** Whether they were told apart before. */
function ofApart(
  { catalog: { state }, now }: Before,
  pair: { readonly a: string; readonly b: string },
): readonly Reversal[] {
  const { a, b } = pair;
  const undone = state.apart.get(pairKey(pair))?.value !== true;
  const body = { a, b, ...(undone && { undone: true as const }) };
  return [
    {
      written: { what: 'apart', a, b },
      back: () => [{ kind: 'assets-told-apart', body: { ...body, at: now() } }],
    },
  ];
}

/** The answer that held before, or that it waits for one again. */
function ofProposal({ catalog: { state }, now }: Before, id: string): readonly Reversal[] {
  const proposal = state.proposals.get(id);
  const held = proposal === undefined ? undefined : standingAnswer(proposal);
  const { member: _, byMarketing: __, ...before } = held ?? { answer: 'open' as const };
  const body = { ...before, proposal: id };
  return [
    {
      written: { what: 'proposal', proposal: id },
      back: () => [{ kind: 'proposal-answered', body: { ...body, at: now() } }],
    },
  ];
}

function ofRating({ catalog: { state }, member, now }: Before, asset: string): readonly Reversal[] {
  const rating = state.ratings.get(asset)?.get(member)?.value ?? null;
  const back = (): EventDraft =>
    rating === null
      ? { kind: 'rating-withdrawn', body: { asset } }
      : { kind: 'rating-given', body: { ...rating, asset, at: now() } };
  return [{ written: { what: 'rating', asset, member }, back: () => [back()] }];
}

function ofVote({ catalog: { state }, member, now }: Before, request: string): readonly Reversal[] {
  const vote = state.requests.get(request)?.votes.get(member)?.value ?? null;
  const back = (): EventDraft =>
    vote === null
      ? { kind: 'request-vote-withdrawn', body: { request } }
      : { kind: 'request-voted', body: { ...vote, request, at: now() } };
  return [{ written: { what: 'vote', request, member }, back: () => [back()] }];
}

const FACETS = {
  'stage-defined': 'stage',
  'persona-defined': 'persona',
  'type-defined': 'type',
  'product-defined': 'product',
} as const satisfies Readonly<Record<Exclude<TermDraft['kind'], 'dimension-term-defined'>, TermFacet>>;

function ofTerm({ catalog }: Before, draft: TermDraft): readonly Reversal[] {
  const { kind, body } = draft;
  const facet = kind === 'dimension-term-defined' ? fieldOfDimension(draft.body.dimension) : FACETS[kind];
  const term = knownTerm(catalog, facet, body.id);
  // Kind and body come from the same register; the compiler can't follow that through a union.
  const back = { kind, body: term ?? { ...body, retired: true } } as EventDraft;
  return [{ written: { what: 'term', facet, id: body.id }, back: () => [back] }];
}
