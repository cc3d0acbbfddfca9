import type { CellLine, CellLook } from '../../../engine/ports/sheet-look.ts';
import { attribute, child, type XmlNode } from '../package/xml.ts';
import type { ColorScheme } from '../scene/colors.ts';
import { isOn } from '../text/run-marks.ts';
import { fillColor, type StyleColors, styleColors } from './style-colors.ts';

/** What a style says of cells; where it says nothing of where they stand, that follows from what is in them. */
export type StyleLook = Omit<CellLook, 'align'> & { readonly align?: 'left' | 'center' | 'right' };

/** What a rule says of cells whose values it is about. */
export type ValueLook = Pick<CellLook, 'fill' | 'color' | 'bold' | 'italic' | 'underline' | 'bar' | 'sign'>;

const [LEAST_SIZE, MOST_SIZE] = [1, 409];
const MAX_FONT = 60;
/** Pixels of one step of indentation: about three digits. */
const INDENT = 9;
const MAX_INDENT = 250;
const WIDTHS: Readonly<Record<string, number>> = { medium: 2, thick: 3, double: 3 };
const SIDES = ['left', 'top', 'right', 'bottom'] as const;

/** What each style of a workbook's cells says (ECMA-376 part 1, 18.8). `styles` is the root of their part. */
export function readStyleLooks(styles: XmlNode | undefined, theme: ColorScheme): StyleLook[] {
  const colors = styleColors(styles, theme);
  const partsOf = (name: string) => child(styles, name)?.children ?? [];
  const usual = partsOf('fonts')[0];
  const fonts = partsOf('fonts').map((font) => fontLook(font, usual, colors));
  const fills = partsOf('fills').map((fill) => fillColor(fill, colors));
  const lines = partsOf('borders').map((border) => linesOf(border, colors));
  return partsOf('cellXfs').map((format) => {
    const at = (name: string) => Number(attribute(format.attributes, name) ?? 0);
    const fill = fills[at('fillId')];
    const around = lines[at('borderId')];
    return {
      ...fonts[at('fontId')],
      ...alignmentOf(child(format, 'alignment')),
      ...(fill === undefined ? {} : { fill }),
      ...(around === undefined ? {} : { lines: around }),
    };
  });
}

/** What each of the looks says that rules give to cells (18.8.14): there a solid fill is of the colour that is behind in others. */
export function readValueLooks(styles: XmlNode | undefined, theme: ColorScheme): ValueLook[] {
  const colors = styleColors(styles, theme);
  return (child(styles, 'dxfs')?.children ?? []).map((format) => {
    const [font, pattern] = [child(format, 'font'), child(child(format, 'fill'), 'patternFill')];
    const { bold, italic, underline, color } = font ? fontLook(font, undefined, colors) : {};
    const fill = colors(child(pattern, 'bgColor')) ?? colors(child(pattern, 'fgColor'));
    return {
      ...(bold && { bold }),
      ...(italic && { italic }),
      ...(underline && { underline }),
      ...(color === undefined ? {} : { color }),
      ...(fill === undefined ? {} : { fill }),
    };
  });
}

/** A font's size in points. */
export function sizeOf(font: XmlNode | undefined): number | undefined {
  const size = Number(attribute(child(font, 'sz')?.attributes ?? {}, 'val') ?? Number.NaN);
  return size >= LEAST_SIZE && size <= MOST_SIZE ? size : undefined;
}

/** A font's name. */
export function fontOf(font: XmlNode | undefined): string | undefined {
  const name = attribute((child(font, 'name') ?? child(font, 'rFont'))?.attributes ?? {}, 'val');
  return name?.slice(0, MAX_FONT) || undefined;
}

function fontLook(font: XmlNode, usual: XmlNode | undefined, colors: StyleColors): CellLook {
  const has = (name: string) => {
    const mark = child(font, name);
    return mark !== undefined && isOn(attribute(mark.attributes, 'val'), true);
  };
  const [size, face, color] = [sizeOf(font), fontOf(font), colors(child(font, 'color'))];
  return {
    ...(has('b') && { bold: true as const }),
    ...(has('i') && { italic: true as const }),
    ...(has('u') && { underline: true as const }),
    ...(color === undefined || color === '#000000' ? {} : { color }),
    ...(size === undefined || size === sizeOf(usual) ? {} : { size }),
    ...(face === undefined || face === fontOf(usual) ? {} : { font: face }),
  };
}

function alignmentOf(alignment: XmlNode | undefined): StyleLook {
  const of = (name: string) => attribute(alignment?.attributes ?? {}, name);
  const stated = of('horizontal') ?? '';
  const align = /^(center|centerContinuous)$/.test(stated)
    ? 'center'
    : /^(left|fill|justify)$/.test(stated)
      ? 'left'
      : stated === 'right'
        ? 'right'
        : undefined;
  const vertical = of('vertical');
  const indent = Math.min(MAX_INDENT, Math.max(0, Number(of('indent') ?? 0) || 0));
  return {
    ...(align === undefined ? {} : { align }),
    ...(vertical === 'top' ? { vertical } : vertical === 'center' ? { vertical: 'middle' as const } : {}),
    ...((isOn(of('wrapText')) || stated === 'justify') && { wraps: true as const }),
    ...(indent > 0 && { indent: indent * INDENT }),
  };
}

function linesOf(border: XmlNode, colors: StyleColors): CellLook['lines'] {
  const found = SIDES.flatMap((side) => {
    const line = lineOf(child(border, side) ?? child(border, OTHER_NAMES[side] ?? ''), colors);
    return line === undefined ? [] : [[side, line] as const];
  });
  return found.length === 0 ? undefined : Object.fromEntries(found);
}

/** What the strict dialect calls sides that depend on the direction of reading. */
const OTHER_NAMES: Readonly<Record<string, string>> = { left: 'start', right: 'end' };

function lineOf(side: XmlNode | undefined, colors: StyleColors): CellLine | undefined {
  const style = attribute(side?.attributes ?? {}, 'style') ?? 'none';
  if (style === 'none') return undefined;
  const isDashed = /dash|dotted|hair/i.test(style);
  return {
    width: WIDTHS[style] ?? (style.startsWith('medium') ? 2 : 1),
    color: colors(child(side, 'color')) ?? '#000000',
    ...(isDashed ? { line: 'dashed' as const } : style === 'double' ? { line: 'double' as const } : {}),
  };
}
