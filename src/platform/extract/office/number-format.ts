import { format, isDateFormat, formatColor as namedColor } from 'numfmt';

/** Format codes that a workbook names by number alone: ECMA-376 part 1, 18.8.30. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '#,##0;-#,##0',
  6: '#,##0;[Red]-#,##0',
  7: '#,##0.00;-#,##0.00',
  8: '#,##0.00;[Red]-#,##0.00',
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
  38: '#,##0;[Red](#,##0)',
  39: '#,##0.00;(#,##0.00)',
  40: '#,##0.00;[Red](#,##0.00)',
  41: '#,##0;(#,##0);"-";@',
  42: '#,##0;(#,##0);"-";@',
  43: '#,##0.00;(#,##0.00);"-"??;@',
  44: '#,##0.00;(#,##0.00);"-"??;@',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
};

/** Those whose meaning is the language's of whoever opens them: East Asian dates and times (18.8.30 again). */
const DATES: ReadonlySet<number> = new Set([27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);
const TIMES: ReadonlySet<number> = new Set([32, 33, 34, 35, 55, 56]);
const NAMED_COLOR = /\[(?:black|blue|cyan|green|magenta|red|white|yellow|color\s*\d{1,2})\]/i;
/** The colours that formats call by name (18.8.31); Excel's green is pure. */
const COLORS: Readonly<Record<string, string>> = {
  black: '#000000',
  blue: '#0000ff',
  cyan: '#00ffff',
  green: '#00ff00',
  magenta: '#ff00ff',
  red: '#ff0000',
  white: '#ffffff',
  yellow: '#ffff00',
};

/** Days from 1899-12-31 to 1904-01-01, from which workbooks of old Macs count. */
const DAYS_TO_1904 = 1462;

/** Longer ones no program writes: what they cost is not found out. */
const LONGEST_CODE = 255;

/** A code that can't be read gives nothing; dates that there are not are shown as numbers. */
const OPTIONS = { throws: false, invalid: '', nbsp: false, dateSpanLarge: false } as const;

/** The format code of a number-format id, from the workbook's own list or the built-in one. */
export function formatCode(id: number, own: ReadonlyMap<number, string>): string {
  const builtIn = BUILT_IN[id] ?? (DATES.has(id) ? BUILT_IN[14] : TIMES.has(id) ? BUILT_IN[21] : undefined);
  return own.get(id) ?? builtIn ?? 'General';
}

/** The colour that a code asks for at this value, `#rrggbb`: losses in red. Undefined for none. */
export function formatColor(value: number, code: string): string | undefined {
  if (code.length > LONGEST_CODE || !NAMED_COLOR.test(code)) return undefined;
  const color = namedColor(code, value, { throws: false });
  if (typeof color !== 'string') return undefined;
  return /^#[0-9a-f]{6}$/i.test(color) ? color.toLowerCase() : COLORS[color];
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

/** The calendar day that a number is by its format, `2026-11-21`; undefined where the format shows none. */
export function dayOfNumber(value: number, code: string, date1904: boolean): string | undefined {
  if (!Number.isFinite(value) || code.length > LONGEST_CODE || !isDateFormat(code)) return undefined;
  const shown = format('yyyy-mm-dd', date1904 ? value + DAYS_TO_1904 : value, OPTIONS);
  return /^\d{4}-\d{2}-\d{2}$/.test(shown) ? shown : undefined;
}

/** A currency's locale says in which language dates are, not how numbers are written: that follows the reader's system. */
function withoutLocale(code: string): string {
  return code.replace(/\[\$([^\][-]*)-[^\][]*\]/g, '[$$$1]');
}
