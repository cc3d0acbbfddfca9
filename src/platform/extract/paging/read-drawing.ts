import { allNamed, attribute, child, descend, type XmlNode } from '../package/xml.ts';
import type { Piece, Place } from './flow.ts';
import type { FlowNode } from './flow-tree.ts';
import { lengthIn } from './lengths.ts';

const POINT = 12_700;
const MOST = 2_000;

/** The room that a drawing takes in the text: in its line, or across the column; none for what stands beside or behind it. */
export function drawingPiece(node: FlowNode): Piece[] {
  const place: Place = { element: node.at, offset: 0 };
  return node.name === 'drawing' ? ofDrawing(node, place) : ofShape(node, place);
}

function ofDrawing(node: FlowNode, place: Place): Piece[] {
  const inline = child(node, 'inline');
  const holder = inline ?? child(node, 'anchor');
  const points = (of: string, name: string) => {
    const value = Number(attribute(child(holder, of)?.attributes ?? {}, name) ?? 0) / POINT;
    return value > 0 && value < MOST ? value : 0;
  };
  const [w, h] = [points('extent', 'cx'), points('extent', 'cy')];
  if (h === 0) return [];
  const around = (['l', 't', 'r', 'b'] as const).map((side) => points('effectExtent', side));
  const [left = 0, top = 0, right = 0, bottom = 0] = around;
  if (inline) return [{ piece: 'box', w: w + left + right, h: h + top + bottom, place }];
  if (!child(holder, 'wrapTopAndBottom')) return [];
  // What is placed on the page and not by its paragraph stands in a margin more often than in the text.
  const from = attribute(descend(holder, 'positionV')?.attributes ?? {}, 'relativeFrom') ?? '';
  return /^(paragraph|line)$/.test(from) ? [{ piece: 'bar', h: h + top + bottom, place }] : [];
}

function ofShape(node: FlowNode, place: Place): Piece[] {
  const size = shapeSize(node);
  return size === undefined ? [] : [{ piece: 'box', ...size, place }];
}

/** The size of a shape of the older kind (VML) in points, by its style; undefined for one that says none or is placed by itself. */
export function shapeSize(node: XmlNode): { readonly w: number; readonly h: number } | undefined {
  const [shape] = ['shape', 'rect', 'group', 'roundrect', 'line'].flatMap((name) => [
    ...allNamed(node, name),
  ]);
  const style = attribute(shape?.attributes ?? {}, 'style') ?? '';
  if (/position:\s*absolute/.test(style)) return undefined;
  const [w, h] = [length(style, 'width'), length(style, 'height')];
  return w && h ? { w, h } : undefined;
}

function length(style: string, side: 'width' | 'height'): number {
  const found = new RegExp(`(?:^|;)\\s*${side}:\\s*([\\d.]{1,13}(?:pt|in|cm|mm|px|))`).exec(
    style.slice(0, 2_000),
  );
  return lengthIn(found?.[1]) ?? 0;
}
