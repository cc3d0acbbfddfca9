import { hidesByStyle, type StyleRules } from './hiding-styles.ts';

/** Around hidden text within a text that goes on: control characters, which no cleaned text has. */
const [BEGIN, END] = ['\u0002', '\u0003'] as const;
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above
const MARKS = /[\u0002\u0003]/g;

/** Elements without content. */
const VOID = /^(area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/;
/** What ends a paragraph, and what ends an element that is left open, up to the element that holds both. */
const BLOCKS =
  /^(address|article|aside|blockquote|details|div|dl|fieldset|figure|footer|form|h[1-6]|header|hr|main|nav|ol|p|pre|section|table|ul)$/;
const SIBLINGS: Readonly<Record<string, readonly [ends: RegExp, within: RegExp]>> = {
  li: [/^li$/, /^(ul|ol)$/],
  dt: [/^(dt|dd)$/, /^dl$/],
  dd: [/^(dt|dd)$/, /^dl$/],
  tr: [/^(tr|td|th)$/, /^(table|thead|tbody|tfoot)$/],
  td: [/^(td|th)$/, /^(tr|table)$/],
  th: [/^(td|th)$/, /^(tr|table)$/],
  option: [/^option$/, /^select$/],
};
/** Elements within each other that are followed; deeper ones are as those around them. */
const MAX_OPEN = 1_000;
/** How far back the beginning of an element that ends is looked for. */
const MAX_BACK = 100;

type Open = { readonly tag: string; readonly gone: boolean; readonly unseen: boolean };

/** Follows which elements are hidden by their style, as far as that is sure without laying anything out. */
export class HiddenElements {
  readonly #rules: StyleRules;
  readonly #open: Open[] = [];

  constructor(rules: StyleRules) {
    this.#rules = rules;
  }

  get isHidden(): boolean {
    const inner = this.#open.at(-1);
    return inner !== undefined && (inner.gone || inner.unseen);
  }

  /** An element begins; answers whether it hides what was seen before. */
  begin(tag: string, attributes: string): boolean {
    this.#endOpen(tag);
    if (VOID.test(tag) || this.#open.length >= MAX_OPEN) return false;
    const around = this.#open.at(-1);
    const wasHidden = this.isHidden;
    const own = hidesByStyle(tag, attributes, this.#rules);
    this.#open.push({
      tag,
      // What is not displayed stays so; what is only invisible may have visible parts (CSS 2.2, 11.2).
      gone: around?.gone === true || own.gone,
      unseen: own.unseen ?? around?.unseen === true,
    });
    return !wasHidden && this.isHidden;
  }

  end(tag: string): void {
    const least = Math.max(0, this.#open.length - MAX_BACK);
    for (let at = this.#open.length - 1; at >= least; at -= 1) {
      if (this.#open[at]?.tag !== tag) continue;
      this.#open.length = at;
      return;
    }
  }

  /** Ends what authors leave open: a paragraph before a block, an item before the next. */
  #endOpen(tag: string): void {
    if (this.#open.at(-1)?.tag === 'p' && BLOCKS.test(tag)) this.#open.pop();
    const siblings = Object.hasOwn(SIBLINGS, tag) ? SIBLINGS[tag] : undefined;
    if (!siblings) return;
    const [ends, within] = siblings;
    const least = Math.max(0, this.#open.length - MAX_BACK);
    for (let at = this.#open.length - 1; at >= least; at -= 1) {
      const open = this.#open[at]?.tag ?? '';
      if (within.test(open)) return;
      if (ends.test(open)) {
        this.#open.length = at;
        if (open === tag) return;
      }
    }
  }
}

/** Text as it is written into one that goes on, so that it can be told apart later. */
export function hiddenWithin(text: string, isHidden: boolean): string {
  const own = text.replace(MARKS, '');
  return isHidden ? `${BEGIN}${own}${END}` : own;
}

/** Pieces of text as one; hidden ones that follow each other are one. */
export function joinHidden(pieces: readonly string[]): string {
  return pieces.join('').replaceAll(END + BEGIN, '');
}

/** Tells hidden from shown text in the pieces of one that was cut; hidden text may go on in the next piece. */
export class HiddenParts {
  #isHidden = false;

  next(piece: string): { readonly shown: string; readonly hidden: string } {
    const parts = { shown: '', hidden: '' };
    let from = 0;
    for (const match of piece.matchAll(MARKS)) {
      this.#add(parts, piece.slice(from, match.index));
      this.#isHidden = match[0] === BEGIN;
      from = match.index + 1;
    }
    this.#add(parts, piece.slice(from));
    return parts;
  }

  #add(parts: { shown: string; hidden: string }, text: string): void {
    if (this.#isHidden) parts.hidden += text;
    else parts.shown += text;
  }
}
