import type { AssetSummary } from '../../contract/assets.ts';
import { foldersOf } from '../../shared/folder-path.ts';
import { type AssetField, aboutField } from '../../shared/vocabulary/asset-fields.ts';

/** The fields that a summary tells; of the status it tells what it comes to. */
export type ToldAttribute = Exclude<AssetField, 'status'>;

/** What an asset says of an attribute, as a list whatever its kind: ids of terms and people, words as they are, a folder with those that it lies in. */
export function attributeValues(asset: AssetSummary, attribute: ToldAttribute): readonly string[] {
  const value = asset[attribute];
  if (value === undefined || value === null || value === '') return [];
  if (typeof value === 'string') return aboutField(attribute).kind === 'path' ? foldersOf(value) : [value];
  return 'id' in value ? [value.id] : value;
}
