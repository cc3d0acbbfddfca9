import { strToU8, zipSync } from 'fflate';

/** A workbook of one sheet (ECMA-376): cells are text, so that no program makes dates or formulas of them; the headings stay in view and can be filtered by. */
export function xlsxOf(rows: readonly (readonly string[])[], name: string): Uint8Array {
  const parts = {
    '[Content_Types].xml': CONTENT_TYPES,
    '_rels/.rels': RELATIONSHIPS,
    'xl/workbook.xml': workbook(name),
    'xl/_rels/workbook.xml.rels': WORKBOOK_RELATIONSHIPS,
    'xl/styles.xml': STYLES,
    'xl/worksheets/sheet1.xml': sheet(rows),
  };
  const files = Object.entries(parts).map(([path, text]) => [path, strToU8(text)] as const);
  // The same table is the same bytes, whenever it is written.
  return zipSync(Object.fromEntries(files), { mtime: '1980-01-01T00:00:00' });
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OF_SHEETS = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const CONTENT_TYPES = `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${OF_SHEETS}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${OF_SHEETS}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${OF_SHEETS}.styles+xml"/></Types>`;
const RELATIONSHIPS = `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;
const WORKBOOK_RELATIONSHIPS = `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`;
/** Style 0: as it comes; 1: text; 2: a heading, text in bold. */
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>`;

/** Characters of a column's width, at least and at most. */
const NARROWEST = 10;
const WIDEST = 48;

function workbook(name: string): string {
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${escaped(name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`;
}

function sheet(rows: readonly (readonly string[])[]): string {
  const columns = rows[0]?.length ?? 0;
  const last = `${nameOfColumn(Math.max(0, columns - 1))}${Math.max(1, rows.length)}`;
  const widths = Array.from({ length: columns }, (_, at) => {
    const longest = rows.reduce((most, row) => Math.max(most, row[at]?.length ?? 0), NARROWEST);
    return `<col min="${at + 1}" max="${at + 1}" width="${Math.min(WIDEST, longest + 2)}" style="1" customWidth="1"/>`;
  });
  const lines = rows.map((row, at) => {
    const cells = row.map((cell, column) =>
      cell === ''
        ? ''
        : `<c r="${nameOfColumn(column)}${at + 1}" s="${at === 0 ? 2 : 1}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`,
    );
    return `<row r="${at + 1}">${cells.join('')}</row>`;
  });
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0" tabSelected="1"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>${lines.join('')}</sheetData><autoFilter ref="A1:${last}"/></worksheet>`;
}

/** `A`, `B`, … `Z`, `AA`: the name of a column, counted from 0. */
function nameOfColumn(at: number): string {
  const before = Math.floor(at / 26);
  return `${before > 0 ? nameOfColumn(before - 1) : ''}${String.fromCharCode(65 + (at % 26))}`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}
