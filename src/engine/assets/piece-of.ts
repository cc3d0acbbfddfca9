import type { AssetSummary } from '../../contract/assets.ts';

/** What an asset counts as, by id: language editions are one piece of collateral, their original. */
export function pieceOf({ id, variant }: Pick<AssetSummary, 'id' | 'variant'>): string {
  return variant?.original ?? id;
}

/** How many pieces of collateral some assets are: language editions of one another are one. */
export function countPieces(assets: Iterable<Pick<AssetSummary, 'id' | 'variant'>>): number {
  const pieces = new Set<string>();
  for (const asset of assets) pieces.add(pieceOf(asset));
  return pieces.size;
}
