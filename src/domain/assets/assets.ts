import type { KeptBlob } from '../kernel/blobs.ts';
import type { Claimed } from '../kernel/claims.ts';
import { defineCollection } from '../kernel/define-collection.ts';
import { entryOf, type Register } from '../kernel/register.ts';
import type { Entries } from '../kernel/snapshot-json.ts';
import type { Reviewed } from '../reviews/review.ts';
import type { VersionBody } from '../versions/version-body.ts';
import type { Origin, Versioned } from '../versions/version-state.ts';
import type { AssetFields } from './fields.ts';
import type { MergeState, Merges } from './merging.ts';
import type { Recall } from './recall.ts';
import type { Families, Followed, VariantLink } from './variants.ts';

/** The registers of an asset's fields. */
export type FieldRegisters = {
  -readonly [Field in keyof AssetFields]?: Register<Exclude<AssetFields[Field], undefined>>;
};

/** An asset. Without `added` its adding has not arrived yet (or never counted), and it is not shown. */
export type AssetState = Versioned &
  Reviewed & {
    readonly id: string;
    added?: Claimed<Origin>;
    readonly fields: FieldRegisters;
    /** When it was published for the first time: with its adding, or later out of a draft. */
    out?: Register<Origin>;
    /** That nobody is to use it from now on; null where that was taken back. */
    recall?: Register<Recall | null>;
    /** When fields were last edited (milliseconds since 1970, by the author's word). */
    edited?: Register<number>;
    /** Which asset it was made one with. */
    merged?: Register<MergeState>;
    /** Of which asset it is a variant. */
    variant?: Register<VariantLink>;
    /** By version: which version of its original it is the translation of. They may arrive before their versions. */
    follows?: Map<string, Register<Followed>>;
  };

export type AssetsPart = {
  readonly assets: Map<string, AssetState>;
  /** Asset of each version id: of the claim that holds. */
  readonly versions: Map<string, string>;
  readonly merges: Merges;
  readonly families: Families;
};

/** The assets with their versions. The texts of stamps are shared again when they come back, because every field of an asset that was written at once names the same one. */
export const assets = defineCollection({
  name: 'assets',
  topics: ['assets'],
  inEveryText: true,
  empty: (): AssetsPart => ({
    assets: new Map(),
    versions: new Map(),
    merges: { merged: new Set() },
    families: { linked: new Set() },
  }),
  toJson: (state: AssetsPart) => [...state.assets.values()].map(assetToJson),
  fill(state: AssetsPart, json) {
    const shared = shareStamps();
    for (const one of json as AssetJson[]) {
      const asset = assetFromJson(shared(one));
      state.assets.set(asset.id, asset);
      if (asset.merged !== undefined) state.merges.merged.add(asset.id);
      if (asset.variant !== undefined) state.families.linked.add(asset.id);
      for (const id of asset.versions.keys()) state.versions.set(id, asset.id);
    }
  },
  blobs: blobsOfAssets,
  claims: {
    asset: (state, id) => state.assets.get(id)?.added,
    version: (state, id) => state.assets.get(state.versions.get(id) ?? '')?.versions.get(id),
  },
});

/** The state of an asset, made if nothing was known of it. */
export function assetOf(state: AssetsPart, id: string): AssetState {
  return entryOf(state.assets, id, () => ({ id, fields: {}, versions: new Map() }));
}

/** What versions name, and what publishers found in those that were read again since: events that may not have been sent yet name it. */
function* blobsOfAssets(state: AssetsPart): Iterable<KeptBlob> {
  for (const asset of state.assets.values()) {
    for (const { value } of asset.versions.values()) {
      yield* blobsOfVersion(value.body, value.member);
      if (value.asAdded !== undefined) yield* blobsOfVersion(value.asAdded, value.member, true);
    }
  }
}

function* blobsOfVersion(
  { id, sha256, size, textBlob, thumbnail }: VersionBody,
  member: string,
  outdated?: true,
): Iterable<KeptBlob> {
  const base = { member, of: id, ...(outdated && { outdated }) };
  yield { sha256, role: 'original', size, ...base };
  if (textBlob !== undefined) yield { sha256: textBlob, role: 'text', ...base };
  if (thumbnail !== undefined) yield { sha256: thumbnail.sha256, role: 'picture', ...base };
}

function assetToJson({
  versions,
  readings,
  moves,
  withdrawn,
  verified,
  answers,
  follows,
  absorbed: _,
  ...rest
}: AssetState) {
  return {
    ...rest,
    versions: [...versions],
    ...(readings && { readings: [...readings] }),
    ...(moves && { moves: [...moves] }),
    ...(withdrawn && { withdrawn: [...withdrawn].map(([version, by]) => [version, [...by]] as const) }),
    ...(verified && { verified: [...verified] }),
    ...(answers && { answers: [...answers] }),
    ...(follows && { follows: [...follows] }),
  };
}

type AssetJson = Omit<
  AssetState,
  'versions' | 'readings' | 'moves' | 'withdrawn' | 'verified' | 'answers' | 'follows'
> & {
  readonly versions: Entries<never>;
  readonly readings?: Entries<never>;
  readonly moves?: Entries<never>;
  readonly withdrawn?: Entries<Entries<never>>;
  readonly verified?: Entries<never>;
  readonly answers?: Entries<never>;
  readonly follows?: Entries<never>;
};

function assetFromJson({
  versions,
  readings,
  moves,
  withdrawn,
  verified,
  answers,
  follows,
  ...rest
}: AssetJson): AssetState {
  return {
    ...rest,
    versions: new Map<string, never>(versions),
    ...(readings && { readings: new Map<string, never>(readings) }),
    ...(moves && { moves: new Map<string, never>(moves) }),
    ...(withdrawn && {
      withdrawn: new Map(withdrawn.map(([version, by]) => [version, new Map<string, never>(by)])),
    }),
    ...(verified && { verified: new Map<string, never>(verified) }),
    ...(answers && { answers: new Map<string, never>(answers) }),
    ...(follows && { follows: new Map<string, never>(follows) }),
  };
}

/** Makes equal stamps of an asset's fields one string again: a third of the memory of a large catalog. */
function shareStamps(): <Asset extends { readonly fields: FieldRegisters }>(asset: Asset) => Asset {
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
