import type { Register } from '../kernel/register.ts';
import type { Origin } from '../versions/version-state.ts';
import { type AssetLinks, cutCircles } from './asset-links.ts';
import type { AssetState, AssetsPart } from './assets.ts';

/** Assets that were made one. Nothing of either is rewritten: which asset an id leads to is worked out of all merges, the same wherever they arrive first. */

/** That an asset is another one, by whom and when; `undone`: it is one of its own again. */
export type MergeState = Origin & { readonly into: string; readonly undone?: true };

/** The merges of a catalog: of which assets anybody said one, and what they come to, until something changes. */
export type Merges = { readonly merged: Set<string>; resolved?: Resolved | undefined };

type Resolved = {
  /** By the id of an asset that was merged: the one that is kept. */
  readonly kept: ReadonlyMap<string, string>;
  /** By the id of one that is kept: those merged into it, directly or by way of others. */
  readonly absorbed: ReadonlyMap<string, readonly string[]>;
};

const NONE: readonly string[] = [];

/** The asset that an id leads to: itself, unless it was merged into one that is here. */
export function keptId(state: AssetsPart, id: string): string {
  return state.merges.merged.size === 0 ? id : (resolvedOf(state).kept.get(id) ?? id);
}

/** The assets that were merged into a kept one. */
export function absorbedBy(state: AssetsPart, kept: string): readonly string[] {
  return state.merges.merged.size === 0 ? NONE : (resolvedOf(state).absorbed.get(kept) ?? NONE);
}

/** The asset that an id leads to, with the versions of all that were merged into it. Only to be read. */
export function wholeAsset(state: AssetsPart, id: string): AssetState | undefined {
  const kept = keptId(state, id);
  const asset = state.assets.get(kept);
  const others = absorbedBy(state, kept);
  return asset === undefined || others.length === 0 ? asset : withAbsorbed(state, asset, others);
}

function withAbsorbed(state: AssetsPart, kept: AssetState, others: readonly string[]): AssetState {
  const versions = new Map(kept.versions);
  const readings = new Map(kept.readings);
  const moves = new Map(kept.moves);
  const withdrawn = new Map(kept.withdrawn);
  const verified = new Map(kept.verified);
  const follows = new Map(kept.follows);
  const absorbed = new Set<string>();
  for (const id of others) {
    const other = state.assets.get(id);
    if (other === undefined) continue;
    for (const [version, value] of other.versions) {
      if (versions.has(version)) continue;
      versions.set(version, value);
      const out = other.moves?.get(version)?.stamp ?? value.stamp;
      if (out < (other.merged?.stamp ?? '')) absorbed.add(version);
    }
    putLater(readings, other.readings);
    putLater(moves, other.moves);
    putLater(verified, other.verified);
    putLater(follows, other.follows);
    for (const [version, by] of other.withdrawn ?? [])
      if (!withdrawn.has(version)) withdrawn.set(version, by);
  }
  return { ...kept, versions, readings, moves, withdrawn, verified, follows, absorbed };
}

/** What old journals say of no version by name stays with the asset that they said it of. */
function putLater<Value>(
  into: Map<string, Register<Value>>,
  from: ReadonlyMap<string, Register<Value>> | undefined,
): void {
  for (const [version, register] of from ?? []) {
    const known = into.get(version);
    if (version !== '' && (known === undefined || known.stamp < register.stamp)) into.set(version, register);
  }
}

function resolvedOf(state: AssetsPart): Resolved {
  state.merges.resolved ??= resolve(state);
  return state.merges.resolved;
}

function resolve(state: AssetsPart): Resolved {
  const edges = standingMerges(state);
  cutCircles(edges);
  const kept = new Map<string, string>();
  const absorbed = new Map<string, string[]>();
  for (const id of edges.keys()) {
    const to = lastHere(state, edges, id);
    if (to === id) continue;
    kept.set(id, to);
    const group = absorbed.get(to);
    if (group === undefined) absorbed.set(to, [id]);
    else group.push(id);
  }
  for (const group of absorbed.values()) group.sort();
  return { kept, absorbed };
}

function standingMerges(state: AssetsPart): AssetLinks {
  const edges: AssetLinks = new Map();
  for (const id of state.merges.merged) {
    const merge = state.assets.get(id)?.merged;
    if (merge !== undefined && merge.value.undone !== true)
      edges.set(id, { to: merge.value.into, stamp: merge.stamp });
  }
  return edges;
}

/** Follows the merges of an asset to the last one whose adding has arrived: into what is not here nothing goes. */
function lastHere(state: AssetsPart, edges: AssetLinks, start: string): string {
  let here = start;
  for (let at: string | undefined = start; at !== undefined; at = edges.get(at)?.to)
    if (state.assets.get(at)?.added !== undefined) here = at;
  return here;
}
