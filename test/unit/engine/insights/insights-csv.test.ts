import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { TABLES } from '../../../../src/contract/insights.ts';
import { csvOf } from '../../../../src/engine/insights/csv.ts';
import { TempEngine } from '../../../support/temp-engine.ts';

let temp: TempEngine | undefined;
afterEach(() => temp?.remove());

/** Rows by heading; for texts in which no semicolon stands. */
function readCsv(text: string): Record<string, string>[] {
  const [head = [], ...rows] = text
    .replace('\ufeff', '')
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(';'));
  return rows.map((cells) => Object.fromEntries(head.map((column, at) => [column, cells[at] ?? ''])));
}

describe('a table as CSV', () => {
  it('names people and terms beside their ids, and leaves empty what nobody said', async () => {
    temp = await TempEngine.open();
    const { client } = temp;
    const [asset = ''] = await temp.publish(temp.file('a.txt', 'a'));
    await client.taxonomy.define({ facet: 'product', name: 'Flow' });
    await client.assets.edit({
      asset,
      set: { tags: ['price', 'q4'], products: ['flow'], language: 'de', expiresOn: '2027-01-31' },
    });
    await client.assets.verify({ asset });
    await client.requests.make({ title: 'No value said', need: '' });
    await client.requests.make({ title: 'Nothing at stake', need: '', dealValue: 0 });
    const csv = async (table: (typeof TABLES)[number]) =>
      readCsv((await client.insights.csv({ table, period: {}, separator: ';' })).text);
    expect((await csv('usefulness'))[0]).toMatchObject({
      assetId: asset,
      stages: 'decision',
      stageNames: 'Decision',
      personaNames: 'CFO',
      productNames: 'Flow',
      language: 'de',
      tags: 'price, q4',
      owner: 'Ana',
      verified: '2026-11-18',
      verifiedBy: 'Ana',
      expires: '2027-01-31',
      usefulness: '',
      ratings: '0',
      lastUsed: '',
    });
    const values = (await csv('requests')).map(({ title, dealValue }) => [title, dealValue]);
    expect(values).toContainEqual(['No value said', '']);
    expect(values).toContainEqual(['Nothing at stake', '0']);
  });

  it('has its headings, byte order mark and name, whichever it is and also without rows', async () => {
    temp = await TempEngine.open();
    for (const table of TABLES) {
      const { text, fileName } = await temp.client.insights.csv({ table, period: {}, separator: '\t' });
      expect(text.startsWith('\ufeff'), table).toBe(true);
      expect(text.split('\r\n')[0]?.split('\t').length, table).toBeGreaterThan(4);
      expect(fileName).toBe(`kitbag-${table}-2026-11-18.csv`);
    }
  });

  it('is read right by Excel in German: semicolons, and commas in numbers', () => {
    const rows = [{ title: 'One; two', score: 3.75, uses: 1200, least: null }];
    expect(csvOf(rows, { separator: ';' })).toBe('\ufefftitle;score;uses;least\r\n"One; two";3,75;1200;\r\n');
    expect(csvOf(rows, { separator: ',' })).toBe('\ufefftitle,score,uses,least\r\nOne; two,3.75,1200,\r\n');
  });

  it('is what a package for it writes, whatever stands in it', () => {
    const text = fc.array(fc.constantFrom(...'=-+@＝"\'\t\r\n,; aé漢'.split('')), { maxLength: 6 });
    const cell = fc.oneof(
      text.map((signs) => signs.join('')),
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => Math.round(value * 100) / 100),
      fc.constant(null),
    );
    const rows = fc.array(fc.record({ title: cell, 'a, b': cell }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(rows, fc.constantFrom(',' as const, '\t' as const), (some, separator) => {
        const expected = stringify(some, {
          header: true,
          columns: ['title', 'a, b'],
          bom: true,
          delimiter: separator,
          escape_formulas: true,
          record_delimiter: '\r\n',
          quote_record_delimiter: true,
        });
        expect(csvOf(some, { separator })).toBe(expected);
      }),
    );
  });

  it('runs no formula out of a text, whatever the separator', () => {
    for (const separator of [',', ';', '\t'] as const) {
      for (const start of ['=', '+', '-', '@', '\t', '\r']) {
        const [, line = ''] = csvOf([{ title: `${start}SUM(A1)`, count: -3 }], { separator }).split('\r\n');
        expect(line.replace(/^"/u, '').startsWith("'")).toBe(true);
        expect(line.endsWith(`${separator}-3`)).toBe(true);
      }
    }
  });
});
