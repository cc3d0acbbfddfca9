import { LEFT_OUT } from '../office/left-out.ts';
import type { OfficePackage } from '../package/office-package.ts';
import { allNamed, attribute, child, descend, prefixedAttribute, type XmlNode } from '../package/xml.ts';
import { shapeSize } from '../paging/read-drawing.ts';
import type { ColorScheme } from '../scene/colors.ts';
import { sceneOfShapes } from '../scene/shape-scene.ts';
import type { SceneText } from '../scene/slide-scene.ts';
import type { WordBlock, WordPicture, WordPlace } from './word-page.ts';

const POINT = 12_700;
const MOST_POINTS = 4_000;
/** Lengths of a page by which something may be away. */
const MOST_SHARE = 5;

/** Hundredths of a point of letters in shapes where nothing says it. */
const LETTERS = 1_100;

/** Words in a shape as the document has them. */
type WordBox = { readonly content: XmlNode } & Pick<SceneText, 'insets' | 'anchor'>;
type Placed = Omit<Extract<WordBlock, { readonly block: 'placed' }>, 'text'> & { readonly box?: WordBox };
/** The pictures of a paragraph: those in its line, and those that lie where they were put. */
type PicturesFound = { readonly inLine: readonly WordPicture[]; readonly placed: readonly Placed[] };

/** What pictures are read from: a part of a document, and its colors. */
type Source = {
  readonly office: OfficePackage;
  readonly part: string;
  readonly colors: () => ColorScheme;
};

/** Reads the pictures, charts and shapes of a paragraph, of today's kind (DrawingML), and pictures of the older one (VML). */
export function readWordPictures(
  paragraph: XmlNode,
  office: OfficePackage,
  part: string,
  colors: () => ColorScheme,
): PicturesFound {
  const inLine: WordPicture[] = [];
  const placed: Placed[] = [];
  const source: Source = { office, part, colors };
  const walk = (node: XmlNode): void => {
    for (const one of node.children) {
      // What stands in a box is read with the box.
      if (one.name === 'txbxContent' || LEFT_OUT.has(one.name)) continue;
      if (one.name === 'drawing') readDrawing(one);
      else if (one.name === 'pict' || one.name === 'object') readShape(one);
      else walk(one);
    }
  };
  const readDrawing = (drawing: XmlNode): void => {
    const [holder] = drawing.children;
    const extent = child(holder, 'extent')?.attributes ?? {};
    const [w = 0, h = 0] = ['cx', 'cy'].map((name) => Number(attribute(extent, name)) / POINT);
    const data = descend(holder, 'graphic', 'graphicData');
    const picture = drawnPicture(source, data, w, h) ?? pictureOf(source, blipIn(holder), w, h);
    const box = boxOf(holder);
    if (box && isSized(w, h)) {
      placed.push({
        block: 'placed',
        isBehind: false,
        box,
        picture: picture ?? { part: '', w, h },
        ...placesOf(holder),
      });
      return;
    }
    if (!picture) return;
    // Text flows around what says so: that is drawn in its line. What it runs over or under lies apart.
    const isShape = picture.scene !== undefined && !child(holder, 'wrapTopAndBottom');
    const isPlaced = holder?.name === 'anchor' && (isShape || child(holder, 'wrapNone') !== undefined);
    if (!holder || !isPlaced) inLine.push(picture);
    else
      placed.push({
        block: 'placed',
        isBehind: /^(1|true|on)$/.test(attribute(holder.attributes, 'behindDoc') ?? ''),
        picture,
        ...placesOf(holder),
      });
  };
  const readShape = (node: XmlNode): void => {
    const [data] = allNamed(node, 'imagedata');
    const size = shapeSize(node);
    const id = prefixedAttribute(data?.attributes ?? {}, 'id');
    const picture = size && pictureOf(source, id, size.w, size.h);
    if (picture) inLine.push(picture);
  };
  walk(paragraph);
  return { inLine, placed };
}

/** A picture in a file of its own, which the document has as `id`. */
function pictureOf(
  { office, part }: Source,
  id: string | undefined,
  w: number,
  h: number,
): WordPicture | undefined {
  const target = id === undefined ? undefined : office.target(part, id);
  return target !== undefined && isSized(w, h) ? { part: target, w, h } : undefined;
}

/** Shapes and charts, which are drawn from what the document says of them. */
function drawnPicture(
  { office, part, colors }: Source,
  data: XmlNode | undefined,
  w: number,
  h: number,
): WordPicture | undefined {
  const shapes = (data?.children ?? []).flatMap(asShape);
  if (shapes.length === 0 || !isSized(w, h)) return undefined;
  const lying = { part, shapes, cx: w * POINT, cy: h * POINT, colors: colors(), letters: LETTERS };
  const scene = sceneOfShapes(office, lying);
  return scene.shapes.length > 0 ? { part: '', w, h, scene } : undefined;
}

function isSized(w: number, h: number): boolean {
  return w > 0 && h > 0 && w < MOST_POINTS && h < MOST_POINTS;
}

function blipIn(holder: XmlNode | undefined): string | undefined {
  const [blip] = allNamed(holder, 'blip');
  return prefixedAttribute(blip?.attributes ?? {}, 'embed');
}

/** What a page of text has as a slide has it: shapes and groups without their words, which are the document's own, and charts. Pictures alone are none. */
function asShape(node: XmlNode): XmlNode[] {
  if (node.name === 'wsp')
    return [{ ...node, name: 'sp', children: node.children.filter(({ name }) => name !== 'txbx') }];
  if (node.name === 'wgp' || node.name === 'grpSp') {
    const inside = node.children.flatMap((one) => (/^(pic|grpSpPr)$/.test(one.name) ? [one] : asShape(one)));
    return [{ ...node, name: 'grpSp', children: inside }];
  }
  if (node.name !== 'chart' && node.name !== 'relIds') return [];
  const data: XmlNode = { name: 'graphicData', attributes: {}, children: [node], text: '' };
  const graphic: XmlNode = { name: 'graphic', attributes: {}, children: [data], text: '' };
  return [{ name: 'graphicFrame', attributes: {}, children: [graphic], text: '' }];
}

/** The words of a shape that lies where it was put, with the room around them; undefined for those in the text's flow. */
function boxOf(holder: XmlNode | undefined): WordBox | undefined {
  if (holder?.name !== 'anchor' || child(holder, 'wrapTopAndBottom')) return undefined;
  const shape = descend(holder, 'graphic', 'graphicData', 'wsp');
  const content = descend(shape, 'txbx', 'txbxContent');
  if (!content) return undefined;
  const said = child(shape, 'bodyPr')?.attributes ?? {};
  const inset = (name: string, usual: number) => {
    const points = Number(attribute(said, name) ?? Number.NaN) / POINT;
    return Math.abs(points) < MOST_POINTS ? Math.max(0, points) : usual;
  };
  const anchor = attribute(said, 'anchor');
  return {
    content,
    insets: [inset('lIns', 7.2), inset('tIns', 3.6), inset('rIns', 7.2), inset('bIns', 3.6)],
    anchor: anchor === 'ctr' ? 'middle' : anchor === 'b' ? 'bottom' : 'top',
  };
}

function placesOf(holder: XmlNode | undefined): { readonly across: WordPlace; readonly down: WordPlace } {
  // Shares of the paper are something that only newer programs know.
  const position = (name: string) =>
    child(holder, name) ??
    holder?.children.map((one) => descend(one, 'Choice', name)).find((one) => one !== undefined);
  return { across: placeOf(position('positionH')), down: placeOf(position('positionV')) };
}

const EDGES: Readonly<Record<string, 'begin' | 'middle' | 'end'>> = {
  center: 'middle',
  right: 'end',
  bottom: 'end',
  outside: 'end',
};

function placeOf(position: XmlNode | undefined): WordPlace {
  const relative = attribute(position?.attributes ?? {}, 'relativeFrom') ?? '';
  const from = relative === 'page' ? 'page' : /argin$/.test(relative) ? 'margin' : 'text';
  const edge = child(position, 'align')?.text.trim();
  if (edge !== undefined) return { from, edge: EDGES[edge] ?? 'begin' };
  const [percent] = (position?.children ?? []).filter(({ name }) => name.startsWith('pctPos'));
  const share = Number(percent?.text) / 100_000;
  if (Math.abs(share) < MOST_SHARE) return { from, share };
  const at = Number(child(position, 'posOffset')?.text) / POINT;
  return { from, at: Math.abs(at) < MOST_POINTS ? at : 0 };
}
