import type { OfficePackage } from '../package/office-package.ts';
import { type Attributes, attribute } from '../package/xml.ts';
import type { Reading } from '../reading/reading.ts';
import { oneLine } from '../text/clean.ts';
import { PageCollector, type PageWatch } from '../text/page-collector.ts';
import { withMarks } from '../text/run-marks.ts';
import { titleOfMetadata } from '../text/title.ts';
import { coreDate, coreTitle } from './core-properties.ts';
import { drawingWords } from './drawing-text.ts';
import { LEFT_OUT } from './left-out.ts';
import { NoteNumbers } from './note-numbers.ts';
import { RunReader } from './run-reader.ts';
import { type NotesById, type NoteText, PageNotes } from './word-notes.ts';
import { marksOf, WordStyles } from './word-styles.ts';

/** Further parts, after the body: their words count, their place on a page is not known. */
const APPENDED = ['header', 'footer', 'endnotes'] as const;
const NOTES_APART: NotesById = { footnote: new Map(), comment: new Map() };

/** Where pages after the first begin: elements of the body's part by their number (1-based, in the order in which they begin), characters into their text. */
export type PageBeginnings = readonly { readonly element: number; readonly offset: number }[];

/**
 * Reads a DOCX: pages that begin where `begins` says, else where Word last broke them, footnotes and comments on the pages of what they
 * belong to; then what stands in headers, footers and endnotes.
 */
export function readDocx(
  office: OfficePackage,
  mainPart: string,
  watch?: PageWatch,
  begins?: PageBeginnings,
): Reading {
  const collector = new PageCollector(watch);
  const context = { styles: new WordStyles(office, mainPart), notes: new NoteNumbers() };
  const notes = new PageNotes(readNotes(office, mainPart, context), context.notes);
  const body = new BodyReader(office, mainPart, collector, { ...context, pageNotes: notes, begins });
  office.read(mainPart, body.handlers());
  const parts = APPENDED.flatMap((type) => [...new Set(office.related(mainPart, type))]);
  body.addNotes(parts.map((part) => wordPartText(office, part, context)));
  body.addNotes(notes.rest());
  body.endPage();
  const title = coreTitle(office) ?? titleOfMetadata(body.heading());
  return {
    pages: collector.pages,
    pageCount: Math.max(1, collector.pages.length),
    ...(title === undefined ? {} : { title }),
    ...coreDate(office),
    ...(collector.tooLong ? { missing: { reason: 'too-long', pages: 0 } } : {}),
  };
}

/** Told of a body's elements, with the number (1-based) of the page that they stand on. */
export type PageWatcher = {
  readonly open: (name: string, attributes: Attributes, page: number) => void;
  readonly close: (name: string, page: number) => void;
  /** Text that is part of the document, of one page. */
  readonly text: (text: string, page: number) => void;
  /** What is written in an element that says where a drawing lies. */
  readonly place?: (text: string) => void;
  /** True ends reading. */
  readonly enough: (page: number) => boolean;
};

const PLACES = /^(?:posOffset|align|pctPos[HV]Offset)$/;

/** Reads a body as `readDocx` does, so that pages are the same, and tells another of what it meets. */
export function watchPages(
  office: OfficePackage,
  mainPart: string,
  watcher: PageWatcher,
  begins?: PageBeginnings,
): void {
  const collector = new PageCollector();
  const page = () => collector.pages.length + 1;
  const context = {
    styles: new WordStyles(office, mainPart),
    notes: new NoteNumbers(),
    begins,
    onText: (text: string) => watcher.text(text, page()),
  };
  const handlers = new BodyReader(office, mainPart, collector, context).handlers();
  let leaf = '';
  office.read(mainPart, {
    open: (name, attributes) => {
      leaf = name;
      handlers.open(name, attributes);
      watcher.open(name, attributes, page());
    },
    close: (name) => {
      handlers.close(name);
      watcher.close(name, page());
    },
    text: (text) => {
      handlers.text(text);
      if (PLACES.test(leaf)) watcher.place?.(text);
    },
    enough: () => handlers.enough() || watcher.enough(page()),
  });
}

/** A header, footer or part of notes in reading order, drawings included. */
function wordPartText(office: OfficePackage, part: string, context: Context): NoteText {
  const reader = new BodyReader(office, part, new PageCollector(), context);
  office.read(part, reader.handlers());
  return reader.takeText();
}

/** Footnotes and comments, each by itself. Their marks are not known before the body is read. */
function readNotes(office: OfficePackage, mainPart: string, context: Context): NotesById {
  const read = (type: string, name: string) => {
    const notes = new Map<string, NoteText>();
    for (const part of office.related(mainPart, type)) {
      const reader = new BodyReader(office, part, new PageCollector(), context);
      const { open, close, text } = reader.handlers();
      let id = '';
      office.read(part, {
        open: (opened, attributes) => {
          if (opened === name) id = attribute(attributes, 'id') ?? '';
          open(opened, attributes);
        },
        close: (closed) => {
          close(closed);
          if (closed === name) notes.set(id, reader.takeText());
        },
        text,
      });
      notes.set('', reader.takeText());
    }
    return notes;
  };
  return { footnote: read('footnotes', 'footnote'), comment: read('comments', 'comment') };
}

/** What all parts of a document have in common; of the body also where its pages begin and what notes wait for their ends. */
type Context = {
  readonly styles: WordStyles;
  readonly notes: NoteNumbers;
  readonly pageNotes?: PageNotes;
  readonly begins?: PageBeginnings | undefined;
  /** Told of text as it is read, of pieces where a page begins within. */
  readonly onText?: (text: string) => void;
};

class BodyReader {
  readonly #office: OfficePackage;
  readonly #part: string;
  #collector: PageCollector;
  readonly #headingStyles: ReadonlyMap<string, number>;
  #skipDepth = 0;
  #inText = 0;
  #paragraph = '';
  #style: string | undefined;
  #headings: { level: number; text: string }[] = [];
  #page = 1;
  /** Whether the paragraph has hidden text. */
  #hasHidden = false;
  readonly #runs: RunReader;
  readonly #notes: NoteNumbers;
  readonly #pageNotes: PageNotes;
  readonly #begins: PageBeginnings | undefined;
  readonly #onText: ((text: string) => void) | undefined;
  /** How many of the beginnings were reached. */
  #begun = 0;
  /** The number of the element that began last, and of the text that is read, with its characters so far. */
  #element = 0;
  #textElement = 0;
  #offset = 0;

  constructor(office: OfficePackage, part: string, collector: PageCollector, context: Context) {
    this.#runs = new RunReader(context.styles);
    this.#notes = context.notes;
    this.#pageNotes = context.pageNotes ?? new PageNotes(NOTES_APART, context.notes);
    this.#begins = context.begins;
    this.#onText = context.onText;
    this.#office = office;
    this.#part = part;
    this.#collector = collector;
    this.#headingStyles = readHeadingStyles(office, part);
  }

  handlers() {
    return {
      open: (name: string, attributes: Attributes) => this.#open(name, attributes),
      close: (name: string) => this.#close(name),
      text: (text: string) => {
        if (this.#inText > 0 && this.#skipDepth === 0) this.#writeText(text);
      },
      enough: () => this.#collector.full,
    };
  }

  /** The document's title: the first paragraph in the style Title, else the first heading of the highest level. */
  heading(): string | undefined {
    const [first] = [...this.#headings].sort((a, b) => a.level - b.level);
    return first ? oneLine(first.text) : undefined;
  }

  /** Adds notes below what stands on the page. */
  addNotes(notes: readonly NoteText[]): void {
    for (const { text, hiddenText = '' } of notes) {
      this.#collector.add(`\n${text}`);
      if (hiddenText !== '') this.#collector.add(`\n${hiddenText}`, true);
    }
  }

  /** The text so far, which is forgotten. */
  takeText(): NoteText {
    this.endPage();
    const [{ text, hiddenText } = { text: '' }] = this.#collector.pages;
    this.#collector = new PageCollector();
    return { text, ...(hiddenText !== undefined && { hiddenText }) };
  }

  endPage(): void {
    this.addNotes(this.#pageNotes.take());
    this.#collector.endPage(String(this.#page));
    this.#page += 1;
  }

  #write(text: string, marks = marksOf(this.#runs.look)): void {
    const hidden = this.#runs.look.hidden === true;
    this.#collector.add(withMarks(text, marks), hidden);
    if (hidden) this.#hasHidden = true;
    else if (this.#paragraph.length < 400)
      this.#paragraph += withMarks(text, marks.level === undefined ? {} : { level: marks.level });
  }

  /** Ends pages as far as the next one begins before a place. */
  #endPagesBefore(element: number, offset: number): void {
    for (;;) {
      const next = this.#begins?.[this.#begun];
      if (!next || next.element > element || (next.element === element && next.offset > offset)) return;
      this.#begun += 1;
      this.endPage();
    }
  }

  #writeText(text: string): void {
    let rest = text;
    while (rest !== '') {
      this.#endPagesBefore(this.#textElement, this.#offset);
      const next = this.#begins?.[this.#begun];
      const room = next?.element === this.#textElement ? next.offset - this.#offset : rest.length;
      this.#write(rest.slice(0, room));
      this.#onText?.(rest.slice(0, room));
      this.#offset += Math.min(room, rest.length);
      rest = rest.slice(room);
    }
  }

  #open(name: string, attributes: Attributes): void {
    this.#element += 1;
    this.#endPagesBefore(this.#element, 0);
    if (this.#skipDepth > 0 || LEFT_OUT.has(name)) {
      this.#skipDepth += 1;
      return;
    }
    this.#runs.open(name, attributes);
    const mark = this.#notes.markAt(name, attributes);
    if (mark !== '') this.#write(mark, { level: 'raised' });
    this.#pageNotes.open(name, attributes);
    if (name === 't') {
      this.#inText += 1;
      this.#textElement = this.#element;
      this.#offset = 0;
    } else if (name === 'p') this.#style = undefined;
    else if (name === 'pStyle') this.#style = attribute(attributes, 'val');
    else if (name === 'tab' || name === 'ptab') this.#write('\t');
    else if (name === 'noBreakHyphen') this.#write('-');
    else if (name === 'cr') this.#write('\n');
    else if (name === 'br') this.#breakLine(attributes);
    else if (name === 'lastRenderedPageBreak' || isPageBreakBefore(name, attributes)) this.#breakPage();
    else this.#drawing(name, attributes);
  }

  #close(name: string): void {
    if (this.#skipDepth > 0) {
      this.#skipDepth -= 1;
      return;
    }
    this.#runs.close(name);
    if (name === 't') this.#inText = Math.max(0, this.#inText - 1);
    else if (name === 'tc') this.#collector.add('\t');
    else if (name === 'p') this.#endParagraph();
  }

  #endParagraph(): void {
    const level = this.#style === undefined ? undefined : this.#headingStyles.get(this.#style);
    if (level !== undefined && this.#headings.length < 100 && this.#paragraph.trim() !== '') {
      this.#headings.push({ level, text: this.#paragraph });
    }
    this.#paragraph = '';
    this.#style = undefined;
    this.#collector.add('\n');
    if (this.#hasHidden) this.#collector.add('\n', true);
    this.#hasHidden = false;
  }

  #breakLine(attributes: Attributes): void {
    if (attribute(attributes, 'type') === 'page') this.#breakPage();
    else this.#write('\n');
  }

  /** Word notes a page's end beside the author's own break: one without text since the last is the same break. */
  #breakPage(): void {
    if (this.#begins === undefined && this.#collector.hasText) this.endPage();
  }

  #drawing(name: string, attributes: Attributes): void {
    const words = drawingWords(this.#office, this.#part, name, attributes);
    if (words !== '') this.#collector.add(`\n${words}\n`);
    const artText = name === 'textpath' ? attribute(attributes, 'string') : undefined;
    if (artText) this.#collector.add(`\n${artText}\n`);
  }
}

function isPageBreakBefore(name: string, attributes: Attributes): boolean {
  return name === 'pageBreakBefore' && !/^(0|false|off)$/.test(attribute(attributes, 'val') ?? 'true');
}

/** Style ids are in the author's language, their names are not: `title` is level 0, `heading n` level n. */
function readHeadingStyles(office: OfficePackage, part: string): ReadonlyMap<string, number> {
  const levels = new Map<string, number>();
  const [stylesPart] = office.related(part, 'styles');
  if (stylesPart === undefined) return levels;
  let id: string | undefined;
  office.read(stylesPart, {
    open: (name, attributes) => {
      if (name === 'style') id = attribute(attributes, 'styleId');
      if (name !== 'name' || id === undefined) return;
      const styleName = (attribute(attributes, 'val') ?? '').toLowerCase();
      const heading = /^heading ([1-9])$/.exec(styleName);
      if (styleName === 'title') levels.set(id, 0);
      else if (heading) levels.set(id, Number(heading[1]));
    },
  });
  return levels;
}
