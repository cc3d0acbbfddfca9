import { strToU8 } from 'fflate';
import type { Separator } from '../../contract/insights.ts';
import { base64OfBytes } from '../../shared/base64.ts';
import type { TableFormat, TableLanguage } from '../../shared/vocabulary/metadata.ts';
import type { WithAssets } from '../assets/with-assets.ts';
import { breatheBy } from '../base/breathe.ts';
import { csvOf } from '../base/csv.ts';
import { compareTitles } from '../search/query/ordering.ts';
import { keptText, plainText, protectedText } from './cell-text.ts';
import { writtenColumns } from './columns.ts';
import { KnownValues } from './known-values.ts';
import { xlsxOf } from './xlsx.ts';

/** Which kits hold an asset. */
export type KitsHolding = {
  readonly kits: {
    holding(asset: string): readonly { readonly summary: { readonly name: string; readonly own: boolean } }[];
  };
};

type Asked = {
  readonly assets?: readonly string[] | undefined;
  readonly format: TableFormat;
  readonly separator?: Separator | undefined;
  readonly language?: TableLanguage | undefined;
};

/** What is said of assets as a table: of these in their order, else of all that the person sees, by title. */
export async function exportMetadata(
  replica: WithAssets & KitsHolding,
  { assets, format, separator = ',', language = 'en' }: Asked,
): Promise<{ fileName: string; base64: string; rows: number }> {
  const { headings, rows } = tableOf(replica, assets, language);
  const bytes =
    format === 'csv'
      ? strToU8(await csvOf({ columns: headings, rows }, separator, breatheBy(replica.ports.later)))
      : xlsxOf([headings, ...rows], SHEET_NAME);
  const fileName = `kitbag-assets-${replica.summaries.today()}.${format}`;
  return { fileName, base64: base64OfBytes(bytes), rows: rows.length };
}

/** The same as plain values by heading, of all assets. */
export function metadataRows(replica: WithAssets & KitsHolding): { rows: Record<string, string>[] } {
  const { headings, rows } = tableOf(replica, undefined, 'en');
  const named = rows.map((row) =>
    headings.map((name, at): [string, string] => [name, plainText(row[at] ?? '')]),
  );
  return { rows: named.map((entries) => Object.fromEntries(entries)) };
}

type Table = { readonly headings: readonly string[]; readonly rows: readonly (readonly string[])[] };

function tableOf(
  replica: WithAssets & KitsHolding,
  assets: readonly string[] | undefined,
  language: TableLanguage,
): Table {
  const visible = replica.summaries.visible();
  const chosen =
    assets === undefined
      ? [...visible.values()].toSorted((a, b) => compareTitles(a.title, b.title) || (a.id < b.id ? -1 : 1))
      : assets.flatMap((id) => replica.summaries.seen(id) ?? []);
  const columns = writtenColumns(replica.catalog, language);
  const known = new KnownValues(replica);
  const kitsOf = (asset: string) =>
    replica.kits.holding(asset).flatMap(({ summary: { name, own } }) => (own ? [] : [name]));
  return {
    headings: columns.map(({ heading }) => heading),
    rows: chosen.map((asset) =>
      columns.map(({ cell }) => protectedText(keptText(cell(asset, known, kitsOf)))),
    ),
  };
}

/** What the sheet is called in any language. */
const SHEET_NAME = 'Kitbag';
