import type { AssetSummary } from '../../contract/assets.ts';
import { aboutField } from '../../shared/vocabulary/asset-fields.ts';
import type { TableField } from '../../shared/vocabulary/metadata.ts';
import { attributeValues } from '../assets/attribute-values.ts';
import { listText } from './cell-text.ts';
import type { KnownValues } from './known-values.ts';

/** What an asset says of a field, as a table has it: terms and people by name, lists with commas. */
export function fieldText(known: KnownValues, asset: AssetSummary, field: TableField): string {
  return valuesText(known, field, attributeValues(asset, field));
}

/** Values of a field as a table has them. */
export function valuesText(known: KnownValues, field: TableField, values: readonly string[]): string {
  const names = known.of(field);
  const written = names === undefined ? values : values.map((value) => names.write(value));
  const { kind } = aboutField(field);
  return kind === 'terms' || kind === 'tags' ? listText(written) : (written[0] ?? '');
}
