import { type MadeSlide, makePptx, type Parts, xml } from '../../../fixtures/documents/make-package.ts';
import { type Place, pixelsOf, type Rgb } from './pixels.ts';
import type { withExtractor } from './support.ts';

/** 10 by 5.625 inches: 720 by 405 points, so that drawn 720 wide a point is a pixel. */
export const SIZE = [9_144_000, 5_143_500] as const;
export const POINT = 12_700;

export const RED: Rgb = [255, 0, 0];
export const BLUE: Rgb = [0, 0, 255];
export const GREEN: Rgb = [0, 160, 0];
export const BLACK: Rgb = [0, 0, 0];
export const PAPER: Rgb = [250, 250, 250];
/** The whole slide. */
export const ALL: Place = [0, 0, 720, 405];

/** Where a shape is, in points. */
export function frame([x, y, w, h]: Place, tag = 'a', attributes = ''): string {
  return `<${tag}:xfrm ${attributes}><a:off x="${x * POINT}" y="${y * POINT}"/><a:ext cx="${w * POINT}" cy="${h * POINT}"/></${tag}:xfrm>`;
}

/** A fill of one colour. */
export const solid = (color: string) => `<a:solidFill><a:srgbClr val="${color}"/></a:solidFill>`;

/** A shape with fill, outline and text as the XML given. */
export function shape(place: Place, look: string, text = '', preset = 'rect', attributes = ''): string {
  const form = `<a:prstGeom prst="${preset}"><a:avLst/></a:prstGeom>`;
  return `<p:sp><p:nvSpPr><p:cNvPr id="9" name="x"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>${frame(place, 'a', attributes)}${form}${look}</p:spPr>${text}</p:sp>`;
}

/** A text body of one paragraph. */
export function body(text: string, run = 'sz="2400"', color = '000000', paragraph = ''): string {
  return `<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:pPr ${paragraph}/><a:r><a:rPr ${run}>${solid(color)}</a:rPr><a:t>${xml(text)}</a:t></a:r></a:p></p:txBody>`;
}

/** Draws slides of decks 720 pixels wide, to their pixels. */
export function withSlides(docs: ReturnType<typeof withExtractor>) {
  let files = 0;
  return async (
    slides: readonly (MadeSlide | string)[],
    options: {
      readonly page?: number;
      readonly words?: readonly string[];
      readonly parts?: Parts;
      readonly width?: number;
    } = {},
  ) => {
    const made = slides.map((one) => (typeof one === 'string' ? { shapes: one } : one));
    files += 1;
    const deck = makePptx(made, { size: SIZE, parts: options.parts ?? {} });
    const path = await docs.write(`${files}.pptx`, deck);
    const { page = 1, width = 720, words = [] } = options;
    return pixelsOf(await docs.extractor().pagePicture(path, 'pptx', page, width, words));
  };
}
