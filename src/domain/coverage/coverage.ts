/** Which cells of buying stage × persona have something good to show, and where demand is greater than supply. */

/** A usable asset as coverage needs it. */
export type CoveringAsset = {
  readonly stages: readonly string[];
  readonly personas: readonly string[];
  readonly fresh: boolean;
  readonly usefulness: { readonly score: number; readonly enough: boolean };
};

/** A cell of the matrix. */
export type CoverageCellState = {
  readonly stage: string;
  readonly persona: string;
  readonly assets: number;
  readonly fresh: number;
  readonly demand: number;
  /** Mean usefulness of the assets with enough ratings. */
  readonly usefulness: number | null;
  readonly gap: number;
};

/** The key of a cell. */
export function cellKey(stage: string, persona: string): string {
  return `${stage}|${persona}`;
}

/** What an unrated asset counts as, on the scale of 0 to 1. */
const UNRATED_QUALITY = 0.5;
/** What is left of an asset's quality when it is stale. */
const STALE_PART = 0.5;

/** How good the supply of one asset is: 0 to 1, its usefulness above 1 out of 4, half when it is stale. */
function quality(asset: CoveringAsset): number {
  const useful = asset.usefulness.enough ? (asset.usefulness.score - 1) / 4 : UNRATED_QUALITY;
  return asset.fresh ? useful : useful * STALE_PART;
}

/** The matrix of all cells. `demand` by {@link cellKey}: searches, requests and votes. Gap = demand × (1 − best supply). */
export function coverageOf(
  stages: readonly string[],
  personas: readonly string[],
  assets: Iterable<CoveringAsset>,
  demand: ReadonlyMap<string, number>,
): readonly CoverageCellState[] {
  const cells = new Map<string, CoveringAsset[]>();
  for (const asset of assets) {
    for (const stage of asset.stages) {
      for (const persona of asset.personas) {
        const key = cellKey(stage, persona);
        const list = cells.get(key);
        if (list === undefined) cells.set(key, [asset]);
        else list.push(asset);
      }
    }
  }
  return stages.flatMap((stage) =>
    personas.map((persona) => {
      const key = cellKey(stage, persona);
      return cellOf(stage, persona, cells.get(key) ?? [], demand.get(key) ?? 0);
    }),
  );
}

function cellOf(
  stage: string,
  persona: string,
  assets: readonly CoveringAsset[],
  demand: number,
): CoverageCellState {
  const rated = assets.filter((asset) => asset.usefulness.enough);
  const supply = assets.reduce((best, asset) => Math.max(best, quality(asset)), 0);
  return {
    stage,
    persona,
    assets: assets.length,
    fresh: assets.filter((asset) => asset.fresh).length,
    demand,
    usefulness:
      rated.length === 0
        ? null
        : rated.reduce((total, asset) => total + asset.usefulness.score, 0) / rated.length,
    gap: demand * (1 - supply),
  };
}
