import type { OfficePackage } from '../package/office-package.ts';
import { attribute, child, type XmlNode } from '../package/xml.ts';
import { roman } from './roman.ts';
import { type ParagraphLook, paragraphLook } from './word-paragraph.ts';

type Level = {
  readonly format: string;
  readonly text: string;
  readonly start: number;
  readonly look: ParagraphLook;
};
/** A list of a kind, which may begin anew with a number of its own. */
type List = { readonly kind: string; readonly starts: ReadonlyMap<number, number> };

/** What stands before a list's paragraph, and where. */
type ListItem = { readonly sign: string; readonly look: ParagraphLook };

/** Counts a document's lists as its paragraphs go by. */
export class WordLists {
  readonly #levels = new Map<string, readonly Level[]>();
  readonly #lists = new Map<string, List>();
  /** Lists and levels that have begun anew already. */
  readonly #begun = new Set<string>();
  readonly #counts = new Map<string, number[]>();

  constructor(office: OfficePackage, mainPart: string) {
    const tree = office.tree(office.related(mainPart, 'numbering')[0]);
    for (const node of tree?.children ?? []) {
      const own = attribute(node.attributes, node.name === 'num' ? 'numId' : 'abstractNumId');
      if (own === undefined) continue;
      if (node.name === 'abstractNum') this.#levels.set(own, levelsOf(node));
      const kind = attribute(child(node, 'abstractNumId')?.attributes ?? {}, 'val');
      if (node.name === 'num' && kind !== undefined) this.#lists.set(own, { kind, starts: startsOf(node) });
    }
  }

  /** The next paragraph of a list; undefined when there is no such list. */
  next(list: string, level: number): ListItem | undefined {
    const found = this.#lists.get(list);
    const levels = found && this.#levels.get(found.kind);
    const own = levels?.[level];
    if (!found || !levels || !own) return undefined;
    const counts = this.#counts.get(found.kind) ?? [];
    this.#counts.set(found.kind, counts);
    counts.length = Math.min(counts.length, level + 1);
    const anew = this.#begun.has(`${list}/${level}`) ? undefined : found.starts.get(level);
    this.#begun.add(`${list}/${level}`);
    counts[level] = anew ?? (counts[level] ?? own.start - 1) + 1;
    if (own.format === 'bullet') return { sign: bullet(own.text), look: own.look };
    const sign = own.text.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      return numberIn(levels[at]?.format ?? 'decimal', counts[at] ?? 1);
    });
    return { sign: sign.slice(0, 20), look: own.look };
  }
}

/** A list's own beginnings by level. */
function startsOf(node: XmlNode): ReadonlyMap<number, number> {
  const starts = new Map<number, number>();
  for (const one of node.children) {
    const start = one.name === 'lvlOverride' ? numberOf(child(one, 'startOverride')) : undefined;
    const level = Number(attribute(one.attributes, 'ilvl'));
    if (start !== undefined && level >= 0 && level < 9) starts.set(level, start);
  }
  return starts;
}

function numberOf(node: XmlNode | undefined): number | undefined {
  const value = Number(attribute(node?.attributes ?? {}, 'val') ?? Number.NaN);
  return Number.isInteger(value) && Math.abs(value) < 1e6 ? value : undefined;
}

function levelsOf(node: XmlNode): Level[] {
  return node.children
    .filter((one) => one.name === 'lvl')
    .slice(0, 9)
    .map((one) => ({
      format: attribute(child(one, 'numFmt')?.attributes ?? {}, 'val') ?? 'decimal',
      start: numberOf(child(one, 'start')) ?? 1,
      text: attribute(child(one, 'lvlText')?.attributes ?? {}, 'val') ?? '',
      look: paragraphLook(child(one, 'pPr')),
    }));
}

/** Signs of the fonts of signs are in the private use area, or letters that stand for something else. */
function bullet(text: string): string {
  const [sign] = [...text];
  if (sign === undefined || /[\ue000-\uf8ff§]/.test(sign))
    return sign === '\uf0a7' || sign === '§' ? '▪' : '•';
  return sign === 'o' ? '○' : sign;
}

function numberIn(format: string, value: number): string {
  if (format === 'none') return '';
  if (format === 'lowerLetter' || format === 'upperLetter') {
    const letter = String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.min(5, Math.ceil(value / 26)));
    return format === 'upperLetter' ? letter.toUpperCase() : letter;
  }
  if (format === 'lowerRoman') return roman(value);
  return format === 'upperRoman' ? roman(value).toUpperCase() : String(value);
}
