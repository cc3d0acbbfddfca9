import { LEFT_OUT } from '../office/left-out.ts';
import type { OfficePackage } from '../package/office-package.ts';
import { allNamed, attribute, child, prefixedAttribute, type XmlNode } from '../package/xml.ts';
import { shapeSize } from '../paging/read-drawing.ts';
import type { WordBlock, WordPicture, WordPlace } from './word-page.ts';

const POINT = 12_700;
const MOST_POINTS = 4_000;

/** The pictures of a paragraph: those in its line, and those that lie where they were put. */
type PicturesFound = {
  readonly inLine: readonly WordPicture[];
  readonly placed: readonly Extract<WordBlock, { readonly block: 'placed' }>[];
};

/** Reads the pictures of a paragraph, of today's kind (DrawingML) and of the older one (VML). */
export function readWordPictures(paragraph: XmlNode, office: OfficePackage, part: string): PicturesFound {
  const inLine: WordPicture[] = [];
  const placed: Extract<WordBlock, { readonly block: 'placed' }>[] = [];
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
    const [blip] = allNamed(holder, 'blip');
    const extent = child(holder, 'extent')?.attributes ?? {};
    const [w = 0, h = 0] = ['cx', 'cy'].map((name) => Number(attribute(extent, name)) / POINT);
    const picture = pictureOf(prefixedAttribute(blip?.attributes ?? {}, 'embed'), w, h);
    if (!picture) return;
    // Text flows around what says so: that is drawn in its line. What it runs over or under lies apart.
    if (holder?.name !== 'anchor' || !child(holder, 'wrapNone')) inLine.push(picture);
    else
      placed.push({
        block: 'placed',
        isBehind: /^(1|true|on)$/.test(attribute(holder.attributes, 'behindDoc') ?? ''),
        picture,
        across: placeOf(child(holder, 'positionH')),
        down: placeOf(child(holder, 'positionV')),
      });
  };
  const readShape = (node: XmlNode): void => {
    const [data] = allNamed(node, 'imagedata');
    const size = shapeSize(node);
    const id = prefixedAttribute(data?.attributes ?? {}, 'id');
    const picture = size && pictureOf(id, size.w, size.h);
    if (picture) inLine.push(picture);
  };
  const pictureOf = (id: string | undefined, w: number, h: number): WordPicture | undefined => {
    const target = id === undefined ? undefined : office.target(part, id);
    const isSized = w > 0 && h > 0 && w < MOST_POINTS && h < MOST_POINTS;
    return target !== undefined && isSized ? { part: target, w, h } : undefined;
  };
  walk(paragraph);
  return { inLine, placed };
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
  const at = Number(child(position, 'posOffset')?.text) / POINT;
  return { from, at: Math.abs(at) < MOST_POINTS ? at : 0 };
}
