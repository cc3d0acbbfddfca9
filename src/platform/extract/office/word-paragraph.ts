import { attribute, child, type XmlNode } from '../package/xml.ts';

/** What a style or an element itself says of a paragraph; measures in points, `line` in lines or points. */
export type ParagraphLook = {
  readonly align?: 'left' | 'center' | 'right' | 'both';
  /** It is read from right to left, and begins there. */
  readonly isRightToLeft?: boolean;
  readonly before?: number;
  readonly after?: number;
  /** The program finds the space by itself: none at the beginning or end of a cell. */
  readonly isAutoBefore?: boolean;
  readonly isAutoAfter?: boolean;
  readonly line?: { readonly lines: number } | { readonly points: number };
  /** Whether its lines are no higher than `line`, whatever stands in them. */
  readonly isExact?: boolean;
  readonly left?: number;
  readonly right?: number;
  readonly first?: number;
  readonly list?: string;
  readonly level?: number;
  readonly fill?: string;
  /** No space between paragraphs of the same style. */
  readonly isClose?: boolean;
  /** Its lines stand on the lines that the section has for them, unless it is said that they don't. */
  readonly isOnGrid?: boolean;
  readonly keepsNext?: boolean;
  readonly keepsLines?: boolean;
  readonly beginsPage?: boolean;
  /** Whether a single line of it may stand alone on a page. */
  readonly allowsWidows?: boolean;
  readonly tabs?: readonly TabStop[];
};
/** Where a tab leads to, in points from the text's left edge. */
export type TabStop = { readonly at: number; readonly align: 'left' | 'center' | 'right' };

const TWIP = 20;
const MAX_MEASURE = 2_000;
const MAX_TABS = 60;
/** Points that stand for a space above or below that the program finds by itself. */
const AUTO_SPACE = 14;

const ALIGNMENTS: Readonly<Record<string, NonNullable<ParagraphLook['align']>>> = {
  center: 'center',
  right: 'right',
  end: 'right',
  both: 'both',
  distribute: 'both',
  lowKashida: 'both',
  mediumKashida: 'both',
  highKashida: 'both',
};

/** The value of an element's child. */
export function valueIn(holder: XmlNode | undefined, name: string): string | undefined {
  return attribute(child(holder, name)?.attributes ?? {}, 'val');
}

/** A measure in twentieths of a point by the first of its names that is there, in points. */
export function twips(node: XmlNode | undefined, ...names: readonly string[]): number | undefined {
  for (const name of names) {
    const points = Number(attribute(node?.attributes ?? {}, name) ?? Number.NaN) / TWIP;
    if (Math.abs(points) < MAX_MEASURE) return points;
  }
  return undefined;
}

/** What an element of paragraph properties says. */
export function paragraphLook(properties: XmlNode | undefined): ParagraphLook {
  if (!properties) return {};
  const indent = child(properties, 'ind');
  const align = valueIn(properties, 'jc');
  const left = twips(indent, 'left', 'start');
  const right = twips(indent, 'right', 'end');
  const hanging = twips(indent, 'hanging');
  const first = hanging === undefined ? twips(indent, 'firstLine') : -hanging;
  const numbering = child(properties, 'numPr');
  const list = valueIn(numbering, 'numId');
  const level = Number(valueIn(numbering, 'ilvl') ?? 0);
  const fill = attribute(child(properties, 'shd')?.attributes ?? {}, 'fill');
  return {
    ...(align === undefined ? {} : { align: ALIGNMENTS[align] ?? 'left' }),
    ...flag(properties, 'bidi', 'isRightToLeft'),
    ...spacingOf(child(properties, 'spacing')),
    ...flag(properties, 'contextualSpacing', 'isClose'),
    ...flag(properties, 'snapToGrid', 'isOnGrid'),
    ...flag(properties, 'keepNext', 'keepsNext'),
    ...flag(properties, 'keepLines', 'keepsLines'),
    ...flag(properties, 'pageBreakBefore', 'beginsPage'),
    ...widows(properties),
    ...(left === undefined ? {} : { left }),
    ...(right === undefined ? {} : { right }),
    ...(first === undefined ? {} : { first }),
    ...(numbering === undefined ? {} : { list: list ?? '', level: level >= 0 && level < 9 ? level : 0 }),
    ...(fill !== undefined && /^[0-9a-f]{6}$/i.test(fill) ? { fill: `#${fill.toLowerCase()}` } : {}),
    ...tabsOf(child(properties, 'tabs')),
  };
}

function spacingOf(spacing: XmlNode | undefined): ParagraphLook {
  if (!spacing) return {};
  const line = twips(spacing, 'line');
  const rule = attribute(spacing.attributes, 'lineRule') ?? '';
  const isFixed = /^(exact|atLeast)$/.test(rule);
  const [autoBefore, autoAfter] = (['before', 'after'] as const).map((side) => {
    const said = attribute(spacing.attributes, `${side}Autospacing`);
    return said === undefined ? undefined : isSaid(said);
  });
  const before = autoBefore ? AUTO_SPACE : twips(spacing, 'before');
  const after = autoAfter ? AUTO_SPACE : twips(spacing, 'after');
  return {
    ...(before === undefined ? {} : { before: Math.max(0, before) }),
    ...(after === undefined ? {} : { after: Math.max(0, after) }),
    ...(autoBefore === undefined ? {} : { isAutoBefore: autoBefore }),
    ...(autoAfter === undefined ? {} : { isAutoAfter: autoAfter }),
    ...(line === undefined || line <= 0
      ? {}
      : { line: isFixed ? { points: line } : { lines: line / 12 }, isExact: rule === 'exact' }),
  };
}

function widows(properties: XmlNode): ParagraphLook {
  const node = child(properties, 'widowControl');
  return node ? { allowsWidows: !isSaid(attribute(node.attributes, 'val') ?? '1') } : {};
}

function isSaid(value: string): boolean {
  return !/^(0|false|off)$/.test(value);
}

/** Whether an element has a child of this name that is not switched off. */
export function isOn(holder: XmlNode | undefined, name: string): boolean {
  const node = child(holder, name);
  return node !== undefined && isSaid(attribute(node.attributes, 'val') ?? '1');
}

function flag(properties: XmlNode, name: string, as: keyof ParagraphLook): ParagraphLook {
  const node = child(properties, name);
  return node ? { [as]: isSaid(attribute(node.attributes, 'val') ?? '1') } : {};
}

function tabsOf(tabs: XmlNode | undefined): ParagraphLook {
  if (!tabs) return {};
  const found = tabs.children.slice(0, MAX_TABS).flatMap((one): TabStop[] => {
    const [at, kind] = [twips(one, 'pos'), attribute(one.attributes, 'val') ?? ''];
    if (at === undefined || /^(clear|bar)$/.test(kind)) return [];
    const align = kind === 'center' ? 'center' : /^(right|end|decimal)$/.test(kind) ? 'right' : 'left';
    return [{ at, align }];
  });
  return { tabs: found.sort((one, other) => one.at - other.at) };
}
