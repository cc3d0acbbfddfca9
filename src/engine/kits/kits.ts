import type { AssetSummary } from '../../contract/assets.ts';
import type { KitSummary } from '../../contract/kits.ts';
import { assetState, isFresh, isReleased } from '../../domain/assets/asset-state.ts';
import { maySeeUnreleased } from '../../domain/assets/gate.ts';
import { DAY_MS } from '../../domain/kernel/calendar.ts';
import { entryOf } from '../../domain/kernel/register.ts';
import { allKits, knownKit } from '../../domain/kits/kit-selectors.ts';
import { type Distribution, type RatingPrior, ratingPrior } from '../../domain/ratings/usefulness.ts';
import { dimensionValues } from '../../shared/dimension-values.ts';
import { idPattern, isKitRow } from '../../shared/vocabulary/ids.ts';
import { usefulnessView } from '../assets/summaries.ts';
import type { OpenAssets } from '../assets/with-assets.ts';
import type { WithLanguages } from '../variants/with-variants.ts';
import type { KeptKits } from './kept-kits.ts';
import { hubKit, type KitData, ownKitData } from './kit-data.ts';
import { type StandingItem, shownAsset, standingItems } from './kit-items.ts';
import type { OwnKit, OwnKits } from './own-kits.ts';
import { shownEditions } from './shown-editions.ts';

/** A kit as it stands for the person here. */
export type StandingKit = {
  readonly data: KitData;
  readonly items: readonly StandingItem[];
  readonly summary: KitSummary;
};

type Below = Pick<OpenAssets, 'catalog' | 'summaries'> &
  WithLanguages & {
    readonly ownKits: OwnKits;
    readonly keptKits: KeptKits;
  };

const OWN = idPattern('ownKit');

/** Whether an id is that of a kit that is kept on a device. */
export function isOwnKit(id: string): boolean {
  return OWN.test(id);
}

/** A kit as it was worked out last. `of`: of one's own, what that is kept as. */
type Worked = { readonly standing: StandingKit; readonly of: OwnKit | undefined };

/**
 * All kits as lists show them, worked out when they are asked for: again only those that changed, or of which an asset did, because lists and
 * search ask after every change of the catalog.
 */
export class Kits {
  readonly #below: Below;
  #dirty = true;
  /** The kits that were written; all of them where what every one rests on has changed. */
  readonly #written = new Set<string>();
  #allWritten = true;
  #worked: ReadonlyMap<string, Worked> = new Map();
  /** What every one of them rests on: who looks, the day, what ratings are measured by. */
  #frame = '';
  #of: { readonly assets: unknown; readonly own: unknown; readonly languages: unknown } | undefined;
  #all: ReadonlyMap<string, StandingKit> = new Map();
  #byAsset: { readonly of: unknown; readonly kits: ReadonlyMap<string, readonly StandingKit[]> } | undefined;

  constructor(below: Below) {
    this.#below = below;
    below.catalog.onFold(({ touched, refolded }) => {
      if (refolded || touched.written.has('members')) this.#allWritten = true;
      for (const entry of touched.entries.kits) this.#write(entry);
      if (this.#allWritten || this.#written.size > 0) this.#dirty = true;
    });
  }

  /** What the device notes of them has changed. */
  touch(): void {
    this.#dirty = true;
    this.#allWritten = true;
  }

  /** A proposal is shown with the kit that was made of it, whichever that is. */
  #write(entry: string): void {
    if (isKitRow(entry)) this.#written.add(entry);
    else this.#allWritten = true;
  }

  /** Those that the person here may see: of the hub's, reps what has come out; and their own. The same map as long as nothing has changed. */
  visible(): ReadonlyMap<string, StandingKit> {
    const { summaries, ownKits, languages: preferred } = this.#below;
    const [assets, own, languages] = [summaries.visible(), ownKits.all(), preferred.inOrder];
    const of = this.#of;
    if (this.#dirty || of?.assets !== assets || of.own !== own || of.languages !== languages) {
      this.#dirty = false;
      this.#of = { assets, own, languages };
      this.#all = this.#work();
    }
    return this.#all;
  }

  /** One of them. */
  seen(id: string): StandingKit | undefined {
    return this.visible().get(id);
  }

  /** Of these, the kits that hold an asset: what breaks without it. */
  holding(asset: string): readonly StandingKit[] {
    const of = this.visible();
    if (this.#byAsset?.of !== of) this.#byAsset = { of, kits: byAsset(of) };
    return this.#byAsset.kits.get(asset) ?? [];
  }

  /** What the pinned ones hold: it is kept on this device. Of a smart one that is what its query found last (`pinned-smart-kits.ts`). */
  pinnedAssets(): readonly string[] {
    const visible = this.visible();
    const { keptKits } = this.#below;
    return keptKits.pinned().flatMap((id) => {
      const kit = visible.get(id);
      if (kit === undefined) return [];
      if (kit.summary.smart) return keptKits.heldBy(id);
      return kit.items.flatMap((item) => shownAsset(item)?.id ?? []);
    });
  }

  /** A kit's data as it is, for who changes it. */
  data(id: string): KitData | undefined {
    const { catalog, ownKits } = this.#below;
    if (isOwnKit(id)) {
      const own = ownKits.known(id);
      return own && ownKitData(own, catalog.self().id);
    }
    const kit = knownKit(catalog, id);
    return kit && hubKit(catalog, kit);
  }

  #work(): ReadonlyMap<string, StandingKit> {
    const { catalog, ownKits, summaries, languages } = this.#below;
    const self = catalog.self();
    const before = this.#allWritten ? new Map<string, Worked>() : this.#worked;
    const data = [
      ...allKits(catalog).map((kit) => {
        const known = this.#written.has(kit.id) ? undefined : before.get(kit.id)?.standing.data;
        return { data: known ?? hubKit(catalog, kit), of: undefined };
      }),
      ...ownKits.all().map((own) => {
        const known = before.get(own.id);
        return { data: known?.of === own ? known.standing.data : ownKitData(own, self.id), of: own };
      }),
    ];
    const prior = priorOf(data.map((one) => one.data));
    const frame = JSON.stringify([self.id, self.role, summaries.today(), prior, languages.inOrder]);
    const isSameFrame = frame === this.#frame;
    const visible = summaries.visible();
    const worked = new Map<string, Worked>();
    for (const { data: one, of } of data) {
      const known = isSameFrame ? before.get(one.id)?.standing : undefined;
      // What of it a rep does not see may have come out.
      const isSame =
        known?.data === one &&
        known.items.length === one.items.length &&
        known.items.every(({ asset }) => isSameAsset(visible, asset)) &&
        this.#hasSameEditions(known.items);
      worked.set(one.id, { standing: isSame ? known : this.#standing(one, prior), of });
    }
    this.#worked = worked;
    this.#frame = frame;
    this.#written.clear();
    this.#allWritten = false;
    const seesAll = maySeeUnreleased(self.role);
    const shown = new Map<string, StandingKit>();
    for (const [id, { standing }] of worked)
      if (seesAll || standing.summary.released) shown.set(id, standing);
    return shown;
  }

  /** Whether the person here still gets the same editions: another one may have come out, or is behind now. */
  #hasSameEditions(items: readonly StandingItem[]): boolean {
    const { catalog, summaries, languages } = this.#below;
    const editions = shownEditions({ catalog, summaries }, items, languages.inOrder);
    return items.every(({ item, edition }) => editions.get(item.item) === edition);
  }

  #standing(data: KitData, prior: RatingPrior): StandingKit {
    const { catalog, summaries, keptKits, languages } = this.#below;
    const { fields } = data;
    const items =
      fields.smart === null ? standingItems({ catalog, summaries }, data.items, languages.inOrder) : [];
    const today = summaries.today();
    const facts = {
      status: fields.status,
      releaseOn: fields.releaseOn,
      today,
      recalled: data.recall !== undefined,
      cameOut: data.cameOut,
    };
    const now = Date.parse(`${today}T00:00:00Z`) + DAY_MS - 1;
    const isInternal =
      fields.audience === 'internal' || items.some(({ asset }) => asset?.audience === 'internal');
    const summary: KitSummary = {
      id: data.id,
      own: data.own,
      name: fields.name,
      summary: fields.summary,
      stages: fields.stages,
      personas: fields.personas,
      products: fields.products,
      audience: isInternal ? 'internal' : 'customer',
      state: assetState({ ...facts, ...careOf(data, now), expiresOn: fields.expiresOn }),
      released: data.own || isReleased(facts),
      releaseOn: fields.releaseOn,
      expiresOn: fields.expiresOn,
      recall: recallView(catalog, data),
      verified:
        data.verified === undefined
          ? null
          : { at: data.verified.at, by: catalog.member(data.verified.member) },
      ...dimensionValues(fields),
      owner: data.owner === null ? null : catalog.member(data.owner),
      verifier: fields.verifier === null ? null : catalog.member(fields.verifier),
      ...(data.contributor !== undefined && { contributor: catalog.member(data.contributor) }),
      cover: coverOf(data, items),
      smart: fields.smart !== null,
      items: fields.smart === null ? items.length : null,
      problems: items.filter(({ problem }) => problem !== undefined).length,
      usefulness: usefulnessOf(data, prior, now),
      madeAt: data.madeAt,
      updatedAt: data.updatedAt,
      pinned: keptKits.isPinned(data.id),
    };
    return { data, items, summary };
  }
}

/** Whether somebody verified it as it is now, and whether that, or else its last change, is recent. A kit of one's own is nobody else's to judge. */
function careOf({ own, verified, updatedAt }: KitData, now: number) {
  return {
    verified: verified !== undefined,
    fresh: own || isFresh(verified?.at ?? updatedAt, now),
  };
}

function recallView(catalog: Below['catalog'], { recall }: KitData): KitSummary['recall'] {
  if (recall === undefined) return null;
  const { at, member: by, reason, replacement } = recall;
  return { at, by: catalog.member(by), reason, ...(replacement !== undefined && { replacement }) };
}

/** Whether an asset is still what it was; of one that was not here nobody knows. */
function isSameAsset(visible: ReadonlyMap<string, AssetSummary>, asset: AssetSummary | undefined): boolean {
  return asset !== undefined && visible.get(asset.id) === asset;
}

function byAsset(kits: ReadonlyMap<string, StandingKit>): ReadonlyMap<string, readonly StandingKit[]> {
  const all = new Map<string, StandingKit[]>();
  for (const kit of kits.values())
    for (const asset of new Set(kit.items.flatMap((item) => item.asset?.id ?? [])))
      entryOf(all, asset, () => []).push(kit);
  return all;
}

/** The page that was chosen, where its asset is among the items; else the first page of the first that can be shown. */
function coverOf({ fields }: KitData, items: readonly StandingItem[]): KitSummary['cover'] {
  const chosen = fields.cover;
  const item =
    chosen === null
      ? undefined
      : items.find(({ item, asset }) => item.asset === chosen.asset || asset?.id === chosen.asset);
  const shown = item ?? items.find((one) => shownAsset(one)?.version.thumbnail !== undefined) ?? items[0];
  // The page that was chosen is one of this asset, whatever edition is read.
  const asset = item === undefined ? shown && shownAsset(shown) : item.asset;
  if (shown === undefined || asset === undefined) return null;
  const { id, version } = asset;
  const page = item !== undefined && chosen !== null ? chosen.page : (shown.item.pages[0]?.[0] ?? 1);
  return {
    asset: id,
    version: version.id,
    page,
    ...(version.thumbnail !== undefined && page === 1 && { thumbnail: version.thumbnail }),
  };
}

function usefulnessOf({ ratings }: KitData, prior: RatingPrior, now: number): KitSummary['usefulness'] {
  const weighed = ratings.map(([, { value, at }]) => ({ value, ageMs: now - at, currentVersion: true }));
  return usefulnessView(weighed, prior);
}

/** The prior of all kits: every rating of one counts once. */
function priorOf(kits: readonly KitData[]): RatingPrior {
  const all: [number, number, number, number, number] = [0, 0, 0, 0, 0];
  for (const { ratings } of kits) for (const [, { value }] of ratings) all[(value - 1) as 0] += 1;
  return ratingPrior(all satisfies Distribution);
}
