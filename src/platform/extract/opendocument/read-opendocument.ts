import { documentDate } from '../../../shared/document-date.ts';
import type { OfficePackage } from '../package/office-package.ts';
import { allNamed } from '../package/xml.ts';
import { plainReading } from '../plain/read-plain.ts';
import type { Reading } from '../reading/reading.ts';
import { oneLine } from '../text/clean.ts';
import { PageCollector, type PageWatch } from '../text/page-collector.ts';
import { titleOfMetadata } from '../text/title.ts';
import { layOutOdf } from './odf-pages.ts';
import { OdfStyles } from './odf-styles.ts';
import { type OdfSink, OdfWalker } from './odf-walker.ts';
import { odsSheets } from './ods-sheets.ts';
import { PageTurner } from './page-turner.ts';

/** The kinds of OpenDocument files that are read. */
export type OdfKind = 'odt' | 'odp' | 'ods';

/** Objects within a file that are read, and characters of one. */
const MAX_OBJECTS = 300;
const MAX_OBJECT_WORDS = 100_000;
/** Rows and columns of the card's corner. */
const CARD_ROWS = 15;
const CARD_COLUMNS = 5;

/** Reads an OpenDocument file: text by page, slide or sheet, with its notes; what its author hid apart. */
export function readOpenDocument(office: OfficePackage, kind: OdfKind, watch?: PageWatch): Reading {
  const facts = metadata(office);
  if (kind === 'ods') return { ...readSpreadsheet(office, watch), ...facts };
  if (kind === 'odt') return { ...readText(office, watch), ...facts };
  const slides = new Slides(watch);
  const walker = new OdfWalker(new OdfStyles(office), slides, objectWords(office));
  office.read('content.xml', walker);
  walker.endPage();
  return { ...slides.reading(), ...facts };
}

/** Reads a text by page: as its program noted them, else as they are laid out here. */
function readText(office: OfficePackage, watch: PageWatch | undefined): Reading {
  const laid = layOutOdf(office);
  const pages = laid ? new LaidPages(watch) : new NotedPages(watch);
  const walker = new OdfWalker(new OdfStyles(office), pages, objectWords(office));
  const turn = () => {
    walker.endPage();
    pages.endPage();
  };
  office.read('content.xml', laid ? new PageTurner(walker, laid.begins, turn) : walker);
  walker.endPage();
  return { ...pages.reading(), ...(laid?.isApproximate && { approximatePages: true }) };
}

/** Reads the words of objects within a file: a chart's titles and the table that it draws. Of many, the first ones. */
function objectWords(office: OfficePackage): (href: string) => string {
  let left = MAX_OBJECTS;
  return (href) => {
    left -= 1;
    if (left < 0 || !href.startsWith('./')) return '';
    const words: string[] = [];
    let [paragraphs, length] = [0, 0];
    office.read(`${href.slice(2)}/content.xml`, {
      open: (name) => {
        if (name === 'p') paragraphs += 1;
      },
      close: (name) => {
        if (name === 'p') paragraphs -= 1;
        if (name === 'p' || name === 'table-row') words.push(name === 'p' ? '\t' : '\n');
      },
      text: (text) => {
        if (paragraphs === 0) return;
        words.push(text);
        length += text.length;
      },
      enough: () => length > MAX_OBJECT_WORDS,
    });
    return words.join('').replace(/\t+(?=\n|$)|^\s+|\s+$/g, '');
  };
}

/** Whether a package says that its content needs a password (ODF 1.3, part 2, 4). */
export function isEncryptedOdf(office: OfficePackage): boolean {
  let encrypted = false;
  office.read('META-INF/manifest.xml', {
    open: (name) => {
      encrypted ||= name === 'encryption-data';
    },
    enough: () => encrypted,
  });
  return encrypted;
}

/** A title that a person wrote, and when the document was changed last, by its own word. */
function metadata(office: OfficePackage): Pick<Reading, 'title' | 'writtenAt'> {
  const tree = office.tree('meta.xml');
  const find = (name: string) => [...allNamed(tree, name)][0]?.text;
  const title = titleOfMetadata(find('title'));
  const writtenAt = documentDate(['date', 'creation-date'].map((name) => Date.parse(find(name) ?? '')));
  return { ...(title !== undefined && { title }), ...(writtenAt !== undefined && { writtenAt }) };
}

/** A text's pages, ended by who follows it. */
class LaidPages implements OdfSink {
  readonly #collector: PageCollector;
  #title: string | undefined;

  constructor(watch: PageWatch | undefined) {
    this.#collector = new PageCollector(watch);
  }

  full(): boolean {
    return this.#collector.full;
  }

  text(text: string, hidden: boolean): void {
    this.#collector.add(text, hidden);
  }

  heading(text: string): void {
    this.#title ??= oneLine(text);
  }

  endPage(): void {
    this.#collector.endPage(String(this.#collector.pages.length + 1));
  }

  reading(): Reading {
    if (this.#collector.hasText) this.endPage();
    return plainReading(this.#collector, false, titleOfMetadata(this.#title));
  }
}

/** A text's pages as its program noted them. */
class NotedPages extends LaidPages {
  #hasText = false;

  override text(text: string, hidden: boolean): void {
    this.#hasText ||= text.trim() !== '';
    super.text(text, hidden);
  }

  /** An end without text since the last is the same. */
  pageBreak(): void {
    if (!this.#hasText) return;
    this.#hasText = false;
    this.endPage();
  }
}

/** Slides in the order in which they are shown. */
class Slides implements OdfSink {
  readonly #collector: PageCollector;
  #hidden = false;
  #title: string | undefined;

  constructor(watch: PageWatch | undefined) {
    this.#collector = new PageCollector(watch);
  }

  full(): boolean {
    return this.#collector.full;
  }

  text(text: string, hidden: boolean): void {
    this.#collector.add(text, hidden);
  }

  heading(text: string): void {
    if (!this.#hidden) this.#title ??= oneLine(text);
  }

  beginSlide(_name: string, hidden: boolean): void {
    this.#hidden = hidden;
  }

  endSlide(): void {
    this.#collector.endPage(`Slide ${this.#collector.pages.length + 1}`, this.#hidden);
    this.#hidden = false;
  }

  reading(): Reading {
    return plainReading(this.#collector, false, titleOfMetadata(this.#title));
  }
}

function readSpreadsheet(office: OfficePackage, watch: PageWatch | undefined): Reading {
  const { sheets, isCut } = odsSheets(office);
  watch?.opened(Math.max(1, sheets.length));
  const collector = new PageCollector(watch);
  for (const [at, { name, hidden, rows, hiddenColumns }] of sheets.entries()) {
    for (const row of rows) {
      const isShown = (column: number) => !row.hidden && !hiddenColumns.has(column);
      const line = (wanted: boolean) =>
        row.cells.filter((text, column) => text !== '' && isShown(column) === wanted).join('\t');
      for (const shown of [true, false]) if (line(shown) !== '') collector.add(`${line(shown)}\n`, !shown);
    }
    collector.endPage(oneLine(name) ?? `Sheet ${at + 1}`, hidden);
  }
  if (isCut) collector.cutOff();
  const first = sheets.find(({ hidden, rows }) => !hidden && rows.length > 0);
  const rows = first?.rows.filter((row) => !row.hidden).slice(0, CARD_ROWS) ?? [];
  const corner = rows.map(({ cells }) => cells.slice(0, CARD_COLUMNS).map((text) => text.slice(0, 80)));
  return { ...plainReading(collector, false), card: { card: 'sheet', rows: corner } };
}
