import type { PreviewParagraph, PreviewText } from '../../../engine/ports/extractor.ts';
import { attribute, child, descend, type XmlNode } from '../package/xml.ts';
import { cleanText } from '../text/clean.ts';
import { colorOf, fillColor } from './colors.ts';
import { inheritedShapes, isTitle, type Placeholder, type SlideParts } from './slide-parts.ts';

const MAX_PARAGRAPHS = 400;
const MAX_RUN = 20_000;
/** Points of text whose size nothing states: ECMA-376's default. */
const DEFAULT_SIZE = 18;

/** Where a shape's text gets its look from, nearest first, for one level of indentation. */
type Look = {
  readonly styles: readonly XmlNode[];
  readonly color: string | undefined;
  readonly scale: number;
};

/** A text body's paragraphs, with size, colour, bullets and alignment as inherited from layout and master. */
export function readParagraphs(
  shape: XmlNode,
  parts: SlideParts,
  placeholder: Placeholder | undefined,
): PreviewParagraph[] {
  const body = child(shape, 'txBody');
  const inherited = inheritedShapes(parts, placeholder);
  const scale = Number(
    attribute(descend(body, 'bodyPr', 'normAutofit')?.attributes ?? {}, 'fontScale') ?? 100_000,
  );
  const color = colorOf(descend(shape, 'style', 'fontRef'), parts.colors);
  const paragraphs: PreviewParagraph[] = [];
  for (const paragraph of body?.children ?? []) {
    if (paragraph.name !== 'p' || paragraphs.length >= MAX_PARAGRAPHS) continue;
    const level = Math.min(8, Number(attribute(child(paragraph, 'pPr')?.attributes ?? {}, 'lvl') ?? 0));
    const styles = stylesFor(shape, inherited, parts, placeholder, level);
    paragraphs.push(readParagraph(paragraph, level, { styles, color, scale: scale / 100_000 }, parts));
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
  const kind = placeholder ? (isTitle(placeholder) ? 'titleStyle' : 'bodyStyle') : 'otherStyle';
  const lists = [
    ...[shape, ...inherited].map((one) => descend(one, 'txBody', 'lstStyle')),
    descend(parts.master?.tree, 'txStyles', kind),
    parts.defaults,
  ];
  return lists.map((list) => child(list, name)).filter((style) => style !== undefined);
}

function readParagraph(paragraph: XmlNode, level: number, look: Look, parts: SlideParts): PreviewParagraph {
  const properties = child(paragraph, 'pPr');
  const styles = [...(properties ? [properties] : []), ...look.styles];
  const runs: PreviewText[] = [];
  for (const run of paragraph.children) {
    if (run.name === 'br') runs.push({ text: '\n' });
    if (run.name !== 'r' && run.name !== 'fld') continue;
    const text = (child(run, 't')?.text ?? '').slice(0, MAX_RUN);
    if (text !== '') runs.push(readRun(text, child(run, 'rPr'), look, parts));
  }
  const align = alignment(styles);
  const bullet = runs.length > 0 && hasBullet(styles);
  return {
    runs,
    ...(level > 0 ? { level } : {}),
    ...(bullet ? { bullet } : {}),
    ...(align ? { align } : {}),
  };
}

function readRun(text: string, own: XmlNode | undefined, look: Look, parts: SlideParts): PreviewText {
  const properties = [own, ...look.styles.map((style) => child(style, 'defRPr'))].filter(
    (one) => one !== undefined,
  );
  const first = (name: string) => {
    for (const one of properties) {
      const value = attribute(one.attributes, name);
      if (value !== undefined) return value;
    }
    return undefined;
  };
  const ownColor = fillColor(own, parts.colors);
  const styled = properties.map((one) => fillColor(one, parts.colors)).find((one) => one !== undefined);
  const color = ownColor ?? look.color ?? styled;
  const size = (Number(first('sz') ?? DEFAULT_SIZE * 100) / 100) * look.scale;
  const isOn = (value: string | undefined) => value === '1' || value === 'true';
  return {
    text: cleanRun(text),
    size: Math.round(size * 10) / 10,
    ...(isOn(first('b')) ? { bold: true } : {}),
    ...(isOn(first('i')) ? { italic: true } : {}),
    ...(color === undefined ? {} : { color }),
  };
}

/** Spaces at a run's ends part it from the next run and stay. */
function cleanRun(text: string): string {
  const before = /^\s*/.exec(text)?.[0].replace(/\s+/g, ' ') ?? '';
  const after = text.trim() === '' ? '' : (/\s*$/.exec(text)?.[0].replace(/\s+/g, ' ') ?? '');
  return before + cleanText(text) + after;
}

function alignment(styles: readonly XmlNode[]): 'center' | 'right' | undefined {
  for (const style of styles) {
    const value = attribute(style.attributes, 'algn');
    if (value === 'ctr') return 'center';
    if (value === 'r') return 'right';
    if (value !== undefined) return undefined;
  }
  return undefined;
}

function hasBullet(styles: readonly XmlNode[]): boolean {
  for (const style of styles) {
    if (child(style, 'buNone')) return false;
    if (child(style, 'buChar') || child(style, 'buAutoNum') || child(style, 'buBlip')) return true;
  }
  return false;
}
