import type { Holds } from '../kernel/holds.ts';
import type { StandingVersion } from '../versions/versions.ts';
import { assetOfVersion, knownAsset, standingVersionsOf } from './asset-selectors.ts';
import type { AssetsPart } from './assets.ts';
import { keptId } from './merging.ts';
import { linkOf, resolvedFamilies } from './variants.ts';

/** What one asks of language editions. */

type Catalog = Holds<AssetsPart>;

/** By the id of an original: it and its variants, in the order in which these were linked. The same value as long as no link changes. */
export function allFamilies({ state }: Catalog): ReadonlyMap<string, readonly string[]> {
  return resolvedFamilies(state).members;
}

/** The original of the family that an asset is of, which may be itself; undefined of one that has no variants and is none. */
export function originalOf({ state }: Catalog, id: string): string | undefined {
  return resolvedFamilies(state).originals.get(keptId(state, id));
}

/** The assets of a family, the original first; none of an asset that has no variants and is none. */
export function familyOf(catalog: Catalog, id: string): readonly string[] {
  return allFamilies(catalog).get(originalOf(catalog, id) ?? '') ?? [];
}

/** The original of a variant; undefined of what is none. */
export function sourceOf(catalog: Catalog, id: string): string | undefined {
  const original = originalOf(catalog, id);
  return original === keptId(catalog.state, id) ? undefined : original;
}

/** The asset of which somebody said that this one is a variant, which may be a variant too; undefined where nobody says so. */
export function linkedTo({ state }: Catalog, id: string): string | undefined {
  const of = linkOf(state, keptId(state, id))?.value.of ?? undefined;
  return of === undefined ? undefined : keptId(state, of);
}

/** The version that somebody said of another that it follows; null where nobody says so. */
export function followedBy({ state }: Catalog, version: string): string | null {
  const home = state.assets.get(state.versions.get(version) ?? '');
  return home?.follows?.get(version)?.value.version ?? null;
}

/** How far a variant follows its original. */
type VariantStanding = {
  readonly original: string;
  /** The version of the original that its current one is the translation of; absent where nobody said so, or where that is not out. */
  readonly follows?: StandingVersion;
  /** How many versions of the original came out after the one that it follows; 0 where nobody knows. */
  readonly behind: number;
};

/** How far a variant follows its original; undefined of what is no variant. A version of which nobody said anything follows what the one before it did. */
export function variantStanding(catalog: Catalog, id: string): VariantStanding | undefined {
  const original = sourceOf(catalog, id);
  const variant = knownAsset(catalog, id);
  if (original === undefined || variant === undefined) return undefined;
  const published = publishedVersions(catalog, original);
  const said = publishedVersions(catalog, id)
    .map(({ body }) => variant.follows?.get(body.id)?.value.version)
    .findLast((version) => version !== undefined && version !== null);
  if (said === undefined || assetOfVersion(catalog, said) !== original) return { original, behind: 0 };
  const at = published.findIndex(({ body }) => body.id === said);
  const follows = published[at];
  if (follows !== undefined) return { original, follows, behind: published.length - 1 - at };
  // A draft, or one that was taken back: what came out since.
  const added = knownAsset(catalog, original)?.versions.get(said)?.stamp ?? '';
  return { original, behind: published.filter(({ stamp }) => stamp > added).length };
}

/** The versions of an asset that came out, in their order. */
export function publishedVersions(catalog: Catalog, asset: string): readonly StandingVersion[] {
  return standingVersionsOf(catalog, asset).filter(({ state }) => state === 'published');
}
