import type { VersionMove } from '../../shared/vocabulary/assets.ts';
import type { Register, Stamp } from '../kernel/register.ts';
import type { Origin, Verification, Versioned, VersionState } from './version-state.ts';

/** Which versions an asset has, which is the current one, and who verified it. */

/** A version that there is: published, or a draft that waits. */
export type StandingVersion = VersionState & {
  /** 1 for the first that was published; drafts are counted on after the published ones. */
  readonly number: number;
  readonly state: 'published' | 'draft';
  /** When it came out, by the word of who published it (milliseconds since 1970); of a draft, when it was added. */
  readonly since: number;
  /** Where it came out in the order of all writes; of a draft, where it was added. */
  readonly stamp: Stamp;
};

/** What became of a version; undefined for one that the asset does not have. */
export function versionStateOf(asset: Versioned, id: string): VersionMove | undefined {
  const version = asset.versions.get(id)?.value;
  if (version === undefined) return undefined;
  if (asset.withdrawn?.get(id)?.has(version.member) === true) return 'dropped';
  return version.draft === true ? (asset.moves?.get(id)?.value.to ?? 'draft') : 'published';
}

/**
 * The versions of an asset: published ones in the order in which they came out (those of merged assets before its own), then the drafts.
 * Dropped ones are not among them.
 */
export function standingVersions(asset: Versioned): readonly StandingVersion[] {
  const published: Omit<StandingVersion, 'number'>[] = [];
  const drafts: Omit<StandingVersion, 'number'>[] = [];
  for (const [id, { stamp, value }] of asset.versions) {
    const state = versionStateOf(asset, id);
    const moved = value.draft === true ? asset.moves?.get(id) : undefined;
    if (state === 'draft') drafts.push({ ...value, state, since: value.at, stamp });
    else if (state === 'published')
      published.push({ ...value, state, since: moved?.value.at ?? value.at, stamp: moved?.stamp ?? stamp });
  }
  const came = (version: Omit<StandingVersion, 'number'>): boolean =>
    asset.absorbed?.has(version.body.id) === true;
  published.sort((a, b) => Number(came(b)) - Number(came(a)) || byStamp(a, b));
  return [...published, ...drafts.sort(byStamp)].map((version, index) => ({
    ...version,
    number: index + 1,
  }));
}

/** The current version: the newest published one. */
export function currentVersion(versions: readonly StandingVersion[]): StandingVersion | undefined {
  return versions.findLast(({ state }) => state === 'published');
}

/** The draft that waits: the newest one. */
export function waitingVersion(versions: readonly StandingVersion[]): StandingVersion | undefined {
  return versions.findLast(({ state }) => state === 'draft');
}

/** Who said last that a version is right. Where it was said of none by name, it was of the version that was current then. */
export function verificationOf(asset: Versioned, current: StandingVersion): Register<Origin> | undefined {
  const last = lastVerification(asset, current);
  return last?.value.withdrawn === true ? undefined : last;
}

function lastVerification(asset: Versioned, current: StandingVersion): Register<Verification> | undefined {
  const named = asset.verified?.get(current.body.id);
  const unnamed = asset.verified?.get('');
  // A version that came out later was not meant. The order is total, so that all replicas agree.
  const meant = unnamed !== undefined && unnamed.stamp >= current.stamp ? unnamed : undefined;
  if (named === undefined || meant === undefined) return named ?? meant;
  return named.stamp > meant.stamp ? named : meant;
}

/**
 * Where a version's freshness begins: with its document's own date or, if that is later, with its verification. A document can't be
 * newer than the version that it is of; where nothing says its date, it is as new as the version.
 */
export function renewedAt({ body, since }: StandingVersion, verified: Origin | undefined): number {
  return Math.max(Math.min(body.writtenAt ?? since, since), verified?.at ?? 0);
}

/** Where the freshness of what was current at a time began; undefined where nothing was out yet. */
export function renewedAtTime(asset: Versioned, time: number): number | undefined {
  const current = standingVersions(asset).findLast(
    ({ state, since }) => state === 'published' && since <= time,
  );
  if (current === undefined) return undefined;
  const verified = verificationOf(asset, current)?.value;
  return renewedAt(current, verified !== undefined && verified.at <= time ? verified : undefined);
}

function byStamp(a: { readonly stamp: Stamp }, b: { readonly stamp: Stamp }): number {
  return a.stamp < b.stamp ? -1 : a.stamp > b.stamp ? 1 : 0;
}
