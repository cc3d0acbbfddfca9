import type { Line } from './break-lines.ts';
import type { FlowBlock, Place, Section } from './flow.ts';
import {
  heightOf,
  type LaidBlock,
  type LaidParagraph,
  type LaidRow,
  type LaidTable,
  layOut,
  spaceBetween,
} from './lay-out-blocks.ts';

/** What stands around a page's text: points from above and below that it takes. */
type Around = (
  section: Section,
  page: number,
  isFirst: boolean,
) => { readonly top: number; readonly bottom: number };
/** How high a footnote is in a column of a width, in points. */
type NoteHeight = (id: string, width: number) => number;

/** Points that lines may stand over a page's end: measures are rounded. */
const TOLERANCE = 0.05;
/** How full a page is from which on another program may need one more. */
const NEARLY_FULL = 0.95;
/** The line above footnotes and the room around it. */
const ABOVE_NOTES = 8;
/** Paragraphs in a row that are kept together at most. */
const MAX_CHAIN = 30;
/** Points of room for text that a page has at least. */
const LEAST = 36;

/** Puts a document's blocks on pages and notes where they begin. */
export class PageSetter {
  /** Where pages after the first begin. */
  readonly begins: Place[] = [];
  /** Whether a page may begin elsewhere: not by its author's word, or behind one that is nearly full. */
  isApproximate = false;
  readonly #around: Around;
  readonly #noteHeight: NoteHeight;
  readonly #maxPages: number;
  #section: Section | undefined;
  #page = 1;
  #firstOfSection = 1;
  /** Points from the top of the text's area where the columns begin and what is used of the one begun. */
  #from = 0;
  #y = 0;
  #column = 0;
  #room = LEAST;
  #notes = 0;
  #above: LaidParagraph | undefined;
  /** Nothing stands in the column begun. */
  #isFresh = true;

  constructor(around: Around, noteHeight: NoteHeight, maxPages: number) {
    this.#around = around;
    this.#noteHeight = noteHeight;
    this.#maxPages = maxPages;
  }

  /** Puts a section's blocks behind what is there. */
  add(section: Section, blocks: readonly FlowBlock[], place: Place): void {
    this.#beginSection(section, blocks[0]?.place ?? place);
    const laid: (LaidBlock | undefined)[] = [];
    const at = (index: number): LaidBlock | undefined => {
      const block = blocks[index];
      if (!block) return undefined;
      laid[index] ??= layOut(block, this.#width, section.grid);
      return laid[index];
    };
    for (let index = 0; index < blocks.length; index += 1) {
      const block = at(index);
      if (!block) continue;
      if (block.laid === 'table') this.#addTable(block);
      else this.#addParagraph(block, index, at);
      laid[index] = undefined;
    }
    this.#endColumns();
  }

  get #columns(): readonly number[] {
    return this.#section?.columns ?? [LEAST];
  }
  get #width(): number {
    return this.#columns[this.#column] ?? this.#columns[0] ?? LEAST;
  }
  get #left(): number {
    return this.#room - this.#notes - this.#from - this.#y;
  }

  #beginSection(section: Section, place: Place): void {
    const before = this.#section;
    this.#section = section;
    if (!before) {
      this.#measure();
      return;
    }
    const isSameSize = before.width === section.width && before.height === section.height;
    if ((section.begins === 'here' || section.begins === 'column') && isSameSize) {
      this.#firstOfSection = this.#page + 1;
      this.#above = undefined;
      return;
    }
    this.#firstOfSection = this.#page + 1;
    this.#newPage(place, true);
    const isOdd = this.#page % 2 === 1;
    if ((section.begins === 'even' && isOdd) || (section.begins === 'odd' && !isOdd)) {
      this.#firstOfSection = this.#page + 1;
      this.#newPage(place, true);
    }
  }

  /** The room that the page begun has for text. */
  #measure(): void {
    const section = this.#section;
    if (!section) return;
    const { top, bottom } = this.#around(section, this.#page, this.#page === this.#firstOfSection);
    this.#room = Math.max(LEAST, section.height - top - bottom);
  }

  #newPage(place: Place, byAuthor = false): void {
    const isFull = this.#from + this.#y + this.#notes > this.#room * NEARLY_FULL;
    if (!byAuthor || isFull) this.isApproximate = true;
    if (this.#page >= this.#maxPages) {
      // All the rest stands on the last one.
      this.#room = Number.POSITIVE_INFINITY;
      return;
    }
    this.#page += 1;
    this.begins.push(place);
    this.#from = 0;
    this.#y = 0;
    this.#column = 0;
    this.#notes = 0;
    this.#above = undefined;
    this.#isFresh = true;
    this.#measure();
  }

  #newColumn(place: Place): void {
    if (this.#column + 1 >= this.#columns.length) {
      this.#newPage(place);
      return;
    }
    this.#column += 1;
    this.#y = 0;
    this.#above = undefined;
    this.#isFresh = true;
  }

  /** Columns end about level where something follows on the page. */
  #endColumns(): void {
    if (this.#columns.length > 1) {
      const used = (this.#room - this.#notes - this.#from) * this.#column + this.#y;
      this.#y = Math.min(this.#room, used / this.#columns.length);
      this.#column = 0;
    }
    this.#from += this.#y;
    this.#y = 0;
    this.#isFresh = this.#from === 0;
  }

  #notesOf(lines: readonly Line[]): number {
    const all = lines.flatMap((line) => line.notes);
    if (all.length === 0) return 0;
    const heights = all.reduce((sum, id) => sum + this.#noteHeight(id, this.#width), 0);
    return heights + (this.#notes === 0 ? ABOVE_NOTES : 0);
  }

  #fits(height: number): boolean {
    return height <= this.#left + TOLERANCE;
  }

  #put(lines: readonly Line[]): void {
    // Notes never take more than most of a page: what is more goes on on the next.
    this.#notes = Math.min(this.#room * 0.7, this.#notes + this.#notesOf(lines));
    this.#y += heightOf(lines);
    if (lines.length > 0) this.#isFresh = false;
  }

  #spaceAbove(laid: LaidParagraph): number {
    if (this.#above) return spaceBetween(this.#above, laid);
    return laid.before;
  }

  #addParagraph(laid: LaidParagraph, index: number, at: (index: number) => LaidBlock | undefined): void {
    const { block, lines } = laid;
    if (block.look.beginsPage && !(this.#isFresh && this.#from === 0 && this.#column === 0))
      this.#newPage(block.place, true);
    const needed = this.#neededFor(laid, index, at);
    if (!this.#isFresh && needed !== undefined && !this.#fits(needed)) this.#newColumn(block.place);
    this.#y += this.#spaceAbove(laid);
    let from = 0;
    while (from < lines.length) {
      const count = this.#linesThatFit(laid, from);
      const part = lines.slice(from, from + count);
      this.#put(part);
      from += count;
      const ends = part.at(-1)?.ends;
      const next = lines[from]?.place;
      if (ends === 'page') this.#newPage(next ?? this.#after(laid, index, at), true);
      else if (ends === 'column') this.#newColumn(next ?? this.#after(laid, index, at));
      else if (next) this.#newColumn(count === 0 && from === 0 ? block.place : next);
    }
    this.#above = laid;
  }

  #after(laid: LaidParagraph, index: number, at: (index: number) => LaidBlock | undefined): Place {
    return at(index + 1)?.block.place ?? laid.lines.at(-1)?.place ?? laid.block.place;
  }

  /** Points that must be left so that a paragraph begins here with all it is kept with; undefined where it is kept with nothing. */
  #neededFor(
    laid: LaidParagraph,
    index: number,
    at: (index: number) => LaidBlock | undefined,
  ): number | undefined {
    if (!laid.block.look.keepsNext) return undefined;
    let height = this.#spaceAbove(laid);
    let above = laid;
    for (let next = index; next < index + MAX_CHAIN; next += 1) {
      const one = at(next);
      if (!one) return undefined;
      if (one.laid === 'table') return height + above.after + (one.rows[0]?.height ?? 0);
      if (next > index) height += spaceBetween(above, one);
      const isKept = one.block.look.keepsNext === true;
      const lines = isKept ? one.lines : this.#firstLines(one);
      height += heightOf(lines) + this.#notesOf(lines);
      if (!isKept) return height > this.#room ? undefined : height;
      if (one.lines.some((line) => line.ends !== undefined)) return undefined;
      above = one;
    }
    return undefined;
  }

  /** The lines of a paragraph that may not be parted at its beginning. */
  #firstLines({ lines, block: { look } }: LaidParagraph): readonly Line[] {
    if (look.keepsLines) return lines;
    if (look.allowsWidows) return lines.slice(0, 1);
    return lines.length <= 3 ? lines : lines.slice(0, 2);
  }

  /** How many of a paragraph's lines from one on stand in the column begun; 0 for none, at least 1 in a fresh one. */
  #linesThatFit({ lines, block: { look } }: LaidParagraph, from: number): number {
    const rest = lines.length - from;
    let [count, height, notes] = [0, 0, 0];
    while (count < rest) {
      const line = lines[from + count];
      if (!line) break;
      const withNotes = notes + (line.notes.length > 0 ? this.#notesOf([line]) : 0);
      if (!this.#fits(height + line.height + withNotes)) break;
      height += line.height;
      notes = withNotes;
      count += 1;
      if (line.ends !== undefined) return count;
    }
    if (count === rest) return count;
    const least = this.#isFresh ? Math.max(1, count) : 0;
    if (look.keepsLines && from === 0) return least;
    if (look.allowsWidows) return Math.max(count, least > 0 ? 1 : 0);
    if (rest - count < 2) count = rest - 2;
    if (from === 0 && count < 2) return least;
    return count < 1 ? least : count;
  }

  #addTable(table: LaidTable): void {
    this.#y += this.#above?.after ?? 0;
    this.#above = undefined;
    const headers = table.rows.slice(
      0,
      Math.max(
        0,
        table.rows.findIndex((one) => !one.row.isHeader),
      ),
    );
    const headerHeight = headers.reduce((sum, one) => sum + one.height, 0);
    for (const [index, row] of table.rows.entries()) {
      const repeated = index >= headers.length && headerHeight < this.#room / 2 ? headerHeight : 0;
      this.#addRow(row, repeated);
    }
  }

  #addRow(laid: LaidRow, repeated: number): void {
    const notes = this.#notesOf(laid.cells.flatMap((cell) => cell.lines));
    if (this.#fits(laid.height + notes)) {
      this.#putRow(laid.height, notes);
      return;
    }
    const isWhole =
      laid.row.staysWhole || laid.row.isExact || laid.cells.every((cell) => cell.lines.length <= 1);
    // What no page has room for begins where it stands.
    if (isWhole && !this.#isFresh && laid.height + repeated <= this.#room) {
      this.#newColumn(laid.row.place);
      this.#y += repeated;
      if (this.#fits(laid.height)) {
        this.#putRow(laid.height, notes);
        return;
      }
    }
    this.#splitRow(laid, repeated, notes);
  }

  #putRow(height: number, notes: number): void {
    this.#notes = Math.min(this.#room * 0.7, this.#notes + notes);
    this.#y += height;
    this.#isFresh = false;
  }

  /** A row goes on on the next page, each cell with the lines that do not stand on this one. */
  #splitRow({ cells, row }: LaidRow, repeated: number, notes: number): void {
    const next = cells.map(() => 0);
    const used = cells.map(() => 0);
    const totals = cells.map((cell) => heightOf(cell.lines));
    let isBegun = false;
    while (cells.some((cell, index) => (next[index] ?? 0) < cell.lines.length)) {
      const heights = cells.map(({ lines, upright }, index) => {
        let height = upright;
        const from = next[index] ?? 0;
        for (let at = from; at < lines.length; at += 1) {
          const line = lines[at];
          const isFirst = this.#isFresh && at === from;
          if (!line || !(isFirst || this.#fits(height + line.height))) break;
          height += line.height;
          used[index] = (used[index] ?? 0) + line.height;
          next[index] = at + 1;
        }
        return height;
      });
      const isPut = next.some((one) => one > 0);
      if (isPut) {
        this.#putRow(Math.max(...heights), isBegun ? 0 : notes);
        isBegun = true;
      }
      const rests = cells.map((_, index) => (totals[index] ?? 0) - (used[index] ?? 0));
      const tallest = rests.indexOf(Math.max(...rests));
      const first = cells[tallest]?.lines[next[tallest] ?? 0];
      if (!first) return;
      this.#newColumn(isPut ? first.place : row.place);
      this.#y += repeated;
    }
  }
}
