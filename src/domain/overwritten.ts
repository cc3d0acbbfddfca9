import { MOST_NAMED } from '../shared/limits.ts';
import type { AssetState, CatalogState, RequestState } from './catalog-state.ts';
import { type AssetFields, assetFieldsSchema, type EventDraft } from './events.ts';
import type { MemberState } from './membership.ts';
import { type OrderKey, ownStamp } from './order.ts';
import { isMembershipKind, type MembershipKind } from './permissions.ts';
import type { Stamp } from './register.ts';

/** A write that another one comes after, and where it stands. */
export type Overwritten = { readonly ref: Stamp; readonly key: OrderKey };

type OrdinaryDraft = Exclude<EventDraft, { readonly kind: MembershipKind }>;
type MembershipDraft = Extract<EventDraft, { readonly kind: MembershipKind }>;

const FIELDS = Object.keys(assetFieldsSchema.shape) as (keyof AssetFields)[];

/**
 * What drafts of one commit write over: by the catalog that their author has before them, these writes are to lose against them, whatever the
 * clocks say. Each comes after what those before it in the commit come after, too.
 */
export function overwrittenBy(
  state: CatalogState,
  drafts: readonly EventDraft[],
  member: string,
): readonly (readonly Overwritten[])[] {
  let last: readonly OrderKey[] = [];
  return drafts.map((draft) => {
    const places = isMembershipDraft(draft)
      ? ofMembership(state, draft, member)
      : ofOrdinary(state, draft, member);
    last = lastOf(last, places);
    return last.map((key) => ({ ref: ownStamp(key), key }));
  });
}

/** The last places, as many as an event can name: a commit of thousands of drafts carries no more along. */
function lastOf(last: readonly OrderKey[], places: Places): readonly OrderKey[] {
  const full = last.length === MOST_NAMED ? (last.at(-1) ?? '') : '';
  const further = places.flatMap((key) => (key !== undefined && key > full ? key : []));
  if (further.length === 0) return last;
  const all = [...new Set([...last, ...further])].sort((a, b) => (a < b ? 1 : -1));
  return all.slice(0, MOST_NAMED);
}

type Places = readonly (OrderKey | undefined)[];

function ofOrdinary(state: CatalogState, draft: OrdinaryDraft, member: string): Places {
  switch (draft.kind) {
    case 'hub-renamed':
      return [state.hubName.renamed?.stamp];
    case 'stage-defined':
      return [state.taxonomy.stages.get(draft.body.id)?.stamp];
    case 'persona-defined':
      return [state.taxonomy.personas.get(draft.body.id)?.stamp];
    case 'type-defined':
      return [state.taxonomy.types.get(draft.body.id)?.stamp];
    case 'product-defined':
      return [state.taxonomy.products.get(draft.body.id)?.stamp];
    case 'synonyms-defined':
      return [state.taxonomy.synonyms.get(draft.body.id)?.stamp];
    case 'golden-query-defined':
      return [state.golden.get(draft.body.id)?.stamp];
    case 'rating-given':
    case 'rating-withdrawn':
      return [state.ratings.get(draft.body.asset)?.get(member)?.stamp];
    case 'request-made':
    case 'request-voted':
    case 'request-vote-withdrawn':
    case 'request-commented':
    case 'request-answered':
      return ofRequest(state.requests.get(draft.body.request), draft.kind, member);
    case 'asset-viewed':
    case 'asset-shared':
    case 'searched':
      return [];
    default:
      return ofAsset(state.assets.get(draft.body.asset), draft);
  }
}

type AssetDraft = Extract<OrdinaryDraft, { readonly kind: `asset-${string}` }>;

function ofAsset(asset: AssetState | undefined, draft: AssetDraft): Places {
  if (asset === undefined) return [];
  switch (draft.kind) {
    case 'asset-added':
      return [...ofFields(asset, draft.body.fields), ...ofVersions(asset)];
    case 'asset-edited':
      return [...ofFields(asset, draft.body.set), asset.edited?.stamp];
    case 'asset-version-added':
    case 'asset-version-drafted':
      return ofVersions(asset);
    case 'asset-version-moved':
      return [asset.moves?.get(draft.body.version)?.stamp, ...ofVersions(asset)];
    case 'asset-version-read':
      return [asset.readings?.get(draft.body.version)?.stamp];
    case 'asset-verified':
      return [...[...(asset.verified?.values() ?? [])].map(({ stamp }) => stamp), ...ofVersions(asset)];
    default:
      return [];
  }
}

function ofFields(asset: AssetState, set: { readonly [Field in keyof AssetFields]?: unknown }): Places {
  return FIELDS.filter((field) => set[field] !== undefined).map((field) => asset.fields[field]?.stamp);
}

/** Which version is the current one is a question of the order, so a version comes after all that there are. */
function ofVersions({ versions, moves }: AssetState): Places {
  return [...versions.values(), ...(moves?.values() ?? [])].map(({ stamp }) => stamp);
}

function ofRequest(request: RequestState | undefined, kind: OrdinaryDraft['kind'], member: string): Places {
  if (request === undefined) return [];
  if (kind === 'request-voted' || kind === 'request-vote-withdrawn')
    return [request.votes.get(member)?.stamp];
  // What is said comes after all that was said before.
  const said = [...request.answers.keys(), ...[...request.comments.values()].map(({ stamp }) => stamp)];
  return [...said, request.size?.stamp];
}

/** What says who is who names what it rests on at any rate: nothing may be put between the two afterwards. */
function ofMembership(state: CatalogState, draft: MembershipDraft, member: string): Places {
  const { members, policies } = state.membership.timeline;
  const own = ofStanding(members.get(member));
  const named = 'member' in draft.body ? members.get(draft.body.member) : undefined;
  if (draft.kind === 'hub-policy-set')
    return [...own, policies.admission?.stamp, policies.searchWords?.stamp];
  return [...own, ...ofStanding(named), ...(draft.kind === 'member-renamed' ? [named?.name.stamp] : [])];
}

/** Where a member was told of, and the last word on their role. */
function ofStanding(member: MemberState | undefined): Places {
  if (member === undefined) return [];
  const given = member.roles.map((span) => span.given);
  const removed = member.removals.map(({ stamp }) => stamp);
  return [member.known, member.waiting, [...given, ...removed].sort().at(-1)];
}

function isMembershipDraft(draft: EventDraft): draft is MembershipDraft {
  return isMembershipKind(draft.kind);
}
