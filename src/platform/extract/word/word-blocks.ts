import { writeAt } from '../../../shared/raised.ts';
import { LEFT_OUT } from '../office/left-out.ts';
import { NoteNumbers } from '../office/note-numbers.ts';
import { WordLists } from '../office/word-lists.ts';
import { type ParagraphLook, paragraphLook } from '../office/word-paragraph.ts';
import { marksOf, type RunLook, WordStyles } from '../office/word-styles.ts';
import type { OfficePackage } from '../package/office-package.ts';
import { allNamed, attribute, child, descend, prefixedAttribute, type XmlNode } from '../package/xml.ts';
import type { SceneParagraph, SceneRun, SceneText, Spacing } from '../scene/slide-scene.ts';
import { withMarks } from '../text/run-marks.ts';
import { PAGE_MARK } from './page-mark.ts';
import type { PlacedPicture, WordBlock } from './word-page.ts';
import { readWordTable } from './word-table.ts';

const POINT = 12_700;
const MAX_BLOCKS = 3_000;
const MAX_RUN = 20_000;
const USUAL_SIZE = 10;
/** Points of height up to which a picture stands in the line of its paragraph's words. */
const MAX_ICON = 48;

type Shown = { readonly paragraph: SceneParagraph; readonly fill?: string };

/** Makes a body's elements blocks of one page. Lists are counted on all pages before, too. */
export class BlockReader {
  readonly blocks: WordBlock[] = [];
  readonly #office: OfficePackage;
  readonly #part: string;
  readonly #styles: WordStyles;
  readonly #lists: WordLists;
  readonly #wanted: number;
  #page = 1;
  /** What the paragraph before left below itself: of two spaces the larger one counts. */
  #after = 0;
  #style: string | undefined;
  readonly #notes = new NoteNumbers();

  constructor(office: OfficePackage, mainPart: string, wanted: number) {
    this.#office = office;
    this.#part = mainPart;
    this.#wanted = wanted;
    this.#styles = new WordStyles(office, mainPart);
    this.#lists = new WordLists(office, mainPart);
  }

  /** Takes an element below the body that begins on page `begun`. */
  add(block: XmlNode, begun: number): void {
    this.#page = begun;
    this.#walk(block);
  }

  get #isWanted(): boolean {
    return this.#page === this.#wanted && this.blocks.length < MAX_BLOCKS;
  }

  #walk(node: XmlNode): void {
    if (node.name === PAGE_MARK) this.#page += 1;
    else if (node.name === 'p') this.#addParagraph(node);
    else if (node.name === 'tbl') this.#addTable(node);
    else if (!LEFT_OUT.has(node.name)) for (const one of node.children) this.#walk(one);
  }

  #addParagraph(node: XmlNode): void {
    const [shown] = this.#paragraphs(node);
    const pictures = this.#isWanted
      ? [...allNamed(node, 'drawing')].flatMap((one) => this.#pictureOf(one))
      : [];
    const [first] = pictures;
    const isIcon = first !== undefined && first.h <= MAX_ICON && (shown?.paragraph.runs.length ?? 0) > 0;
    const add = (block: WordBlock) => {
      if (this.blocks.length < MAX_BLOCKS) this.blocks.push(block);
    };
    if (shown) add({ block: 'paragraph', ...shown, ...(isIcon ? { icon: first } : {}) });
    if (!this.#isWanted) return;
    const align = this.#lookOf(node).look.align ?? 'left';
    for (const picture of isIcon ? pictures.slice(1) : pictures) add({ block: 'picture', align, ...picture });
    for (const box of allNamed(node, 'txbxContent')) this.#walk({ ...box, name: 'box' });
  }

  #pictureOf(drawing: XmlNode): PlacedPicture[] {
    const [holder] = drawing.children;
    const [blip] = allNamed(holder, 'blip');
    const part = this.#office.target(this.#part, prefixedAttribute(blip?.attributes ?? {}, 'embed'));
    const extent = child(holder, 'extent')?.attributes ?? {};
    const [w = 0, h = 0] = ['cx', 'cy'].map((name) => Number(attribute(extent, name)) / POINT);
    return part !== undefined && w > 0 && h > 0 && w < 4_000 && h < 4_000 ? [{ part, w, h }] : [];
  }

  #addTable(node: XmlNode): void {
    const table = readWordTable(node, {
      style: (id) => this.#styles.node(id),
      run: (properties) => this.#styles.run(properties),
      text: (cell, look, insets) => this.#cellText(cell, look, insets),
      isWanted: () => this.#isWanted,
      onPage: () => {
        this.#page += 1;
      },
    });
    this.#after = 0;
    if (table.rows.length > 0) this.blocks.push({ block: 'table', ...table });
  }

  #cellText(cell: XmlNode, look: RunLook, insets: SceneText['insets']): SceneText {
    const found: SceneParagraph[] = [];
    this.#after = 0;
    this.#style = undefined;
    for (const node of paragraphsIn(cell)) {
      if (node.name === PAGE_MARK) this.#page += 1;
      else found.push(...this.#paragraphs(node, look).map((one) => one.paragraph));
    }
    const [left, top, right, bottom] = insets;
    const vertical = attribute(descend(cell, 'tcPr', 'vAlign')?.attributes ?? {}, 'val');
    return {
      paragraphs: found,
      anchor: vertical === 'center' ? 'middle' : vertical === 'bottom' ? 'bottom' : 'top',
      // Space above the first paragraph and below the last counts, as it does on a page.
      insets: [left, top + spaceOf(found[0]?.look.before), right, bottom + spaceOf(found.at(-1)?.look.after)],
      wraps: true,
      shrinks: false,
      turns: 0,
    };
  }

  #lookOf(node: XmlNode): { readonly look: ParagraphLook; readonly run: RunLook } {
    const properties = child(node, 'pPr');
    const style = this.#styles.style(attribute(child(properties, 'pStyle')?.attributes ?? {}, 'val'));
    return { look: { ...style.paragraph, ...paragraphLook(properties) }, run: style.run };
  }

  /** A paragraph's part on the page that is wanted: one, or none. `table` is what the table says of the letters in it. */
  #paragraphs(node: XmlNode, table: RunLook = {}): readonly Shown[] {
    const properties = child(node, 'pPr');
    for (const _ of allNamed(properties, PAGE_MARK)) this.#page += 1;
    const { look: stated, run } = this.#lookOf(node);
    // A list with the number 0 is what takes a paragraph out of its style's list.
    const list = stated.list === '' || stated.list === '0' ? undefined : stated.list;
    const item = list === undefined ? undefined : this.#lists.next(list, stated.level ?? 0);
    const look = item ? { ...stated, ...item.look, ...indents(paragraphLook(properties)) } : stated;
    const beginsHere = this.#isWanted;
    const runs: SceneRun[] = [];
    this.#readRuns(node, { ...run, ...table }, runs);
    if (runs.length === 0 && !beginsHere) return [];
    const style = attribute(child(properties, 'pStyle')?.attributes ?? {}, 'val') ?? '';
    const isClose = look.isClose === true && style === this.#style;
    const before = isClose ? -this.#after : Math.max(0, (look.before ?? 0) - this.#after);
    this.#after = look.after ?? 0;
    this.#style = style;
    const sign = beginsHere && item && item.sign !== '' ? item.sign : undefined;
    // An item without words has its number, too.
    if (sign !== undefined && runs.length === 0) runs.push({ text: ' ', size: run.size ?? USUAL_SIZE });
    const paragraph: SceneParagraph = {
      runs,
      ...(sign === undefined ? {} : { bullet: true }),
      ...(look.align === undefined || look.align === 'left' ? {} : { align: look.align }),
      look: {
        margin: look.left ?? 0,
        indent: look.first ?? 0,
        before: { points: before },
        after: { points: this.#after },
        line: look.line ?? { lines: 1 },
        size: run.size ?? USUAL_SIZE,
        byFont: true,
        ...(sign === undefined ? {} : { sign }),
      },
    };
    return [{ paragraph, ...(look.fill === undefined ? {} : { fill: look.fill }) }];
  }

  /** Runs below an element, those of other pages left out. */
  #readRuns(node: XmlNode, look: RunLook, runs: SceneRun[]): void {
    for (const one of node.children) {
      if (one.name === PAGE_MARK) this.#page += 1;
      else if (LEFT_OUT.has(one.name) || one.name === 'pPr' || one.name === 'txbxContent') continue;
      else if (one.name !== 'r') this.#readRuns(one, look, runs);
      else {
        const properties = child(one, 'rPr');
        const named = attribute(child(properties, 'rStyle')?.attributes ?? {}, 'val');
        const own = { ...look, ...this.#styles.character(named), ...this.#styles.run(properties) };
        if (own.hidden !== true) this.#readRun(one, own, runs);
        else for (const _ of allNamed(one, PAGE_MARK)) this.#page += 1;
      }
    }
  }

  #readRun(run: XmlNode, look: RunLook, runs: SceneRun[]): void {
    for (const piece of run.children) {
      if (piece.name === PAGE_MARK) this.#page += 1;
      const mark = this.#notes.markAt(piece.name, piece.attributes);
      if (!this.#isWanted) continue;
      const text = mark === '' ? withMarks(textOf(piece), marksOf(look)) : writeAt('raised', mark);
      if (text === '') continue;
      runs.push({
        text: (look.capitals ? text.toUpperCase() : text).slice(0, MAX_RUN),
        size: look.size ?? USUAL_SIZE,
        ...(look.bold ? { bold: true } : {}),
        ...(look.italic ? { italic: true } : {}),
        ...(look.underline ? { underline: true } : {}),
        ...(look.color === undefined ? {} : { color: look.color }),
        ...(look.font === undefined ? {} : { font: look.font }),
      });
    }
  }
}

/** Paragraphs below an element, those within others too, and marks of pages between them. */
function* paragraphsIn(node: XmlNode): Generator<XmlNode> {
  for (const one of node.children) {
    if (one.name === 'p') {
      yield one;
      yield* allNamed(one, 'p');
    } else if (one.name === PAGE_MARK) yield one;
    else yield* paragraphsIn(one);
  }
}

/** What a paragraph itself says of its indents goes before what its list says. */
function indents({ left, first }: ParagraphLook): ParagraphLook {
  return { ...(left === undefined ? {} : { left }), ...(first === undefined ? {} : { first }) };
}

function spaceOf(spacing: Spacing | undefined): number {
  return spacing && 'points' in spacing ? spacing.points : 0;
}

function textOf(piece: XmlNode): string {
  switch (piece.name) {
    case 't':
      return piece.text;
    case 'tab':
    case 'ptab':
      return '\t';
    case 'br':
    case 'cr':
      return attribute(piece.attributes, 'type') === 'page' ? '' : '\n';
    case 'noBreakHyphen':
      return '-';
    default:
      return '';
  }
}
