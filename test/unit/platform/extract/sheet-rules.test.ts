import { describe, expect, it } from 'vitest';
import { makeXlsx } from '../../../fixtures/documents/make-package.ts';
import { pixelsOf } from './pixels.ts';
import { withExtractor } from './support.ts';

/** Cells that look as their values are. */

const docs = withExtractor();

const STYLES = `<styleSheet><fonts><font/></fonts><cellXfs><xf/></cellXfs><dxfs>
<dxf><font><b/><color rgb="FF9C0006"/></font><fill><patternFill><bgColor rgb="FFFFC7CE"/></patternFill></fill></dxf>
<dxf><fill><patternFill patternType="solid"><fgColor rgb="FF00FF00"/><bgColor rgb="FFC6EFCE"/></patternFill></fill></dxf></dxfs></styleSheet>`;
const BAD = { bold: true, color: '#9c0006', fill: '#ffc7ce' };
const GOOD = { fill: '#c6efce' };

/** A column of values under rules. */
function columnOf(values: readonly (number | string)[], rules: string, behind = ''): Uint8Array {
  const rows = values.map((value, at) => {
    const cell =
      typeof value === 'number'
        ? `<c r="A${at + 1}"><v>${value}</v></c>`
        : `<c r="A${at + 1}" t="inlineStr"><is><t>${value}</t></is></c>`;
    return `<row r="${at + 1}">${cell}</row>`;
  });
  const sheet = `<worksheet><sheetData>${rows.join('')}</sheetData>${behind}<conditionalFormatting sqref="A1:A2000">${rules}</conditionalFormatting></worksheet>`;
  return makeXlsx({ One: [] }, { 'xl/worksheets/sheet1.xml': sheet, 'xl/styles.xml': STYLES });
}

/** What is said of each value beside that it is a number. */
async function looksOf(values: readonly (number | string)[], rules: string, behind = '') {
  const shown = await docs.preview('a.xlsx', columnOf(values, rules, behind), 'xlsx');
  const look = shown.preview === 'sheets' ? shown.sheets[0]?.look : undefined;
  return values.map((_, row) => {
    const { align: _align, number: _number, ...rest } = look?.looks[look.cells[row]?.[0] ?? 0] ?? {};
    return rest;
  });
}

const rule = (type: string, said: string, inner = '', priority = 1) =>
  `<cfRule type="${type}" dxfId="0" priority="${priority}" ${said}>${inner}</cfRule>`;
const formulas = (...all: readonly string[]) => all.map((one) => `<formula>${one}</formula>`).join('');
const point = (type: string, value = '') => `<cfvo type="${type}"${value === '' ? '' : ` val="${value}"`}/>`;
const color = (rgb: string) => `<color rgb="FF${rgb}"/>`;

describe('a rule for the values of cells', () => {
  it.each([
    ['greaterThan', ['5'], [4, 5, 6], [6]],
    ['lessThanOrEqual', ['5'], [4, 5, 6], [4, 5]],
    ['between', ['5', '6'], [4, 5, 6, 7], [5, 6]],
    ['notBetween', ['5', '6'], [4, 5, 6, 7], [4, 7]],
    ['equal', ['"lost"'], ['Lost', 'Won', 3], ['Lost']],
    ['greaterThan', ['$B$1'], [4, 5], []],
  ])('counts where a value is %s %j', async (operator, said, values, ruled) => {
    const looks = await looksOf(values, rule('cellIs', `operator="${operator}"`, formulas(...said)));
    expect(values.filter((_, at) => looks[at]?.fill === BAD.fill)).toEqual(ruled);
  });

  it.each([
    ['containsText', 'text="risk"', ['At risk', 'Safe'], ['At risk']],
    ['beginsWith', 'text="at"', ['At risk', 'Not at'], ['At risk']],
    ['duplicateValues', '', ['a', 'b', 'A'], ['a', 'A']],
    ['top10', 'rank="2"', [1, 9, 5, 7], [9, 7]],
    ['top10', 'rank="1" bottom="1"', [1, 9, 5, 7], [1]],
    ['aboveAverage', '', [1, 2, 9], [9]],
    ['expression', '', [1, 2], []],
  ])('of the kind %s %s counts', async (type, said, values, ruled) => {
    const looks = await looksOf(values, rule(type, said, formulas('A1')));
    expect(values.filter((_, at) => looks[at]?.fill === BAD.fill)).toEqual(ruled);
  });

  it('comes before one that its author put behind it, of what both say', async () => {
    const rules =
      rule('cellIs', 'operator="greaterThan"', formulas('1'), 2) +
      rule('cellIs', 'operator="greaterThan"', formulas('5'), 1).replace('dxfId="0"', 'dxfId="1"');
    expect(await looksOf([1, 3, 9], rules)).toEqual([{}, BAD, { ...BAD, ...GOOD }]);
  });

  it('is read whatever else a sheet has behind its cells, also where it has more rows than are shown', async () => {
    const many = Array.from({ length: 1_500 }, (_, at) => at);
    const behind = '<mergeCells><mergeCell ref="C1:D1"/></mergeCells><x:odd xmlns:x="x"/>';
    const looks = await looksOf(many, rule('cellIs', 'operator="lessThan"', formulas('2')), behind);
    expect(looks.slice(0, 3)).toEqual([BAD, BAD, {}]);
  });
});

describe('a scale of colors', () => {
  it('gives each value the color between those of its ends', async () => {
    const two = `<colorScale>${point('min')}${point('max')}${color('FF0000')}${color('0000FF')}</colorScale>`;
    const looks = await looksOf([0, 5, 10, 'word'], rule('colorScale', '', two));
    expect(looks.map(({ fill }) => fill)).toEqual(['#ff0000', '#800080', '#0000ff', undefined]);
  });

  it('has a color in the middle where its author gave one', async () => {
    const three = `<colorScale>${point('min')}${point('percentile', '50')}${point('max')}${color('FF0000')}${color('FFFFFF')}${color('00FF00')}</colorScale>`;
    const looks = await looksOf([1, 2, 100], rule('colorScale', '', three));
    expect(looks.map(({ fill }) => fill)).toEqual(['#ff0000', '#ffffff', '#00ff00']);
  });
});

describe('a bar behind a value', () => {
  const bars = `<dataBar>${point('num', '0')}${point('max')}${color('638EC6')}</dataBar>`;

  it('is as long as the value is large', async () => {
    const looks = await looksOf([0, 50, 100], rule('dataBar', '', bars));
    expect(looks.map(({ bar }) => bar?.share.toFixed(2))).toEqual(['0.10', '0.50', '0.90']);
  });

  it('is in the picture of the sheet too', async () => {
    const path = await docs.write('bars.xlsx', columnOf([10, 50, 100], rule('dataBar', '', bars)));
    const drawn = await pixelsOf(await docs.extractor().pagePicture(path, 'xlsx', 1, 960));
    expect(drawn.count([0, 0, 960, 720], [0x63, 0x8e, 0xc6])).toBeGreaterThan(1_500);
  });
});

describe('a sign beside a value', () => {
  const set = (name: string, more = '') =>
    `<iconSet iconSet="${name}" ${more}>${point('percent', '0')}${point('percent', '33')}${point('percent', '67')}</iconSet>`;
  const signsOf = async (inner: string) =>
    (await looksOf([0, 40, 100, 'word'], rule('iconSet', '', inner))).map(({ sign }) => sign?.text);

  it('is an arrow by how large the value is, or a dot in its color', async () => {
    expect(await signsOf(set('3Arrows'))).toEqual(['▼', '►', '▲', undefined]);
    expect(await signsOf(set('3Arrows', 'reverse="1"'))).toEqual(['▲', '►', '▼', undefined]);
    const lights = await looksOf([0, 40, 100], rule('iconSet', '', set('3TrafficLights1')));
    expect(lights.map(({ sign }) => sign)).toEqual([
      { text: '●', color: '#c00000' },
      { text: '●', color: '#e0a800' },
      { text: '●', color: '#2b8a3e' },
    ]);
  });
});
