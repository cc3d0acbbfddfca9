import { type AssetAttribute, ATTRIBUTE_NAMES } from './asset-attributes.ts';
import { type DimensionField, isAssetField } from './asset-fields.ts';

/** What is said of assets as a table. */

/** The fields that tables have. Where an asset is in its life is a step that somebody takes, not what a cell says: tables tell its state to be read. */
type TableAttribute = Exclude<AssetAttribute, 'status'>;
export type TableField = TableAttribute | DimensionField;
export const TABLE_FIELDS = ATTRIBUTE_NAMES.filter((name): name is TableAttribute => name !== 'status');

/** Whether a name is that of a field that tables have. */
export function isTableField(name: string): name is TableField {
  return name !== 'status' && isAssetField(name);
}

/** As what a table is written. */
export const TABLE_FORMATS = ['csv', 'xlsx'] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

/** In which languages its headings are written; read are both. */
export const TABLE_LANGUAGES = ['en', 'de'] as const;
export type TableLanguage = (typeof TABLE_LANGUAGES)[number];

/** What a column does with what an asset has: it takes its place, comes to it, or goes. */
export const COLUMN_MODES = ['set', 'add', 'remove'] as const;
export type ColumnMode = (typeof COLUMN_MODES)[number];

/** The headings of what is no field that can be set; each also in other words, in lower case. */
export const OTHER_HEADINGS = {
  id: { en: 'Asset ID', de: 'Unterlagen-ID', also: ['id', 'asset id', 'kitbag id', 'assetid'] },
  file: {
    en: 'File name',
    de: 'Dateiname',
    also: ['file', 'filename', 'datei', 'path', 'file path', 'pfad', 'fichier', 'archivo', 'document'],
  },
  typeId: { en: 'Content type ID', de: 'Typ-ID', also: ['type id'] },
  stageIds: { en: 'Buying stage IDs', de: 'Kaufphasen-IDs', also: ['stage ids'] },
  personaIds: { en: 'Persona IDs', de: 'Persona-IDs', also: [] },
  productIds: { en: 'Product IDs', de: 'Produkt-IDs', also: [] },
  state: { en: 'State', de: 'Zustand', also: [] },
  verifiedOn: { en: 'Verified on', de: 'Geprüft am', also: [] },
  verifiedBy: { en: 'Verified by', de: 'Geprüft von', also: [] },
  publishedOn: { en: 'Published on', de: 'Veröffentlicht am', also: [] },
  version: { en: 'Version', de: 'Version', also: [] },
  pages: { en: 'Pages', de: 'Seiten', also: [] },
  kits: { en: 'Kits', de: 'Mappen', also: [] },
  variantOf: {
    en: 'Language version of',
    de: 'Sprachfassung von',
    also: ['variant of', 'translation of', 'original', 'übersetzung von'],
  },
} as const satisfies Readonly<
  Record<string, { readonly en: string; readonly de: string; readonly also: readonly string[] }>
>;
export type OtherColumn = keyof typeof OTHER_HEADINGS;
