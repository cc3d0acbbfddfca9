import type { TermFacet } from '../../shared/vocabulary/taxonomy.ts';
import type { AssetFields } from '../assets/fields.ts';
import type { Holds } from '../kernel/holds.ts';
import type { CatalogState, EventDraft } from '../registry.ts';
import { TERM_LISTS } from '../taxonomy/synonyms.ts';
import type { Written } from './last-writes.ts';

/** What takes back one thing that a change wrote. */
export type Reversal = {
  readonly written: Written;
  /** The events that write again what was there before; made when they are wanted, which may take a reading of the disk. */
  readonly back: () => readonly EventDraft[] | Promise<readonly EventDraft[]>;
};

/** A change, with what takes it back. */
export type Undoable = { readonly draft: EventDraft; readonly reversals: readonly Reversal[] };

/** A term of the taxonomy, written as a whole. */
export type TermDraft = Extract<EventDraft, { readonly kind: `${TermFacet}-defined` }>;

/** The kinds of which the catalog alone tells what they write over. */
export type PlainDraft =
  | TermDraft
  | Extract<
      EventDraft,
      {
        readonly kind:
          | 'asset-version-moved'
          | 'synonyms-defined'
          | 'golden-query-defined'
          | 'rule-defined'
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
    case 'synonyms-defined': {
      const { id } = draft.body;
      const body = state.taxonomy.synonyms.get(id)?.value ?? { ...draft.body, retired: true };
      return [{ written: { what: 'synonyms', id }, back: () => [{ kind: draft.kind, body }] }];
    }
    case 'golden-query-defined': {
      const { id } = draft.body;
      const body = state.golden.get(id)?.value ?? { ...draft.body, retired: true };
      return [{ written: { what: 'golden', id }, back: () => [{ kind: draft.kind, body }] }];
    }
    case 'rule-defined': {
      const { id } = draft.body;
      const body = state.rules.get(id)?.value ?? { ...draft.body, retired: true };
      return [{ written: { what: 'rule', id }, back: () => [{ kind: draft.kind, body }] }];
    }
    case 'rating-given':
    case 'rating-withdrawn':
      return ofRating(before, draft.body.asset);
    case 'request-voted':
    case 'request-vote-withdrawn':
      return ofVote(before, draft.body.request);
    default:
      return ofTerm(before, draft);
  }
}

/** What gives an asset's fields the values again that they had. */
export function fieldReversals(
  asset: string,
  before: Partial<AssetFields>,
  now: () => number,
): readonly Reversal[] {
  return (Object.keys(before) as (keyof AssetFields)[]).map((field) => ({
    written: { what: 'field', asset, field },
    back: () => [{ kind: 'asset-edited', body: { asset, set: { [field]: before[field] }, at: now() } }],
  }));
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
} as const satisfies Readonly<Record<TermDraft['kind'], TermFacet>>;

function ofTerm({ catalog: { state } }: Before, { kind, body }: TermDraft): readonly Reversal[] {
  const facet = FACETS[kind];
  const term = state.taxonomy[TERM_LISTS[facet]].get(body.id)?.value;
  // Kind and body come from the same register; the compiler can't follow that through a union.
  const back = { kind, body: term ?? { ...body, retired: true } } as EventDraft;
  return [{ written: { what: 'term', facet, id: body.id }, back: () => [back] }];
}
