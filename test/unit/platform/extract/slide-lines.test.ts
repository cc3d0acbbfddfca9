import { describe, expect, it } from 'vitest';
import type { WrittenLine } from '../../../../src/engine/ports/extractor.ts';
import { faceNamed } from '../../../../src/platform/extract/paging/font-metrics.ts';
import { makePptx, type Parts, placeholderShape } from '../../../fixtures/documents/make-package.ts';
import { frame, SIZE } from './slides.ts';
import { withExtractor } from './support.ts';

const docs = withExtractor();
const NAMESPACES = 'xmlns:p="p" xmlns:a="a" xmlns:r="r"';

/** The lines that stand on a slide 720 by 405 points, in points. */
async function linesOf(shapes: string, parts: Parts = {}): Promise<readonly WrittenLine[]> {
  const preview = await docs.preview('a.pptx', makePptx([{ shapes }], { size: SIZE, parts }), 'pptx');
  if (preview.preview !== 'slides') expect.fail('no slides');
  const blocks = preview.slides[0]?.blocks ?? [];
  const lines = blocks.flatMap((one) => (one.block === 'text' ? one.paragraphs.flat() : []));
  return lines.map((line) => ({
    ...line,
    x: line.x * 720,
    y: line.y * 405,
    w: line.w * 720,
    size: line.size * 720,
  }));
}

const textBox = (paragraphs: string) =>
  `<p:sp><p:spPr>${frame([0, 0, 700, 400])}</p:spPr><p:txBody><a:bodyPr lIns="0" tIns="0"/>${paragraphs}</p:txBody></p:sp>`;

describe('a line on a slide', () => {
  it.each(['Calibri', 'Cambria', 'Arial'])(
    'is as wide in %s as in that font, whatever fonts there are',
    async (font) => {
      const text = 'Implementation guide';
      const measures = faceNamed(font, false, false);
      const width = [...text].reduce((sum, letter) => sum + measures.width(letter.codePointAt(0) ?? 0), 0);
      const run = `<a:r><a:rPr sz="4000"><a:latin typeface="${font}"/></a:rPr><a:t>${text}</a:t></a:r>`;
      const [line] = await linesOf(textBox(`<a:p>${run}</a:p>`));
      expect((line?.w ?? 0) / 40).toBeGreaterThan(width * 0.985);
      expect((line?.w ?? 0) / 40).toBeLessThan(width * 1.015);
    },
  );

  it('is as far from the paragraph before as its own letters say, not those of an empty paragraph', async () => {
    const paragraph = `<a:p><a:pPr><a:spcBef><a:spcPct val="50000"/></a:spcBef></a:pPr><a:r><a:rPr sz="2000"/><a:t>One</a:t></a:r><a:endParaRPr sz="8000"/></a:p>`;
    const [first, second] = await linesOf(textBox(paragraph + paragraph));
    // A line of 20 points is 24 high; half of 20 lies between.
    expect((second?.y ?? 0) - (first?.y ?? 0)).toBeCloseTo(34, 0);
  });

  it('has the presentation’s own style in a text box only: titles have their master’s', async () => {
    const italic = '<a:lvl1pPr><a:defRPr i="1"/></a:lvl1pPr>';
    const presentation = `<p:presentation ${NAMESPACES}><p:sldIdLst><p:sldId id="256" r:id="rId1"/></p:sldIdLst><p:sldSz cx="${SIZE[0]}" cy="${SIZE[1]}"/><p:defaultTextStyle>${italic}</p:defaultTextStyle></p:presentation>`;
    const shapes =
      placeholderShape('title', ['Title']).replace(
        '<p:spPr/>',
        `<p:spPr>${frame([0, 0, 700, 90])}</p:spPr>`,
      ) + textBox('<a:p><a:r><a:t>Box</a:t></a:r></a:p>');
    const lines = await linesOf(shapes, { 'ppt/presentation.xml': presentation });
    expect(lines.map(({ parts: [part] }) => [part?.text, part?.italic])).toEqual([
      ['Title', undefined],
      ['Box', true],
    ]);
  });

  it('stands in a text box where the presentation says, whatever its master says of other texts', async () => {
    const style = (align: string, size: number) =>
      `<a:lvl1pPr algn="${align}"><a:defRPr sz="${size}"/></a:lvl1pPr>`;
    const presentation = `<p:presentation ${NAMESPACES}><p:sldIdLst><p:sldId id="256" r:id="rId1"/></p:sldIdLst><p:sldSz cx="${SIZE[0]}" cy="${SIZE[1]}"/><p:defaultTextStyle>${style('ctr', 2400)}</p:defaultTextStyle></p:presentation>`;
    const master = `<p:sldMaster ${NAMESPACES}><p:cSld><p:spTree/></p:cSld><p:txStyles><p:otherStyle>${style('l', 1800)}</p:otherStyle></p:txStyles></p:sldMaster>`;
    const parts = { 'ppt/presentation.xml': presentation, 'ppt/slideMasters/slideMaster1.xml': master };
    const [line] = await linesOf(textBox('<a:p><a:r><a:t>Middle</a:t></a:r></a:p>'), parts);
    expect(line?.size).toBeCloseTo(24, 0);
    expect((line?.x ?? 0) + (line?.w ?? 0) / 2).toBeCloseTo((700 - 7.2) / 2, 0);
  });

  it('has the font that its shape’s style says before the one that the presentation says of all', async () => {
    const usual = '<a:lvl1pPr><a:defRPr><a:latin typeface="Courier New"/></a:defRPr></a:lvl1pPr>';
    const presentation = `<p:presentation ${NAMESPACES}><p:sldIdLst><p:sldId id="256" r:id="rId1"/></p:sldIdLst><p:sldSz cx="${SIZE[0]}" cy="${SIZE[1]}"/><p:defaultTextStyle>${usual}</p:defaultTextStyle></p:presentation>`;
    const plain = textBox('<a:p><a:r><a:t>Text</a:t></a:r></a:p>');
    const styled = plain.replace(
      '</p:spPr>',
      '</p:spPr><p:style><a:fontRef idx="minor"><a:srgbClr val="112233"/></a:fontRef></p:style>',
    );
    const lines = await linesOf(plain + styled, { 'ppt/presentation.xml': presentation });
    expect(lines.map(({ face }) => face === 'mono')).toEqual([true, false]);
  });
});
