import { documentDate } from '../../../shared/document-date.ts';
import { decodeText } from '../encoding/decode.ts';
import { encodingOf } from '../encoding/text-encoding.ts';
import { type OfficePackage, resolvePart } from '../package/office-package.ts';
import { allNamed, attribute, child, descend, type XmlNode } from '../package/xml.ts';
import { DamagedZip } from '../package/zip.ts';
import { HiddenParts } from '../plain/hidden-html.ts';
import { htmlText } from '../plain/html-text.ts';
import { plainReading } from '../plain/read-plain.ts';
import type { Reading } from '../reading/reading.ts';
import { oneLine } from '../text/clean.ts';
import { PageCollector, type PageWatch } from '../text/page-collector.ts';
import { titleOfMetadata } from '../text/title.ts';

/** Bytes of one chapter that are read, chapters, and characters of chapters that are shown. */
const MAX_CHAPTER = 20_000_000;
const MAX_CHAPTERS = 5_000;

/** A chapter as it stands in the book. */
type Chapter = { readonly part: string; readonly html: string; readonly name: string | undefined };

/** Reads a book (EPUB 3.3): a page for each chapter of its spine, called as the table of contents calls it. */
export function readEpub(office: OfficePackage, watch?: PageWatch): Reading {
  const book = openBook(office);
  const collector = new PageCollector(watch);
  for (const { html, name } of chaptersOf(office, book)) {
    if (collector.full) {
      collector.cutOff();
      break;
    }
    const read = htmlText(html);
    const { text } = read;
    if (text.trim() === '') continue;
    const { shown, hidden } = new HiddenParts().next(text);
    collector.add(shown);
    collector.add(hidden, true);
    collector.endPage(labelOf(name, read, collector.pages.length + 1));
  }
  const reading = plainReading(collector, false, titleOfMetadata(textOf(book.metadata, 'title')));
  const times = modifiedAt(book.metadata).map((time) => Date.parse(time));
  const writtenAt = documentDate(times);
  return { ...reading, ...(writtenAt !== undefined && { writtenAt }) };
}

/** The part that has the picture of a book's cover (EPUB 3.3, 5.4.4; EPUB 2 says it in a `meta`). */
export function coverPart(office: OfficePackage): string | undefined {
  return openBook(office).cover;
}

/** The chapters of a book that have words, as they were written: hostile until whoever shows them has sanitised them. */
export function* epubChapters(
  office: OfficePackage,
): Generator<{ readonly html: string; readonly label: string }> {
  let number = 0;
  for (const { html, name } of chaptersOf(office, openBook(office))) {
    const read = htmlText(html);
    if (read.text.trim() === '') continue;
    number += 1;
    yield { html, label: labelOf(name, read, number) };
  }
}

/** What a chapter is called: by the table of contents, else by itself. */
function labelOf(
  name: string | undefined,
  { heading, title }: ReturnType<typeof htmlText>,
  number: number,
): string {
  return oneLine(name) ?? oneLine(heading) ?? oneLine(title) ?? String(number);
}

/** Whether a book is locked to a device or a shop (EPUB 3.3, 4.2.6.3.2); fonts alone may be made unreadable. */
export function isLockedEpub(office: OfficePackage): boolean {
  if (office.zip.find('META-INF/rights.xml')) return true;
  const locked = [...allNamed(office.tree('META-INF/encryption.xml'), 'CipherReference')];
  return locked.some(({ attributes }) => /\.x?html?$/i.test(attribute(attributes, 'URI') ?? ''));
}

type Book = {
  readonly metadata: XmlNode | undefined;
  /** The chapters' parts in the order in which they are read. */
  readonly spine: readonly string[];
  readonly names: ReadonlyMap<string, string>;
  readonly cover: string | undefined;
};

function openBook(office: OfficePackage): Book {
  const container = office.tree('META-INF/container.xml');
  const [root] = [...allNamed(container, 'rootfile')];
  const part = (root && attribute(root.attributes, 'full-path')) ?? 'content.opf';
  const tree = office.tree(part);
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const items = (child(tree, 'manifest')?.children ?? []).filter(({ name }) => name === 'item');
  const byId = new Map(items.map(({ attributes }) => [attribute(attributes, 'id'), attributes]));
  const spine = (child(tree, 'spine')?.children ?? []).slice(0, MAX_CHAPTERS).flatMap(({ attributes }) => {
    const item = byId.get(attribute(attributes, 'idref'));
    const href = item && attribute(item, 'href');
    return href === undefined ? [] : [resolvePart(folder, href)];
  });
  const contents = items.find(({ attributes }) => {
    const isNav = /(?:^|\s)nav(?:\s|$)/.test(attribute(attributes, 'properties') ?? '');
    return isNav || attribute(attributes, 'media-type') === 'application/x-dtbncx+xml';
  });
  const href = contents && attribute(contents.attributes, 'href');
  const names = href === undefined ? new Map() : namesOf(office, resolvePart(folder, href));
  const metadata = child(tree, 'metadata');
  const named = metadata?.children.find(({ attributes }) => attribute(attributes, 'name') === 'cover');
  const isCover = ({ attributes }: XmlNode) =>
    /(?:^|\s)cover-image(?:\s|$)/.test(attribute(attributes, 'properties') ?? '');
  const picture =
    items.find(isCover)?.attributes ?? byId.get(named && attribute(named.attributes, 'content'));
  const cover = picture && attribute(picture, 'href');
  return {
    ...{ metadata, spine, names },
    cover: cover === undefined ? undefined : resolvePart(folder, cover),
  };
}

/** What the table of contents calls chapters: that of EPUB 3 (`nav`), or of EPUB 2 (`ncx`). The first name of a part counts. */
function namesOf(office: OfficePackage, part: string): Map<string, string> {
  const names = new Map<string, string>();
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const tree = office.tree(part);
  const put = (target: string | undefined, name: string) => {
    const chapter = target === undefined ? undefined : resolvePart(folder, target).toLowerCase();
    if (chapter !== undefined && name.trim() !== '' && !names.has(chapter)) names.set(chapter, name);
  };
  for (const link of allNamed(tree, 'a')) put(attribute(link.attributes, 'href'), wholeText(link));
  for (const point of allNamed(tree, 'navPoint')) {
    const target = attribute(child(point, 'content')?.attributes ?? {}, 'src');
    put(target, descend(point, 'navLabel', 'text')?.text ?? '');
  }
  return names;
}

function wholeText(node: XmlNode, depth = 0): string {
  return depth > 20 ? '' : node.text + node.children.map((one) => wholeText(one, depth + 1)).join('');
}

function* chaptersOf(office: OfficePackage, { spine, names }: Book): Generator<Chapter> {
  for (const part of spine) {
    const entry = office.zip.find(part);
    if (!entry) continue;
    try {
      const bytes = office.zip.read(entry, MAX_CHAPTER);
      if (!bytes) continue;
      const html = decodeText(bytes, encodingOf(bytes, false) ?? 'utf-8');
      yield { part, html, name: names.get(part.toLowerCase()) };
    } catch (error) {
      // A chapter that does not unpack costs itself, not the book.
      if (!(error instanceof DamagedZip)) throw error;
    }
  }
}

function textOf(metadata: XmlNode | undefined, name: string): string | undefined {
  return child(metadata, name)?.text;
}

/** When it was changed last, else published, by its own word. */
function modifiedAt(metadata: XmlNode | undefined): string[] {
  const all = metadata?.children ?? [];
  const modified = all.find(({ attributes }) => attribute(attributes, 'property') === 'dcterms:modified');
  return [modified?.text ?? '', textOf(metadata, 'date') ?? ''];
}
