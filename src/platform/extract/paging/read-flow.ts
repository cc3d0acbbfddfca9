import type { NoteNumbers } from '../office/note-numbers.ts';
import type { WordLists } from '../office/word-lists.ts';
import { isOn, type ParagraphLook, paragraphLook, twips, valueIn } from '../office/word-paragraph.ts';
import type { RunLook, WordStyles } from '../office/word-styles.ts';
import { attribute, child } from '../package/xml.ts';
import type { FlowBlock, FlowParagraph, Piece, Place } from './flow.ts';
import type { FlowNode } from './flow-tree.ts';
import { type Face, faceNamed } from './font-metrics.ts';
import { drawingPiece } from './read-drawing.ts';
import { readTable } from './read-table.ts';

/** Points of letters where nothing says a size. */
const USUAL_SIZE = 10;
/** Points that older versions of Word put where they find a space by themselves. */
const SMALL_AUTO_SPACE = 5;
/** Of letters that are raised or lowered, against those on the line. */
export const SMALL_LETTERS = 0.58;
export const SMALL_CAPITALS = 0.8;
/** Scripts whose letters have sizes of their own. */
const COMPLEX = /[\u0590-\u08ff\u0900-\u0dff\u0e00-\u0eff]/;
/** Tables within tables that are read; the text of deeper ones has no place. */
const MAX_NESTING = 8;

/** What a document's blocks are read with. */
export type FlowSource = {
  readonly styles: WordStyles;
  readonly lists: WordLists;
  readonly notes: NoteNumbers;
  /** Characters that may still be laid out. */
  readonly budget: { letters: number };
  /** Spaces between paragraphs are added up, and those that the program finds by itself are small: as older versions of Word did. */
  readonly addsSpaces: boolean;
  /** Told of the body's text and of where pages end by the author's word or the note of the program that wrote it. */
  readonly noted?: NotedPages;
};
/** Counts the pages of a document by what is noted in it. */
export class NotedPages {
  /** Pages' ends that the program noted. */
  notes = 0;
  /** Pages; an end without text since the last is the same. */
  count = 1;
  #hasText = false;

  text(text: string): void {
    this.#hasText ||= text.trim() !== '';
  }

  end(): void {
    if (this.#hasText) this.count += 1;
    this.#hasText = false;
  }
}

/** Where blocks stand: in how many tables, and of which style the innermost is. */
export type Around = { readonly depth: number; readonly table?: string };

/** Paragraphs and tables below an element. */
export function flowOf(node: FlowNode, source: FlowSource, around: Around = { depth: 0 }): FlowBlock[] {
  if (node.name === 'p') return [readParagraph(node, source, around)];
  if (node.name === 'tbl')
    return around.depth < MAX_NESTING
      ? [readTable(node, source, around.depth, (one, inside) => flowOf(one, source, inside))]
      : [];
  if (node.name === 'tcPr' || node.name === 'sectPr') return [];
  return node.children.flatMap((one) => flowOf(one, source, around));
}

function readParagraph(node: FlowNode, source: FlowSource, { table }: Around): FlowParagraph {
  const { styles } = source;
  const properties = child(node, 'pPr');
  const named = valueIn(properties, 'pStyle');
  const style = styles.style(named, table);
  const said = paragraphLook(properties);
  const stated: ParagraphLook = { ...style.paragraph, ...said };
  const list = stated.list === '' || stated.list === '0' ? undefined : stated.list;
  const item = list === undefined ? undefined : source.lists.next(list, stated.level ?? 0);
  const { left, first, tabs } = said;
  const own = { ...(left !== undefined && { left }), ...(first !== undefined && { first }) };
  const look = item ? { ...stated, ...item.look, ...own, ...(tabs && { tabs }) } : stated;
  if (said.beginsPage) source.noted?.end();
  const pieces: Piece[] = [];
  const reader = new RunPieces(source, pieces);
  reader.readBelow(node, style.run);
  const markLook = { ...style.run, ...styles.run(child(properties, 'rPr')) };
  const mark = { face: faceOf(markLook), size: markLook.size ?? USUAL_SIZE };
  return {
    flow: 'paragraph',
    place: { element: node.at, offset: 0 },
    pieces: isFramed(properties) ? [] : pieces,
    look: source.addsSpaces ? withSmallSpaces(look) : look,
    mark,
    sign: item ? widthOf(item.sign, mark.face) * mark.size : undefined,
    style: named ?? '',
    addsSpaces: source.addsSpaces,
  };
}

function withSmallSpaces({ isAutoBefore, isAutoAfter, ...look }: ParagraphLook): ParagraphLook {
  return {
    ...look,
    ...(isAutoBefore && { before: SMALL_AUTO_SPACE }),
    ...(isAutoAfter && { after: SMALL_AUTO_SPACE }),
  };
}

/** A frame stands beside the text; a big first letter within it. */
function isFramed(properties: ReturnType<typeof child>): boolean {
  const frame = child(properties, 'framePr');
  return frame !== undefined && attribute(frame.attributes, 'dropCap') === undefined;
}

function faceOf({ font, bold = false, italic = false }: RunLook): Face {
  return faceNamed(font, bold, italic);
}

function widthOf(text: string, face: Face): number {
  let width = 0;
  for (const letter of text) width += face.width(letter.codePointAt(0) ?? 0);
  return width;
}

/** Makes the runs of a paragraph pieces. */
class RunPieces {
  readonly #source: FlowSource;
  readonly #pieces: Piece[];

  constructor(source: FlowSource, pieces: Piece[]) {
    this.#source = source;
    this.#pieces = pieces;
  }

  readBelow(node: FlowNode, look: RunLook): void {
    for (const one of node.children) {
      if (one.name === 'pPr' || one.name === 'txbxContent') continue;
      if (one.name === 'r') this.#readRun(one, look);
      else if (one.name === 'oMath' || one.name === 'oMathPara') this.#readFormula(one, look);
      else this.readBelow(one, look);
    }
  }

  /** A formula is as wide as its letters. */
  #readFormula(node: FlowNode, look: RunLook): void {
    for (const one of node.children) {
      if (one.name === 't') this.#addText(one.text, look, { element: one.at, offset: 0 });
      else this.#readFormula(one, look);
    }
  }

  #readRun(run: FlowNode, paragraph: RunLook): void {
    const { styles } = this.#source;
    const properties = child(run, 'rPr');
    const look: RunLook = {
      ...paragraph,
      ...styles.character(valueIn(properties, 'rStyle')),
      ...styles.run(properties),
    };
    if (look.hidden === true) return;
    const spread = twips(child(properties, 'spacing'), 'val') ?? 0;
    const shown = isOn(properties, 'smallCaps')
      ? { ...look, capitals: true, size: (look.size ?? USUAL_SIZE) * SMALL_CAPITALS }
      : look;
    for (const piece of run.children) this.#readPiece(piece, shown, spread);
  }

  #readPiece(node: FlowNode, look: RunLook, spread: number): void {
    const place: Place = { element: node.at, offset: 0 };
    const { noted } = this.#source;
    const mark = this.#source.notes.markAt(node.name, node.attributes);
    if (mark !== '') this.#addText(mark, { ...look, level: 'raised' }, place);
    switch (node.name) {
      case 't':
        this.#addText(node.text, look, place, spread);
        return;
      case 'tab':
      case 'ptab':
        this.#pieces.push({ piece: 'tab', face: faceOf(look), size: look.size ?? USUAL_SIZE, place });
        return;
      case 'br':
        if (attribute(node.attributes, 'type') === 'page') noted?.end();
        this.#pieces.push({ piece: 'break', of: breakOf(attribute(node.attributes, 'type')), place });
        return;
      case 'cr':
        this.#pieces.push({ piece: 'break', of: 'line', place });
        return;
      case 'noBreakHyphen':
      case 'sym':
        this.#addText('-', look, place);
        return;
      case 'footnoteReference':
        this.#pieces.push({ piece: 'note', id: attribute(node.attributes, 'id') ?? '', place });
        return;
      case 'lastRenderedPageBreak':
        if (noted) noted.notes += 1;
        noted?.end();
        return;
      case 'drawing':
      case 'pict':
      case 'object':
        this.#pieces.push(...drawingPiece(node));
        return;
      case 'AlternateContent':
      case 'Choice':
        for (const one of node.children) this.#readPiece(one, look, spread);
        return;
      default:
    }
  }

  #addText(text: string, look: RunLook, place: Place, spread = 0): void {
    const { budget, noted } = this.#source;
    noted?.text(text);
    if (text === '' || budget.letters <= 0) return;
    budget.letters -= text.length;
    const size = (COMPLEX.test(text) ? look.complexSize : look.size) ?? look.size ?? USUAL_SIZE;
    const isSmall = look.level === 'raised' || look.level === 'lowered';
    this.#pieces.push({
      piece: 'text',
      text: look.capitals ? upperCase(text) : text,
      face: faceOf(look),
      size,
      letters: isSmall ? size * SMALL_LETTERS : size,
      spread,
      place,
    });
  }
}

/** Capitals, as many as there are letters: places are counted in these. */
function upperCase(text: string): string {
  const upper = text.toUpperCase();
  return upper.length === text.length ? upper : text;
}

function breakOf(type: string | undefined): 'line' | 'column' | 'page' {
  return type === 'page' || type === 'column' ? type : 'line';
}
