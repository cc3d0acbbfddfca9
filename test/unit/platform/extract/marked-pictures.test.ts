import { describe, expect, it } from 'vitest';
import { makePptx } from '../../../fixtures/documents/make-package.ts';
import { makePdf } from '../../../fixtures/documents/make-pdf.ts';
import { isNear, MARK, type Place, pixelsOf, type Rgb } from './pixels.ts';
import { withExtractor } from './support.ts';

const docs = withExtractor();

/** WCAG's contrast of two colours. */
function contrast(one: Rgb, other: Rgb): number {
  const luminance = (color: Rgb) => {
    const [r = 0, g = 0, b = 0] = color.map((channel) => {
      const share = channel / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

describe('a word that is marked on a PDF’s page', () => {
  it.each([
    ['black on white', '', '0 0 0 rg'],
    ['white on dark', '0 0 0.4 rg 40 590 500 60 re f', '1 1 1 rg'],
    ['grey on white', '', '0.6 0.6 0.6 rg'],
    ['red on white', '', '0.9 0.2 0.2 rg'],
  ])('is read as well as any other: %s', async (_, ground, ink) => {
    const content = `${ground} ${ink} BT /F1 24 Tf 50 612 Td (pricing) Tj ET`;
    const path = await docs.write('a.pdf', makePdf({ pages: [{ content }] }));
    const picture = await pixelsOf(await docs.extractor().pagePicture(path, 'pdf', 1, 595, ['pricing']));
    let darkest: Rgb = [255, 255, 255];
    let marked = 0;
    for (let y = 842 - 630; y < 842 - 608; y += 1) {
      for (let x = 50; x < 125; x += 1) {
        const pixel = picture.at(x, y);
        if (isNear(pixel, MARK)) marked += 1;
        if (contrast(pixel, [255, 255, 255]) > contrast(darkest, [255, 255, 255])) darkest = pixel;
      }
    }
    expect(marked).toBeGreaterThan(500);
    expect(contrast(darkest, MARK)).toBeGreaterThan(7);
  });

  it('is marked whole, and its neighbours not at all', async () => {
    // Wide and narrow letters before it, which the estimate of widths gets wrong.
    const content = 'BT /F1 24 Tf 50 612 Td (Willimowill pricing will) Tj ET';
    const path = await docs.write('a.pdf', makePdf({ pages: [{ content }] }));
    const picture = await pixelsOf(await docs.extractor().pagePicture(path, 'pdf', 1, 595, ['pricing']));
    const isMarked = (x: number) => picture.count([x, 205, 1, 30], MARK) > 2;
    const marked = Array.from({ length: 400 }, (_, at) => at + 40).filter(isMarked);
    // The ends stand where no letter is: nothing dark in the columns beside the mark.
    for (const x of [(marked[0] ?? 0) - 1, (marked.at(-1) ?? 0) + 1])
      expect(picture.count([x, 212, 1, 20], [0, 0, 0])).toBe(0);
  });

  it('is marked over all of its letters where they are set apart, turned, or divided among texts', async () => {
    const content = [
      'BT /F1 20 Tf 60 700 Td 6 Tc (SPECIAL) Tj ET',
      'BT /F1 20 Tf 0 Tc 0 1 -1 0 500 300 Tm (special) Tj ET',
      'BT /F1 20 Tf 60 400 Td (spe) Tj /F1 20 Tf (cial) Tj ET',
    ].join('\n');
    const path = await docs.write('b.pdf', makePdf({ pages: [{ content }] }));
    const picture = await pixelsOf(await docs.extractor().pagePicture(path, 'pdf', 1, 595, ['special']));
    const places = [
      [150, 125, 40, 20],
      [484, 480, 20, 50],
      [100, 425, 20, 20],
    ] as const;
    for (const place of places) expect(picture.count(place, MARK)).toBeGreaterThan(50);
    expect(picture.count([300, 300, 100, 100], MARK)).toBe(0);
  });
});

describe('text that is read from right to left', () => {
  const frame = '<a:xfrm><a:off x="0" y="0"/><a:ext cx="9144000" cy="1270000"/></a:xfrm>';
  const slide = (properties: string, text: string) =>
    `<p:sp><p:nvSpPr><p:cNvPr id="2" name="T"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>${frame}</p:spPr><p:txBody><a:bodyPr/><a:p><a:pPr ${properties}/><a:r><a:rPr sz="6000"/><a:t>${text}</a:t></a:r></a:p></p:txBody></p:sp>`;

  it('has its last sign on the left', async () => {
    const draw = async (text: string) => {
      const made = makePptx([{ shapes: slide('algn="r" rtl="1"', text) }], { size: [9_144_000, 5_143_500] });
      const path = await docs.write('a.pptx', made);
      return pixelsOf(await docs.extractor().pagePicture(path, 'pptx', 1, 720));
    };
    const [without, withSign] = [await draw('אאאא'), await draw('אאאא!')];
    const leftmost = (picture: Awaited<ReturnType<typeof draw>>) =>
      Array.from({ length: 720 }, (_, x) => x).find(
        (x) => picture.count([x, 0, 1, 100] as Place, [16, 16, 16]) > 0,
      );
    const rightmost = (picture: Awaited<ReturnType<typeof draw>>) =>
      Array.from({ length: 720 }, (_, x) => 719 - x).find(
        (x) => picture.count([x, 0, 1, 100] as Place, [16, 16, 16]) > 0,
      );
    expect(leftmost(withSign)).toBeLessThan(leftmost(without) ?? 0);
    expect(Math.abs((rightmost(withSign) ?? 0) - (rightmost(without) ?? 0))).toBeLessThan(4);
    const last = withSign.count([leftmost(withSign) ?? 0, 0, 14, 100], [16, 16, 16]);
    // The exclamation mark is a thin stroke; a letter is not.
    expect(last).toBeLessThan(without.count([leftmost(without) ?? 0, 0, 14, 100], [16, 16, 16]));
  });
});
