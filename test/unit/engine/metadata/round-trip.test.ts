import fc from 'fast-check';
import iconv from 'iconv-lite';
import { afterEach, describe, expect, it } from 'vitest';
import { LONGEST_LINE, LONGEST_TAG } from '../../../../src/shared/limits.ts';
import { TempEngine } from '../../../support/temp-engine.ts';
import { tablesOf } from './with-table.ts';

let temp: TempEngine | undefined;
afterEach(() => temp?.remove());

/** What tables are broken by: separators, quotes, line breaks, formulas, words that mean something in a cell, letters of any script. */
const PIECES = [
  ',',
  ';',
  '"',
  "'",
  '\n',
  '\r\n',
  '\t',
  '|',
  ' ',
  '=',
  '+',
  '-',
  '@',
  '=1+1',
  '(none)',
  '(keine)',
  'sep=;',
  '\ufeff',
  '<b>',
  '&amp;',
  '_x000D_',
  'ROI',
  'Zürich',
  'München',
  '漢字',
  'ﬁ',
  '👩‍🚀',
  '0012',
  '21.11.2026',
  '1e5',
  'true',
];
const text = (longest: number) =>
  fc
    .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 12 })
    .map((all) => all.join('').slice(0, longest));
const title = text(LONGEST_LINE).filter((line) => /\w/.test(line));
const tag = text(LONGEST_TAG)
  .filter((line) => /\w/.test(line))
  .map((line) => line.trim());
const said = fc.record({
  title,
  summary: text(2_000),
  tags: fc.uniqueArray(tag, { maxLength: 4, selector: (one) => one.toLowerCase() }),
  stages: fc.subarray(['awareness', 'consideration', 'decision', 'retention'], { minLength: 1 }),
  language: fc.constantFrom('', 'de', 'en', 'pt-BR', 'x-own'),
  expiresOn: fc.constantFrom(null, '2027-01-31'),
});

/** How a table may come back that nobody touched. */
const WRITTEN = [
  { name: 'CSV', format: 'csv', separator: ',', as: (bytes: Uint8Array) => bytes },
  { name: 'CSV with semicolons', format: 'csv', separator: ';', as: (bytes: Uint8Array) => bytes },
  { name: 'CSV with tabs', format: 'csv', separator: '\t', as: (bytes: Uint8Array) => bytes },
  {
    name: 'CSV in UTF-16',
    format: 'csv',
    separator: '\t',
    as: (bytes: Uint8Array) => iconv.encode(new TextDecoder().decode(bytes), 'utf-16le', { addBOM: true }),
  },
  { name: 'XLSX', format: 'xlsx', separator: ',', as: (bytes: Uint8Array) => bytes },
] as const;

describe('a table of assets', () => {
  it.each(WRITTEN)(
    'that nobody touched changes nothing when it is read again: $name',
    async ({ format, separator, as }) => {
      temp = await TempEngine.open();
      const { client } = temp;
      const assets = await temp.publish(temp.file('a.txt', 'a'), temp.file('b, "c".txt', 'b'));
      const { exported, importTable } = tablesOf(temp);
      await fc.assert(
        fc.asyncProperty(
          said,
          said,
          fc.constantFrom('en' as const, 'de' as const),
          async (one, other, language) => {
            for (const [at, set] of [one, other].entries()) {
              await client.assets.edit({ asset: assets[at] ?? '', set });
            }
            const before = await client.maintenance.stateHash();
            const table = as(await exported({ format, separator, language }));
            const { changed, unchanged, failed } = await importTable(table, format);
            expect({ changed, unchanged: unchanged.toSorted(), failed }).toEqual({
              changed: [],
              unchanged: assets.toSorted(),
              failed: [],
            });
            expect(await client.maintenance.stateHash()).toEqual(before);
          },
        ),
        { numRuns: 25 },
      );
    },
  );
});
