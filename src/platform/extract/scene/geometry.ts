import { attribute, child, type XmlNode } from '../package/xml.ts';

/** A rectangle in English metric units, and for a group the coordinates that its children use. */
export type Frame = {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly childX: number;
  readonly childY: number;
  readonly childW: number;
  readonly childH: number;
};
/** Where something is and how large, in whatever units. */
type Rectangle = Pick<Frame, 'x' | 'y' | 'w' | 'h'>;
/** A rectangle as fractions of the slide. */
type Box = { readonly x: number; readonly y: number; readonly w: number; readonly h: number };

/** 10 by 7.5 inches, what a presentation has that states no size. */
const DEFAULT_WIDTH = 9_144_000;
const DEFAULT_HEIGHT = 6_858_000;

function numberOf(node: XmlNode | undefined, name: string): number | undefined {
  const value = Number(attribute(node?.attributes ?? {}, name) ?? Number.NaN);
  return Number.isFinite(value) ? value : undefined;
}

/** The slide itself. */
export function slideFrame(size: XmlNode | undefined): Frame {
  const w = Math.max(1, numberOf(size, 'cx') ?? DEFAULT_WIDTH);
  const h = Math.max(1, numberOf(size, 'cy') ?? DEFAULT_HEIGHT);
  return { x: 0, y: 0, w, h, childX: 0, childY: 0, childW: w, childH: h };
}

/** The element that says where a shape is. */
export function transformOf(shape: XmlNode): XmlNode | undefined {
  return (
    child(child(shape, 'spPr') ?? child(shape, 'grpSpPr'), 'xfrm') ??
    (shape.name === 'graphicFrame' ? child(shape, 'xfrm') : undefined)
  );
}

/** Where a shape says it is, in its parent's coordinates. */
export function frameOf(shape: XmlNode): Rectangle | undefined {
  const transform = transformOf(shape);
  const [x, y] = [numberOf(child(transform, 'off'), 'x'), numberOf(child(transform, 'off'), 'y')];
  const [w, h] = [numberOf(child(transform, 'ext'), 'cx'), numberOf(child(transform, 'ext'), 'cy')];
  if (x === undefined || y === undefined || w === undefined || h === undefined) return undefined;
  return { x, y, w, h };
}

/** A group's frame on the slide, with the coordinates of its children. */
export function groupFrame(group: XmlNode, parent: Frame): Frame {
  const own = frameOf(group);
  if (!own) return parent;
  const transform = transformOf(group);
  const placed = placeIn(own, parent);
  return {
    ...placed,
    childX: numberOf(child(transform, 'chOff'), 'x') ?? own.x,
    childY: numberOf(child(transform, 'chOff'), 'y') ?? own.y,
    childW: Math.max(1, numberOf(child(transform, 'chExt'), 'cx') ?? own.w),
    childH: Math.max(1, numberOf(child(transform, 'chExt'), 'cy') ?? own.h),
  };
}

/** A rectangle in its parent's coordinates, placed on the slide. */
export function placeIn(own: Rectangle, parent: Frame): Rectangle {
  const [scaleX, scaleY] = [parent.w / parent.childW, parent.h / parent.childH];
  return {
    x: parent.x + (own.x - parent.childX) * scaleX,
    y: parent.y + (own.y - parent.childY) * scaleY,
    w: own.w * scaleX,
    h: own.h * scaleY,
  };
}

/** A place as fractions of the slide, within it; undefined when it lies outside or has no extent. */
export function toBox(
  placed: Rectangle,
  slide: { readonly width: number; readonly height: number },
): Box | undefined {
  const left = clamp(placed.x / slide.width);
  const top = clamp(placed.y / slide.height);
  const w = clamp((placed.x + placed.w) / slide.width) - left;
  const h = clamp((placed.y + placed.h) / slide.height) - top;
  return w > 0 && h > 0 ? { x: round(left), y: round(top), w: round(w), h: round(h) } : undefined;
}

function clamp(value: number): number {
  return Math.max(0, Math.min(1, value));
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
