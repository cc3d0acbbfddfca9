import { NoteNumbers } from '../office/note-numbers.ts';
import { WordLists } from '../office/word-lists.ts';
import { isOn } from '../office/word-paragraph.ts';
import { WordStyles } from '../office/word-styles.ts';
import type { OfficePackage } from '../package/office-package.ts';
import { attribute, child } from '../package/xml.ts';
import type { FlowBlock, Place, Section } from './flow.ts';
import { type FlowNode, readBlocks } from './flow-tree.ts';
import { heightOf, linesOf } from './lay-out-blocks.ts';
import { PageSetter } from './pages.ts';
import { type FlowSource, flowOf, NotedPages } from './read-flow.ts';
import { readSection } from './sections.ts';

/** Characters that are laid out of a document, and of its headers and notes. */
const MAX_LETTERS = 6_000_000;
/** Widths for which a header, a footer or a note is measured; in others it counts as high as in the first. */
const MOST_WIDTHS = 40;

/** Where a document's pages after the first begin as they are laid out here, and how many pages are noted in it. */
export type LaidPages = {
  readonly begins: readonly Place[];
  /** Another program's pages may begin elsewhere. */
  readonly isApproximate: boolean;
  readonly noted: NotedPages;
};

/** Lays out a document. It has no more than `maxPages`: what is more stands on the last one. */
export function layOutPages(office: OfficePackage, mainPart: string, maxPages: number): LaidPages {
  const settings = office.tree(office.related(mainPart, 'settings')[0]);
  const source = {
    styles: new WordStyles(office, mainPart),
    lists: new WordLists(office, mainPart),
    notes: new NoteNumbers(),
    budget: { letters: MAX_LETTERS },
    addsSpaces: isOn(child(settings, 'compat'), 'doNotUseHTMLParagraphAutoSpacing'),
    noted: new NotedPages(),
  };
  const surroundings = new Surroundings(office, mainPart, source, isOn(settings, 'evenAndOddHeaders'));
  const setter = new PageSetter(
    (section, page, isFirst) => surroundings.around(section, page, isFirst),
    (id, width) => surroundings.noteHeight(id, width),
    maxPages,
  );
  let section: Section | undefined;
  let blocks: FlowBlock[] = [];
  let end: Place = { element: 1, offset: 0 };
  const endSection = (properties: FlowNode | undefined) => {
    section = readSection(properties, office, mainPart, section);
    setter.add(section, blocks, end);
    blocks = [];
  };
  // Also for a body that says nothing of its pages, each of several, and one that does not end.
  const endRest = () => {
    if (blocks.length > 0) endSection(undefined);
  };
  const add = (block: FlowNode) => {
    end = { element: block.at, offset: 0 };
    if (block.name === 'sectPr') endSection(block);
    else {
      for (const one of flowOf(block, source)) blocks.push(one);
      const inner = sectionEnd(block);
      if (inner) endSection(inner);
    }
    return true;
  };
  readBlocks(office, mainPart, 'body', add, endRest);
  endRest();
  return { begins: setter.begins, isApproximate: setter.isApproximate, noted: source.noted };
}

/** The properties of the section that a paragraph ends. */
function sectionEnd(block: FlowNode): FlowNode | undefined {
  if (block.name === 'sdt' || block.name === 'sdtContent') {
    const last = block.children.at(-1);
    return last && sectionEnd(last);
  }
  const properties = block.name === 'p' ? block.children.find((one) => one.name === 'pPr') : undefined;
  return properties?.children.find((one) => one.name === 'sectPr');
}

/** Headers, footers and notes: what takes room from a page's text. */
class Surroundings {
  readonly #office: OfficePackage;
  readonly #mainPart: string;
  readonly #source: FlowSource;
  readonly #hasEven: boolean;
  readonly #parts = new Map<string, readonly FlowBlock[]>();
  /** By what is measured, then by the width that it has. */
  readonly #heights = new Map<string, Map<number, number>>();
  #notes: ReadonlyMap<string, readonly FlowBlock[]> | undefined;

  constructor(office: OfficePackage, mainPart: string, source: FlowSource, hasEven: boolean) {
    this.#office = office;
    this.#mainPart = mainPart;
    const { noted: _, ...own } = source;
    this.#source = own;
    this.#hasEven = hasEven;
  }

  around(
    section: Section,
    page: number,
    isFirst: boolean,
  ): { readonly top: number; readonly bottom: number } {
    const { margins, width } = section;
    const kind =
      isFirst && section.hasTitlePage ? 'first' : this.#hasEven && page % 2 === 0 ? 'even' : 'default';
    const room = Math.max(36, width - margins.left - margins.right);
    const side = (margin: number, from: number, part: string | undefined) => {
      // A margin below 0 stays as it is, whatever stands in it.
      if (margin < 0 || part === undefined) return Math.abs(margin);
      return Math.max(margin, from + this.#partHeight(part, room));
    };
    return {
      top: side(margins.top, margins.header, section.headers.get(kind)),
      bottom: side(margins.bottom, margins.footer, section.footers.get(kind)),
    };
  }

  noteHeight(id: string, width: number): number {
    this.#notes ??= this.#readNotes();
    return this.#height(`note/${id}`, this.#notes.get(id) ?? [], width);
  }

  #partHeight(part: string, width: number): number {
    const blocks = this.#parts.get(part) ?? this.#readPart(part);
    this.#parts.set(part, blocks);
    return this.#height(part, blocks, width);
  }

  #height(of: string, blocks: readonly FlowBlock[], width: number): number {
    const heights = this.#heights.get(of) ?? new Map<number, number>();
    this.#heights.set(of, heights);
    const known = heights.get(width);
    if (known !== undefined) return known;
    const [first] = heights.values();
    if (first !== undefined && heights.size >= MOST_WIDTHS) return first;
    const height = heightOf(linesOf(blocks, width));
    heights.set(width, height);
    return height;
  }

  #readPart(part: string): readonly FlowBlock[] {
    const blocks: FlowBlock[] = [];
    for (const holder of ['hdr', 'ftr']) {
      readBlocks(this.#office, part, holder, (block) => {
        blocks.push(...flowOf(block, this.#source));
        return true;
      });
    }
    return blocks;
  }

  #readNotes(): ReadonlyMap<string, readonly FlowBlock[]> {
    const notes = new Map<string, readonly FlowBlock[]>();
    for (const part of this.#office.related(this.#mainPart, 'footnotes')) {
      readBlocks(this.#office, part, 'footnotes', (note) => {
        notes.set(attribute(note.attributes, 'id') ?? '', flowOf(note, this.#source));
        return true;
      });
    }
    return notes;
  }
}
