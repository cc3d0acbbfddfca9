import { type Attributes, attribute, type XmlHandlers } from '../package/xml.ts';
import { marks, withMarks } from '../text/run-marks.ts';
import type { OdfLook, OdfStyles } from './odf-styles.ts';

/** Who is told what stands in an OpenDocument file. What concerns another kind of document is not told. */
export interface OdfSink {
  text(text: string, hidden: boolean): void;
  pageBreak?(): void;
  /** A heading of a text, or a slide's title. */
  heading?(text: string): void;
  beginSlide?(name: string, hidden: boolean): void;
  endSlide?(): void;
  beginSheet?(name: string, hidden: boolean): void;
  endSheet?(): void;
  column?(count: number, hidden: boolean): void;
  beginRow?(count: number, hidden: boolean): void;
  /** `count`: the same cell so many times. */
  endCell?(count: number): void;
  full(): boolean;
}

/** Elements whose text is none of the document's: what was deleted, remarks, forms, pictures' bytes, numbers of pages. */
export const SILENT =
  /^(tracked-changes|annotation|forms|binary-data|scripts|script|hidden-text|hidden-paragraph|ruby-text|page-number|page-count|image-map|title|desc|automatic-styles|font-face-decls|dde-links|label-ranges|content-validations)$/;
const HIDDEN_ROW = /^(collapse|filter)$/;

/** An element around: what its text is like. */
type Around = {
  readonly name: string;
  readonly look: OdfLook;
  readonly hidden: boolean;
  /** It is in a slide's title. */
  readonly inTitle: boolean;
};

/** Follows the content of an OpenDocument file (ODF 1.3, part 3): texts, slides and sheets have the same elements. */
export class OdfWalker implements XmlHandlers {
  readonly #styles: OdfStyles;
  readonly #sink: OdfSink;
  readonly #wordsOf: (href: string) => string;
  readonly #around: Around[] = [];
  #silent = 0;
  #paragraphs = 0;
  #cells = 0;
  #tables = 0;
  #repeated = 1;
  /** What parts the text before from what comes: nothing is parted from the end. */
  #gap = '';
  #wasHidden = false;
  /** Notes stand below their page. */
  #notes: string[] = [];
  #note: string[] | undefined;
  #heading: string[] | undefined;

  /** `wordsOf` reads an object within the file: a chart, a formula. */
  constructor(styles: OdfStyles, sink: OdfSink, wordsOf: (href: string) => string = () => '') {
    this.#styles = styles;
    this.#sink = sink;
    this.#wordsOf = wordsOf;
  }

  enough = (): boolean => this.#sink.full();

  open = (name: string, attributes: Attributes): void => {
    if (this.#silent > 0 || this.#isSilent(name, attributes)) {
      this.#silent += 1;
      return;
    }
    const parent = this.#around.at(-1);
    const look = this.#lookOf(name, attributes);
    const hidden = parent?.hidden === true || look.hidden === true || saysHidden(name, attributes);
    const own = { ...parent?.look, ...look };
    const isTitle = name === 'frame' && attribute(attributes, 'class') === 'title';
    this.#around.push({ name, look: own, hidden, inTitle: parent?.inTitle === true || isTitle });
    this.#begin(name, attributes, look, hidden);
  };

  close = (name: string): void => {
    if (this.#silent > 0) {
      this.#silent -= 1;
      return;
    }
    const closed = this.#around.pop();
    this.#end(name, closed?.look ?? {}, closed?.hidden === true);
  };

  text = (text: string): void => {
    const inside = this.#around.at(-1);
    if (
      this.#silent > 0 ||
      inside === undefined ||
      (this.#paragraphs === 0 && inside.name !== 'note-citation')
    )
      return;
    const isCitation = inside.name === 'note-citation';
    const level = isCitation ? 'raised' : inside.look.level;
    const look = marks(level === 'line' ? undefined : level, inside.look.struck === true);
    const words = withMarks(text.replace(/\s+/g, ' '), look);
    if (isCitation) this.#notes.push(`${words} `);
    this.#heading?.push(words);
    this.#put(words, inside.hidden);
  };

  /** Ends a page, the last one too: its notes stand below it. */
  endPage(): void {
    this.#putNotes();
  }

  #put(text: string, hidden: boolean): void {
    // Hidden words of two places are not one word.
    const apart = hidden && !this.#wasHidden ? '\n' : this.#gap;
    const whole = `${apart}${text}`;
    this.#gap = '';
    this.#wasHidden = hidden;
    if (this.#note) this.#note.push(whole);
    else this.#sink.text(whole, hidden);
  }

  #isSilent(name: string, attributes: Attributes): boolean {
    if (!SILENT.test(name)) return false;
    return !name.startsWith('hidden-') || attribute(attributes, 'is-hidden') !== 'false';
  }

  #lookOf(name: string, attributes: Attributes): OdfLook {
    const style = attribute(attributes, 'style-name');
    switch (name) {
      case 'p':
      case 'h':
        return this.#styles.look('paragraph', style);
      case 'span':
        return this.#styles.look('text', style);
      case 'page':
        return this.#styles.look('drawing-page', style);
      case 'table':
        return this.#styles.look('table', style);
      default:
        return {};
    }
  }

  #begin(name: string, attributes: Attributes, look: OdfLook, hidden: boolean): void {
    switch (name) {
      case 'p':
      case 'h':
        if (look.breaksBefore === true && this.#tables === 0) this.#break();
        this.#paragraphs += 1;
        if (name === 'h' || this.#around.at(-1)?.inTitle) this.#heading = [];
        break;
      case 's':
        this.#put(' '.repeat(countOf(attributes, 'c', 100)), hidden);
        break;
      case 'tab':
        this.#put('\t', hidden);
        break;
      case 'line-break':
        this.#put(this.#cells > 0 ? ' ' : '\n', hidden);
        break;
      case 'soft-page-break':
        this.#break();
        break;
      case 'note-body':
        this.#note = [];
        break;
      default:
        this.#beginPart(name, attributes, hidden);
    }
  }

  #beginPart(name: string, attributes: Attributes, hidden: boolean): void {
    const called = attribute(attributes, 'name') ?? '';
    const visibility = HIDDEN_ROW.test(attribute(attributes, 'visibility') ?? '');
    switch (name) {
      case 'object': {
        const words = this.#wordsOf(attribute(attributes, 'href') ?? '');
        if (words !== '') this.#put(`\n${words}\n`, hidden);
        break;
      }
      case 'page':
        this.#sink.beginSlide?.(called, hidden);
        break;
      case 'table':
        this.#tables += 1;
        if (this.#tables === 1) this.#sink.beginSheet?.(called, hidden);
        break;
      case 'table-column':
        this.#sink.column?.(countOf(attributes, 'number-columns-repeated', 16_384), visibility);
        break;
      case 'table-row':
        this.#sink.beginRow?.(countOf(attributes, 'number-rows-repeated', 1_048_576), visibility);
        break;
      case 'table-cell':
      case 'covered-table-cell':
        this.#cells += 1;
        this.#repeated = countOf(attributes, 'number-columns-repeated', 16_384);
        break;
    }
  }

  #end(name: string, look: OdfLook, hidden: boolean): void {
    switch (name) {
      case 'p':
      case 'h':
        this.#paragraphs -= 1;
        if (this.#cells === 0) this.#put('\n', hidden);
        else if (this.#gap === '') this.#gap = ' ';
        if (this.#heading && this.#paragraphs === 0) {
          if (!hidden) this.#sink.heading?.(this.#heading.join(''));
          this.#heading = undefined;
        }
        if (look.breaksAfter === true && this.#tables === 0) this.#break();
        break;
      case 'note-body':
        this.#notes.push(`${(this.#note ?? []).join('').trim()}\n`);
        this.#note = undefined;
        break;
      case 'page':
        this.#sink.endSlide?.();
        break;
      case 'table':
        this.#tables -= 1;
        if (this.#tables === 0) this.#sink.endSheet?.();
        break;
      case 'table-row':
        this.#gap = '\n';
        break;
      case 'table-cell':
      case 'covered-table-cell':
        this.#cells -= 1;
        this.#gap = this.#sink.endCell ? '' : `${this.#gap.replaceAll(' ', '')}\t`;
        if (this.#cells === 0) this.#sink.endCell?.(this.#repeated);
        break;
    }
  }

  #break(): void {
    this.#putNotes();
    this.#sink.pageBreak?.();
  }

  #putNotes(): void {
    this.#gap = '';
    if (this.#notes.length > 0) this.#sink.text(`\n${this.#notes.splice(0).join('')}`, false);
  }
}

function saysHidden(name: string, attributes: Attributes): boolean {
  return name === 'section' && attribute(attributes, 'display') === 'none';
}

function countOf(attributes: Attributes, name: string, most: number): number {
  const count = Number.parseInt(attribute(attributes, name) ?? '1', 10);
  return Number.isNaN(count) ? 1 : Math.max(1, Math.min(most, count));
}
