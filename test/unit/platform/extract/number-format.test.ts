import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCode, formatNumber } from '../../../../src/platform/extract/office/number-format.ts';

describe('a number in a sheet is shown', () => {
  it.each([
    [1234.5678, 'General', '1234.5678'],
    [0.1 + 0.2, 'General', '0.3'],
    [1234.5, '#,##0.00', '1,234.50'],
    [1234.5, '0', '1235'],
    [7, '000', '007'],
    [0.256, '0%', '26%'],
    [0.256, '0.0%', '25.6%'],
    [1234.5, '"$"#,##0.00', '$1,234.50'],
    [1234.5, '[$€-407] #,##0.00', '€ 1,234.50'],
    [1234.5, '#,##0.00 "EUR"', '1,234.50 EUR'],
    [-5, '#,##0;(#,##0)', '(5)'],
    [-5, '#,##0.00;[Red]-#,##0.00', '-5.00'],
    [-1234.5, '_("$"* #,##0.00_);_("$"* (#,##0.00);_("$"* "-"??_);_(@_)', '$(1,234.50)'],
    [0, '_("$"* #,##0.00_);_("$"* (#,##0.00);_("$"* "-"??_);_(@_)', '$-'],
    [2_500_000, '0.0,,"M"', '2.5M'],
    [12345, '0.00E+00', '1.23E+04'],
    [1.5, '# ?/?', '1 1/2'],
    [2_500_000, '[>=1000000]0.0,,"M";[>=1000]0.0,"K";0', '2.5M'],
    [2500, '[>=1000000]0.0,,"M";[>=1000]0.0,"K";0', '2.5K'],
    [45_293, '000-00-0000', '000-04-5293'],
    [45_292, '[$-407]d. mmmm yyyy', '1. Januar 2024'],
    [0.5001, 'mm:ss.0', '00:08.6'],
    [7, ';;;', '7'],
    [7, '0'.repeat(5000), '7'],
    [7, '"never closed', '7'],
    [-5, 'yyyy-mm-dd', '-5'],
    [45_292, 'yyyy-mm-dd', '2024-01-01'],
    [45_292, 'dd.mm.yyyy', '01.01.2024'],
    [45_292, 'd mmmm yyyy', '1 January 2024'],
    [45_292, 'ddd, mmm d', 'Mon, Jan 1'],
    [45_292.75, 'm/d/yy h:mm AM/PM', '1/1/24 6:00 PM'],
    [0.5, 'h:mm:ss', '12:00:00'],
    [1.5, '[h]:mm', '36:00'],
    [1, 'yyyy-mm-dd', '1900-01-01'],
    [61, 'yyyy-mm-dd', '1900-03-01'],
  ])('%d as %s is %s', (value, code, shown) => expect(formatNumber(value, code, false)).toBe(shown));

  it('counts days from 1904 where the workbook says so', () => {
    expect(formatNumber(0, 'yyyy-mm-dd', true)).toBe('1904-01-01');
  });

  it('knows the built-in formats by number, the workbook’s own first', () => {
    expect(formatCode(9, new Map())).toBe('0%');
    expect(formatCode(164, new Map([[164, '0.000']]))).toBe('0.000');
    expect(formatCode(9999, new Map())).toBe('General');
  });

  it('somehow, whatever the format says', () => {
    const piece = fc.constantFrom(
      '#',
      '0',
      '?',
      '.',
      ',',
      '%',
      ';',
      '"',
      '\\',
      '[',
      ']',
      '[$',
      'y',
      'm',
      'd',
      'h',
      's',
      'E+',
      '@',
      '_',
      '*',
      ' ',
      'General',
      'AM/PM',
    );
    fc.assert(
      fc.property(fc.double({ noNaN: true }), fc.array(piece, { maxLength: 20 }), (value, code) => {
        expect(typeof formatNumber(value, code.join(''), false)).toBe('string');
      }),
      { numRuns: 500 },
    );
  });
});
