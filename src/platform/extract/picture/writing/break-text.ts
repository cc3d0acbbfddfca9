import type { SKRSContext2D } from '@napi-rs/canvas';
import { writeAt } from '../../../../shared/raised.ts';
import { nextStop } from '../../paging/tab-stops.ts';
import type { SceneParagraph } from '../../scene/slide-scene.ts';
import { inOneLook, type LaidRun, type Style, styleOf } from './text-style.ts';
import { textWidth } from './text-width.ts';

/** Width of a space, in its size: as in most fonts. */
const SPACE = 0.27;
/** Lines of one text that are laid out. */
export const MAX_LINES = 600;
/** Of the column, what the first and the other lines may be indented by. */
const MOST_INDENT = 0.6;
/** Points that must be left of a line for a tab. */
const LEAST_TAB = 0.5;
/** Scripts whose words stand from right to left: where they begin on a line is the canvas's to find. */
export const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
const PAUSES = /(?<=[\s\u200b-])|(?<=\p{Script=Han})|(?<=[\p{Script=Hiragana}\p{Script=Katakana}])/u;

/** Behind these a line may end. */
const WORDS_END = /[\s\u200b-]$|\p{Script=Han}$|[\p{Script=Hiragana}\p{Script=Katakana}]$/u;

/** Letters that may still be laid out: what keeps a hostile slide from taking for ever. */
export type TextBudget = { letters: number };

/** A piece of a line in one look. Measures in points. */
export type Piece = {
  readonly text: string;
  /** Where it begins in its paragraph's text. */
  readonly from: number;
  readonly width: number;
  readonly style: Style;
  /** Room up to where a tab leads. */
  readonly isTab?: true;
  /** Points by which each of its spaces is wider than its font has it, so that the line is as long as its column. */
  readonly stretch?: number;
};
/** A paragraph in lines. */
type Broken = {
  readonly text: string;
  readonly lines: readonly (readonly Piece[])[];
  /** Lines (from 0) that the author ended: these are not made as long as their column. */
  readonly ended: ReadonlySet<number>;
  /** Where the first line, the other lines and the sign begin. */
  readonly first: number;
  readonly rest: number;
  readonly sign: number;
  /** Of the last run, for lines without letters. */
  readonly style: Style;
};

/** Breaks a paragraph into lines `width` points wide, sizes times `scale`. */
export function breakText(
  context: SKRSContext2D,
  paragraph: SceneParagraph,
  width: number,
  scale: number,
  budget: TextBudget,
): Broken {
  return new TextBreaker(context, paragraph, width, scale, budget).broken();
}

class TextBreaker {
  readonly #context: SKRSContext2D;
  readonly #paragraph: SceneParagraph;
  readonly #width: number;
  readonly #scale: number;
  readonly #budget: TextBudget;
  readonly #runs: readonly LaidRun[];
  readonly #texts: readonly string[];
  readonly #place: Pick<Broken, 'first' | 'rest' | 'sign'>;
  readonly #lines: Piece[][] = [[]];
  readonly #ended = new Set<number>();
  #left: number;
  #text = '';
  #style: Style;

  constructor(
    context: SKRSContext2D,
    paragraph: SceneParagraph,
    width: number,
    scale: number,
    budget: TextBudget,
  ) {
    const { margin, indent, size, byFont, tabs } = paragraph.look;
    this.#context = context;
    this.#paragraph = paragraph;
    this.#width = width;
    this.#scale = scale;
    this.#budget = budget;
    const begin = margin + indent;
    const first = Math.max(0, paragraph.bullet ? afterSign(context, paragraph, scale) : begin);
    this.#place = {
      first: Math.min(first, width * MOST_INDENT),
      rest: Math.max(0, Math.min(margin, width * MOST_INDENT)),
      sign: begin,
    };
    this.#left = width - this.#place.first;
    const [{ font } = { font: undefined }] = paragraph.runs;
    this.#style = styleOf({ text: '', size, ...(font === undefined ? {} : { font }) }, scale, byFont);
    this.#runs = paragraph.runs.flatMap((run) => inOneLook(run, tabs !== undefined));
    this.#texts = this.#runs.map(({ text }) => text);
  }

  broken(): Broken {
    for (const [index, run] of this.#runs.entries()) this.#addRun(run, index);
    this.#ended.add(this.#lines.length - 1);
    const lines = this.#lines.map(joined);
    return { text: this.#text, lines, ended: this.#ended, style: this.#style, ...this.#place };
  }

  get #isFull(): boolean {
    return this.#budget.letters <= 0 || this.#lines.length > MAX_LINES;
  }

  get #isBegun(): boolean {
    return (this.#lines.at(-1)?.length ?? 0) > 0;
  }

  #addRun(run: LaidRun, index: number): void {
    if (run.text !== '\n') this.#style = styleOf(run, this.#scale, this.#paragraph.look.byFont);
    let passed = 0;
    for (const [at, row] of run.text.split('\n').entries()) {
      if (at > 0) {
        this.#text += '\n';
        passed += 1;
        this.#ended.add(this.#lines.length - 1);
        this.#newLine();
      }
      for (const word of wordsOf(row)) {
        if (this.#isFull) break;
        this.#budget.letters -= word.length;
        passed += word.length;
        if (word === '\t') this.#addTab(index, passed);
        else this.#addWord(word, run);
      }
    }
  }

  #newLine(): void {
    this.#lines.push([]);
    this.#left = this.#width - this.#place.rest;
  }

  /** A new line, with what stands of a word on the one before that goes on in another look. */
  #breakLine(): void {
    const line = this.#lines.at(-1) ?? [];
    const from = line.findLastIndex((piece) => piece.isTab || WORDS_END.test(piece.text)) + 1;
    const begun = from > 0 ? line.splice(from) : [];
    this.#newLine();
    for (const piece of begun) {
      this.#lines.at(-1)?.push(piece);
      this.#left -= piece.width;
    }
  }

  #add(piece: Omit<Piece, 'from' | 'style'>): void {
    this.#lines.at(-1)?.push({ ...piece, from: this.#text.length, style: this.#style });
    this.#left -= piece.width;
  }

  /** `passed`: letters of the run up to what stands behind the tab. */
  #addTab(index: number, passed: number): void {
    // As in Word, a tab for which there is no room leads to the next line.
    if (this.#left < LEAST_TAB && this.#isBegun) this.#newLine();
    const x = this.#width - this.#left;
    const { margin, indent, tabs = [] } = this.#paragraph.look;
    const stop = nextStop(tabs, { left: margin, first: margin + indent }, x);
    const behind = stop.align === 'left' ? 0 : this.#widthBehind(index, passed);
    const end = Math.min(stop.at, this.#width) - (stop.align === 'center' ? behind / 2 : behind);
    this.#add({ text: ' ', width: Math.max(0, end - x), isTab: true });
    this.#text += ' ';
  }

  /** How wide what follows a tab is up to the next one. */
  #widthBehind(index: number, passed: number): number {
    const context = this.#context;
    const widths = textsBehind(this.#texts, index, passed).map((text, at) => {
      const run = this.#runs[index + at];
      const style = run ? styleOf(run, this.#scale, this.#paragraph.look.byFont) : this.#style;
      return textWidth(context, style.font, text);
    });
    return widths.reduce((sum, one) => sum + one, 0);
  }

  #addWord(word: string, run: LaidRun): void {
    const context = this.#context;
    const { font } = this.#style;
    const visible = textWidth(context, font, word.trimEnd());
    // A mark stays with the word that it stands at.
    const isMark = run.level !== undefined || /^[™℠®]/u.test(word);
    const staysHere = isMark && this.#text !== '' && !/\s$/u.test(this.#text);
    if (visible > this.#left && this.#isBegun && !staysHere) this.#breakLine();
    for (const part of visible > this.#left && !staysHere
      ? cutWord(context, font, word, this.#left)
      : [word]) {
      const width = textWidth(context, font, part);
      if (width > this.#left && this.#isBegun && part.trim() !== '' && part !== word) this.#newLine();
      this.#add({ text: part, width });
      this.#text += run.level === undefined ? part : writeAt(run.level, part);
    }
  }
}

/** Words with the spaces behind them, and tabs. */
function wordsOf(row: string): string[] {
  if (row === '') return [];
  if (!row.includes('\t')) return row.split(PAUSES);
  return row.split(/(\t)/).flatMap((part) => (part === '' ? [] : part.split(PAUSES)));
}

/** Where text after a sign begins; a sign that too little room was made for pushes it away. */
function afterSign(context: SKRSContext2D, { look, runs }: SceneParagraph, scale: number): number {
  const { margin, indent, size, sign = '•' } = look;
  const { font } = styleOf(runs[0] ?? { text: '', size }, scale);
  const end = margin + indent + textWidth(context, font, sign);
  if (indent < 0) return Math.max(margin, end + size * 0.25 * scale);
  return end + size * 0.5 * scale;
}

/** Pieces of one look that follow each other are one: letters then stand as their font says. Lines read from right to left are one at all. */
function joined(pieces: readonly Piece[]): Piece[] {
  const isTurned = pieces.some((piece) => RIGHT_TO_LEFT.test(piece.text));
  const all: Piece[] = [];
  for (const piece of pieces) {
    const last = all.at(-1);
    if (last && (isTurned || (last.style === piece.style && !last.isTab && !piece.isTab))) {
      all[all.length - 1] = { ...last, text: last.text + piece.text, width: last.width + piece.width };
    } else all.push(piece);
  }
  const last = all.at(-1);
  // A space at a line's end is not seen and moves nothing.
  if (last && last.text !== last.text.trimEnd()) {
    const spaces = last.text.length - last.text.trimEnd().length;
    all[all.length - 1] = { ...last, width: Math.max(0, last.width - spaces * last.style.size * SPACE) };
  }
  return all;
}

/** A word wider than its line, in parts that fit. */
function cutWord(context: SKRSContext2D, font: string, word: string, width: number): string[] {
  const parts: string[] = [];
  let part = '';
  let used = 0;
  for (const letter of word) {
    const advance = textWidth(context, font, letter);
    if (used + advance > width && part !== '') {
      parts.push(part);
      part = '';
      used = 0;
    }
    part += letter;
    used += advance;
  }
  return part === '' ? parts : [...parts, part];
}

/** What stands behind a place in the texts of a paragraph up to the next tab or line: as much of each as belongs to it. */
function textsBehind(texts: readonly string[], at: number, from: number): string[] {
  const found: string[] = [];
  // Read in place: a paragraph may have a hundred thousand tabs, each a text of its own.
  for (let index = at; index < texts.length; index += 1) {
    const text = texts[index] ?? '';
    const rest = index === at ? text.slice(from) : text;
    const end = rest.search(/[\t\n]/);
    found.push(end === -1 ? rest : rest.slice(0, end));
    if (end !== -1) return found;
  }
  return found;
}
