import { writeAt } from '../../../shared/raised.ts';
import { LEFT_OUT } from '../office/left-out.ts';
import { NoteNumbers } from '../office/note-numbers.ts';
import { WordLists } from '../office/word-lists.ts';
import { type ParagraphLook, paragraphLook, valueIn } from '../office/word-paragraph.ts';
import { marksOf, type RunLook, WordStyles } from '../office/word-styles.ts';
import type { OfficePackage } from '../package/office-package.ts';
import { allNamed, attribute, child, descend, type XmlNode } from '../package/xml.ts';
import { type ColorScheme, readColorScheme } from '../scene/colors.ts';
import type { SceneParagraph, SceneRun, SceneText, Spacing } from '../scene/slide-scene.ts';
import { withMarks } from '../text/run-marks.ts';
import { PAGE_MARK } from './page-mark.ts';
import type { WordBlock } from './word-page.ts';
import { readWordPictures } from './word-pictures.ts';
import { type CellContent, readWordTable } from './word-table.ts';

const MAX_BLOCKS = 3_000;
/** Of these, what lies where it was put: words have room however many pictures lie behind them. */
const MAX_PLACED = 300;
const MAX_RUN = 20_000;
const USUAL_SIZE = 10;
/** Points of height up to which a picture stands in the line of its paragraph's words. */
const MAX_ICON = 48;
/** Tables within tables that are drawn as such; of deeper ones the words are. */
const MAX_NESTING = 8;

/** Versions of Word as documents name them: the one that is meant where nothing is said, and the first in which tables end where their sides are. */
const OLD_MODE = 12;
const WORD_2013 = 15;
const NO_MAP: XmlNode = { name: 'clrMap', attributes: {}, children: [], text: '' };

type Shown = { readonly paragraph: SceneParagraph; readonly fill?: string };

/** Makes a body's elements blocks of one page. Lists are counted on all pages before, too. */
export class BlockReader {
  readonly blocks: WordBlock[] = [];
  /** What is read goes here: the page, or a cell. */
  #into: WordBlock[] = this.blocks;
  #count = 0;
  #placed = 0;
  /** Tables around what is read, and what the innermost says of the letters in it. */
  #depth = 0;
  #table: RunLook = {};
  /** The style of that table, of which paragraphs take what theirs does not say. */
  #tableStyle: string | undefined;
  readonly #office: OfficePackage;
  readonly #part: string;
  readonly #styles: WordStyles;
  readonly #lists: WordLists;
  readonly #wanted: number;
  #page = 1;
  /** What the paragraph before left below itself: of two spaces the larger one counts. */
  #after = 0;
  #style: string | undefined;
  /** What it left was found by the program itself. */
  #isAutoAfter = false;
  readonly #notes = new NoteNumbers();
  readonly #mainPart: string;
  #colors: ColorScheme | undefined;
  /** The version of Word that the document is laid out as. */
  #mode: number | undefined;

  /** `part`: the one that the elements stand in, where it is not the main one. */
  constructor(office: OfficePackage, mainPart: string, wanted: number, part = mainPart) {
    this.#office = office;
    this.#part = part;
    this.#mainPart = mainPart;
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
    return this.#page === this.#wanted && this.#count < MAX_BLOCKS;
  }

  #walk(node: XmlNode): void {
    if (node.name === PAGE_MARK) this.#page += 1;
    else if (node.name === 'p') this.#addParagraph(node);
    else if (node.name === 'tbl') this.#addTable(node);
    else if (!LEFT_OUT.has(node.name)) for (const one of node.children) this.#walk(one);
  }

  #add(block: WordBlock): void {
    this.#count += 1;
    if (this.#count <= MAX_BLOCKS) this.#into.push(block);
  }

  #addParagraph(node: XmlNode): void {
    const [shown] = this.#paragraphs(node, this.#table);
    const { inLine, placed } = this.#isWanted
      ? readWordPictures(node, this.#office, this.#part, () => this.#colorScheme())
      : { inLine: [], placed: [] };
    for (const { box, ...one } of placed) {
      this.#placed += 1;
      if (this.#placed > MAX_PLACED) break;
      if (!box) this.#add(one);
      else {
        const { content, ...look } = box;
        this.#add({ ...one, text: { ...look, blocks: this.#aside(content) } });
      }
    }
    const [first] = inLine;
    const hasWords = shown?.paragraph.runs.some((run) => run.text.trim() !== '') === true;
    const isIcon = first !== undefined && first.h <= MAX_ICON && hasWords;
    // Pictures alone are the paragraph's line.
    if (shown && (hasWords || first === undefined)) {
      this.#add({ block: 'paragraph', ...shown, ...(isIcon ? { icon: first } : {}) });
    }
    if (!this.#isWanted) return;
    const pictures = isIcon ? inLine.slice(1) : inLine;
    if (pictures.length > 0) {
      const align = this.#lookOf(node).look.align;
      const look = hasWords ? undefined : shown?.paragraph.look;
      this.#add({
        block: 'pictures',
        pictures,
        align: align === 'center' || align === 'right' ? align : 'left',
        before: spaceOf(look?.before),
        after: spaceOf(look?.after),
      });
    }
    const apart = new Set(placed.map(({ box }) => box?.content));
    for (const box of boxesIn(node)) if (!apart.has(box)) this.#walk({ ...box, name: 'box' });
  }

  #hangsTables(): boolean {
    if (this.#mode === undefined) {
      const compat = child(this.#office.tree(this.#office.related(this.#mainPart, 'settings')[0]), 'compat');
      const said = compat?.children.find((one) => attribute(one.attributes, 'name') === 'compatibilityMode');
      this.#mode = Number(attribute(said?.attributes ?? {}, 'val') ?? OLD_MODE);
    }
    return this.#mode < WORD_2013;
  }

  #colorScheme(): ColorScheme {
    // A document maps the theme's colors as is usual; its main part is too large to be looked through for that.
    this.#colors ??= readColorScheme(this.#office, this.#mainPart, NO_MAP);
    return this.#colors;
  }

  /** What stands in a box, apart from what is around it. */
  #aside(content: XmlNode): readonly WordBlock[] {
    const around = [this.#into, this.#after, this.#style] as const;
    const blocks: WordBlock[] = [];
    [this.#into, this.#after, this.#style] = [blocks, 0, undefined];
    this.#depth += 1;
    this.#walkCell(content);
    this.#depth -= 1;
    [this.#into, this.#after, this.#style] = around;
    return blocks;
  }

  #addTable(node: XmlNode): void {
    const outer = this.#tableStyle;
    this.#tableStyle = valueIn(child(node, 'tblPr'), 'tblStyle') ?? '';
    const table = readWordTable(node, {
      style: (id) => this.#styles.node(id),
      run: (properties) => this.#styles.run(properties),
      content: (cell, look, insets) => this.#cellContent(cell, look, insets),
      isWanted: () => this.#isWanted,
      hangs: () => this.#depth === 0 && this.#hangsTables(),
      onPage: () => {
        this.#page += 1;
      },
    });
    this.#tableStyle = outer;
    this.#after = 0;
    if (table.rows.length === 0) return;
    // Its rows were read while there was room, so it has a place even if they took the last of it.
    this.#count += 1;
    this.#into.push({ block: 'table', ...table });
  }

  /** What stands in a cell: text where it has paragraphs alone, else blocks as on a page. */
  #cellContent(cell: XmlNode, look: RunLook, insets: SceneText['insets']): CellContent {
    const vertical = attribute(descend(cell, 'tcPr', 'vAlign')?.attributes ?? {}, 'val');
    const around = { into: this.#into, table: this.#table };
    const blocks: WordBlock[] = [];
    [this.#into, this.#table, this.#after, this.#style] = [blocks, look, 0, undefined];
    this.#depth += 1;
    this.#walkCell(cell);
    this.#depth -= 1;
    [this.#into, this.#table] = [around.into, around.table];
    if (this.#isAutoAfter) endWithoutSpace(blocks);
    const paragraphs = plainParagraphs(blocks);
    const [left, top, right, bottom] = insets;
    const text: SceneText = {
      paragraphs: paragraphs ?? [],
      anchor: vertical === 'center' ? 'middle' : vertical === 'bottom' ? 'bottom' : 'top',
      // Space above the first paragraph and below the last counts, as it does on a page.
      insets: [
        left,
        top + spaceOf(paragraphs?.[0]?.look.before),
        right,
        bottom + spaceOf(paragraphs?.at(-1)?.look.after),
      ],
      wraps: true,
      shrinks: false,
      turns: 0,
    };
    return paragraphs ? { text } : { text, blocks };
  }

  #walkCell(node: XmlNode): void {
    if (this.#depth <= MAX_NESTING) for (const one of node.children) this.#walk(one);
    else
      for (const one of paragraphsIn(node)) {
        if (one.name === PAGE_MARK) this.#page += 1;
        else
          for (const shown of this.#paragraphs(one, this.#table)) this.#add({ block: 'paragraph', ...shown });
      }
  }

  #lookOf(node: XmlNode): { readonly look: ParagraphLook; readonly run: RunLook } {
    const properties = child(node, 'pPr');
    const style = this.#styles.style(valueIn(properties, 'pStyle'), this.#tableStyle);
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
    // Space that the program finds by itself is none at the beginning and the end of a cell.
    const isFirst = this.#style === undefined && this.#depth > 0;
    const wanted = isFirst && look.isAutoBefore ? 0 : (look.before ?? 0);
    const before = isClose ? -this.#after : Math.max(0, wanted - this.#after);
    this.#after = look.after ?? 0;
    this.#isAutoAfter = look.isAutoAfter === true;
    this.#style = style;
    const sign = beginsHere && item && item.sign !== '' ? item.sign : undefined;
    const mark = { ...run, ...this.#styles.run(child(properties, 'rPr')) };
    const size = mark.size ?? USUAL_SIZE;
    // An empty line is as high as its end's letters. An item without words has its number, too.
    if (runs.length === 0) {
      const text = sign === undefined ? '' : ' ';
      runs.push({ text, size, ...(mark.font === undefined ? {} : { font: mark.font }) });
    }
    const paragraph: SceneParagraph = {
      runs,
      ...(sign === undefined ? {} : { bullet: true }),
      ...alignmentOf(look),
      look: {
        margin: look.left ?? 0,
        indent: look.first ?? 0,
        before: { points: before },
        after: { points: this.#after },
        line: look.line ?? { lines: 1 },
        ...(look.isExact === true ? {} : { lineGrows: true }),
        ...(look.right === undefined ? {} : { marginRight: Math.max(0, look.right) }),
        size,
        byFont: true,
        tabs: look.tabs ?? [],
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

/** Takes the space below the last of the blocks away. */
function endWithoutSpace(blocks: WordBlock[]): void {
  const last = blocks.at(-1);
  if (last?.block !== 'paragraph') return;
  const { paragraph } = last;
  const look = { ...paragraph.look, after: { points: 0 } };
  blocks[blocks.length - 1] = { ...last, paragraph: { ...paragraph, look } };
}

/** Blocks as paragraphs of one text; undefined where they are more than that. */
function plainParagraphs(blocks: readonly WordBlock[]): SceneParagraph[] | undefined {
  const found: SceneParagraph[] = [];
  for (const one of blocks) {
    if (one.block !== 'paragraph' || one.icon || one.fill !== undefined) return undefined;
    found.push(one.paragraph);
  }
  return found;
}

/** Text boxes below an element, without those within them: these are met where the box is read. */
function* boxesIn(node: XmlNode): Generator<XmlNode> {
  for (const one of node.children) {
    if (one.name === 'txbxContent') yield one;
    else yield* boxesIn(one);
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

/** Where a paragraph's lines stand; left and right are its beginning and its end, which change sides where it is read from right to left. */
function alignmentOf({
  align = 'left',
  isRightToLeft,
}: ParagraphLook): Pick<SceneParagraph, 'align' | 'rightToLeft'> {
  if (isRightToLeft !== true) return align === 'left' ? {} : { align };
  return { rightToLeft: true, align: align === 'center' ? align : align === 'right' ? 'left' : 'right' };
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
