import type { AssetSummary } from '../../contract/assets.ts';
import type { ColumnTarget, OpenTable } from '../../contract/metadata.ts';
import type { Holds } from '../../domain/kernel/holds.ts';
import type { TaxonomyPart } from '../../domain/taxonomy/terms.ts';
import { dayOf } from '../../shared/day.ts';
import { isDimensionField } from '../../shared/vocabulary/asset-fields.ts';
import { FIELD_HEADINGS } from '../../shared/vocabulary/field-headings.ts';
import {
  type ColumnMode,
  OTHER_HEADINGS,
  type OtherColumn,
  TABLE_FIELDS,
  type TableField,
  type TableLanguage,
} from '../../shared/vocabulary/metadata.ts';
import { plainWord } from '../../shared/vocabulary/plain-word.ts';
import { dimensionFields, fieldCalled, nameOfDimension } from '../assets/dimension-fields.ts';
import { compareTitles } from '../search/query/ordering.ts';
import { plainText } from './cell-text.ts';
import { fieldText } from './field-text.ts';
import type { KnownValues } from './known-values.ts';

/** The columns of a table of assets: as they are written, and what a heading is taken for. */

type Catalog = Holds<TaxonomyPart>;
type Cell = (asset: AssetSummary, known: KnownValues, kitsOf: (asset: string) => readonly string[]) => string;
type WrittenColumn = { readonly heading: string; readonly cell: Cell };

/** What no field is: what names the asset, ids beside names, where it is in its life. */
const OTHER: Readonly<Record<OtherColumn, Cell>> = {
  id: ({ id }) => id,
  file: ({ version }) => version.fileName,
  typeId: ({ type }) => type,
  stageIds: ({ stages }) => stages.join(' '),
  personaIds: ({ personas }) => personas.join(' '),
  productIds: ({ products }) => products.join(' '),
  state: ({ state }) => state,
  verifiedOn: ({ verified }) => (verified === null ? '' : dayOf(verified.at)),
  verifiedBy: ({ verified }) => verified?.by?.name ?? '',
  publishedOn: ({ released, publishedAt }) => (released ? dayOf(publishedAt) : ''),
  version: ({ version }) => String(version.number),
  pages: ({ version }) => String(version.pageCount),
  kits: ({ id }, _, kitsOf) => kitsOf(id).toSorted(compareTitles).join(', '),
  variantOf: ({ id, variant }) => (variant === undefined || variant.original === id ? '' : variant.original),
};

/** What stands before the fields; the rest comes after them. */
const FIRST: readonly OtherColumn[] = ['id', 'file'];
const OTHERS = Object.keys(OTHER) as readonly OtherColumn[];

/** The columns as they are written. */
export function writtenColumns(catalog: Catalog, language: TableLanguage): readonly WrittenColumn[] {
  const other = (name: OtherColumn): WrittenColumn => ({
    heading: OTHER_HEADINGS[name][language],
    cell: OTHER[name],
  });
  const field = (name: TableField): WrittenColumn => ({
    heading: isDimensionField(name)
      ? nameOfDimension(catalog, name)
      : FIELD_HEADINGS[name as keyof typeof FIELD_HEADINGS][language],
    cell: (asset, known) => fieldText(known, asset, name),
  });
  return [
    ...FIRST.map(other),
    ...TABLE_FIELDS.map(field),
    ...dimensionFields(catalog).map(field),
    ...OTHERS.filter((name) => !FIRST.includes(name)).map(other),
  ];
}

type Taken = Pick<OpenTable['columns'][number], 'target' | 'readOnly'>;

/** What a heading is taken for: `Tags` are set, `+Tags` and `Tags (add)` added, `-Tags` and `Tags (remove)` taken away. */
function takenFor(catalog: Catalog, heading: string): Taken {
  const plain = plainText(heading.trim());
  const { mode, name } = modeOf(plain);
  const other = mode === 'set' ? otherNamed(name) : undefined;
  if (other === 'id' || other === 'file') return { target: { is: other }, readOnly: false };
  if (other === 'variantOf') return { target: { is: 'variant' }, readOnly: false };
  if (other !== undefined) return { target: null, readOnly: true };
  const field = fieldCalled(catalog, name);
  if (field === undefined || field === 'status') return { target: null, readOnly: false };
  return { target: { is: 'field', field, mode }, readOnly: false };
}

const MODES: readonly (readonly [ColumnMode, RegExp])[] = [
  ['add', /^[+＋]\s*(.+)$/u],
  ['remove', /^[-−–]\s*(.+)$/u],
  ['add', /^add\s+(.+)$/iu],
  ['remove', /^remove\s+(.+)$/iu],
  ['add', /^(.+?)\s*\(?(?:add|hinzufügen)\)?$/iu],
  ['remove', /^(.+?)\s*\(?(?:remove|entfernen)\)?$/iu],
];

function modeOf(heading: string): { readonly mode: ColumnMode; readonly name: string } {
  for (const [mode, form] of MODES) {
    const name = form.exec(heading)?.[1];
    if (name !== undefined) return { mode, name };
  }
  return { mode: 'set', name: heading };
}

function otherNamed(heading: string): OtherColumn | undefined {
  const name = plainWord(heading);
  return OTHERS.find((column) => {
    const { en, de, also } = OTHER_HEADINGS[column];
    return [en, de, ...also].some((one) => plainWord(one) === name);
  });
}

/** What the columns of a table are taken for: of two that name the same, the first. */
export function columnsTaken(catalog: Catalog, headings: readonly string[]): readonly Taken[] {
  const seen = new Set<string>();
  return headings.map((heading) => {
    const taken = takenFor(catalog, heading);
    const key = taken.target === null ? undefined : keyOfTarget(taken.target);
    if (key === undefined) return taken;
    if (seen.has(key)) return { target: null, readOnly: false };
    seen.add(key);
    return taken;
  });
}

/** Tells two columns for the same apart from others. */
export function keyOfTarget(target: ColumnTarget): string {
  return target.is === 'field' ? `${target.mode} ${target.field}` : target.is;
}
