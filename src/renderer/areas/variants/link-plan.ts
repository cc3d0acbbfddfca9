import type { AssetDetail } from '../../../contract/assets.ts';

/** What one sees before assets are linked. */

type Linkable = Pick<AssetDetail, 'id' | 'language' | 'publishedAt' | 'variants'>;

/** The asset that is the original of some, unless somebody says otherwise: one that is it already, else the one that came out first. */
export function usualOriginal<Asset extends Linkable>(assets: readonly Asset[]): Asset | undefined {
  const isOriginal = ({ id, variants }: Asset): boolean =>
    variants.some((variant) => variant.original && variant.asset === id);
  return assets.find(isOriginal) ?? assets.toSorted((a, b) => a.publishedAt - b.publishedAt)[0];
}

/** The languages that more than one of some assets and of their editions has. */
export function languagesTwice(assets: readonly Linkable[]): readonly string[] {
  const languages = new Map<string, string | undefined>();
  for (const { id, language, variants } of assets) {
    for (const variant of variants) languages.set(variant.asset, variant.language);
    languages.set(id, language);
  }
  const said = [...languages.values()].filter((language) => language !== undefined && language !== '');
  return [...new Set(said.filter((language, at) => said.indexOf(language) !== at))].flatMap(
    (language) => language ?? [],
  );
}
