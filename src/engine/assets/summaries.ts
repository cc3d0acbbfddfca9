import type { AssetSummary, AssetVersion, Usefulness } from '../../contract/assets.ts';
import type { AssetUse } from '../../domain/activity/activity.ts';
import { usedTogether } from '../../domain/activity/merged-uses.ts';
import {
  allAssets,
  allVersionsOf,
  idsOfAsset,
  keptAsset,
  knownAsset,
} from '../../domain/assets/asset-selectors.ts';
import { assetState, isFresh, isReleased, REVIEW_INTERVAL_DAYS } from '../../domain/assets/asset-state.ts';
import type { AssetState } from '../../domain/assets/assets.ts';
import { maySeeUnreleased } from '../../domain/assets/gate.ts';
import { findsHidden } from '../../domain/assets/hidden.ts';
import type { Recall } from '../../domain/assets/recall.ts';
import { statusOf } from '../../domain/assets/status.ts';
import { DAY_MS } from '../../domain/kernel/calendar.ts';
import { allRatings, ratingsOf, wasRated } from '../../domain/ratings/rating-selectors.ts';
import {
  type Distribution,
  foundUsefulBy,
  type RatingPrior,
  ratingPrior,
  usefulness,
  type WeighedRating,
} from '../../domain/ratings/usefulness.ts';
import { reviewDaysOfType } from '../../domain/taxonomy/term-selectors.ts';
import {
  currentVersion,
  renewedAt,
  type StandingVersion,
  standingVersions,
  verificationOf,
  waitingVersion,
} from '../../domain/versions/versions.ts';
import type { LiveCatalog } from '../live/live-catalog.ts';
import { captionedNames, foundByCaptions, isRecording } from './companion-names.ts';
import { FamilyMarks } from './family-marks.ts';
import { shownAttributes } from './shown-attributes.ts';
import { versionView } from './version-view.ts';

const NOBODY: ReadonlySet<string> = new Set();

/**
 * All assets as lists show them, worked out once and kept up to date: an event costs the assets that it touches, a rating one pass over
 * the numbers (the mean of all is part of every score), a new day one pass over everything.
 */
export class Summaries {
  readonly #catalog: LiveCatalog;
  readonly #today: () => string;
  readonly #isHere: (sha256: string) => boolean;
  readonly #newcomers: () => ReadonlySet<string>;
  /** Whose ratings were counted as those of new members. */
  #new: ReadonlySet<string> = NOBODY;
  #all = new Map<string, AssetSummary>();
  readonly #families: FamilyMarks;
  readonly #dirty = new Set<string>();
  #ratingsDirty = false;
  #allDirty = true;
  #day = '';
  #visible:
    | { readonly of: ReadonlyMap<string, AssetSummary>; readonly map: ReadonlyMap<string, AssetSummary> }
    | undefined;

  constructor(
    catalog: LiveCatalog,
    today: () => string,
    isHere: (sha256: string) => boolean = () => true,
    newcomers: () => ReadonlySet<string> = () => NOBODY,
  ) {
    this.#newcomers = newcomers;
    this.#catalog = catalog;
    this.#families = new FamilyMarks(catalog);
    this.#isHere = isHere;
    this.#today = today;
    catalog.onFold(({ touched, usedAssets, refolded }) => {
      for (const asset of touched.entries.assets) this.#dirty.add(asset);
      for (const asset of usedAssets) this.#dirty.add(asset);
      if (touched.written.has('ratings')) this.#ratingsDirty = true;
      if (refolded || touched.written.has('members') || touched.written.has('taxonomy'))
        this.#allDirty = true;
    });
  }

  /** Works these assets out again: their files came or went. */
  touch(assets: Iterable<string>): void {
    for (const asset of assets) this.#dirty.add(asset);
  }

  /** The hub's calendar day. */
  today(): string {
    return this.#today();
  }

  /** All assets that there are, by id. The same map as long as nothing has changed, so that it can be the key of what is worked out from it. */
  all(): ReadonlyMap<string, AssetSummary> {
    const today = this.today();
    if (today !== this.#day) this.#allDirty = true;
    const newcomers = this.#newcomers();
    if (newcomers !== this.#new) this.#ratingsDirty = true;
    this.#new = newcomers;
    if (!this.#allDirty && !this.#ratingsDirty && this.#dirty.size === 0) return this.#all;
    this.#day = today;
    // Ages are counted to the end of the day: what was worked out in the morning is the same in the evening, and after a restart.
    const now = Date.parse(`${today}T00:00:00Z`) + DAY_MS - 1;
    const prior = priorOf(this.#catalog);
    if (this.#allDirty) {
      this.#all = new Map();
      for (const asset of allAssets(this.#catalog)) this.#put(asset, prior, now);
    } else {
      this.#all = new Map(this.#all);
      for (const id of this.#dirty) {
        const asset = knownAsset(this.#catalog, id);
        if (asset === undefined) continue;
        this.#put(asset, prior, now);
        for (const merged of idsOfAsset(this.#catalog, id)) if (merged !== asset.id) this.#all.delete(merged);
      }
      if (this.#ratingsDirty) this.#rescore(prior, now);
    }
    this.#joinCaptions();
    const seesAll = this.#seesDrafts();
    const dirty = this.#allDirty ? undefined : this.#dirty;
    this.#families.mark(this.#all, dirty, ({ released }) => seesAll || released);
    this.#dirty.clear();
    this.#ratingsDirty = false;
    this.#allDirty = false;
    return this.#all;
  }

  /**
   * The assets that the person at this device may see, by id: all to those who publish, to reps what was released. Whatever is listed,
   * found, recommended or opened comes from here. The same map as long as nothing has changed.
   */
  visible(): ReadonlyMap<string, AssetSummary> {
    const of = this.all();
    if (maySeeUnreleased(this.#catalog.self().role)) return of;
    if (this.#visible?.of !== of) {
      this.#visible = { of, map: new Map([...of].filter(([, asset]) => asset.released)) };
    }
    return this.#visible.map;
  }

  /** The asset that an id leads to, of all that there are: another one where it was merged. Undefined where there is none. */
  known(id: string): AssetSummary | undefined {
    return this.all().get(keptAsset(this.#catalog, id));
  }

  /** The same of those that the person here may see. */
  seen(id: string): AssetSummary | undefined {
    return this.visible().get(keptAsset(this.#catalog, id));
  }

  /** Says whether there is an asset that the person at this device may not see: what names it by its id is told without it. */
  hides(asset: string): boolean {
    return this.known(asset) !== undefined && this.seen(asset) === undefined;
  }

  #put(asset: AssetState, prior: RatingPrior, now: number): void {
    const summary = this.#summaryOf(asset, prior, now);
    if (summary === undefined) this.#all.delete(asset.id);
    else this.#all.set(asset.id, summary);
  }

  /** Says of recordings whether the person here finds them through captions. Those that nothing came or went of stay the same values. */
  #joinCaptions(): void {
    const recordings = [...this.#all.values()].filter(({ version }) => isRecording(version.kind));
    if (recordings.length === 0) return;
    const seesAll = this.#seesDrafts();
    const captioned = captionedNames(this.#all.values(), (asset) => seesAll || asset.released);
    for (const summary of recordings) {
      const version = foundByCaptions(summary.version, captioned);
      if (version !== summary.version) this.#all.set(summary.id, { ...summary, version });
    }
  }

  #rescore(prior: RatingPrior, now: number): void {
    const unrated = usefulnessView([], prior);
    for (const [id, summary] of this.#all) {
      const rated = wasRated(this.#catalog, id);
      const next = rated ? this.#usefulness(id, this.#sameFile(id, summary.version), prior, now) : unrated;
      this.#all.set(id, { ...summary, usefulness: next });
    }
  }

  #usefulness(asset: string, current: ReadonlySet<string>, prior: RatingPrior, now: number): Usefulness {
    const weighed: WeighedRating[] = [];
    let fromNew = 0;
    for (const [member, rating] of ratingsOf(this.#catalog, asset)) {
      if (this.#new.has(member)) fromNew += 1;
      weighed.push({
        value: rating.value,
        ageMs: now - rating.at,
        currentVersion: current.has(rating.version),
      });
    }
    return { ...usefulnessView(weighed, prior), ...(fromNew > 0 && { fromNew }) };
  }

  /** The versions of an asset with the bytes of one: a merged asset's may be the very same file. */
  #sameFile(
    asset: string,
    { id, sha256 }: { readonly id: string; readonly sha256: string },
  ): ReadonlySet<string> {
    const same = new Set([id]);
    for (const { body } of allVersionsOf(this.#catalog, asset)) if (body.sha256 === sha256) same.add(body.id);
    return same;
  }

  #activityOf(asset: string): AssetUse | undefined {
    const uses = idsOfAsset(this.#catalog, asset).flatMap((id) => this.#catalog.activity.uses.get(id) ?? []);
    return uses.length > 1 ? usedTogether(uses) : uses[0];
  }

  #versionView(version: StandingVersion): AssetVersion {
    return versionView(version, this.#catalog.member(version.member), this.#isHere, this.#findsHidden());
  }

  #findsHidden(): boolean {
    const self = this.#catalog.selfId();
    return self !== undefined && findsHidden(this.#catalog.member(self).role);
  }

  #seesDrafts(): boolean {
    const self = this.#catalog.selfId();
    return self !== undefined && maySeeUnreleased(this.#catalog.member(self).role);
  }

  #summaryOf(asset: AssetState, prior: RatingPrior, now: number): AssetSummary | undefined {
    const { added, fields } = asset;
    const versions = standingVersions(asset);
    const current = currentVersion(versions);
    if (added === undefined || current === undefined || fields.title === undefined) return undefined;
    const catalog = this.#catalog;
    const { status: _set, ...shown } = shownAttributes(catalog, fields);
    const status = statusOf(asset);
    const reviewDays = reviewDaysOfType(catalog, shown.type) ?? REVIEW_INTERVAL_DAYS;
    const { releaseOn, expiresOn } = shown;
    const verified = verificationOf(asset, current)?.value;
    const renewed = renewedAt(current, verified);
    const fresh = isFresh(renewed, now, reviewDays);
    const waiting = this.#seesDrafts() ? waitingVersion(versions) : undefined;
    const use = this.#activityOf(asset.id);
    const recall = asset.recall?.value ?? null;
    const cameOut = asset.out !== undefined;
    const facts = { status, releaseOn, today: this.#day, recalled: recall !== null, cameOut };
    return {
      id: asset.id,
      ...shown,
      // Until somebody says otherwise, who added it answers for it.
      ...(fields.owner === undefined && { owner: catalog.member(added.value.member) }),
      state: assetState({ ...facts, expiresOn, fresh, verified: verified !== undefined }),
      released: isReleased(facts),
      recall: recall && recallView(recall, catalog),
      verified: verified ? { at: verified.at, by: catalog.member(verified.member) } : null,
      renewedAt: renewed,
      freshness: fresh ? 'fresh' : 'stale',
      reviewDays,
      publishedAt: (asset.out ?? added).value.at,
      updatedAt: updatedAt(asset, current),
      version: this.#versionView(current),
      versionCount: current.number,
      ...(waiting && { waiting: this.#versionView(waiting) }),
      usefulness: this.#usefulness(asset.id, this.#sameFile(asset.id, current.body), prior, now),
      uses: use?.total ?? 0,
      lastUsedAt: use === undefined || use.total === 0 ? null : use.lastAt,
    };
  }
}

function recallView(
  { reason, replacement, member, at }: Recall,
  catalog: LiveCatalog,
): AssetSummary['recall'] {
  return { at, by: catalog.member(member), reason, ...(replacement !== undefined && { replacement }) };
}

/** When anything of an asset was last changed. Times that were stated (imports of history) count for versions. */
function updatedAt(asset: AssetState, current: StandingVersion): number {
  return Math.max(current.since, asset.edited?.value ?? 0);
}

/** How useful ratings say that something is, as windows are told. */
export function usefulnessView(ratings: readonly WeighedRating[], prior: RatingPrior): Usefulness {
  const { score, lowerBound, count, enough, distribution } = usefulness(ratings, prior);
  return {
    score,
    lowerBound,
    count,
    enough,
    distribution: [...distribution],
    useful: foundUsefulBy(distribution),
  };
}

/** The prior of all scores: every rating of the hub counts once. */
function priorOf(catalog: LiveCatalog): RatingPrior {
  const all: [number, number, number, number, number] = [0, 0, 0, 0, 0];
  for (const { value } of allRatings(catalog)) all[(value - 1) as 0] += 1;
  return ratingPrior(all satisfies Distribution);
}
