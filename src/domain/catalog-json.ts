import { canonicalJson } from '../shared/canonical-json.ts';
import type { AssetState, CatalogState, RequestState } from './catalog-state.ts';
import { emptyCatalog } from './catalog-state.ts';
import { foldMembership, type MembershipContext } from './fold-membership.ts';
import type { MembershipEvent } from './membership.ts';
import { orderOf } from './order.ts';
import type { Stamp } from './register.ts';

/**
 * The catalog as JSON, a value a collection, and back. The texts of stamps are shared again when they come back, because every field
 * of an asset that was written at once names the same one.
 */
export const CATALOG_COLLECTIONS = [
  'members',
  'taxonomy',
  'golden',
  'assets',
  'ratings',
  'requests',
] as const;
export type CatalogCollection = (typeof CATALOG_COLLECTIONS)[number];

/** A collection as plain JSON. */
export function collectionToJson(state: CatalogState, collection: CatalogCollection): unknown {
  switch (collection) {
    case 'members':
      return {
        events: [...state.membership.events],
        hubName: state.hubName,
        refused: [...state.refused],
        deferred: [...state.deferred],
        ...(state.order.after.size > 0 && { after: [...state.order.after] }),
      };
    case 'taxonomy': {
      const { stages, personas, types, products, synonyms } = state.taxonomy;
      return {
        stages: [...stages],
        personas: [...personas],
        types: [...types],
        products: [...products],
        synonyms: [...synonyms],
      };
    }
    case 'golden':
      return [...state.golden];
    case 'assets':
      return [...state.assets.values()].map(assetToJson);
    case 'ratings':
      return [...state.ratings].map(([asset, ratings]) => [asset, [...ratings]]);
    case 'requests':
      return [...state.requests.values()].map((request) => ({
        ...request,
        votes: [...request.votes],
        comments: [...request.comments],
        answers: [...request.answers],
      }));
  }
}

function assetToJson({ versions, readings, moves, verified, ...rest }: AssetState) {
  return {
    ...rest,
    versions: [...versions],
    ...(readings && { readings: [...readings] }),
    ...(moves && { moves: [...moves] }),
    ...(verified && { verified: [...verified] }),
  };
}

type AssetJson = Omit<AssetState, 'versions' | 'readings' | 'moves' | 'verified'> & {
  readonly versions: Entries<never>;
  readonly readings?: Entries<never>;
  readonly moves?: Entries<never>;
  readonly verified?: Entries<never>;
};

function assetFromJson({ versions, readings, moves, verified, ...rest }: AssetJson): AssetState {
  return {
    ...rest,
    versions: new Map<string, never>(versions),
    ...(readings && { readings: new Map<string, never>(readings) }),
    ...(moves && { moves: new Map<string, never>(moves) }),
    ...(verified && { verified: new Map<string, never>(verified) }),
  };
}

type Entries<Value> = readonly (readonly [string, Value])[];
type MembersJson = Pick<CatalogState, 'hubName'> & {
  readonly events: Entries<MembershipEvent>;
  readonly refused: Entries<CatalogState['refused'] extends Map<string, infer Value> ? Value : never>;
  readonly deferred: Entries<CatalogState['deferred'] extends Map<string, infer Value> ? Value : never>;
  readonly after?: Entries<readonly Stamp[]>;
};

/**
 * A catalog out of what `collectionToJson` gave, but for `seen`, which the caller keeps beside. The data comes from this device's own snapshot, whose digest its store has checked;
 * anything of another shape throws a TypeError, and the caller folds again.
 */
export function catalogFromJson(
  collections: Readonly<Record<CatalogCollection, unknown>>,
  context: MembershipContext,
): CatalogState {
  const shared = shareStamps();
  const state = emptyCatalog();
  const members = collections.members as MembersJson;
  fill(state.membership.events, members.events);
  state.membership.timeline = foldMembership(state.membership.events.values(), context);
  Object.assign(state.hubName, members.hubName);
  fill(state.refused, members.refused);
  fill(state.deferred, members.deferred);
  state.order = orderOf(members.after ?? []);
  const taxonomy = collections.taxonomy as Record<keyof CatalogState['taxonomy'], Entries<never>>;
  for (const facet of ['stages', 'personas', 'types', 'products', 'synonyms'] as const) {
    fill(state.taxonomy[facet] as Map<string, never>, taxonomy[facet]);
  }
  fill(state.golden, collections.golden as Entries<never>);
  for (const json of collections.assets as AssetJson[]) {
    const asset = assetFromJson(shared(json));
    state.assets.set(asset.id, asset);
    for (const id of asset.versions.keys()) state.versions.set(id, asset.id);
  }
  for (const [id, ratings] of collections.ratings as Entries<Entries<never>>) {
    state.ratings.set(id, new Map<string, never>(ratings));
  }
  for (const json of collections.requests as (Omit<RequestState, 'votes' | 'comments' | 'answers'> & {
    votes: Entries<never>;
    comments: Entries<never>;
    answers: Entries<never>;
  })[]) {
    state.requests.set(json.id, {
      ...json,
      votes: new Map(json.votes),
      comments: new Map(json.comments),
      answers: new Map(json.answers),
    });
  }
  return state;
}

function fill<Value>(map: Map<string, Value>, entries: Entries<Value>): void {
  for (const [key, value] of entries) map.set(key, value);
}

/** Makes equal stamps of an asset's fields one string again: a third of the memory of a large catalog. */
function shareStamps(): <Asset extends { readonly fields: AssetState['fields'] }>(asset: Asset) => Asset {
  const known = new Map<string, string>();
  return (asset) => {
    for (const register of Object.values(asset.fields) as { stamp: string }[]) {
      const same = known.get(register.stamp);
      if (same === undefined) known.set(register.stamp, register.stamp);
      else register.stamp = same;
    }
    return asset;
  };
}

/**
 * The catalog as one text that two replicas with the same catalog events share: everything sorted, in canonical JSON (RFC 8785).
 * Of the `catalog` stream alone, because not every device has the activity of others.
 */
export function catalogText(state: CatalogState): string {
  return canonicalJson(CATALOG_COLLECTIONS.map((name) => sorted(collectionToJson(state, name))));
}

/** Sorts lists of entries by key, deeply, so that the order of arrival leaves no trace; lists of plain values keep theirs. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(sorted);
    const keys = items.map(entryKey);
    if (keys.some((key) => key === undefined)) return items;
    return items
      .map((item, index) => ({ item, key: keys[index] ?? '' }))
      .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
      .map(({ item }) => item);
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, sorted(inner)]));
  }
  return value;
}

function entryKey(item: unknown): string | undefined {
  if (Array.isArray(item))
    return item.length === 2 && typeof item[0] === 'string' && typeof item[1] === 'object'
      ? item[0]
      : undefined;
  if (typeof item !== 'object' || item === null) return undefined;
  const { id } = item as { readonly id?: unknown };
  return typeof id === 'string' ? id : undefined;
}
