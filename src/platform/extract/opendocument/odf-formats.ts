import type { ParagraphLook, TabStop } from '../office/word-paragraph.ts';
import type { RunLook } from '../office/word-styles.ts';
import type { OfficePackage } from '../package/office-package.ts';
import { attribute, child } from '../package/xml.ts';
import { lengthIn } from '../paging/lengths.ts';
import { type OdfNode, readOdfBlocks } from './odf-tree.ts';

/** What styles say of letters; `spread`: points between them, `smallCapitals`: as high as capitals are, but smaller. */
export type OdfRun = RunLook & { readonly spread?: number; readonly smallCapitals?: boolean };

/** What a style says of letters with all that it follows. */
type SaidRun = { readonly look: OdfRun; readonly size: SaidSize; readonly complexSize: SaidSize };
/** A size in points, or without them a share of what it stands in. */
type SaidSize = { readonly points?: number; readonly factor: number };

/** Points of letters where nothing says a size, and at most. */
const USUAL_SIZE = 12;
const MAX_SIZE = 2_000;
const MAX_PARENTS = 20;
const MAX_STYLES = 50_000;
const MAX_TABS = 60;
/** Settings that the program writes, and how it has them where a file does not say. */
const SETTINGS = ['AddParaTableSpacing', 'TabsRelativeToIndent'] as const;

/** How an OpenDocument file's styles measure (ODF 1.3, part 3, 16, 17 and 20). Measures in points. */
export class OdfFormats {
  /** By kind and name: `style/paragraph/P1`, `list-style//L1`, `master-page//Standard`. */
  readonly #nodes = new Map<string, OdfNode>();
  /** Names of paragraphs' styles that follow from what a person did. */
  readonly #automatic = new Set<string>();
  readonly #fonts = new Map<string, string>();
  readonly #runs = new Map<string, SaidRun>();
  readonly #settings = new Map<string, boolean>();
  #firstMaster: OdfNode | undefined;

  constructor(office: OfficePackage) {
    readOdfBlocks(office, { part: 'styles.xml', holder: 'document-styles' }, (holder) => {
      for (const one of holder.children) this.#addStyle(one, holder.name === 'automatic-styles');
    });
    for (const holder of ['font-face-decls', 'automatic-styles']) {
      readOdfBlocks(office, { part: 'content.xml', holder }, (one) => this.#addStyle(one, true));
    }
    this.#readSettings(office);
  }

  /** Whether the space between paragraphs is what both ask for together. */
  get addsSpaces(): boolean {
    return this.#settings.get('AddParaTableSpacing') ?? true;
  }

  /** A list's style; that of headings without a name. */
  list(name: string | undefined): OdfNode | undefined {
    return name === undefined ? this.#nodes.get('outline-style//') : this.#nodes.get(`list-style//${name}`);
  }
  /** A master page, else the first one. */
  master(name: string | undefined): OdfNode | undefined {
    return this.#nodes.get(`master-page//${name ?? 'Standard'}`) ?? this.#firstMaster;
  }
  pageLayout(name: string | undefined): OdfNode | undefined {
    return this.#nodes.get(`page-layout//${name ?? ''}`);
  }

  /** What the nearest of a style and those that it follows has as an attribute of its own. */
  named(family: string, name: string | undefined, what: string): string | undefined {
    for (const style of this.#chain(family, name)) {
      const value = attribute(style.attributes, what);
      if (value !== undefined) return value;
    }
    return undefined;
  }

  /** What the nearest of a style and those that it follows says as a property: of the first of these names. */
  value(family: string, name: string | undefined, ...names: readonly string[]): string | undefined {
    return valueIn(this.#chain(family, name), `${family}-properties`, names);
  }

  /** A style's properties as they stand in it. */
  properties(family: string, name: string | undefined): OdfNode | undefined {
    const [style] = this.#chain(family, name);
    return style?.children.find((one) => one.name === `${family}-properties`);
  }

  /** The name of a style as people know it: an automatic one's is what it follows. */
  knownName(name: string | undefined): string {
    if (name === undefined || !this.#automatic.has(name)) return name ?? '';
    return this.named('paragraph', name, 'parent-style-name') ?? '';
  }

  /** What a paragraph's style says of it, without the list that it stands in. */
  paragraph(name: string | undefined): ParagraphLook {
    const chain = this.#chain('paragraph', name);
    const read = (...names: readonly string[]) => valueIn(chain, 'paragraph-properties', names);
    const [before, after, left, right, first] = [
      read('margin-top', 'margin'),
      read('margin-bottom', 'margin'),
      read('margin-left', 'margin'),
      read('margin-right', 'margin'),
      read('text-indent'),
    ].map(lengthIn);
    const [orphans = 0, widows = 0] = [read('orphans'), read('widows')].map((lines) => Number(lines ?? 0));
    const shift = (this.#settings.get('TabsRelativeToIndent') ?? true) ? (left ?? 0) : 0;
    const border = (side: string) =>
      borderOf(read(`border-${side}`, 'border')) + (lengthIn(read(`padding-${side}`, 'padding')) ?? 0);
    return {
      before: Math.max(0, before ?? 0) + border('top'),
      after: Math.max(0, after ?? 0) + border('bottom'),
      left: left ?? 0,
      right: right ?? 0,
      first: first ?? 0,
      ...lineOf(read),
      isClose: read('contextual-spacing') === 'true',
      keepsNext: read('keep-with-next') === 'always',
      keepsLines: read('keep-together') === 'always',
      beginsPage: read('break-before') === 'page',
      allowsWidows: Math.max(orphans, widows) < 2,
      tabs: this.#tabs(chain, shift),
    };
  }

  /** Whether a style, and not one that people know, says where a paragraph begins: lists then do not. */
  indentsItself(name: string | undefined): boolean {
    if (name === undefined || !this.#automatic.has(name)) return false;
    return (
      valueIn(this.#chain('paragraph', name).slice(0, 1), 'paragraph-properties', ['margin-left']) !==
      undefined
    );
  }

  /** What a style of a family says of letters, over what holds `below` it. */
  run(family: 'paragraph' | 'text', name: string | undefined, below: OdfRun = {}): OdfRun {
    const key = `${family}/${name ?? ''}`;
    const said = this.#runs.get(key) ?? this.#readRun(family, name);
    this.#runs.set(key, said);
    const { size, complexSize } = said;
    return {
      ...below,
      ...said.look,
      size: sizeOver(size, below.size ?? USUAL_SIZE),
      ...(below.complexSize !== undefined || complexSize.points !== undefined
        ? { complexSize: sizeOver(complexSize, below.complexSize ?? USUAL_SIZE) }
        : {}),
    };
  }

  #readRun(family: 'paragraph' | 'text', name: string | undefined): SaidRun {
    const chain = this.#chain(family, name);
    const read = (...names: readonly string[]) => valueIn(chain, 'text-properties', names);
    const said = <Value>(value: string | undefined, as: (value: string) => Value) =>
      value === undefined ? undefined : as(value);
    const look = {
      font: said(read('font-name', 'font-family'), (font) => this.#fonts.get(font) ?? unquoted(font)),
      bold: said(read('font-weight'), (weight) => weight === 'bold' || Number(weight) >= 600),
      italic: said(read('font-style'), (style) => style !== 'normal'),
      capitals: said(read('text-transform'), (how) => how === 'uppercase'),
      smallCapitals: said(read('font-variant'), (how) => how === 'small-caps'),
      hidden: said(read('display'), (how) => how === 'none'),
      level: said(read('text-position'), levelOf),
      spread: said(read('letter-spacing'), (width) => lengthIn(width) ?? 0),
    };
    return {
      look: withoutUnsaid(look),
      size: sizeIn(chain, 'font-size'),
      complexSize: sizeIn(chain, 'font-size-complex'),
    };
  }

  #chain(family: string, name: string | undefined): OdfNode[] {
    const chain: OdfNode[] = [];
    let at = name;
    while (at !== undefined && chain.length < MAX_PARENTS) {
      const style = this.#nodes.get(`style/${family}/${at}`);
      if (!style || chain.includes(style)) break;
      chain.push(style);
      at = attribute(style.attributes, 'parent-style-name');
    }
    const usual = this.#nodes.get(`default-style/${family}/`);
    if (usual && family !== 'text') chain.push(usual);
    return chain;
  }

  #tabs(chain: readonly OdfNode[], shift: number): TabStop[] {
    for (const style of chain) {
      const holder = child(child(style, 'paragraph-properties'), 'tab-stops');
      if (!holder) continue;
      const stops = holder.children.slice(0, MAX_TABS).flatMap((one): TabStop[] => {
        const at = lengthIn(attribute(one.attributes, 'position'));
        const type = attribute(one.attributes, 'type');
        const align = type === 'center' ? 'center' : type === 'right' || type === 'char' ? 'right' : 'left';
        return at === undefined ? [] : [{ at: at + shift, align }];
      });
      return stops.sort((one, other) => one.at - other.at);
    }
    return [];
  }

  #addStyle(node: OdfNode, isAutomatic: boolean): void {
    if (this.#nodes.size >= MAX_STYLES) return;
    const name = attribute(node.attributes, 'name') ?? '';
    if (node.name === 'font-face') {
      this.#fonts.set(name, unquoted(attribute(node.attributes, 'font-family') ?? name));
      return;
    }
    const family = attribute(node.attributes, 'family') ?? '';
    this.#nodes.set(`${node.name}/${family}/${node.name === 'outline-style' ? '' : name}`, node);
    if (node.name === 'master-page') this.#firstMaster ??= node;
    if (isAutomatic && family === 'paragraph') this.#automatic.add(name);
  }

  #readSettings(office: OfficePackage): void {
    let current: string | undefined;
    office.read('settings.xml', {
      open: (_, attributes) => {
        const name = attribute(attributes, 'name');
        current = SETTINGS.find((one) => one === name);
      },
      close: () => {
        current = undefined;
      },
      text: (text) => {
        if (current !== undefined) this.#settings.set(current, text.trim() === 'true');
      },
    });
  }
}

/** How wide a border (`0.5pt solid #000000`) is. */
export function borderOf(border: string | undefined): number {
  if (border === undefined || /\bnone\b/.test(border)) return 0;
  return lengthIn(border.trim().split(' ')[0]) ?? 0;
}

function valueIn(chain: readonly OdfNode[], holder: string, names: readonly string[]): string | undefined {
  for (const style of chain) {
    const properties = style.children.filter((one) => one.name === holder);
    for (const name of names) {
      for (const { attributes } of properties) {
        const value = attribute(attributes, name);
        if (value !== undefined) return value;
      }
    }
  }
  return undefined;
}

/** The size that the nearest style says; shares are of what it follows. */
function sizeIn(chain: readonly OdfNode[], name: string): SaidSize {
  let factor = 1;
  for (const style of chain) {
    const value = valueIn([style], 'text-properties', [name]);
    const share = shareIn(value);
    if (share !== undefined) factor *= share;
    else {
      const points = lengthIn(value);
      if (points !== undefined && points > 0) return { points, factor };
    }
  }
  return { factor };
}

function sizeOver({ points, factor }: SaidSize, below: number): number {
  return Math.min(MAX_SIZE, (points ?? below) * factor);
}

/** A share (`115%`), of one. */
function shareIn(written: string | undefined): number | undefined {
  const share = /^(\d{1,4}(?:\.\d*)?)%$/.exec(written?.slice(0, 12) ?? '');
  return share ? Number(share[1]) / 100 : undefined;
}

function lineOf(read: (...names: readonly string[]) => string | undefined): ParagraphLook {
  const least = lengthIn(read('line-height-at-least'));
  if (least !== undefined && least > 0) return { line: { points: least } };
  const height = read('line-height');
  const lines = shareIn(height);
  if (lines !== undefined) return { line: { lines } };
  const points = lengthIn(height);
  return points !== undefined && points > 0 ? { line: { points }, isExact: true } : {};
}

function unquoted(font: string): string {
  return font.replace(/["']/g, '').split(',')[0] ?? '';
}

function levelOf(position: string): 'raised' | 'lowered' | 'line' {
  const shift = /^\s*super/.test(position) ? 1 : /^\s*sub/.test(position) ? -1 : Number.parseFloat(position);
  return shift > 0 ? 'raised' : shift < 0 ? 'lowered' : 'line';
}

/** What a style says; what it does not say holds from elsewhere. */
function withoutUnsaid<Looks extends object>(
  looks: Looks,
): { [Key in keyof Looks]?: Exclude<Looks[Key], undefined> };
function withoutUnsaid(looks: object): object {
  return Object.fromEntries(Object.entries(looks).filter(([, value]) => value !== undefined));
}
