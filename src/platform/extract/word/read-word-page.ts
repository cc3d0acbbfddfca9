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
const TAIL_BYTES = 16 * 1024;
/** A4 with an inch around, for what states no size. */
const USUAL = { width: 595, height: 842 } as const;
const USUAL_EDGE = 36;

/** Unpacked bytes of a body that is read for a picture: it is read from its beginning for each. */
const MAX_BODY = 6 * 1024 * 1024;

/** Reads what stands on a page (1-based) of a DOCX; pages are the extraction's. Undefined where there is none, and for bodies too large to be read for a picture. */
export function readWordPage(office: OfficePackage, mainPart: string, page: number): WordPage | undefined {
  if ((office.zip.find(mainPart)?.size ?? 0) > MAX_BODY) return undefined;
  const blocks = new BlockReader(office, mainPart, page);
  const builder = new TreeBuilder(page, (block, begun) => blocks.add(block, begun));
  watchWord(office, mainPart, builder.watcher());
  if (builder.lastPage < page) return undefined;
  return { ...paperOf(office, mainPart, page), blocks: blocks.blocks };
}

/** Makes each element right below the body a tree and hands it on, with marks where pages begin within it. */
class TreeBuilder {
  lastPage = 1;
  readonly #wanted: number;
  readonly #onBlock: (block: XmlNode, begun: number) => void;
  #stack: XmlNode[] = [];
  #inBody = false;
  #begun = 1;
  #nodes = 0;

  constructor(wanted: number, onBlock: (block: XmlNode, begun: number) => void) {
    this.#wanted = wanted;
    this.#onBlock = onBlock;
  }

  watcher(): PageWatcher {
    return {
      open: (name, attributes, page) => this.#open(name, attributes, page),
      close: (name) => this.#close(name),
      text: (text, page) => this.#text(text, page),
      enough: (page) => page > this.#wanted && this.#stack.length === 0,
    };
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
    } else this.#markPages(top, page);
    this.lastPage = page;
    const node: XmlNode = { name, attributes, children: [], text: '' };
    this.#nodes += 1;
    if (this.#nodes <= MAX_NODES) top?.children.push(node);
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

  #close(name: string): void {
    if (name === 'body' && this.#stack.length === 0) this.#inBody = false;
    const node = this.#stack.pop();
    if (node && this.#stack.length === 0) this.#onBlock(node, this.#begun);
  }
}

/** The page's size, and what stands above and below, as the document's last section states it: at the end of the part, which is unpacked but not parsed for it. */
function paperOf(office: OfficePackage, mainPart: string, page: number): Omit<WordPage, 'blocks'> {
  const entry = office.zip.find(mainPart);
  let tail = '';
  if (entry) {
    office.zip.stream(entry, (chunk) => {
      tail = (tail + Buffer.from(chunk).toString('latin1')).slice(-TAIL_BYTES);
      return true;
    });
  }
  const section = tail.slice(Math.max(0, tail.lastIndexOf('sectPr', tail.lastIndexOf('pgSz'))));
  const points = (element: 'pgSz' | 'pgMar', name: string, usual: number) => {
    const written = new RegExp(`<(?:\\w+:)?${element}\\b[^>]*>`).exec(section)?.[0] ?? '';
    const value = Number(new RegExp(`\\s(?:\\w+:)?${name}="(-?\\d+)"`).exec(written)?.[1]) / TWIP;
    return value > 0 && value < 4_000 ? value : usual;
  };
  const [width, height] = [points('pgSz', 'w', USUAL.width), points('pgSz', 'h', USUAL.height)];
  const margin = (name: string, size: number) => Math.min(size * 0.4, points('pgMar', name, 72));
  const edge = (of: 'header' | 'footer', size: number) => ({
    distance: Math.min(size * 0.4, points('pgMar', of, USUAL_EDGE)),
    blocks: readEdge(office, mainPart, section, of, page),
  });
  return {
    width,
    height,
    margins: [margin('left', width), margin('top', height), margin('right', width), margin('bottom', height)],
    header: edge('header', height),
    footer: edge('footer', height),
  };
}
