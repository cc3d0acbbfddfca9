import { attribute, child, descend, type XmlNode } from '../package/xml.ts';
import { cleanText } from '../text/clean.ts';
import { drawingMarks, withMarks } from '../text/run-marks.ts';
import { colorOf, fillColor } from './colors.ts';
import { paragraphLook } from './paragraph-look.ts';
import { type Links, linkOf } from './slide-link.ts';
import { inheritedShapes, isTitle, type Placeholder, type SlideParts } from './slide-parts.ts';
import type { SceneParagraph, SceneRun, SceneText } from './slide-scene.ts';

const MAX_PARAGRAPHS = 400;
const MAX_RUN = 20_000;
/** Points of text whose size nothing states: ECMA-376's default. */
const DEFAULT_SIZE = 18;
const POINT = 12_700;
/** Insets of a text box that states none: left, top, right, bottom. */
const USUAL_INSETS = [7.2, 3.6, 7.2, 3.6] as const;

/** Where a shape's text gets its look from, nearest first, for one level of indentation. */
type Look = {
  readonly styles: readonly XmlNode[];
  readonly color: string | undefined;
  readonly scale: number;
  /** What spacing between lines is reduced by, of 1. */
  readonly tighter: number;
  readonly bold: boolean;
  readonly links: Links;
};
/** What a table's style says of the text in a cell. */
export type CellStyle = { readonly color?: string; readonly bold?: boolean };

/** A shape's text (`links`: of the part that it stands in), with size, colour, bullets and alignment as inherited from layout and master; undefined for a shape without a text body. */
export function readText(
  shape: XmlNode,
  links: Links,
  placeholder: Placeholder | undefined,
  cell: CellStyle = {},
): SceneText | undefined {
  const body = child(shape, 'txBody');
  if (!body) return undefined;
  const { parts } = links;
  const inherited = inheritedShapes(parts, placeholder);
  const bodies = [shape, ...inherited].flatMap((one) => descend(one, 'txBody', 'bodyPr') ?? []);
  const fit = descend(body, 'bodyPr', 'normAutofit');
  const first = (name: string) => firstAttribute(bodies, name);
  const anchor = first('anchor');
  return {
    paragraphs: readParagraphs(shape, body, parts, placeholder, {
      styles: inherited,
      color: styledColor([shape, ...inherited], parts) ?? cell.color,
      scale: share(fit, 'fontScale', 1),
      tighter: share(fit, 'lnSpcReduction', 0),
      bold: cell.bold === true,
      links,
    }),
    anchor: anchor === 'ctr' ? 'middle' : anchor === 'b' ? 'bottom' : 'top',
    insets: [
      inset(first('lIns'), USUAL_INSETS[0]),
      inset(first('tIns'), USUAL_INSETS[1]),
      inset(first('rIns'), USUAL_INSETS[2]),
      inset(first('bIns'), USUAL_INSETS[3]),
    ],
    wraps: first('wrap') !== 'none',
    shrinks: bodies.some((one) => child(one, 'normAutofit')) && !child(bodies[0], 'noAutofit'),
    turns: turnsOf(first('vert'), first('rot')),
  };
}

/** The colour that the nearest shape's style gives its text. */
function styledColor(shapes: readonly XmlNode[], parts: SlideParts): string | undefined {
  return shapes
    .map((one) => colorOf(descend(one, 'style', 'fontRef'), parts.colors))
    .find((one) => one !== undefined);
}

/** Quarter turns of text in its box: by its direction, or by an angle, which other programs write. */
function turnsOf(direction: string | undefined, angle: string | undefined): 0 | 1 | 3 {
  const degrees = Number(angle ?? 0) / 60_000;
  if (direction === 'vert270' || degrees === -90 || degrees === 270) return 3;
  return direction === 'vert' || direction === 'eaVert' || degrees === 90 ? 1 : 0;
}

function firstAttribute(nodes: readonly XmlNode[], name: string): string | undefined {
  for (const node of nodes) {
    const value = attribute(node.attributes, name);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** Thousandths of a percent as a share; what makes no sense counts as not said. */
function share(node: XmlNode | undefined, name: string, otherwise: number): number {
  const value = Number.parseFloat(attribute(node?.attributes ?? {}, name) ?? '') / 100_000;
  return value >= 0 && value <= 1 ? value : otherwise;
}

function inset(value: string | undefined, otherwise: number): number {
  const points = Number(value ?? Number.NaN) / POINT;
  return Number.isFinite(points) ? points : otherwise;
}

/** `look.styles` are the shapes that this one inherits from. */
function readParagraphs(
  shape: XmlNode,
  body: XmlNode,
  parts: SlideParts,
  placeholder: Placeholder | undefined,
  look: Look,
): SceneParagraph[] {
  const paragraphs: SceneParagraph[] = [];
  for (const paragraph of body.children) {
    if (paragraph.name !== 'p' || paragraphs.length >= MAX_PARAGRAPHS) continue;
    const stated = Number(attribute(child(paragraph, 'pPr')?.attributes ?? {}, 'lvl') ?? 0);
    const level = stated > 0 && stated <= 8 ? Math.trunc(stated) : 0;
    const styles = stylesFor(shape, look.styles, parts, placeholder, level);
    paragraphs.push(readParagraph(paragraph, level, { ...look, styles }, parts));
  }
  while (paragraphs.at(-1)?.runs.length === 0) paragraphs.pop();
  return paragraphs;
}

function stylesFor(
  shape: XmlNode,
  inherited: readonly XmlNode[],
  parts: SlideParts,
  placeholder: Placeholder | undefined,
  level: number,
): XmlNode[] {
  const name = `lvl${level + 1}pPr`;
  const isBody = placeholder !== undefined && !/^(dt|ftr|sldNum|hdr)$/.test(placeholder.type);
  const kind = isTitle(placeholder) ? 'titleStyle' : isBody ? 'bodyStyle' : 'otherStyle';
  const own = [shape, ...inherited].map((one) => child(descend(one, 'txBody', 'lstStyle'), name));
  const ofMaster = child(descend(parts.master?.tree, 'txStyles', kind), name);
  // Titles and bodies have their master's styles in place of the presentation's; of others the presentation's come first, after what the shape's style says.
  const usual =
    kind === 'otherStyle' ? [styledFont(shape), child(parts.defaults, name), ofMaster] : [ofMaster];
  return [...own, ...usual].filter((style) => style !== undefined);
}

/** The font that a shape's style gives its text, as a paragraph's style has it. */
function styledFont(shape: XmlNode): XmlNode | undefined {
  const index = attribute(descend(shape, 'style', 'fontRef')?.attributes ?? {}, 'idx');
  if (index !== 'minor' && index !== 'major') return undefined;
  const element = (name: string, attributes: XmlNode['attributes'], ...children: XmlNode[]): XmlNode => ({
    ...{ name, attributes, children, text: '' },
  });
  const latin = element('latin', { typeface: index === 'major' ? '+mj-lt' : '+mn-lt' });
  return element('pPr', {}, element('defRPr', {}, latin));
}

function readParagraph(paragraph: XmlNode, level: number, look: Look, parts: SlideParts): SceneParagraph {
  const properties = child(paragraph, 'pPr');
  const styles = [...(properties ? [properties] : []), ...look.styles];
  const runs: SceneRun[] = [];
  for (const run of paragraph.children) {
    if (run.name === 'br') runs.push({ text: '\n' });
    if (run.name !== 'r' && run.name !== 'fld') continue;
    const text = isSlideNumber(run) ? String(parts.number) : (child(run, 't')?.text ?? '').slice(0, MAX_RUN);
    if (text !== '') runs.push(readRun(text, child(run, 'rPr'), look, parts));
  }
  const align = alignment(styles);
  const direction = firstAttribute(styles, 'rtl');
  const bullet = runs.length > 0 && hasBullet(styles);
  const last = readRun('', child(paragraph, 'endParaRPr'), look, parts);
  return {
    runs,
    ...(level > 0 ? { level } : {}),
    ...(bullet ? { bullet } : {}),
    ...(align ? { align } : {}),
    ...(direction === undefined ? {} : { rightToLeft: /^(1|true)$/.test(direction) }),
    look: paragraphLook(styles, bullet, last.size ?? DEFAULT_SIZE, look.tighter, parts.colors),
  };
}

/** Programs write the number last shown into the field, or what stands for one. */
function isSlideNumber(run: XmlNode): boolean {
  return run.name === 'fld' && attribute(run.attributes, 'type') === 'slidenum';
}

function readRun(text: string, own: XmlNode | undefined, look: Look, parts: SlideParts): SceneRun {
  const properties = [own, ...look.styles.map((style) => child(style, 'defRPr'))].filter(
    (one) => one !== undefined,
  );
  const first = (name: string) => firstAttribute(properties, name);
  const styled = properties.map((one) => fillColor(one, parts.colors)).find((one) => one !== undefined);
  const click = child(own, 'hlinkClick');
  const isLink = click !== undefined;
  const linked = isLink ? parts.colors.scheme('hlink') : undefined;
  const link = linkOf(click, look.links);
  const color = linked ?? fillColor(own, parts.colors) ?? look.color ?? styled;
  const size = (Number(first('sz') ?? DEFAULT_SIZE * 100) / 100) * look.scale;
  const isOn = (value: string | undefined) => value === '1' || value === 'true';
  const faces = properties.map((one) => attribute(child(one, 'latin')?.attributes ?? {}, 'typeface'));
  const face = faces.find((one) => one !== undefined && one !== '') ?? '+mn-lt';
  const font = parts.colors.font(face);
  const underline = first('u');
  const marks = drawingMarks({ baseline: first('baseline') ?? '0', strike: first('strike') ?? 'noStrike' });
  return {
    text: withMarks(cleanRun(text), marks),
    size: Number.isFinite(size) ? Math.round(size * 10) / 10 : DEFAULT_SIZE,
    ...(isOn(first('b')) || (look.bold && first('b') === undefined) ? { bold: true } : {}),
    ...(isOn(first('i')) ? { italic: true } : {}),
    ...(color === undefined ? {} : { color }),
    ...(font === undefined ? {} : { font }),
    ...(/^(all|small)$/.test(first('cap') ?? '') ? { caps: true } : {}),
    ...(link === undefined ? {} : { link }),
    ...(isLink || (underline !== undefined && underline !== 'none') ? { underline: true } : {}),
  };
}

/** Spaces at a run's ends part it from the next run and stay. */
function cleanRun(text: string): string {
  const before = /^\s*/.exec(text)?.[0].replace(/\s+/g, ' ') ?? '';
  const after = text.trim() === '' ? '' : text.slice(text.trimEnd().length).replace(/\s+/g, ' ');
  return before + cleanText(text) + after;
}

function alignment(styles: readonly XmlNode[]): 'center' | 'right' | undefined {
  const value = firstAttribute(styles, 'algn');
  if (value === 'ctr') return 'center';
  return value === 'r' ? 'right' : undefined;
}

function hasBullet(styles: readonly XmlNode[]): boolean {
  for (const style of styles) {
    if (child(style, 'buNone')) return false;
    if (child(style, 'buChar') || child(style, 'buAutoNum') || child(style, 'buBlip')) return true;
  }
  return false;
}
