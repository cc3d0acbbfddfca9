import type { VariantView } from '../../contract/assets.ts';
import { familyOf, sourceOf, variantStanding } from '../../domain/assets/variant-selectors.ts';
import type { OpenAssets } from './with-assets.ts';

/** The language editions of an asset that the person here sees, the original first; none where there is no other one. */
export function variantViews(replica: OpenAssets, id: string): VariantView[] {
  const { catalog, summaries } = replica;
  const seen = familyOf(catalog, id).flatMap((member) => summaries.seen(member) ?? []);
  if (seen.length < 2) return [];
  return seen.map((asset) => {
    const follows = variantStanding(catalog, asset.id)?.follows;
    return {
      asset: asset.id,
      title: asset.title,
      ...(asset.language !== undefined && { language: asset.language }),
      original: sourceOf(catalog, asset.id) === undefined,
      state: asset.state,
      version: { id: asset.version.id, number: asset.version.number },
      pageCount: asset.version.pageCount,
      ...(follows && { follows: { id: follows.body.id, number: follows.number } }),
      behind: asset.variant?.behind ?? 0,
    };
  });
}
