import { type AssetAttribute, ATTRIBUTE_NAMES } from './asset-attributes.ts';
import { plainWord } from './plain-word.ts';

/**
 * What fields of assets are called at the head of a column, by Kitbag and in other people's spreadsheets: as tables that Kitbag writes have it, in
 * English and in German; then whatever else it is called, in lower case and without accents.
 */
type Heading = { readonly en: string; readonly de: string; readonly also: readonly string[] };

export const FIELD_HEADINGS: Readonly<Record<AssetAttribute, Heading>> = {
  title: { en: 'Title', de: 'Titel', also: ['asset title', 'name', 'titre', 'titulo'] },
  summary: {
    en: 'Summary',
    de: 'Kurzbeschreibung',
    also: ['description', 'abstract', 'zusammenfassung', 'beschreibung'],
  },
  type: { en: 'Content type', de: 'Typ', also: ['type', 'asset type', 'inhaltstyp', 'tipo'] },
  stages: {
    en: 'Buying stages',
    de: 'Kaufphasen',
    also: ['stage', 'funnel stage', 'buyer stage', 'journey stage', 'phase', 'kaufphase', 'etape', 'etapa'],
  },
  personas: { en: 'Personas', de: 'Personas', also: ['buyer persona', 'buyer'] },
  products: { en: 'Products', de: 'Produkte', also: ['produit', 'producto', 'produkt'] },
  audience: {
    en: 'Audience',
    de: 'Zielgruppe',
    also: ['visibility', 'internal external', 'fur wen', 'sichtbarkeit'],
  },
  language: { en: 'Language', de: 'Sprache', also: ['lang', 'locale', 'langue', 'idioma'] },
  tags: {
    en: 'Tags',
    de: 'Schlagwörter',
    also: ['keyword', 'label', 'schlagwort', 'etiquette', 'etiqueta'],
  },
  folder: {
    en: 'Folder',
    de: 'Ordner',
    also: ['path', 'directory', 'pfad', 'verzeichnis', 'dossier', 'carpeta'],
  },
  status: { en: 'Status', de: 'Status', also: [] },
  releaseOn: {
    en: 'Release day',
    de: 'Erscheint am',
    also: ['release', 'release date', 'release on', 'publish on', 'erscheinungstag', 'veroffentlichung'],
  },
  expiresOn: {
    en: 'Last day of use',
    de: 'Letzter Nutzungstag',
    also: [
      'expires',
      'expires on',
      'expiry',
      'expiry date',
      'expiration',
      'ablauf',
      'ablaufdatum',
      'gultig bis',
    ],
  },
  owner: { en: 'Owner', de: 'Verantwortlich', also: ['asset owner', 'besitzer', 'eigentumer'] },
  verifier: { en: 'Verifier', de: 'Prüfung durch', also: ['verified by whom', 'reviewer', 'prufer'] },
};

/** All that a field is called at the head of a column, in the form in which headings are compared, those in the plural as one too. */
export function headingsOf(field: AssetAttribute): readonly string[] {
  const { en, de, also } = FIELD_HEADINGS[field];
  return [field, en, de, ...also].map(plainWord).flatMap((name) => [name, name.replace(/s$/, '')]);
}

/** The field that a heading names, whatever its case, in the plural too; undefined for none. */
export function fieldNamed(heading: string): AssetAttribute | undefined {
  const name = plainWord(heading);
  const forms = [name, name.replace(/s$/, ''), name.replace(/e?s(?= )/, '')];
  return ATTRIBUTE_NAMES.find((field) => headingsOf(field).some((one) => forms.includes(one)));
}
