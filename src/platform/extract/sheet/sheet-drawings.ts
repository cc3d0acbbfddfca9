import type { CellPlace, Workbook } from '../office/workbook.ts';
import type { OfficePackage } from '../package/office-package.ts';
import { attribute, child, type XmlNode } from '../package/xml.ts';
import type { ColorScheme } from '../scene/colors.ts';
import { sceneOfShapes } from '../scene/shape-scene.ts';
import type { SlideScene } from '../scene/slide-scene.ts';
import { oneLine } from '../text/clean.ts';
import { chartTrees } from './chart-cells.ts';

/** A chart, picture or shape on a sheet. Lengths in pixels; it begins `dx` and `dy` from the corner of its cell. */
export type SheetDrawing = CellPlace & {
  readonly dx: number;
  readonly dy: number;
  readonly w: number;
  readonly h: number;
  readonly alt: string;
  readonly scene: SlideScene;
};

/** How wide and high cells are shown; hidden ones take no room. */
export interface ShownCells {
  shownWidth(column: number): number;
  shownHeight(row: number): number;
}

const MAX_DRAWINGS = 100;
const EMU_PER_PIXEL = 9_525;
/** Pixels along a side of one; rows and columns that it may reach over. */
const LONGEST = 4_000;
const MAX_REACH = 2_000;
/** Hundredths of a point of letters in shapes on sheets where nothing says it. */
const LETTERS = 1_100;

/** Reads what lies on a sheet (ECMA-376 part 1, 20.5): each as a small slide of its own. */
export function readDrawings(
  office: OfficePackage,
  workbook: Workbook,
  sheet: string,
  colors: ColorScheme,
  cells: ShownCells,
): SheetDrawing[] {
  const found: SheetDrawing[] = [];
  for (const part of office.related(sheet, 'drawing')) {
    const charts = chartTrees(office, workbook, office.related(part, 'chart'));
    for (const anchor of office.tree(part, true)?.children ?? []) {
      if (found.length >= MAX_DRAWINGS) return found;
      const place = placeOf(anchor, cells);
      if (place && place.w >= 1 && place.h >= 1) {
        const [cx, cy] = [place.w * EMU_PER_PIXEL, place.h * EMU_PER_PIXEL];
        const lying = { part, shapes: anchor.children, cx, cy, colors, letters: LETTERS };
        const scene = sceneOfShapes(office, lying, charts);
        if (scene.shapes.length > 0) found.push({ ...place, alt: altOf(anchor), scene });
      }
    }
  }
  return found;
}

function placeOf(anchor: XmlNode, cells: ShownCells): Omit<SheetDrawing, 'alt' | 'scene'> | undefined {
  const size = child(anchor, 'ext');
  const stated = { w: pixelsIn(size, 'cx'), h: pixelsIn(size, 'cy') };
  if (anchor.name === 'absoluteAnchor') {
    const at = child(anchor, 'pos');
    return bounded({ row: 0, column: 0, dx: pixelsIn(at, 'x'), dy: pixelsIn(at, 'y'), ...stated });
  }
  const from = markerOf(child(anchor, 'from'));
  if (!from) return undefined;
  if (anchor.name === 'oneCellAnchor') return bounded({ ...from, ...stated });
  const to = anchor.name === 'twoCellAnchor' ? markerOf(child(anchor, 'to')) : undefined;
  if (!to) return undefined;
  let [w, h] = [to.dx - from.dx, to.dy - from.dy];
  for (let at = from.column; at < Math.min(to.column, from.column + MAX_REACH); at += 1)
    w += cells.shownWidth(at);
  for (let at = from.row; at < Math.min(to.row, from.row + MAX_REACH); at += 1) h += cells.shownHeight(at);
  return bounded({ ...from, w, h });
}

function bounded<Place extends { readonly w: number; readonly h: number }>(place: Place): Place {
  return { ...place, w: Math.min(LONGEST, place.w), h: Math.min(LONGEST, place.h) };
}

function markerOf(marker: XmlNode | undefined): (CellPlace & { dx: number; dy: number }) | undefined {
  const of = (name: string) => Number.parseInt(child(marker, name)?.text ?? '', 10);
  const [row, column] = [of('row'), of('col')];
  if (!(row >= 0 && column >= 0)) return undefined;
  const offset = (name: string) => Math.min(LONGEST, Math.max(0, (of(name) || 0) / EMU_PER_PIXEL));
  return { row, column, dx: offset('colOff'), dy: offset('rowOff') };
}

function pixelsIn(holder: XmlNode | undefined, name: string): number {
  return Math.max(0, Number(attribute(holder?.attributes ?? {}, name) ?? 0) || 0) / EMU_PER_PIXEL;
}

function altOf(anchor: XmlNode): string {
  for (const shape of anchor.children) {
    const named = shape.children.find((one) => /^nv\w*Pr$/.test(one.name));
    const properties = child(named, 'cNvPr')?.attributes ?? {};
    const alt = oneLine(attribute(properties, 'descr') ?? attribute(properties, 'title'));
    if (alt !== undefined) return alt;
  }
  return '';
}
