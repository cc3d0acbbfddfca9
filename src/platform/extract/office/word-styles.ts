import type { Level } from '../../../shared/raised.ts';
import type { OfficePackage } from '../package/office-package.ts';
import { attribute, child, descend, type XmlNode } from '../package/xml.ts';
import { levelNamed, marks, type RunMarks } from '../text/run-marks.ts';

/** What a style or an element itself says of letters; sizes in points. */
export type RunLook = {
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly capitals?: boolean;
  readonly hidden?: boolean;
  readonly struck?: boolean;
  readonly level?: Level | 'line';
  readonly color?: string;
  readonly font?: string;
};
/** What a style or an element itself says of a paragraph; measures in points, `line` in lines or points. */
export type ParagraphLook = {
  readonly align?: 'left' | 'center' | 'right';
  readonly before?: number;
  readonly after?: number;
  readonly line?: { readonly lines: number } | { readonly points: number };
  readonly left?: number;
  readonly first?: number;
  readonly list?: string;
  readonly level?: number;
  readonly fill?: string;
  /** No space between paragraphs of the same style. */
  readonly isClose?: boolean;
};
/** A style with what it inherits. */
type Style = {
  readonly run: RunLook;
  readonly paragraph: ParagraphLook;
  readonly node: XmlNode | undefined;
};

const TWIP = 20;
const MAX_CHAIN = 12;
const MAX_MEASURE = 2_000;

/** A document's styles by id; `undefined` is what holds where nothing is said. */
export class WordStyles {
  readonly #nodes = new Map<string, XmlNode>();
  readonly #known = new Map<string, Style>();
  readonly #base: Style;
  readonly #fonts: (name: string) => string | undefined;

  constructor(office: OfficePackage, mainPart: string) {
    const tree = office.tree(office.related(mainPart, 'styles')[0]);
    this.#fonts = themeFonts(office, mainPart);
    const defaults = child(tree, 'docDefaults');
    let usual: XmlNode | undefined;
    for (const node of tree?.children ?? []) {
      const id = attribute(node.attributes, 'styleId');
      if (node.name !== 'style' || id === undefined) continue;
      this.#nodes.set(id, node);
      const isUsual = attribute(node.attributes, 'default') === '1';
      if (isUsual && attribute(node.attributes, 'type') === 'paragraph') usual = node;
    }
    const run = this.run(descend(defaults, 'rPrDefault', 'rPr'));
    const paragraph = paragraphLook(descend(defaults, 'pPrDefault', 'pPr'));
    this.#base = {
      run: { ...run, ...this.run(child(usual, 'rPr')) },
      paragraph: { ...paragraph, ...paragraphLook(child(usual, 'pPr')) },
      node: undefined,
    };
  }

  /** A paragraph's style. */
  style(id: string | undefined): Style {
    return id === undefined ? this.#base : this.#resolve(id, 0);
  }

  /** What a style of letters says, without what holds anyway. */
  character(id: string | undefined): RunLook {
    return id === undefined ? {} : this.run(child(this.#nodes.get(id), 'rPr'));
  }

  /** A style's own element. */
  node(id: string | undefined): XmlNode | undefined {
    return id === undefined ? undefined : this.#nodes.get(id);
  }

  #resolve(id: string, depth: number): Style {
    const known = this.#known.get(id);
    if (known) return known;
    const node = this.#nodes.get(id);
    if (!node || depth > MAX_CHAIN) return this.#base;
    const parent = attribute(child(node, 'basedOn')?.attributes ?? {}, 'val');
    const from = parent === undefined ? this.#base : this.#resolve(parent, depth + 1);
    const style = {
      run: { ...from.run, ...this.run(child(node, 'rPr')) },
      paragraph: { ...from.paragraph, ...paragraphLook(child(node, 'pPr')) },
      node,
    };
    this.#known.set(id, style);
    return style;
  }

  /** What an element of run properties says. */
  run(properties: XmlNode | undefined): RunLook {
    if (!properties) return {};
    const value = (name: string) => valueIn(properties, name);
    const size = Number(value('sz')) / 2;
    const color = value('color');
    const underline = value('u');
    const fonts = child(properties, 'rFonts')?.attributes ?? {};
    const named = attribute(fonts, 'asciiTheme') ?? attribute(fonts, 'ascii');
    const font = named === undefined ? undefined : this.#fonts(named);
    return {
      ...(size > 0 && size < MAX_MEASURE ? { size } : {}),
      ...toggle(properties, 'b', 'bold'),
      ...toggle(properties, 'i', 'italic'),
      ...toggle(properties, 'caps', 'capitals'),
      ...toggle(properties, 'vanish', 'hidden'),
      ...toggle(properties, 'strike', 'struck'),
      ...toggle(properties, 'dstrike', 'struck'),
      ...levelIn(properties),
      ...(underline === undefined ? {} : { underline: underline !== 'none' }),
      ...(color !== undefined && /^[0-9a-f]{6}$/i.test(color) ? { color: `#${color.toLowerCase()}` } : {}),
      ...(font === undefined ? {} : { font }),
    };
  }
}

function themeFonts(office: OfficePackage, mainPart: string): (name: string) => string | undefined {
  const theme = office.tree(office.related(mainPart, 'theme')[0]);
  const fonts = descend(theme, 'themeElements', 'fontScheme');
  return (name) => {
    const kind = /^(major|minor)/.exec(name)?.[1];
    if (kind === undefined) return name;
    return attribute(descend(fonts, `${kind}Font`, 'latin')?.attributes ?? {}, 'typeface');
  };
}

/** Half points by which characters stand above or below their line from which on that means something. */
export const SHIFTED = 3;

function levelIn(properties: XmlNode): RunLook {
  const [named, moved] = [valueIn(properties, 'vertAlign'), valueIn(properties, 'position')];
  if (named !== undefined) return { level: levelNamed(named) ?? 'line' };
  if (moved === undefined) return {};
  const halves = Number(moved);
  return { level: halves >= SHIFTED ? 'raised' : halves <= -SHIFTED ? 'lowered' : 'line' };
}

/** What of a look says how its characters are to be read. */
export function marksOf({ level, struck }: RunLook): RunMarks {
  return marks(level === 'line' ? undefined : level, struck === true);
}

function valueIn(holder: XmlNode | undefined, name: string): string | undefined {
  return attribute(child(holder, name)?.attributes ?? {}, 'val');
}

function toggle(properties: XmlNode, name: string, as: keyof RunLook): RunLook {
  const node = child(properties, name);
  return node ? { [as]: !/^(0|false|off|none)$/.test(attribute(node.attributes, 'val') ?? '1') } : {};
}

function twips(node: XmlNode | undefined, ...names: readonly string[]): number | undefined {
  for (const name of names) {
    const points = Number(attribute(node?.attributes ?? {}, name) ?? Number.NaN) / TWIP;
    if (Math.abs(points) < MAX_MEASURE) return points;
  }
  return undefined;
}

/** What an element of paragraph properties says. */
export function paragraphLook(properties: XmlNode | undefined): ParagraphLook {
  if (!properties) return {};
  const spacing = child(properties, 'spacing');
  const indent = child(properties, 'ind');
  const align = valueIn(properties, 'jc');
  const [before, after] = [twips(spacing, 'before'), twips(spacing, 'after')];
  const line = twips(spacing, 'line');
  const isFixed = /^(exact|atLeast)$/.test(attribute(spacing?.attributes ?? {}, 'lineRule') ?? '');
  const left = twips(indent, 'left', 'start');
  const hanging = twips(indent, 'hanging');
  const first = hanging === undefined ? twips(indent, 'firstLine') : -hanging;
  const numbering = child(properties, 'numPr');
  const list = valueIn(numbering, 'numId');
  const level = Number(valueIn(numbering, 'ilvl') ?? 0);
  const close = child(properties, 'contextualSpacing');
  const fill = attribute(child(properties, 'shd')?.attributes ?? {}, 'fill');
  return {
    ...(align === undefined
      ? {}
      : { align: align === 'center' ? 'center' : /^(right|end)$/.test(align) ? 'right' : 'left' }),
    ...(before === undefined ? {} : { before: Math.max(0, before) }),
    ...(after === undefined ? {} : { after: Math.max(0, after) }),
    ...(line === undefined || line <= 0 ? {} : { line: isFixed ? { points: line } : { lines: line / 12 } }),
    ...(close === undefined
      ? {}
      : { isClose: !/^(0|false|off)$/.test(attribute(close.attributes, 'val') ?? '1') }),
    ...(left === undefined ? {} : { left }),
    ...(first === undefined ? {} : { first }),
    ...(numbering === undefined ? {} : { list: list ?? '', level: level >= 0 && level < 9 ? level : 0 }),
    ...(fill !== undefined && /^[0-9a-f]{6}$/i.test(fill) ? { fill: `#${fill.toLowerCase()}` } : {}),
  };
}
