import type { KitSummary } from '../../contract/kits.ts';
import { assetState, isReleased } from '../../domain/assets/asset-state.ts';
import { maySeeUnreleased } from '../../domain/assets/gate.ts';
import { DAY_MS } from '../../domain/kernel/calendar.ts';
import { entryOf } from '../../domain/kernel/register.ts';
import { allKits, knownKit } from '../../domain/kits/kit-selectors.ts';
import { type Distribution, type RatingPrior, ratingPrior } from '../../domain/ratings/usefulness.ts';
import { idPattern } from '../../shared/vocabulary/ids.ts';
import { usefulnessView } from '../assets/summaries.ts';
import type { OpenAssets } from '../assets/with-assets.ts';
import type { KeptKits } from './kept-kits.ts';
import { hubKit, type KitData, ownKitData } from './kit-data.ts';
import { type StandingItem, standingItems } from './kit-items.ts';
import type { OwnKits } from './own-kits.ts';

/** A kit as it stands for the person here. */
export type StandingKit = {
  readonly data: KitData;
  readonly items: readonly StandingItem[];
  readonly summary: KitSummary;
};

type Below = Pick<OpenAssets, 'catalog' | 'summaries'> & {
  readonly ownKits: OwnKits;
  readonly keptKits: KeptKits;
};

const OWN = idPattern('ownKit');

/** Whether an id is that of a kit that is kept on a device. */
export function isOwnKit(id: string): boolean {
  return OWN.test(id);
}

/**
 * All kits as lists show them, worked out when they are asked for and remembered until kits or assets change: a few hundred with some thousands
 * of items take a few milliseconds.
 */
export class Kits {
  readonly #below: Below;
  #dirty = true;
  #of: { readonly assets: unknown; readonly own: unknown } | undefined;
  #all: ReadonlyMap<string, StandingKit> = new Map();
  #byAsset: { readonly of: unknown; readonly kits: ReadonlyMap<string, readonly StandingKit[]> } | undefined;

  constructor(below: Below) {
    this.#below = below;
    below.catalog.onFold(({ touched, refolded }) => {
      if (refolded || touched.written.has('kits') || touched.written.has('members')) this.#dirty = true;
    });
  }

  /** What the device notes of them has changed. */
  touch(): void {
    this.#dirty = true;
  }

  /** Those that the person here may see: of the hub's, reps what has come out; and their own. The same map as long as nothing has changed. */
  visible(): ReadonlyMap<string, StandingKit> {
    const { summaries, ownKits } = this.#below;
    const [assets, own] = [summaries.visible(), ownKits.all()];
    if (this.#dirty || this.#of?.assets !== assets || this.#of.own !== own) {
      this.#dirty = false;
      this.#of = { assets, own };
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

  /** What the pinned ones hold and may be used: it is kept on this device. Of a smart one that is what its query finds, which nobody can tell beforehand. */
  pinnedAssets(): readonly string[] {
    const visible = this.visible();
    return this.#below.keptKits
      .pinned()
      .flatMap((id) =>
        (visible.get(id)?.items ?? []).flatMap(({ asset }) => (asset === undefined ? [] : [asset.id])),
      );
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
    const { catalog, ownKits } = this.#below;
    const self = catalog.self();
    const seesAll = maySeeUnreleased(self.role);
    const data = allKits(catalog).map((kit) => hubKit(catalog, kit));
    const prior = priorOf(data);
    const all = new Map<string, StandingKit>();
    for (const kit of [...data, ...ownKits.all().map((own) => ownKitData(own, self.id))]) {
      const standing = this.#standing(kit, prior);
      if (seesAll || standing.summary.released) all.set(kit.id, standing);
    }
    return all;
  }

  #standing(data: KitData, prior: RatingPrior): StandingKit {
    const { catalog, summaries, keptKits } = this.#below;
    const { fields } = data;
    const items = fields.smart === null ? standingItems({ catalog, summaries }, data.items) : [];
    const today = summaries.today();
    const facts = {
      status: fields.status,
      releaseOn: fields.releaseOn,
      today,
      recalled: false,
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
      state: assetState({ ...facts, expiresOn: fields.expiresOn, fresh: true, verified: false }),
      released: data.own || isReleased(facts),
      releaseOn: fields.releaseOn,
      expiresOn: fields.expiresOn,
      owner: data.owner === null ? null : catalog.member(data.owner),
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
  const shown = item ?? items.find(({ asset }) => asset?.version.thumbnail !== undefined) ?? items[0];
  if (shown?.asset === undefined) return null;
  const { id, version } = shown.asset;
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
