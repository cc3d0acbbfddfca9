import { MOST_VARIANTS } from '../../shared/limits.ts';
import type { Origin } from '../versions/version-state.ts';
import { type AssetLinks, cutCircles, isLater } from './asset-links.ts';
import type { AssetsPart } from './assets.ts';
import { absorbedBy, keptId } from './merging.ts';

/**
 * Language editions of one another: each is an asset of its own, and one of them is the original. Nothing but the link is written; which family an asset
 * is of is worked out of all links, the same wherever they arrive first.
 */

/** Of which asset somebody said that another one is a variant; null: of none. */
export type VariantLink = Origin & { readonly of: string | null };

/** Which version of the original a version is the translation of; null: nobody says so any more. */
export type Followed = Origin & { readonly version: string | null };

/** The families of a catalog: of which assets anybody said a link, and what the links come to, until something changes. */
export type Families = { readonly linked: Set<string>; resolved?: ResolvedFamilies | undefined };

/** What the links come to. */
type ResolvedFamilies = {
  /** By the id of an asset: the original of its family, which may be itself. */
  readonly originals: ReadonlyMap<string, string>;
  /** By the id of an original: it and its variants, in the order in which these were linked. */
  readonly members: ReadonlyMap<string, readonly string[]>;
};

const NONE: ResolvedFamilies = { originals: new Map(), members: new Map() };

/** All families of variants. The same value as long as no link changes. */
export function resolvedFamilies(state: AssetsPart): ResolvedFamilies {
  if (state.families.linked.size === 0) return NONE;
  state.families.resolved ??= resolve(state);
  return state.families.resolved;
}

function resolve(state: AssetsPart): ResolvedFamilies {
  const links = standingLinks(state);
  cutCircles(links);
  const roots = rootsOf(links);
  const originals = new Map<string, string>();
  const members = new Map<string, string[]>();
  const inOrder = [...roots.keys()].sort((a, b) => (isLater(links, a, b) ? 1 : -1));
  for (const id of inOrder) {
    const original = roots.get(id) ?? id;
    const family = members.get(original) ?? [original];
    // Those that were linked last are of no family that is full.
    if (family.length >= MOST_VARIANTS) continue;
    family.push(id);
    members.set(original, family);
    originals.set(original, original);
    originals.set(id, original);
  }
  return { originals, members };
}

/** The links of assets that are here to others that are, those of merged ones as links of the ones that are kept. */
function standingLinks(state: AssetsPart): AssetLinks {
  const links: AssetLinks = new Map();
  const isHere = (id: string): boolean => state.assets.get(id)?.added !== undefined;
  for (const kept of new Set(Array.from(state.families.linked, (id) => keptId(state, id)))) {
    const link = linkOf(state, kept);
    if (link === undefined || link.value.of === null) continue;
    const to = keptId(state, link.value.of);
    if (to !== kept && isHere(kept) && isHere(to)) links.set(kept, { to, stamp: link.stamp });
  }
  return links;
}

/** What was said last of an asset that is kept; where nobody said anything, of those that were merged into it. */
export function linkOf(state: AssetsPart, kept: string) {
  const own = state.assets.get(kept)?.variant;
  if (own !== undefined) return own;
  return absorbedBy(state, kept)
    .flatMap((id) => state.assets.get(id)?.variant ?? [])
    .sort((a, b) => (a.stamp < b.stamp ? -1 : 1))
    .at(-1);
}

/** By the id of an asset that leads somewhere: where its way ends. */
function rootsOf(links: AssetLinks): Map<string, string> {
  const roots = new Map<string, string>();
  for (const start of links.keys()) {
    const way: string[] = [];
    let at = start;
    for (let next = links.get(at); next !== undefined && !roots.has(at); next = links.get(at)) {
      way.push(at);
      at = next.to;
    }
    const root = roots.get(at) ?? at;
    for (const id of way) roots.set(id, root);
  }
  return roots;
}
