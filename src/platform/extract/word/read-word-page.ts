import type { PageWatcher } from '../office/read-docx.ts';
import type { OfficePackage } from '../package/office-package.ts';
import type { Attributes, XmlNode } from '../package/xml.ts';
import { watchWord } from '../paging/read-word.ts';
import { PAGE_MARK } from './page-mark.ts';
import { BlockReader } from './word-blocks.ts';
import { readEdge } from './word-edges.ts';
import type { WordPage } from './word-page.ts';

const TWIP = 20;
const MAX_NODES = 300_000;
/** A section's properties as they are written, without those of its earlier versions, and letters that they may have. */
const WRITTEN =
  /<(?:\w{1,20}:)?sectPr(?:\s[^>]{0,2000})?(?:\/>|>[\s\S]{0,16000}?(?=<\/(?:\w{1,20}:)?sectPr>|<(?:\w{1,20}:)?sectPrChange))/;
const MAX_SECTION = 20_000;
/** A4 with an inch around, for what states no size. */
const USUAL = { width: 595, height: 842 } as const;
const USUAL_EDGE = 36;

/** Unpacked bytes of a body that is read for a picture: it is read from its beginning for each. */
const MAX_BODY = 16 * 1024 * 1024;

/** Reads what stands on a page (1-based) of a DOCX; pages are the extraction's. Undefined where there is none, and for bodies too large to be read for a picture. */
export function readWordPage(office: OfficePackage, mainPart: string, page: number): WordPage | undefined {
  if ((office.zip.find(mainPart)?.size ?? 0) > MAX_BODY) return undefined;
  const blocks = new BlockReader(office, mainPart, page);
  const builder = new TreeBuilder(page, (block, begun) => blocks.add(block, begun));
  watchWord(office, mainPart, builder.watcher());
  builder.finish();
  if (builder.lastPage < page) return undefined;
  return { ...paperOf(office, mainPart, page, builder), blocks: blocks.blocks };
}

/** Makes each element right below the body a tree and hands it on, with marks where pages begin within it. */
class TreeBuilder {
  lastPage = 1;
  /** Properties of sections, by their number in the part (from 0), that hold for the page that is wanted, and the page on which what they hold for begins. */
  section = 0;
  sectionBegins = 1;
  readonly #wanted: number;
  readonly #onBlock: (block: XmlNode, begun: number) => void;
  #stack: XmlNode[] = [];
  #inBody = false;
  #begun = 1;
  #nodes = 0;
  /** Another section's text begins with the next element. */
  #turns = false;

  constructor(wanted: number, onBlock: (block: XmlNode, begun: number) => void) {
    this.#wanted = wanted;
    this.#onBlock = onBlock;
  }

  watcher(): PageWatcher {
    return {
      open: (name, attributes, page) => this.#open(name, attributes, page),
      close: (name, page) => this.#close(name, page),
      text: (text, page) => this.#text(text, page),
      place: (text) => {
        const top = this.#stack.at(-1);
        if (top) top.text += text;
      },
      enough: (page) => page > this.#wanted,
    };
  }

  /** Hands on what was begun when enough was read. */
  finish(): void {
    const [block] = this.#stack;
    this.#stack = [];
    if (block) this.#onBlock(block, this.#begun);
  }

  #open(name: string, attributes: Attributes, page: number): void {
    if (!this.#inBody) {
      this.#inBody = name === 'body';
      return;
    }
    const top = this.#stack.at(-1);
    if (!top) {
      this.#begun = page;
      this.#nodes = 0;
      if (this.#turns && page <= this.#wanted) this.sectionBegins = page;
      this.#turns = false;
    } else this.#markPages(top, page);
    this.lastPage = page;
    if (name === 'sectPr' && page < this.#wanted) this.section += 1;
    const node: XmlNode = { name, attributes, children: [], text: '' };
    this.#nodes += 1;
    // What stands on later pages is not looked at.
    if (this.#nodes <= MAX_NODES && page <= this.#wanted) top?.children.push(node);
    this.#stack.push(node);
  }

  #markPages(holder: XmlNode, page: number): void {
    for (let one = this.lastPage; one < page; one += 1)
      holder.children.push({ name: PAGE_MARK, attributes: {}, children: [], text: '' });
  }

  /** Where a page begins within a text, that goes on in another element behind the mark. */
  #text(text: string, page: number): void {
    const top = this.#stack.at(-1);
    if (!top) return;
    const holder = this.#stack.at(-2);
    if (page === this.lastPage || !holder) {
      top.text += text;
      return;
    }
    this.#markPages(holder, page);
    this.lastPage = page;
    const rest: XmlNode = { ...top, children: [], text };
    holder.children.push(rest);
    this.#stack[this.#stack.length - 1] = rest;
  }

  #close(name: string, page: number): void {
    if (name === 'body' && this.#stack.length === 0) this.#inBody = false;
    const node = this.#stack.pop();
    if (!node) return;
    if (name === 'sectPr') this.#turns = true;
    const [block] = this.#stack;
    if (!block) this.#onBlock(node, this.#begun);
    // A row of an earlier page is not drawn, but counts: the first one has a look of its own.
    else if (name === 'tr' && this.#stack.length === 1 && page < this.#wanted && !hasMark(node)) {
      this.#nodes -= countOf(node);
      node.children.length = 0;
    }
  }
}

function hasMark(node: XmlNode): boolean {
  return node.children.some((one) => one.name === PAGE_MARK || hasMark(one));
}

function countOf(node: XmlNode): number {
  return node.children.reduce((sum, one) => sum + 1 + countOf(one), 0);
}

/** Properties of sections as they are written in a part, up to number `last` (from 0), which is the part's last where it has fewer. */
function sectionsOf(office: OfficePackage, part: string, last: number): readonly string[] {
  const entry = office.zip.find(part);
  const found: string[] = [];
  let text = '';
  if (entry) {
    office.zip.stream(entry, (chunk) => {
      text += Buffer.from(chunk).toString('latin1');
      for (let match = WRITTEN.exec(text); match; match = WRITTEN.exec(text)) {
        found.push(match[0].slice(0, MAX_SECTION));
        text = text.slice(match.index + match[0].length);
      }
      text = text.slice(-MAX_SECTION);
      return found.length <= last;
    });
  }
  return found;
}

/** The page's size, and what stands above and below, as its section states it; headers that it does not name are those of the sections before. */
function paperOf(
  office: OfficePackage,
  mainPart: string,
  page: number,
  { section: number, sectionBegins }: Pick<TreeBuilder, 'section' | 'sectionBegins'>,
): Omit<WordPage, 'blocks'> {
  const sections = sectionsOf(office, mainPart, number).slice(0, number + 1);
  const section = sections.at(-1) ?? '';
  const points = (element: 'pgSz' | 'pgMar', name: string, usual: number) => {
    const written = new RegExp(`<(?:\\w+:)?${element}\\b[^>]*>`).exec(section)?.[0] ?? '';
    const value = Number(new RegExp(`\\s(?:\\w+:)?${name}="(-?\\d+)"`).exec(written)?.[1]) / TWIP;
    return value > 0 && value < 4_000 ? value : usual;
  };
  const [width, height] = [points('pgSz', 'w', USUAL.width), points('pgSz', 'h', USUAL.height)];
  const margin = (name: string, size: number) => Math.min(size * 0.4, points('pgMar', name, 72));
  const isFirst = sectionBegins === page;
  const edge = (of: 'header' | 'footer', size: number) => ({
    distance: Math.min(size * 0.4, points('pgMar', of, USUAL_EDGE)),
    blocks: readEdge(office, mainPart, sections, of, { page, isFirst }),
  });
  return {
    width,
    height,
    margins: [margin('left', width), margin('top', height), margin('right', width), margin('bottom', height)],
    header: edge('header', height),
    footer: edge('footer', height),
  };
}
