import { describe, expect, it } from 'vitest';
import { makePptx } from '../../../fixtures/documents/make-package.ts';
import { isNear, type Place, type Rgb } from './pixels.ts';
import { BLUE, frame, GREEN, RED, SIZE, solid, withSlides } from './slides.ts';
import { withExtractor } from './support.ts';

const docs = withExtractor();
const draw = withSlides(docs);

const COLORS = ['FF0000', '0000FF', '00A000'] as const;
const HALF: Place = [0, 0, 360, 405];
const REST: Place = [360, 0, 360, 405];
const NAMESPACES = 'xmlns:c="c" xmlns:a="a" xmlns:cx="cx"';

const numbers = (name: string, values: readonly number[]) =>
  `<c:${name}><c:numRef><c:numCache>${values.map((value, at) => `<c:pt idx="${at}"><c:v>${value}</c:v></c:pt>`).join('')}</c:numCache></c:numRef></c:${name}>`;

/** A series in a colour of its own. */
const series = (at: number, values: readonly number[], more = '') =>
  `<c:ser><c:spPr>${solid(COLORS[at % 3] ?? '')}<a:ln w="38100">${solid(COLORS[at % 3] ?? '')}</a:ln></c:spPr>${numbers('val', values)}${more}</c:ser>`;

const plot = (kind: string, inner: string) =>
  `<c:${kind}>${inner}<c:axId val="1"/><c:axId val="2"/></c:${kind}>`;

/** Without texts and lines, so that only values have colours. */
const axes = (values = '') =>
  `<c:catAx><c:axId val="1"/><c:delete val="1"/></c:catAx><c:valAx><c:axId val="2"/>${values}<c:delete val="1"/></c:valAx>`;

function drawChart(plots: string, axis = axes()) {
  return drawPart(
    `<c:chartSpace ${NAMESPACES}><c:chart><c:plotArea>${plots}${axis}</c:plotArea></c:chart></c:chartSpace>`,
  );
}

const holder = `<p:graphicFrame>${frame([0, 0, 720, 405], 'p')}<a:graphic><a:graphicData><c:chart r:id="c1"/></a:graphicData></a:graphic></p:graphicFrame>`;
const chartSlide = { shapes: holder, related: { c1: ['chart', '../charts/c.xml'] } } as const;

function drawPart(part: string) {
  return draw([chartSlide], { parts: { 'ppt/charts/c.xml': part } });
}

type Drawn = Awaited<ReturnType<typeof drawChart>>;

/** The highest row in which a colour is, and the lowest; undefined for none. */
function rowsOf(picture: Drawn, [x, y, w, h]: Place, color: Rgb): readonly [number, number] | undefined {
  const rows = Array.from({ length: h }, (_, at) => y + at).filter(
    (row) => picture.count([x, row, w, 1], color) > 2,
  );
  const [first, last] = [rows[0], rows.at(-1)];
  return first === undefined || last === undefined ? undefined : [first, last];
}

/** What is written in a chart. */
async function wordsOf(chart: string): Promise<readonly string[]> {
  const part = `<c:chartSpace ${NAMESPACES}><c:chart>${chart}</c:chart></c:chartSpace>`;
  const deck = makePptx([chartSlide], { size: SIZE, parts: { 'ppt/charts/c.xml': part } });
  const preview = await docs.preview('chart.pptx', deck, 'pptx');
  if (preview.preview !== 'slides') expect.fail('no slides');
  const blocks = preview.slides[0]?.blocks ?? [];
  const lines = blocks.flatMap((one) => (one.block === 'chart' ? one.paragraphs.flat() : []));
  return lines.map(({ parts }) => parts.map(({ text }) => text).join(''));
}

const named = (name: string) =>
  `<c:tx><c:strRef><c:strCache><c:pt idx="0"><c:v>${name}</c:v></c:pt></c:strCache></c:strRef></c:tx>`;

describe('the words of a chart', () => {
  it.each([
    ['one series', '<c:autoTitleDeleted val="0"/>', 1, ['Savings']],
    ['one series whose title is empty', '<c:title/><c:autoTitleDeleted val="0"/>', 1, ['Savings']],
    ['one series whose title its author deleted', '<c:autoTitleDeleted val="1"/>', 1, []],
    ['two series', '<c:autoTitleDeleted val="0"/>', 2, []],
    ['two series whose title is empty', '<c:title/>', 2, ['Chart Title']],
  ])('have what Office shows as the title of %s', async (_what, said, count, title) => {
    const all = Array.from({ length: count }, (_, at) => series(at, [5], named('Savings'))).join('');
    expect(await wordsOf(`${said}<c:plotArea>${plot('barChart', all)}${axes()}</c:plotArea>`)).toEqual(title);
  });

  it.each(['col', 'bar'])(
    'are not written on each other where parts of a hundred are small: %s',
    async (direction) => {
      const parts = `<c:barDir val="${direction}"/><c:grouping val="percentStacked"/><c:overlap val="100"/>`;
      const labels = '<c:dLbls><c:showVal val="1"/></c:dLbls>';
      const all = [1000, 1, 2, 1003].map((value, at) => series(at, [value], labels)).join('');
      const words = await wordsOf(`<c:plotArea>${plot('barChart', parts + all)}${axes()}</c:plotArea>`);
      expect(words.filter((one) => /^\d+$/.test(one))).toEqual(['1000', '1', '1003']);
    },
  );
});

describe('the picture of a chart', () => {
  it('has columns as high as their values, side by side', async () => {
    const picture = await drawChart(plot('barChart', series(0, [5, 10])));
    const low = picture.count(HALF, RED);
    expect(low).toBeGreaterThan(5_000);
    expect(picture.count(REST, RED)).toBeGreaterThan(low * 1.7);
  });

  it('has columns on each other where they are stacked', async () => {
    const stacked = '<c:grouping val="stacked"/><c:overlap val="100"/>';
    const picture = await drawChart(plot('barChart', `${stacked}${series(0, [5])}${series(1, [10])}`));
    const [red, blue] = [rowsOf(picture, [0, 0, 720, 405], RED), rowsOf(picture, [0, 0, 720, 405], BLUE)];
    expect(blue?.[1]).toBeLessThanOrEqual((red?.[0] ?? 0) + 2);
    expect((blue?.[1] ?? 0) - (blue?.[0] ?? 0)).toBeGreaterThan(((red?.[1] ?? 0) - (red?.[0] ?? 0)) * 1.8);
  });

  it('fills the whole height where values are parts of a hundred', async () => {
    const parts = '<c:grouping val="percentStacked"/><c:overlap val="100"/>';
    const picture = await drawChart(plot('barChart', `${parts}${series(0, [1, 300])}${series(1, [1, 100])}`));
    const reach = (place: Place) => rowsOf(picture, place, BLUE)?.[0] ?? 0;
    // However large the sums are, all columns are of one height.
    expect(Math.abs(reach(HALF) - reach(REST))).toBeLessThan(3);
    const share = picture.count(REST, RED) / (picture.count(REST, RED) + picture.count(REST, BLUE));
    expect(share).toBeGreaterThan(0.7);
    expect(share).toBeLessThan(0.8);
  });

  it('has no column where its author filled none, but its outline', async () => {
    // Thick: pictures are packed with loss, which dulls thin lines.
    const hollow = `<c:ser><c:spPr><a:noFill/><a:ln w="50800">${solid('FF0000')}</a:ln></c:spPr>${numbers('val', [5, 5])}</c:ser>`;
    const picture = await drawChart(plot('barChart', hollow));
    const outline = picture.count([0, 0, 720, 405], RED);
    expect(outline).toBeGreaterThan(500);
    expect(outline).toBeLessThan(12_000);
  });

  it('has every plot of a combined chart, lines over columns', async () => {
    const line = `<c:lineChart>${series(1, [10, 10])}<c:axId val="1"/><c:axId val="2"/></c:lineChart>`;
    const picture = await drawChart(`${line}${plot('barChart', series(0, [5, 5]))}`);
    expect(picture.count([0, 0, 720, 405], RED)).toBeGreaterThan(10_000);
    expect(picture.count([0, 0, 720, 405], BLUE)).toBeGreaterThan(300);
  });

  it('has an area between its edges where its axis says so', async () => {
    const axis = axes('<c:crossBetween val="midCat"/>');
    const picture = await drawChart(plot('areaChart', series(0, [10, 10])), axis);
    expect(isNear(picture.at(14, 300), RED)).toBe(true);
    expect(isNear(picture.at(706, 300), RED)).toBe(true);
  });

  it('has a radar around its middle, not lines from left to right', async () => {
    const filled = `<c:radarStyle val="filled"/>${series(0, [10, 10, 10, 10])}`;
    const picture = await drawChart(plot('radarChart', filled));
    expect(isNear(picture.at(360, 220), RED)).toBe(true);
    expect(isNear(picture.at(360, 120), RED)).toBe(true);
    expect(isNear(picture.at(60, 60), RED)).toBe(false);
  });

  it('has bubbles whose areas are as their sizes', async () => {
    const bubbles = `<c:ser><c:spPr>${solid('FF0000')}</c:spPr>${numbers('xVal', [1, 9])}${numbers('yVal', [5, 5])}${numbers('bubbleSize', [1, 4])}</c:ser>`;
    const across =
      '<c:valAx><c:axId val="1"/><c:delete val="1"/></c:valAx><c:valAx><c:axId val="2"/><c:delete val="1"/></c:valAx>';
    const picture = await drawChart(plot('bubbleChart', bubbles), across);
    const [small, large] = [picture.count(HALF, RED), picture.count(REST, RED)];
    expect(small).toBeGreaterThan(200);
    expect(large / small).toBeGreaterThan(3);
    expect(large / small).toBeLessThan(5);
  });

  it('has a ring for each series of a doughnut, with a hole', async () => {
    const whole = (at: number) =>
      series(at, [1], `<c:dPt><c:idx val="0"/><c:spPr>${solid(COLORS[at] ?? '')}</c:spPr></c:dPt>`);
    const picture = await drawChart(
      `<c:doughnutChart>${whole(0)}${whole(1)}<c:holeSize val="50"/></c:doughnutChart>`,
      '',
    );
    expect(isNear(picture.at(360, 202), RED)).toBe(false);
    const right = Array.from({ length: 200 }, (_, at) => picture.at(360 + at, 200));
    const [red, blue] = [RED, BLUE].map((color) => right.findIndex((one) => isNear(one, color)));
    expect(red).toBeGreaterThan(60);
    expect(blue).toBeGreaterThan(red ?? 0);
  });

  it('stands on the ground that its author gave it', async () => {
    const picture = await drawPart(
      `<c:chartSpace ${NAMESPACES}><c:chart><c:plotArea>${plot('barChart', series(0, [5]))}${axes()}</c:plotArea></c:chart><c:spPr>${solid('00A000')}</c:spPr></c:chartSpace>`,
    );
    expect(isNear(picture.at(5, 5), GREEN)).toBe(true);
  });

  it('has values beyond what its axis shows cut off', async () => {
    const axis = axes('<c:scaling><c:max val="10"/><c:min val="0"/></c:scaling>');
    const picture = await drawChart(plot('barChart', series(0, [1_000_000_000, 5])), axis);
    expect(picture.count(HALF, RED)).toBeGreaterThan(10_000);
  });
});

const dimension = (kind: 'str' | 'num', points: readonly (string | number)[]) =>
  `<cx:${kind}Dim type="${kind === 'str' ? 'cat' : 'val'}"><cx:lvl>${points.map((point, at) => `<cx:pt idx="${at}">${point}</cx:pt>`).join('')}</cx:lvl></cx:${kind}Dim>`;

/** A chart of Office 2016. */
const extended = (layout: string, values: readonly number[], more = '') =>
  `<cx:chartSpace ${NAMESPACES}><cx:chartData><cx:data id="0">${dimension('str', ['Leads', 'Talks', 'Deals'])}${dimension('num', values)}</cx:data></cx:chartData><cx:chart><cx:plotArea><cx:plotAreaRegion><cx:series layoutId="${layout}"><cx:spPr>${solid('FF0000')}</cx:spPr><cx:dataId val="0"/>${more}</cx:series></cx:plotAreaRegion></cx:plotArea></cx:chart></cx:chartSpace>`;

describe('the picture of a chart of Office 2016', () => {
  it('is a funnel around one middle', async () => {
    const picture = await drawPart(extended('funnel', [100, 50, 10]));
    const thirds = [60, 200, 340].map((y) => picture.count([0, y, 720, 1], RED));
    expect(thirds[0]).toBeGreaterThan((thirds[1] ?? 0) * 1.6);
    expect(thirds[1]).toBeGreaterThan((thirds[2] ?? 0) * 2);
  });

  it('is a waterfall whose columns begin where the ones before end', async () => {
    const totals = '<cx:layoutPr><cx:subtotals><cx:idx val="2"/></cx:subtotals></cx:layoutPr>';
    const picture = await drawPart(extended('waterfall', [100, -40, 60], totals));
    const columns = [0, 240, 480].map((x) => rowsOf(picture, [x + 40, 0, 180, 405], RED) ?? [0, 0]);
    const [first = [0, 0], second = [0, 0], sum = [0, 0]] = columns;
    expect(Math.abs(second[0] - first[0])).toBeLessThan(4);
    expect(Math.abs(sum[0] - second[1])).toBeLessThan(4);
    expect(Math.abs(sum[1] - first[1])).toBeLessThan(4);
  });

  it('is a treemap whose areas are as its values', async () => {
    const points = COLORS.map(
      (color, at) => `<cx:dataPt idx="${at}"><cx:spPr>${solid(color)}</cx:spPr></cx:dataPt>`,
    );
    const picture = await drawPart(extended('treemap', [60, 30, 10], points.join('')));
    const [red, blue, green] = [RED, BLUE, GREEN].map((color) => picture.count([0, 0, 720, 405], color));
    expect((red ?? 0) / (blue ?? 1)).toBeGreaterThan(1.7);
    expect((blue ?? 0) / (green ?? 1)).toBeGreaterThan(2.4);
  });

  it('has its stages among the words of its slide', async () => {
    const holder = `<p:graphicFrame>${frame([0, 0, 720, 405], 'p')}<a:graphic><a:graphicData><c:chart r:id="c1"/></a:graphicData></a:graphic></p:graphicFrame>`;
    const { makePptx } = await import('../../../fixtures/documents/make-package.ts');
    const deck = makePptx([{ shapes: holder, related: { c1: ['chartEx', '../charts/c.xml'] } }], {
      parts: { 'ppt/charts/c.xml': extended('funnel', [3, 2, 1]) },
    });
    const { pages } = await docs.extract('stages.pptx', deck);
    expect(pages[0]?.text).toContain('Talks');
  });
});
