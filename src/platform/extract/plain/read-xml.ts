import { readXmlText } from '../package/xml.ts';
import type { Reading } from '../reading/reading.ts';
import { PageCollector, type PageWatch } from '../text/page-collector.ts';
import { titleOfMetadata } from '../text/title.ts';
import { cutIntoPages, plainReading } from './read-plain.ts';
import type { Source } from './read-source.ts';

/** What XML says: its words, and what it calls itself. */
type XmlWords = { readonly text: string; readonly title: string | undefined };

/** Elements of Word's and Excel's own XML of 2003, which says what is text and where lines end. */
const OFFICE_ROOT = /^(wordDocument|package|Workbook)$/;
const OFFICE_TEXT = /^(t|Data)$/;
const OFFICE_LINE = /^(p|Row|br|cr)$/;
const OFFICE_CELL = /^(tc|Cell|tab)$/;
/** What an SVG has that is no text to read. */
const SVG_SILENT = /^(style|script|metadata|defs)$/;
/** A title stands near the beginning of what it names. */
const TITLE_DEPTH = 4;

/** Reads XML: the words of its elements, without tags; what stands in a line of text stays in it. */
export function readXml(source: Source, watch?: PageWatch): Reading {
  const { text, title } = xmlWords(source.text);
  const collector = new PageCollector(watch);
  for (const page of cutIntoPages(text.trim())) {
    collector.add(page);
    collector.endPage(String(collector.pages.length + 1));
  }
  return plainReading(collector, source.truncated, titleOfMetadata(title));
}

/** Reads a drawing's words: its texts, its title and what it describes itself as. */
export function readSvg(source: Source, watch?: PageWatch): Reading {
  const collector = new PageCollector(watch);
  const { text, title } = xmlWords(source.text);
  collector.add(text);
  collector.endPage('1');
  return plainReading(collector, source.truncated, titleOfMetadata(title));
}

/** The words of XML; of broken XML those before the fault. */
export function xmlWords(xml: string): XmlWords {
  const reader = new XmlWordReader();
  readXmlText(xml, reader);
  return { text: linesOf(reader.out.join('')), title: reader.title };
}

/** Lines without surplus space, and none that are empty. */
function linesOf(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/ {2,}/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** An element around: whether text stands in it beside elements. */
type Around = { readonly name: string; hasText: boolean };

class XmlWordReader {
  readonly out: string[] = [];
  title: string | undefined;
  readonly #around: Around[] = [];
  #silent = 0;
  #format: 'any' | 'office' | 'svg' = 'any';

  open = (name: string): void => {
    if (this.#around.length === 0) this.#format = formatOf(name);
    const parent = this.#around.at(-1);
    this.#around.push({ name, hasText: false });
    if (this.#silent > 0 || (this.#format === 'svg' && SVG_SILENT.test(name))) this.#silent += 1;
    if (this.#format === 'office') {
      if (OFFICE_LINE.test(name)) this.out.push('\n');
      else if (OFFICE_CELL.test(name)) this.out.push('\t');
    } else if (parent?.hasText !== true || name === 'br') this.out.push('\n');
    else if (this.#format === 'svg') this.out.push(' ');
  };

  close = (): void => {
    const closed = this.#around.pop();
    if (this.#silent > 0) this.#silent -= 1;
    if (closed?.name === 'title' && this.title === '') this.title = undefined;
    if (this.#format !== 'office' && this.#around.at(-1)?.hasText !== true) this.out.push('\n');
  };

  text = (text: string): void => {
    const inside = this.#around.at(-1);
    if (inside === undefined || this.#silent > 0) return;
    if (this.#format === 'office' && !OFFICE_TEXT.test(inside.name)) return;
    const isBlank = text.trim() === '';
    if (!isBlank) inside.hasText = true;
    // Line breaks of the source are spaces; between elements they are nothing.
    if (inside.hasText) this.out.push(this.#format === 'office' ? text : text.replace(/\s+/g, ' '));
    if (inside.name === 'title' && !isBlank && this.#around.length <= TITLE_DEPTH) this.title ??= text;
  };
}

function formatOf(root: string): 'any' | 'office' | 'svg' {
  if (root === 'svg') return 'svg';
  return OFFICE_ROOT.test(root) ? 'office' : 'any';
}
