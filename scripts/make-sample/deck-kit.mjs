/** Fennwick's slide layouts and the parts that slides are made of. Inches; 13.33 × 7.5. */
import { createRequire } from 'node:module';
import { join } from 'node:path';

const tools = process.env.SAMPLE_TOOLS ?? '/tmp/sample-tools';
const Pptx = createRequire(join(tools, 'package.json'))('pptxgenjs');
export const PICTURES = process.env.SAMPLE_PICTURES ?? '/tmp/sample-build';
export const OUT = new URL('../../resources/sample/files/', import.meta.url).pathname;

export const C = {
  teal: '0B4F57',
  deep: '073A41',
  mid: '12757F',
  soft: 'BFDCDC',
  mist: 'E6F1F0',
  paper: 'F6F3EE',
  stone: 'DCD5CB',
  grey: '857C72',
  ink: '2F2A26',
  amber: 'E0A03A',
  coral: 'CF6547',
  white: 'FFFFFF',
};
const GROUNDS = { 'title-rings': C.paper, 'title-columns': C.deep, 'title-days': '0F6670' };
const FONT = 'Calibri';

const titleBox = (name, x, y, w, h, size, color) => ({
  placeholder: {
    options: {
      name,
      type: name === 'title' ? 'title' : 'body',
      x,
      y,
      w,
      h,
      fontFace: FONT,
      fontSize: size,
      color,
      bold: name === 'title',
      align: 'left',
      valign: name === 'title' ? 'bottom' : 'top',
      margin: 0,
    },
    text: '',
  },
});

/** A deck with Fennwick's four layouts: Cover, Section, Content, Closing. */
export const deck = (title, subject, author, art = 'title', light = false) => {
  const p = new Pptx();
  p.layout = 'LAYOUT_WIDE';
  p.title = title;
  p.subject = subject;
  p.author = author;
  p.company = 'Fennwick B.V.';
  p.theme = { headFontFace: FONT, bodyFontFace: FONT };
  const foot = (color) => ({
    text: {
      text: `Fennwick  ·  ${title}`,
      options: { x: 1.05, y: 6.98, w: 8, h: 0.3, fontFace: FONT, fontSize: 10, color, margin: 0 },
    },
  });
  p.defineSlideMaster({
    title: 'Cover',
    // A plain ground under the picture: readers that leave out layouts' pictures still show white on dark.
    background: { color: GROUNDS[art] ?? C.teal },
    objects: [
      { image: { path: join(PICTURES, `${art}.png`), x: 0, y: 0, w: 13.33, h: 7.5 } },
      {
        image: {
          path: join(PICTURES, light ? 'mark.png' : `mark-${art}.png`),
          x: 0.7,
          y: 0.6,
          w: 0.5,
          h: 0.5,
        },
      },
      {
        text: {
          text: 'Fennwick',
          options: {
            x: 1.32,
            y: 0.6,
            w: 4,
            h: 0.5,
            fontFace: FONT,
            fontSize: 22,
            bold: true,
            color: light ? C.teal : C.white,
            margin: 0,
          },
        },
      },
      titleBox('title', 0.7, 2.3, 7.4, 2.2, 48, light ? C.teal : C.white),
      titleBox('subtitle', 0.7, 4.75, 7, 1.2, 20, light ? '5D554D' : 'D5E8E7'),
    ],
  });
  p.defineSlideMaster({
    title: 'Section',
    background: { color: C.deep },
    objects: [
      { image: { path: join(PICTURES, 'section.png'), x: 0, y: 0, w: 13.33, h: 7.5 } },
      titleBox('title', 0.7, 2.3, 10.5, 1.8, 42, C.white),
      titleBox('subtitle', 0.7, 4.35, 9, 1.2, 20, C.soft),
      foot(C.soft),
    ],
  });
  p.defineSlideMaster({
    title: 'Content',
    background: { color: C.white },
    objects: [
      titleBox('title', 0.7, 0.42, 11.9, 0.95, 30, C.teal),
      { rect: { x: 0.7, y: 1.45, w: 0.9, h: 0.06, fill: { color: C.amber } } },
      { image: { path: join(PICTURES, 'mark.png'), x: 0.7, y: 6.95, w: 0.26, h: 0.26 } },
      foot(C.grey),
    ],
    slideNumber: {
      x: 12.2,
      y: 6.98,
      w: 0.5,
      h: 0.3,
      fontFace: FONT,
      fontSize: 10,
      color: C.grey,
      align: 'right',
    },
  });
  return p;
};

/** A slide of one layout with its title, and what the speaker says. */
export const slide = (p, layout, title, notes, subtitle) => {
  const s = p.addSlide({ masterName: layout });
  s.addText(title, { placeholder: 'title' });
  if (subtitle !== undefined) s.addText(subtitle, { placeholder: 'subtitle' });
  if (notes !== undefined) s.addNotes(notes);
  return s;
};

export const text = (s, value, x, y, w, h, options = {}) =>
  s.addText(value, {
    x,
    y,
    w,
    h,
    fontFace: FONT,
    fontSize: 16,
    color: C.ink,
    valign: 'top',
    margin: 0,
    paraSpaceAfter: 6,
    ...options,
  });

export const bullets = (s, items, x, y, w, h, size = 17) =>
  text(
    s,
    items.map((item) => ({ text: item, options: { bullet: { indent: 16 }, breakLine: true } })),
    x,
    y,
    w,
    h,
    { fontSize: size, paraSpaceAfter: 9 },
  );

export const stat = (s, value, label, x, y, w, dark = false) => {
  s.addShape('rect', { x, y, w, h: 0.06, fill: { color: dark ? C.amber : C.mid } });
  text(s, value, x, y + 0.15, w, 0.75, { fontSize: 40, bold: true, color: dark ? C.white : C.teal });
  text(s, label, x, y + 0.96, w, 0.75, { fontSize: 17, color: dark ? C.soft : '5D554D' });
};

export const card = (s, title, body, x, y, w, h, dark = false) => {
  s.addShape('roundRect', { x, y, w, h, rectRadius: 0.08, fill: { color: dark ? C.teal : C.paper } });
  const size = h >= 2.2 ? 20 : 18;
  text(s, title, x + 0.28, y + 0.22, w - 0.56, 0.45, {
    fontSize: size + 2,
    bold: true,
    color: dark ? C.white : C.mid,
  });
  text(s, body, x + 0.28, y + 0.76, w - 0.56, h - 0.9, { fontSize: size, color: dark ? 'E9F4F3' : C.ink });
};

export const table = (s, rows, x, y, w, colW, size = 16, rowH = 0.55) => {
  const numeric = (column) =>
    column > 0 &&
    rows.slice(1).every((row) => /^([€\d−+~–]|none)/.test(row[column]) && row[column].length < 12);
  const cell = (value, row, column) => ({
    text: value,
    options: {
      bold: row === 0 || column === 0,
      color: row === 0 ? C.white : C.ink,
      fill: { color: row === 0 ? C.teal : row % 2 === 0 ? C.paper : C.white },
      align: numeric(column) ? 'right' : 'left',
    },
  });
  s.addTable(
    rows.map((row, r) => row.map((value, c) => cell(value, r, c))),
    {
      x,
      y,
      w,
      colW,
      rowH: rows.map(() => rowH),
      fontFace: FONT,
      fontSize: size,
      border: { type: 'solid', pt: 0.5, color: C.stone },
      margin: [0.06, 0.12, 0.06, 0.12],
      valign: 'middle',
    },
  );
};

export const picture = (s, name, x, y, w, alt) =>
  s.addImage({ path: join(PICTURES, `${name}.png`), x, y, w, h: (w * 448) / 784, altText: alt });

export const quote = (s, words, who, x, y, w) => {
  text(s, `“${words}”`, x, y, w, 1.7, { fontSize: 24, bold: true, color: C.teal });
  text(s, who, x, y + 1.75, w, 0.6, { fontSize: 15, color: C.grey });
};

export const columns = (p, s, title, labels, series, x, y, w, h, options = {}) =>
  s.addChart(
    p.charts.BAR,
    series.map(([name, values]) => ({ name, labels, values })),
    {
      x,
      y,
      w,
      h,
      barDir: 'col',
      barGapWidthPct: 55,
      chartColors: [C.mid, C.amber, C.soft, C.grey].slice(0, series.length),
      showTitle: true,
      title,
      titleFontFace: FONT,
      titleFontSize: 14,
      titleColor: C.ink,
      showLegend: series.length > 1,
      legendPos: 'b',
      legendFontFace: FONT,
      legendFontSize: 12,
      showValue: true,
      dataLabelFontSize: 12,
      dataLabelColor: C.ink,
      dataLabelFormatCode: options.format ?? '0',
      catAxisLabelFontFace: FONT,
      catAxisLabelFontSize: 12,
      catAxisLabelColor: C.grey,
      valAxisHidden: true,
      valGridLine: { style: 'none' },
      valAxisMinVal: 0,
      ...options.chart,
    },
  );

export const line = (p, s, title, labels, series, x, y, w, h) =>
  s.addChart(
    p.charts.LINE,
    series.map(([name, values]) => ({ name, labels, values })),
    {
      x,
      y,
      w,
      h,
      chartColors: [C.mid, C.amber, C.grey].slice(0, series.length),
      lineSize: 2.5,
      lineDataSymbolSize: 7,
      showTitle: true,
      title,
      titleFontFace: FONT,
      titleFontSize: 13,
      titleColor: C.ink,
      showLegend: series.length > 1,
      legendPos: 'b',
      legendFontFace: FONT,
      catAxisLabelFontFace: FONT,
      catAxisLabelFontSize: 12,
      catAxisLabelColor: C.grey,
      valAxisLabelFontFace: FONT,
      valAxisLabelFontSize: 11,
      valAxisLabelColor: C.grey,
      valGridLine: { color: C.stone, size: 0.5 },
      catAxisLabelPos: 'low',
    },
  );
