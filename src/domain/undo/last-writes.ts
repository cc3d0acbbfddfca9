import type { AnyFacet } from '../../shared/vocabulary/taxonomy.ts';
import type { AssetFields } from '../assets/fields.ts';
import type { Holds } from '../kernel/holds.ts';
import type { OrderKey } from '../kernel/order.ts';
import type { KitFields } from '../kits/kit-fields.ts';
import { lastWriteOfItem } from '../kits/kit-selectors.ts';
import { pairKey } from '../near/apart.ts';
import type { Policies } from '../people/membership.ts';
import { type ProposalState, countingEntries as proposalEntries } from '../proposals/proposals.ts';
import type { CatalogState } from '../registry.ts';
import type { RequestState } from '../requests/requests.ts';
import { countingEntries } from '../requests/requests.ts';
import { registerOfTerm } from '../taxonomy/term-selectors.ts';

/** Something that can be written over: one register of the catalog, or what stands in for one. */
export type Written =
  | { readonly what: 'field'; readonly asset: string; readonly field: keyof AssetFields }
  | { readonly what: 'version'; readonly asset: string; readonly version: string }
  /** Versions that were published together; `whole`: with them the asset itself. */
  | {
      readonly what: 'publication';
      readonly asset: string;
      readonly versions: readonly string[];
      readonly whole: boolean;
    }
  | { readonly what: 'verification'; readonly asset: string; readonly version: string }
  | { readonly what: 'recall'; readonly asset: string }
  | { readonly what: 'submission'; readonly asset: string }
  | { readonly what: 'review-answer'; readonly asset: string; readonly member: string }
  | { readonly what: 'merge'; readonly asset: string }
  /** Of which asset it is a variant. */
  | { readonly what: 'variant'; readonly asset: string }
  /** Which version of its original a version follows. */
  | { readonly what: 'follows'; readonly asset: string; readonly version: string }
  /** Whether two assets were told apart, by their pair (`pairKey`). */
  | { readonly what: 'apart'; readonly a: string; readonly b: string }
  | { readonly what: 'term'; readonly facet: AnyFacet; readonly id: string }
  | { readonly what: 'dimension'; readonly id: string }
  | { readonly what: 'synonyms'; readonly id: string }
  | { readonly what: 'golden'; readonly id: string }
  | { readonly what: 'view'; readonly id: string }
  | { readonly what: 'rule'; readonly id: string }
  | { readonly what: 'rating'; readonly asset: string; readonly member: string }
  | { readonly what: 'vote'; readonly request: string; readonly member: string }
  | { readonly what: 'answer'; readonly request: string }
  | { readonly what: 'proposal'; readonly proposal: string }
  | { readonly what: 'kit-field'; readonly kit: string; readonly field: keyof KitFields }
  | { readonly what: 'kit-item'; readonly kit: string; readonly item: string }
  | { readonly what: 'kit-rating'; readonly kit: string; readonly member: string }
  | { readonly what: 'kit-recall'; readonly kit: string }
  | { readonly what: 'kit-verification'; readonly kit: string }
  | { readonly what: 'kit-review-answer'; readonly kit: string; readonly member: string }
  | { readonly what: 'kit-proposal'; readonly proposal: string }
  | { readonly what: 'kit-proposal-withdrawal'; readonly proposal: string; readonly member: string }
  | { readonly what: 'policy'; readonly policy: keyof Policies }
  /** Whether somebody is in, and as what. */
  | { readonly what: 'standing'; readonly member: string };

/** Where the last write of something stands in the order of all; `undefined` where nobody wrote it. */
export function lastWriteOf({ state }: Holds<CatalogState>, written: Written): OrderKey | undefined {
  switch (written.what) {
    case 'field':
    case 'version':
    case 'verification':
    case 'recall':
    case 'review-answer':
    case 'merge':
    case 'variant':
    case 'follows':
      return lastOfAsset(state, written);
    case 'publication':
      return lastOfPublication(state, written);
    case 'submission':
      return lastOfReview(state, written.asset);
    case 'apart':
      return state.apart.get(pairKey(written))?.stamp;
    case 'term':
      return registerOfTerm({ state }, written.facet, written.id)?.stamp;
    case 'dimension':
      return state.taxonomy.dimensions.get(written.id)?.stamp;
    case 'synonyms':
      return state.taxonomy.synonyms.get(written.id)?.stamp;
    case 'golden':
      return state.golden.get(written.id)?.stamp;
    case 'view':
      return state.views.get(written.id)?.stamp;
    case 'rule':
      return state.rules.get(written.id)?.stamp;
    case 'rating':
      return state.ratings.get(written.asset)?.get(written.member)?.stamp;
    case 'vote':
      return state.requests.get(written.request)?.votes.get(written.member)?.stamp;
    case 'answer':
      return lastAnswer(state.requests.get(written.request));
    case 'proposal':
      return lastProposalAnswer(state.proposals.get(written.proposal));
    case 'kit-field':
    case 'kit-item':
    case 'kit-rating':
    case 'kit-recall':
    case 'kit-verification':
    case 'kit-review-answer':
      return lastOfKit(state, written);
    case 'kit-proposal':
      return state.kitProposals.get(written.proposal)?.reply?.stamp;
    case 'kit-proposal-withdrawal':
      return state.kitProposals.get(written.proposal)?.withdrawals?.get(written.member)?.stamp;
    case 'policy':
      return state.membership.timeline.policies[written.policy]?.stamp;
    case 'standing':
      return lastStanding(state, written.member);
  }
}

/** What is written of an asset in a register of its own. */
type OfAsset = Extract<
  Written,
  {
    readonly what:
      | 'field'
      | 'version'
      | 'verification'
      | 'recall'
      | 'review-answer'
      | 'merge'
      | 'variant'
      | 'follows';
  }
>;

function lastOfAsset(state: CatalogState, written: OfAsset): OrderKey | undefined {
  const asset = state.assets.get(written.asset);
  switch (written.what) {
    case 'field':
      return asset?.fields[written.field]?.stamp;
    case 'version':
      return asset?.moves?.get(written.version)?.stamp;
    case 'verification':
      return asset?.verified?.get(written.version)?.stamp;
    case 'recall':
      return asset?.recall?.stamp;
    case 'review-answer':
      return asset?.answers?.get(written.member)?.stamp;
    case 'merge':
      return asset?.merged?.stamp;
    case 'variant':
      return asset?.variant?.stamp;
    case 'follows':
      return asset?.follows?.get(written.version)?.stamp;
  }
}

/** What is written of a kit. */
type OfKit = Extract<Written, { readonly kit: string }>;

function lastOfKit(state: CatalogState, written: OfKit): OrderKey | undefined {
  const kit = state.kits.get(written.kit);
  switch (written.what) {
    case 'kit-field':
      return kit?.fields[written.field]?.stamp;
    case 'kit-item':
      return lastWriteOfItem(kit?.items.get(written.item));
    case 'kit-rating':
      return kit?.ratings.get(written.member)?.stamp;
    case 'kit-recall':
      return kit?.recall?.stamp;
    case 'kit-verification':
      return kit?.verified?.stamp;
    case 'kit-review-answer':
      return kit?.answers?.get(written.member)?.stamp;
  }
}

/** The last thing that anybody wrote of what was published: of a whole asset anything at all, of versions whatever is about them. */
function lastOfPublication(
  state: CatalogState,
  { asset: id, versions, whole }: Extract<Written, { readonly what: 'publication' }>,
): OrderKey | undefined {
  const asset = state.assets.get(id);
  if (asset === undefined) return undefined;
  const isMeant = (version: string): boolean => versions.includes(version);
  const rated = [...(state.ratings.get(id)?.values() ?? [])].filter(
    ({ value }) => whole || (value !== null && isMeant(value.version)),
  );
  const of = <Value>(written: ReadonlyMap<string, Value> | undefined): Value[] =>
    [...(written ?? [])].flatMap(([version, value]) => (whole || isMeant(version) ? [value] : []));
  const ofAll = whole
    ? [
        ...Object.values(asset.fields),
        asset.recall,
        asset.review,
        asset.merged,
        asset.variant,
        ...of(asset.answers),
      ]
    : [];
  const writes = [
    ...asset.versions.values(),
    ...[...(asset.withdrawn?.values() ?? [])].flatMap((by) => [...by.values()]),
    ...of(asset.moves),
    ...of(asset.verified),
    ...rated,
    ...ofAll,
  ];
  return writes
    .flatMap((write) => (write === undefined ? [] : [write.stamp]))
    .sort()
    .at(-1);
}

/** A review that somebody has answered is not as it was asked for. */
function lastOfReview(state: CatalogState, id: string): OrderKey | undefined {
  const asset = state.assets.get(id);
  const at = asset?.review?.value.at;
  const answers = [...(asset?.answers?.values() ?? [])].filter(({ value }) => value.to === at);
  return [asset?.review, ...answers]
    .flatMap((write) => (write === undefined ? [] : [write.stamp]))
    .sort()
    .at(-1);
}

function lastAnswer(request: RequestState | undefined): OrderKey | undefined {
  return request === undefined ? undefined : countingEntries(request).at(-1)?.[0];
}

function lastProposalAnswer(proposal: ProposalState | undefined): OrderKey | undefined {
  return proposal === undefined ? undefined : proposalEntries(proposal).at(-1)?.[0];
}

function lastStanding(state: CatalogState, member: string): OrderKey | undefined {
  const known = state.membership.timeline.members.get(member);
  if (known === undefined) return undefined;
  const given = known.roles.map((span) => span.given);
  const removed = known.removals.map(({ stamp }) => stamp);
  return [...given, ...removed].sort().at(-1);
}
