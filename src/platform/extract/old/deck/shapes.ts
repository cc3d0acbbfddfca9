import { markupText } from '../common/made-package.ts';
import { SCHEME, type Scheme, shapeColor } from './colors.ts';
import { type DeckRecord, RECORD, recordsIn } from './records.ts';
import { flag, PROPERTY, type ShapeProperties, shapeProperties } from './shape-properties.ts';
import { isTitleText, type MasterTexts, textMarkup } from './text-box.ts';

/** What shapes are written with: a slide's colors, the texts that its list holds, its pictures. */
export type ShapeContext = {
  readonly scheme: Scheme;
  readonly masters: MasterTexts;
  readonly texts: readonly (readonly DeckRecord[])[];
  /** The id by which a slide refers to a picture of the presentation; undefined where there is none that is drawn. */
  readonly picture: (number: number) => string | undefined;
};

type Box = { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
/** From units of a group to those of the slide. */
type Space = { readonly scaleX: number; readonly scaleY: number; readonly x: number; readonly y: number };

/** English metric units of a master unit, 576 to an inch. */
const UNIT = 1587.5;
const MAX_DEPTH = 20;
const MAX_SHAPES = 4_000;
const SLIDE: Space = { scaleX: 1, scaleY: 1, x: 0, y: 0 };

/** Forms by their numbers (MS-ODRAW 2.4.24 MSOSPT); others are drawn as rectangles. */
const FORMS: Readonly<Record<number, string>> = {
  2: 'roundRect',
  3: 'ellipse',
  4: 'diamond',
  5: 'triangle',
  6: 'rtTriangle',
  7: 'parallelogram',
  8: 'trapezoid',
  9: 'hexagon',
  10: 'octagon',
  13: 'rightArrow',
  15: 'homePlate',
  20: 'line',
  32: 'line',
  55: 'chevron',
  66: 'leftArrow',
  67: 'downArrow',
  68: 'upArrow',
  69: 'leftRightArrow',
};
const LINE = new Set([20, 32, 33, 34]);
const TEXT_BOX = 202;
const PICTURE = 75;
const FLAG = { flipX: 0x40, flipY: 0x80, background: 0x400, deleted: 0x08 } as const;
const FILLED = 4;
const LINED = 3;
const HIDDEN = 1;

/** What a shape stands for on its slide (MS-PPT 2.5.27): those that every slide has are told apart. */
const PLACEHOLDERS: Readonly<Record<number, string>> = {
  7: 'dt',
  8: 'sldNum',
  9: 'ftr',
  10: 'hdr',
  11: 'sldImg',
};

/** Writes a slide's shapes in PresentationML, in their order. */
export function shapesMarkup(drawing: DeckRecord | undefined, context: ShapeContext): string {
  const writer = new ShapeWriter(context);
  for (const { type, body } of drawing ? recordsIn(drawing.body) : [])
    if (type === RECORD.group) writer.group(body, SLIDE, 0);
  return writer.out.join('');
}

/** The color that fills a slide's background, where it is one. */
export function backgroundOf(drawing: DeckRecord | undefined, scheme: Scheme): string | undefined {
  const shapes = drawing ? recordsIn(drawing.body).filter(({ type }) => type === RECORD.shape) : [];
  for (const shape of shapes) {
    const records = recordsIn(shape.body);
    const facts = records.find(({ type }) => type === RECORD.shapeFacts);
    if (((facts?.body.u32(4) ?? 0) & FLAG.background) === 0) continue;
    const color = shapeProperties(records).numbers.get(PROPERTY.fillColor);
    return color === undefined ? scheme[SCHEME.background] : shapeColor(color, scheme);
  }
  return undefined;
}

class ShapeWriter {
  readonly out: string[] = [];
  readonly #context: ShapeContext;
  #id = 1;

  constructor(context: ShapeContext) {
    this.#context = context;
  }

  /** A group: its first shape says where it lies and in what units those in it are. */
  group(body: DeckRecord['body'], around: Space, depth: number): void {
    if (depth > MAX_DEPTH) return;
    const [own, ...others] = recordsIn(body);
    const space = own?.type === RECORD.shape ? groupSpace(recordsIn(own.body), around, depth) : around;
    for (const one of own?.type === RECORD.shape ? others : [...(own ? [own] : []), ...others]) {
      if (this.#id > MAX_SHAPES) return;
      if (one.type === RECORD.group) this.group(one.body, space, depth + 1);
      else if (one.type === RECORD.shape) this.#shape(recordsIn(one.body), space);
    }
  }

  #shape(records: readonly DeckRecord[], space: Space): void {
    const facts = records.find(({ type }) => type === RECORD.shapeFacts);
    const flags = facts?.body.u32(4) ?? 0;
    if ((flags & (FLAG.deleted | FLAG.background)) !== 0) return;
    this.#id += 1;
    const properties = shapeProperties(records);
    const box = placeOf(records, space);
    const turned = `${(flags & FLAG.flipX) === 0 ? '' : ' flipH="1"'}${(flags & FLAG.flipY) === 0 ? '' : ' flipV="1"'}`;
    const place = `<a:xfrm${turned}><a:off x="${box.x}" y="${box.y}"/><a:ext cx="${box.w}" cy="${box.h}"/></a:xfrm>`;
    const hidden = flag(properties, PROPERTY.groupFlags, HIDDEN) === true ? ' hidden="1"' : '';
    const description = properties.texts.get(PROPERTY.description) ?? '';
    const name = `<p:cNvPr id="${this.#id}" name="" descr="${markupText(description)}"${hidden}/>`;
    const form = facts?.instance ?? 0;
    const picture = properties.numbers.get(PROPERTY.picture);
    const shown = picture === undefined ? undefined : this.#context.picture(picture);
    if (shown !== undefined) this.out.push(pictureMarkup(name, place, shown));
    const text = this.#textOf(records, properties);
    if (
      (shown !== undefined || form === PICTURE) &&
      text.markup === '' &&
      (shown !== undefined || description === '')
    )
      return;
    const fill = shown === undefined ? this.#fill(properties, form) : '<a:noFill/>';
    const look = `<a:prstGeom prst="${FORMS[form] ?? 'rect'}"/>${fill}${this.#line(properties, form)}`;
    const body = text.markup === '' ? '' : `<p:txBody><a:bodyPr wrap="square"/>${text.markup}</p:txBody>`;
    const stands = `<p:nvPr>${text.stands === '' ? '' : `<p:ph type="${text.stands}"/>`}</p:nvPr>`;
    this.out.push(
      `<p:sp><p:nvSpPr>${name}<p:cNvSpPr/>${stands}</p:nvSpPr><p:spPr>${place}${look}</p:spPr>${body}</p:sp>`,
    );
  }

  #textOf(records: readonly DeckRecord[], properties: ShapeProperties) {
    const box = records.find(({ type }) => type === RECORD.textBox);
    const inside = box ? recordsIn(box.body) : [];
    const reference = inside.find(({ type }) => type === RECORD.outlineText);
    const texts = reference ? (this.#context.texts[reference.body.u32(0)] ?? []) : inside;
    const art = properties.texts.get(PROPERTY.wordArt) ?? '';
    const markup = texts.length > 0 ? textMarkup(texts, this.#context.masters, this.#context.scheme) : '';
    const ofProgram = records.find(({ type }) => type === RECORD.ofProgram);
    const stands = ofProgram && recordsIn(ofProgram.body).find(({ type }) => type === RECORD.placeholder);
    const placeholder = PLACEHOLDERS[stands?.body.u8(4) ?? 0] ?? (isTitleText(texts) ? 'title' : '');
    if (markup !== '' || art === '') return { markup, stands: placeholder };
    return { markup: `<a:p><a:r><a:t>${markupText(art)}</a:t></a:r></a:p>`, stands: placeholder };
  }

  #fill(properties: ShapeProperties, form: number): string {
    const color = properties.numbers.get(PROPERTY.fillColor);
    const isFilled =
      flag(properties, PROPERTY.fillFlags, FILLED) ?? (color !== undefined && form !== TEXT_BOX);
    const shown = isFilled
      ? color === undefined
        ? this.#context.scheme[SCHEME.fill]
        : shapeColor(color, this.#context.scheme)
      : undefined;
    return shown === undefined ? '<a:noFill/>' : `<a:solidFill><a:srgbClr val="${shown}"/></a:solidFill>`;
  }

  #line(properties: ShapeProperties, form: number): string {
    const color = properties.numbers.get(PROPERTY.lineColor);
    const isLined = flag(properties, PROPERTY.lineFlags, LINED) ?? (LINE.has(form) || color !== undefined);
    const shown = isLined ? shapeColor(color ?? 0, this.#context.scheme) : undefined;
    const width = Math.min(properties.numbers.get(PROPERTY.lineWidth) ?? 9_525, 1_000_000);
    if (shown === undefined) return '<a:ln><a:noFill/></a:ln>';
    return `<a:ln w="${width}"><a:solidFill><a:srgbClr val="${shown}"/></a:solidFill></a:ln>`;
  }
}

function pictureMarkup(name: string, place: string, id: string): string {
  return (
    `<p:pic><p:nvPicPr>${name}<p:cNvPicPr/><p:nvPr/></p:nvPicPr>` +
    `<p:blipFill><a:blip r:embed="${id}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>` +
    `<p:spPr>${place}<a:prstGeom prst="rect"/></p:spPr></p:pic>`
  );
}

/** Left, top, right and bottom in the units around, of whichever record has them (MS-PPT 2.7.1, MS-ODRAW 2.2.39). */
function edgesOf(records: readonly DeckRecord[]): readonly [number, number, number, number] {
  const child = records.find(({ type }) => type === RECORD.childPlace)?.body;
  if (child) return [child.i32(0), child.i32(4), child.i32(8), child.i32(12)];
  const own = records.find(({ type }) => type === RECORD.place)?.body;
  if (!own) return [0, 0, 0, 0];
  const isSmall = own.length < 16;
  const [top, left, right, bottom] = [0, 1, 2, 3].map((at) => (isSmall ? own.i16(at * 2) : own.i32(at * 4)));
  return [left ?? 0, top ?? 0, right ?? 0, bottom ?? 0];
}

function placeOf(records: readonly DeckRecord[], space: Space): Box {
  const [left, top, right, bottom] = edgesOf(records);
  const [x, y] = [left * space.scaleX + space.x, top * space.scaleY + space.y];
  const [w, h] = [(right - left) * space.scaleX, (bottom - top) * space.scaleY];
  const emu = (value: number) => Math.round(Math.max(-1e5, Math.min(1e5, value)) * UNIT);
  return { x: emu(x), y: emu(y), w: Math.max(0, emu(w)), h: Math.max(0, emu(h)) };
}

function groupSpace(records: readonly DeckRecord[], around: Space, depth: number): Space {
  const own = records.find(({ type }) => type === RECORD.groupSpace)?.body;
  // The outermost group is the slide itself.
  if (!own || depth === 0) return around;
  const [left, top, right, bottom] = edgesOf(records);
  const [innerLeft, innerTop] = [own.i32(0), own.i32(4)];
  const scale = (outer: number, inner: number) => (inner === 0 ? 1 : outer / inner);
  const scaleX = scale(right - left, own.i32(8) - innerLeft) * around.scaleX;
  const scaleY = scale(bottom - top, own.i32(12) - innerTop) * around.scaleY;
  return {
    scaleX,
    scaleY,
    x: left * around.scaleX + around.x - innerLeft * scaleX,
    y: top * around.scaleY + around.y - innerTop * scaleY,
  };
}
