import { createCanvas } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { makePptx, makeZip, placeholderShape } from '../../../fixtures/documents/make-package.ts';
import { isNear, MARK, type Place, pixelsOf } from './pixels.ts';
import {
  ALL,
  BLACK,
  BLUE,
  body,
  frame,
  GREEN,
  PAPER,
  POINT,
  RED,
  SIZE,
  shape,
  solid,
  withSlides,
} from './slides.ts';
import { withExtractor } from './support.ts';

const docs = withExtractor();

const draw = withSlides(docs);

describe('the picture of a slide', () => {
  it('has its shapes where they stand, in their colours and outlines', async () => {
    const red = shape([100, 50, 200, 100], solid('FF0000'));
    const round = shape(
      [400, 200, 100, 100],
      `${solid('0000FF')}<a:ln w="50800">${solid('00A000')}</a:ln>`,
      '',
      'ellipse',
    );
    const picture = await draw([red + round]);
    expect(picture).toMatchObject({ width: 720, height: 405 });
    expect(isNear(picture.at(110, 60), RED)).toBe(true);
    expect(isNear(picture.at(290, 140), RED)).toBe(true);
    expect(isNear(picture.at(310, 100), PAPER)).toBe(true);
    expect(isNear(picture.at(450, 250), BLUE)).toBe(true);
    expect(isNear(picture.at(405, 205), PAPER)).toBe(true);
    expect(isNear(picture.at(400, 250), GREEN)).toBe(true);
  });

  it('has shapes turned and mirrored as they are', async () => {
    const bar = shape([200, 180, 200, 20], solid('FF0000'), '', 'rect', 'rot="5400000"');
    const half = shape([500, 100, 100, 100], solid('0000FF'), '', 'rtTriangle', 'flipH="1"');
    const picture = await draw([bar + half]);
    expect(isNear(picture.at(300, 110), RED)).toBe(true);
    expect(isNear(picture.at(220, 190), PAPER)).toBe(true);
    expect(isNear(picture.at(590, 150), BLUE)).toBe(true);
    expect(isNear(picture.at(510, 110), PAPER)).toBe(true);
  });

  it('runs from one colour to the other where a shape does', async () => {
    const stops = `<a:gs pos="0"><a:srgbClr val="FF0000"/></a:gs><a:gs pos="100000"><a:srgbClr val="0000FF"/></a:gs>`;
    const picture = await draw([
      shape([0, 0, 720, 405], `<a:gradFill><a:gsLst>${stops}</a:gsLst><a:lin ang="0"/></a:gradFill>`),
    ]);
    expect(isNear(picture.at(5, 200), RED)).toBe(true);
    expect(isNear(picture.at(715, 200), BLUE)).toBe(true);
  });

  it('is of the slide that is asked for, in the order they are shown', async () => {
    const slides = [shape(ALL, solid('FF0000')), shape(ALL, solid('0000FF')), shape(ALL, solid('00A000'))];
    expect(isNear((await draw(slides, { page: 2 })).at(300, 200), BLUE)).toBe(true);
    expect(isNear((await draw(slides, { page: 3 })).at(300, 200), GREEN)).toBe(true);
  });

  it('is as small or large as asked, with everything in its place', async () => {
    const slide = shape([100, 50, 200, 100], solid('FF0000'));
    const small = await draw([slide], { width: 144 });
    expect(small).toMatchObject({ width: 144, height: 81 });
    expect(isNear(small.at(40, 20), RED)).toBe(true);
    expect(isNear(small.at(70, 20), PAPER)).toBe(true);
  });

  it('has text broken into its box, aligned and in its colour', async () => {
    const words = 'Many words that are too wide for a box of this width and go on';
    const left = shape([50, 50, 200, 200], '', body(words, 'sz="2000" b="1"'));
    const right = shape([400, 50, 300, 60], '', body('Right', 'sz="2000" b="1"', '000000', 'algn="r"'));
    const picture = await draw([left + right]);
    expect(picture.count([50, 50, 200, 40], BLACK)).toBeGreaterThan(30);
    expect(picture.count([50, 100, 200, 60], BLACK)).toBeGreaterThan(30);
    expect(picture.count([255, 50, 145, 300], BLACK)).toBe(0);
    expect(picture.count([600, 50, 100, 40], BLACK)).toBeGreaterThan(30);
    expect(picture.count([400, 50, 150, 40], BLACK)).toBe(0);
  });

  it('has bullets before the paragraphs of a list, and what the layout says', async () => {
    const place = frame([72, 100, 560, 250]);
    const list = placeholderShape('body', ['One'], 1).replace('<p:spPr/>', `<p:spPr>${place}</p:spPr>`);
    const title = placeholderShape('title', ['Prices']).replace(
      '<p:spPr/>',
      `<p:spPr>${frame([72, 20, 560, 60])}</p:spPr>`,
    );
    const picture = await draw([title + list]);
    expect(picture.count([72, 20, 560, 60], [12, 133, 153])).toBeGreaterThan(50);
    expect(picture.count([78, 100, 12, 40], BLACK)).toBeGreaterThan(3);
  });

  it('marks the words of a query, also where they change their look within', async () => {
    const split = body('Security').replace(
      'Security</a:t></a:r>',
      'Secu</a:t></a:r><a:r><a:rPr sz="2400" b="1"/><a:t>rity</a:t></a:r>',
    );
    const dark = shape(
      [50, 200, 300, 60],
      solid('202040'),
      body('Insecurity and security', 'sz="2400"', 'FFFFFF'),
    );
    const slide = shape([50, 50, 300, 60], '', split) + dark;
    const plain = await draw([slide]);
    const marked = await draw([slide], { words: ['security'] });
    expect(plain.count(ALL, MARK)).toBe(0);
    expect(marked.count([50, 50, 300, 60], MARK)).toBeGreaterThan(800);
    expect(marked.count([55, 200, 105, 60], MARK)).toBe(0);
    expect(marked.count([210, 200, 140, 60], MARK)).toBeGreaterThan(800);
  });

  it('has the slide’s own number where a program wrote what stands for it', async () => {
    const field = '<a:p><a:fld id="{1}" type="slidenum"><a:t>&lt;number&gt;</a:t></a:fld></a:p>';
    const number = shape([50, 50, 300, 60], '', `<p:txBody><a:bodyPr/><a:lstStyle/>${field}</p:txBody>`);
    const marks = async (word: string) =>
      (await draw(['', number], { page: 2, words: [word] })).count(ALL, MARK);
    expect(await marks('2')).toBeGreaterThan(50);
    expect(await marks('number')).toBe(0);
  });

  it('has tables with their fills and words', async () => {
    const cell = (text: string, fill: string) =>
      `<a:tc>${body(text, 'sz="1400"').replaceAll('p:txBody', 'a:txBody')}<a:tcPr>${fill}</a:tcPr></a:tc>`;
    const row = (cells: string) => `<a:tr h="${30 * POINT}">${cells}</a:tr>`;
    const grid = `<a:tblGrid><a:gridCol w="${100 * POINT}"/><a:gridCol w="${200 * POINT}"/></a:tblGrid>`;
    const rows =
      row(cell('', solid('FF0000')) + cell('', solid('0000FF'))) +
      row(cell('price', '') + cell('', solid('00A000')));
    const table = `<p:graphicFrame>${frame([50, 50, 300, 60], 'p')}<a:graphic><a:graphicData><a:tbl><a:tblPr/>${grid}${rows}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>`;
    const picture = await draw([table], { words: ['price'] });
    expect(isNear(picture.at(60, 60), RED)).toBe(true);
    expect(isNear(picture.at(200, 65), BLUE)).toBe(true);
    expect(isNear(picture.at(200, 95), GREEN)).toBe(true);
    expect(picture.count([50, 80, 100, 30], MARK)).toBeGreaterThan(200);
  });

  it('draws a chart’s columns', async () => {
    const series = `<c:ser><c:spPr>${solid('FF0000')}</c:spPr><c:val><c:numRef><c:numCache><c:pt idx="0"><c:v>5</c:v></c:pt><c:pt idx="1"><c:v>10</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser>`;
    const chart = `<c:chartSpace xmlns:c="c" xmlns:a="a"><c:chart><c:plotArea><c:barChart>${series}</c:barChart></c:plotArea></c:chart></c:chartSpace>`;
    const holder = `<p:graphicFrame>${frame([0, 0, 720, 405], 'p')}<a:graphic><a:graphicData><c:chart r:id="c1"/></a:graphicData></a:graphic></p:graphicFrame>`;
    const picture = await draw([{ shapes: holder, related: { c1: ['chart', '../charts/c.xml'] } }], {
      parts: { 'ppt/charts/c.xml': chart },
    });
    const low = picture.count([0, 0, 360, 405], RED);
    expect(low).toBeGreaterThan(5_000);
    expect(picture.count([360, 0, 360, 405], RED)).toBeGreaterThan(low * 1.7);
  });
});

describe('a picture on a slide', () => {
  const pictureShape = (place: Place, more = '') =>
    `<p:pic><p:nvPicPr><p:cNvPr id="1" name="x"/></p:nvPicPr><p:blipFill><a:blip r:embed="i1"/>${more}</p:blipFill><p:spPr>${frame(place)}</p:spPr></p:pic>`;
  const halves = () => {
    const canvas = createCanvas(200, 100);
    const context = canvas.getContext('2d');
    context.fillStyle = '#ff0000';
    context.fillRect(0, 0, 100, 100);
    context.fillStyle = '#0000ff';
    context.fillRect(100, 0, 100, 100);
    return canvas.toBuffer('image/png');
  };
  const withPicture = (bytes: Uint8Array, more = '') =>
    draw(
      [{ shapes: pictureShape([100, 100, 200, 100], more), related: { i1: ['image', '../media/i.png'] } }],
      {
        parts: { 'ppt/media/i.png': bytes },
      },
    );

  it('is drawn into its place, without what is cut off', async () => {
    const whole = await withPicture(halves());
    expect(isNear(whole.at(150, 150), RED)).toBe(true);
    expect(isNear(whole.at(250, 150), BLUE)).toBe(true);
    const cropped = await withPicture(halves(), '<a:srcRect l="50000"/>');
    expect(isNear(cropped.at(150, 150), BLUE)).toBe(true);
  });

  it.each([
    ['that is broken', halves().subarray(0, 60)],
    ['that is no picture', Buffer.from('GIF8 not really a picture at all, is it?')],
    ['of absurd size', absurd(halves())],
  ])('%s leaves a grey place, and the slide around it', async (_, bytes) => {
    const picture = await withPicture(bytes);
    expect(isNear(picture.at(200, 150), [233, 236, 239])).toBe(true);
    expect(isNear(picture.at(50, 50), PAPER)).toBe(true);
  });

  function absurd(png: Buffer): Buffer {
    png.writeUInt32BE(100_000, 16);
    png.writeUInt32BE(100_000, 20);
    return png;
  }
});

describe('there is no picture', () => {
  let files = 0;
  const ask = async (content: Uint8Array, page: number) => {
    files += 1;
    return docs.extractor().pagePicture(await docs.write(`none-${files}.pptx`, content), 'pptx', page, 300);
  };
  const deck = () => makePptx([{ shapes: shape(ALL, solid('FF0000')) }], { size: SIZE });

  it('of a slide that is not there', async () => {
    expect(await ask(deck(), 1)).toBeDefined();
    expect(await ask(deck(), 2)).toBeUndefined();
    expect(await ask(deck(), 0)).toBeUndefined();
  });

  it('of a deck that is damaged, or is none', async () => {
    expect(await ask(deck().subarray(0, 700), 1)).toBeUndefined();
    expect(await ask(Buffer.from('no deck'), 1)).toBeUndefined();
    expect(await ask(makeZip({ a: 'b' }), 1)).toBeUndefined();
  });
});

describe('a slide made to hurt', () => {
  it.each([
    [
      'sizes',
      shape([1e9, -1e9, 1e12, 1e12], `${solid('FF0000')}<a:ln w="999999999">${solid('00A000')}</a:ln>`),
    ],
    ['type sizes', shape([0, 0, 10, 10], '', body('x'.repeat(5_000), 'sz="99999999"'))],
    ['amounts of text', shape([0, 0, 2, 300], '', body('many words '.repeat(20_000)))],
    ['text in a box of no width', shape([0, 0, 0, 0], '', body('words and words'))],
    [
      'numbers',
      shape(
        ALL,
        solid('FF0000'),
        body('x', 'sz="NaN"', '000000', 'marL="NaN" indent="1e999" lvl="-3"'),
        'star99999',
      ),
    ],
    [
      'names',
      shape(ALL, '<a:solidFill><a:prstClr val="constructor"/></a:solidFill>', body('x'), 'constructor') +
        shape(ALL, '<a:solidFill><a:schemeClr val="toString"/></a:solidFill>', '', '__proto__'),
    ],
  ])('with absurd %s is drawn all the same', async (_, shapes) => {
    expect(await draw([shapes])).toMatchObject({ width: 720, height: 405 });
  });
});

describe('a deck that brings no picture along', () => {
  it('has its first slide as its thumbnail', async () => {
    const content = makePptx([{ shapes: shape([0, 0, 360, 405], solid('FF0000')) }], { size: SIZE });
    const { thumbnail } = await docs.extract('thumbnail.pptx', content);
    expect(thumbnail).toMatchObject({ width: 480, height: 270, mediaType: 'image/webp' });
    const picture = await pixelsOf(thumbnail);
    expect(isNear(picture.at(100, 100), RED)).toBe(true);
    expect(isNear(picture.at(400, 100), PAPER)).toBe(true);
  });
});
