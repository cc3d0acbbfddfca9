import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { SEPARATORS, type Separator, TABLES } from '../../../../src/contract/insights.ts';
import { type Cell, csvOf } from '../../../../src/engine/base/csv.ts';
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

  it('is read right by Excel in German: semicolons, and commas in numbers', async () => {
    const columns = ['title', 'score', 'uses', 'least'];
    const rows = [['One; two', 3.75, 1200, null]];
    expect(await written({ columns, rows }, ';')).toBe(
      '\ufefftitle;score;uses;least\r\n"One; two";3,75;1200;\r\n',
    );
    expect(await written({ columns, rows }, ',')).toBe(
      '\ufefftitle,score,uses,least\r\nOne; two,3.75,1200,\r\n',
    );
  });

  it('holds every text as it was, whatever stands in it, but for the sign before formulas', async () => {
    const text = fc.array(fc.constantFrom(...'=-+@＝"\'\t\r\n,; aé漢.'.split('')), { maxLength: 6 });
    const cell = text.map((signs) => signs.join(''));
    const rows = fc.array(fc.tuple(cell, cell), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(rows, cell, fc.constantFrom(...SEPARATORS), async (some, heading, separator) => {
        const table = { columns: ['title', heading], rows: some };
        const cells = readCells(await written(table, separator), separator);
        const harmless = (value: string) => (/^[=+\-@\t\r＝＋－＠]/u.test(value) ? `'${value}` : value);
        expect(cells).toEqual([table.columns, ...some].map((row) => row.map(harmless)));
      }),
    );
  });

  it('runs no formula out of a text, whatever the separator', async () => {
    for (const separator of SEPARATORS) {
      for (const start of ['=', '+', '-', '@', '\t', '\r', '＝', '＠']) {
        const table = { columns: ['title', 'count'], rows: [[`${start}SUM(A1)`, -3]] };
        const [, line = ''] = (await written(table, separator)).split('\r\n');
        expect(line.replace(/^"/u, '').startsWith("'")).toBe(true);
        expect(line.endsWith(`${separator}-3`)).toBe(true);
      }
    }
  });

  it('is the same in one part and in many, and works rows out between breaths', async () => {
    const asked: number[] = [];
    function* rows() {
      for (let at = 0; at < 1234; at += 1) {
        asked.push(at);
        yield [`Row ${at}`, at] as const;
      }
    }
    const breaths: number[] = [];
    const breathe = () => {
      breaths.push(asked.length);
      return Promise.resolve();
    };
    const text = await csvOf({ columns: ['title', 'at'], rows: rows() }, ',', breathe);
    const lines = Array.from({ length: 1234 }, (_, at) => `Row ${at},${at}\r\n`);
    expect(text).toBe(`\ufefftitle,at\r\n${lines.join('')}`);
    expect(breaths).toEqual([500, 1000, 1234]);
  });
});

/** A table as CSV, in one go. */
function written(
  table: { readonly columns: readonly string[]; readonly rows: readonly (readonly Cell[])[] },
  separator: Separator,
): Promise<string> {
  return csvOf(table, separator, () => Promise.resolve());
}

/** The cells of a text, read by the rules of RFC 4180. */
function readCells(text: string, separator: Separator): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^"${separator}\r\n]*))(${separator}|\r\n)`, 'gy');
  for (const [, quoted, plain = '', end] of text.replace('\ufeff', '').matchAll(cell)) {
    row.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end !== '\r\n') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}
