import { format, isDateFormat } from 'numfmt';

/** Format codes that a workbook names by number alone: ECMA-376 part 1, 18.8.30. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'yyyy-mm-dd',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy-mm-dd h:mm',
  37: '#,##0;(#,##0)',
  38: '#,##0;(#,##0)',
  39: '#,##0.00;(#,##0.00)',
  40: '#,##0.00;(#,##0.00)',
  44: '#,##0.00',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
};

/** Days from 1899-12-31 to 1904-01-01, from which workbooks of old Macs count. */
const DAYS_TO_1904 = 1462;

/** Longer ones no program writes: what they cost is not found out. */
const LONGEST_CODE = 255;

/** A code that can't be read gives nothing; dates that there are not are shown as numbers. */
const OPTIONS = { throws: false, invalid: '', nbsp: false, dateSpanLarge: false } as const;

/** The format code of a number-format id, from the workbook's own list or the built-in one. */
export function formatCode(id: number, own: ReadonlyMap<number, string>): string {
  return own.get(id) ?? BUILT_IN[id] ?? 'General';
}

/** A number as the sheet shows it; what its code would hide or can't be read is shown as a plain number. */
export function formatNumber(value: number, code: string, date1904: boolean): string {
  if (!Number.isFinite(value)) return String(value);
  if (code.length > LONGEST_CODE) return format('General', value, OPTIONS);
  const isDate = isDateFormat(code);
  const shown = isDate
    ? format(code, date1904 ? value + DAYS_TO_1904 : value, OPTIONS)
    : format(withoutLocale(code), value, OPTIONS);
  return shown.trim() || format('General', value, OPTIONS);
}

/** A currency's locale says in which language dates are, not how numbers are written: that follows the reader's system. */
function withoutLocale(code: string): string {
  return code.replace(/\[\$([^\][-]*)-[^\][]*\]/g, '[$$$1]');
}
