import type { ParagraphLook } from '../office/word-paragraph.ts';
import { attribute, child } from '../package/xml.ts';
import type { Face } from '../paging/font-metrics.ts';
import { lengthIn } from '../paging/lengths.ts';
import type { OdfFormats } from './odf-formats.ts';
import type { OdfNode } from './odf-tree.ts';

/** The list that a paragraph stands in: its style, how deep, and whether its sign stands before it. */
export type ListAround = {
  readonly style: string | undefined;
  readonly level: number;
  readonly hasSign: boolean;
};
/** What a list says of a paragraph; `sign`: how wide that is, in points. */
type InList = { readonly look: ParagraphLook; readonly sign?: number };

const MAX_LEVEL = 10;
/** What a number is as wide as. */
const NUMBER = '1';

/** A list within another one is a level deeper, and of its style where it names none. */
export function nextLevel(node: OdfNode, above: ListAround | undefined): ListAround {
  return {
    style: attribute(node.attributes, 'style-name') ?? above?.style,
    level: Math.min(MAX_LEVEL, (above?.level ?? 0) + 1),
    hasSign: false,
  };
}

/** What the list says that a paragraph stands in, or that of headings (ODF 1.3, part 3, 16.31 and 17.20). */
export function inList(
  node: OdfNode,
  list: ListAround | undefined,
  formats: OdfFormats,
  { face, size }: { readonly face: Face; readonly size: number },
): InList | undefined {
  const level = list ? list.level : Number.parseInt(attribute(node.attributes, 'outline-level') ?? '1', 10);
  if (!list && node.name !== 'h') return undefined;
  const style = formats.list(list?.style ?? (list && namedBy(node, formats)));
  const own = style?.children.find(({ attributes }) => attribute(attributes, 'level') === String(level));
  if (!own) return undefined;
  const sign = (list?.hasSign ?? true) ? signOf(own) : '';
  let width = 0;
  for (const letter of sign) width += face.width(letter.codePointAt(0) ?? 0) * size;
  const look = lookOf(own);
  // Headings without a number stand where their style says.
  if (!list && sign === '' && (look.left ?? 0) === 0) return undefined;
  return { look, ...(sign !== '' && { sign: width }) };
}

function namedBy(node: OdfNode, formats: OdfFormats): string {
  return formats.named('paragraph', attribute(node.attributes, 'style-name'), 'list-style-name') ?? '';
}

function signOf({ name, attributes }: OdfNode): string {
  if (name === 'list-level-style-bullet') return attribute(attributes, 'bullet-char') ?? '';
  const [before, after] = ['num-prefix', 'num-suffix'].map((one) => attribute(attributes, one) ?? '');
  const shown = Number.parseInt(attribute(attributes, 'display-levels') ?? '1', 10);
  const isNumbered = (attribute(attributes, 'num-format') ?? '') !== '';
  const number = Array.from({ length: Math.min(MAX_LEVEL, Math.max(1, shown)) }, () => NUMBER).join('.');
  return isNumbered ? `${before}${number}${after}` : `${before}${after}`;
}

function lookOf(level: OdfNode): ParagraphLook {
  const properties = child(level, 'list-level-properties');
  const alignment = child(properties, 'list-level-label-alignment');
  const said = (node: typeof properties, name: string) => lengthIn(attribute(node?.attributes ?? {}, name));
  if (alignment) {
    const stop = said(alignment, 'list-tab-stop-position');
    return {
      left: said(alignment, 'margin-left') ?? 0,
      first: said(alignment, 'text-indent') ?? 0,
      ...(stop !== undefined && { tabs: [{ at: stop, align: 'left' as const }] }),
    };
  }
  const width = said(properties, 'min-label-width') ?? 0;
  return { left: (said(properties, 'space-before') ?? 0) + width, first: -width };
}
