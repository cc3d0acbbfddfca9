import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import iconv from 'iconv-lite';
import { afterAll, describe, expect, it } from 'vitest';
import { readTable } from '../../../../src/platform/extract/table/read-table.ts';
import { MOST_TABLE_COLUMNS, MOST_TABLE_ROWS } from '../../../../src/shared/limits.ts';

const folder = mkdtempSync(join(tmpdir(), 'kitbag-table-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = (name: string, content: string | Uint8Array) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return readTable(path, name);
};
const rowsOf = async (name: string, content: string | Uint8Array) => {
  const table = await read(name, content);
  return table.read === 'table' ? table.rows : table.reason;
};
const workbook = (
  ...sheets: readonly { readonly rows: unknown[][]; readonly hidden?: boolean }[]
): Uint8Array => {
  const book = utils.book_new();
  for (const [at, { rows }] of sheets.entries())
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows), `S${at}`);
  book.Workbook = { Sheets: sheets.map(({ hidden }) => ({ Hidden: hidden === true ? 1 : 0 })) };
  return write(book, { type: 'buffer', bookType: 'xlsx' });
};

describe('a table that is worked with', () => {
  it('is CSV of any separator and encoding, each character as it stands', async () => {
    const rows = [
      ['Titel', 'Preis, netto'],
      ['Zürich "neu"\nzweite Zeile', ' 1,5 '],
    ];
    expect(await rowsOf('a.csv', 'Titel;Preis, netto\r\n"Zürich ""neu""\nzweite Zeile"; 1,5 \r\n')).toEqual(
      rows,
    );
    expect(
      await rowsOf('b.csv', 'sep=|\nTitel|Preis, netto\n"Zürich ""neu""\nzweite Zeile"| 1,5 \n'),
    ).toEqual(rows);
    const tabs = 'Titel\tPreis, netto\n"Zürich ""neu""\nzweite Zeile"\t 1,5 ';
    expect(await rowsOf('c.txt', iconv.encode(tabs, 'utf-16le', { addBOM: true }))).toEqual(rows);
    expect(await rowsOf('d.csv', iconv.encode(`${tabs}\n`, 'windows-1252'))).toEqual(rows);
  });

  it('is the first sheet of a workbook that is shown, days written one way whatever their format', async () => {
    const sheet = workbook(
      { rows: [['not this']], hidden: true },
      {
        rows: [
          ['Day', 'Number', 'Text'],
          [new Date(Date.UTC(2026, 10, 21)), 3.5, '=1+1'],
          [],
          ['', '', 'last'],
        ],
      },
    );
    expect(await rowsOf('a.xlsx', sheet)).toEqual([
      ['Day', 'Number', 'Text'],
      ['2026-11-21', '3.5', '=1+1'],
      [],
      ['', '', 'last'],
    ]);
  });

  it('is read up to a bound, and says that there was more', async () => {
    const many = await read('many.csv', 'a,b\n'.repeat(MOST_TABLE_ROWS + 5));
    expect(many).toMatchObject({ read: 'table', cut: true, rows: { length: MOST_TABLE_ROWS } });
    const [wide] = (await rowsOf('wide.csv', `${'x,'.repeat(5_000)}x\n1\n`)) as string[][];
    expect(wide).toHaveLength(MOST_TABLE_COLUMNS);
  });

  it('is refused with the reason where it is none', async () => {
    expect(await read('empty.csv', '')).toMatchObject({ read: 'refused', reason: 'empty' });
    expect(await read('cut.xlsx', workbook({ rows: [['a']] }).subarray(0, 900))).toMatchObject({
      read: 'refused',
    });
    expect(
      await read('picture.csv', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0])),
    ).toMatchObject({
      read: 'refused',
    });
    expect(await readTable(join(folder, 'nowhere.csv'), 'nowhere.csv')).toEqual({
      read: 'refused',
      reason: 'not-found',
    });
  });
});
