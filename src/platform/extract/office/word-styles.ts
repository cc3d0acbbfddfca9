import type { Level } from '../../../shared/raised.ts';
import type { OfficePackage } from '../package/office-package.ts';
import { attribute, child, descend, type XmlNode } from '../package/xml.ts';
import { levelNamed, marks, type RunMarks } from '../text/run-marks.ts';
import { type ParagraphLook, paragraphLook, valueIn } from './word-paragraph.ts';

/** What a style or an element itself says of letters; sizes in points. */
export type RunLook = {
  readonly size?: number;
  /** Of letters of scripts that are joined or read from right to left. */
  readonly complexSize?: number;
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
/** A style with what it inherits. */
type Style = {
  readonly run: RunLook;
  readonly paragraph: ParagraphLook;
  readonly node: XmlNode | undefined;
};

const MAX_CHAIN = 12;
const MAX_MEASURE = 2_000;

/** A document's styles by id; `undefined` is what holds where nothing is said. */
export class WordStyles {
  readonly #nodes = new Map<string, XmlNode>();
  readonly #known = new Map<string, Style>();
  readonly #defaults: Style;
  /** The style of paragraphs that name none. */
  readonly #usual: string | undefined;
  readonly #fonts: (name: string) => string | undefined;

  constructor(office: OfficePackage, mainPart: string) {
    const tree = office.tree(office.related(mainPart, 'styles')[0]);
    this.#fonts = themeFonts(office, mainPart);
    const defaults = child(tree, 'docDefaults');
    let usual: string | undefined;
    for (const node of tree?.children ?? []) {
      const id = attribute(node.attributes, 'styleId');
      if (node.name !== 'style' || id === undefined) continue;
      this.#nodes.set(id, node);
      const isUsual = /^(1|true|on)$/.test(attribute(node.attributes, 'default') ?? '');
      if (isUsual && attribute(node.attributes, 'type') === 'paragraph') usual = id;
    }
    this.#usual = usual;
    this.#defaults = {
      run: this.run(descend(defaults, 'rPrDefault', 'rPr')),
      paragraph: paragraphLook(descend(defaults, 'pPrDefault', 'pPr')),
      node: undefined,
    };
  }

  /** A paragraph's style, in a table of the style `table`: what that says goes before what holds anyway, not before a style. */
  style(id: string | undefined, table?: string): Style {
    const under = table === undefined ? this.#defaults : this.#resolve(table, this.#defaults, `/${table}`, 0);
    const own = id !== undefined && this.#nodes.has(id) ? id : this.#usual;
    return own === undefined ? under : this.#resolve(own, under, `${own}/${table ?? ''}`, 0);
  }

  /** What a style of letters says, without what holds anyway. */
  character(id: string | undefined): RunLook {
    return id === undefined ? {} : this.run(child(this.#nodes.get(id), 'rPr'));
  }

  /** A style's own element. */
  node(id: string | undefined): XmlNode | undefined {
    return id === undefined ? undefined : this.#nodes.get(id);
  }

  #resolve(id: string, under: Style, key: string, depth: number): Style {
    const known = this.#known.get(key);
    if (known) return known;
    const node = this.#nodes.get(id);
    if (!node || depth > MAX_CHAIN) return under;
    const parent = attribute(child(node, 'basedOn')?.attributes ?? {}, 'val');
    const from =
      parent === undefined
        ? under
        : this.#resolve(parent, under, `${parent}${key.slice(key.indexOf('/'))}`, depth + 1);
    const style = {
      run: { ...from.run, ...this.run(child(node, 'rPr')) },
      paragraph: { ...from.paragraph, ...paragraphLook(child(node, 'pPr')) },
      node,
    };
    this.#known.set(key, style);
    return style;
  }

  /** What an element of run properties says. */
  run(properties: XmlNode | undefined): RunLook {
    if (!properties) return {};
    const value = (name: string) => valueIn(properties, name);
    const [size = 0, complexSize = 0] = ['sz', 'szCs'].map((name) => Number(value(name)) / 2);
    const color = value('color');
    const underline = value('u');
    const fonts = child(properties, 'rFonts')?.attributes ?? {};
    const named = attribute(fonts, 'asciiTheme') ?? attribute(fonts, 'ascii');
    const font = named === undefined ? undefined : this.#fonts(named);
    return {
      ...(size > 0 && size < MAX_MEASURE ? { size } : {}),
      ...(complexSize > 0 && complexSize < MAX_MEASURE ? { complexSize } : {}),
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

function toggle(properties: XmlNode, name: string, as: keyof RunLook): RunLook {
  const node = child(properties, name);
  return node ? { [as]: !/^(0|false|off|none)$/.test(attribute(node.attributes, 'val') ?? '1') } : {};
}
