import { entryOf } from '../kernel/register.ts';

/** Which cells of buying stage × persona have something good to show, and where demand is greater than supply. */

/** A usable asset as coverage needs it. */
export type CoveringAsset = {
  /** What language editions of one another have in common: they count once. Absent where an asset has none. */
  readonly piece?: string | undefined;
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
function quality(asset: Pick<CoveringAsset, 'fresh' | 'usefulness'>): number {
  const useful = asset.usefulness.enough ? (asset.usefulness.score - 1) / 4 : UNRATED_QUALITY;
  return asset.fresh ? useful : useful * STALE_PART;
}

/** A usable asset as any matrix needs it: where it stands on either axis. */
type PlacedAsset = Pick<CoveringAsset, 'piece' | 'fresh' | 'usefulness'> & {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
};

/** A cell of a matrix of any two lists of terms. */
type MatrixCell = Omit<CoverageCellState, 'stage' | 'persona'> & {
  readonly row: string;
  readonly column: string;
};

/** The matrix of all cells, each worked out when it is asked for. `demand` by {@link cellKey}: searches, requests and votes. Gap = demand × (1 − best supply). */
export function* coverageOf(
  stages: readonly string[],
  personas: readonly string[],
  assets: Iterable<CoveringAsset>,
  demand: ReadonlyMap<string, number>,
): Iterable<CoverageCellState> {
  const placed = Array.from(assets, (asset) => ({ ...asset, rows: asset.stages, columns: asset.personas }));
  for (const { row, column, ...cell } of matrixOf(stages, personas, placed, demand))
    yield { stage: row, persona: column, ...cell };
}

/** The same of any two lists of terms. */
export function* matrixOf(
  rows: readonly string[],
  columns: readonly string[],
  assets: Iterable<PlacedAsset>,
  demand: ReadonlyMap<string, number>,
): Iterable<MatrixCell> {
  const supply = new Map<string, Map<string, PlacedAsset[]>>();
  for (const asset of assets)
    for (const row of asset.rows) {
      const inRow = entryOf(supply, row, () => new Map<string, PlacedAsset[]>());
      for (const column of asset.columns) entryOf(inRow, column, () => []).push(asset);
    }
  for (const row of rows) {
    const inRow = supply.get(row);
    for (const column of columns) {
      const wanted = demand.size === 0 ? 0 : (demand.get(cellKey(row, column)) ?? 0);
      const found = inRow?.get(column);
      yield found === undefined ? emptyCell(row, column, wanted) : cellOf(row, column, found, wanted);
    }
  }
}

/** Most cells of a large matrix: a thousand terms by a thousand have more cells than a library has assets. */
function emptyCell(row: string, column: string, demand: number): MatrixCell {
  return { row, column, assets: 0, fresh: 0, demand, usefulness: null, gap: demand };
}

function cellOf(row: string, column: string, assets: readonly PlacedAsset[], demand: number): MatrixCell {
  const rated = assets.filter((asset) => asset.usefulness.enough);
  const supply = assets.reduce((best, asset) => Math.max(best, quality(asset)), 0);
  return {
    row,
    column,
    assets: countPieces(assets),
    fresh: countPieces(assets.filter((asset) => asset.fresh)),
    demand,
    usefulness:
      rated.length === 0
        ? null
        : rated.reduce((total, asset) => total + asset.usefulness.score, 0) / rated.length,
    gap: demand * (1 - supply),
  };
}

/** How many there are, language editions of one another counted once. */
function countPieces(assets: readonly Pick<PlacedAsset, 'piece'>[]): number {
  const pieces = new Set<string>();
  let count = 0;
  for (const { piece } of assets) {
    if (piece === undefined) count += 1;
    else pieces.add(piece);
  }
  return count + pieces.size;
}
