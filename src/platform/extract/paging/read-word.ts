import { MOST_TEXT_PAGES } from '../../../shared/limits.ts';
import { type PageBeginnings, type PageWatcher, readDocx, watchPages } from '../office/read-docx.ts';
import type { OfficePackage } from '../package/office-package.ts';
import { child } from '../package/xml.ts';
import type { Reading } from '../reading/reading.ts';
import type { PageWatch } from '../text/page-collector.ts';
import { layOutPages } from './word-pages.ts';

/**
 * Where a document's pages begin where we say so; undefined where Word noted it. Notes are of when Word last saved it, and lack pages that
 * begin with a picture or an empty line: they count where they are as many as the document says that it has, or as are laid out here.
 */
function beginningsOf(office: OfficePackage, mainPart: string): PageBeginnings | undefined {
  const { begins, noted } = layOutPages(office, mainPart, MOST_TEXT_PAGES);
  if (noted.notes === 0) return begins;
  const [pages, stated] = [begins.length + 1, statedPages(office)];
  if (noted.count === stated) return undefined;
  return stated === pages || noted.count < pages ? begins : undefined;
}

/** How many pages the program that wrote a document said that it has. */
function statedPages(office: OfficePackage): number | undefined {
  const pages = child(office.tree(office.related('', 'extended-properties')[0]), 'Pages');
  return pages && Number(pages.text);
}

/** Reads a DOCX by page: as Word last broke them, else as they are laid out here. */
export function readWord(office: OfficePackage, mainPart: string, watch?: PageWatch): Reading {
  const begins = beginningsOf(office, mainPart);
  const reading = readDocx(office, mainPart, watch, begins);
  return begins !== undefined && begins.length > 0 ? { ...reading, approximatePages: true } : reading;
}

/** Reads a body as {@link readWord} does, so that pages are the same, and tells another of what it meets. */
export function watchWord(office: OfficePackage, mainPart: string, watcher: PageWatcher): void {
  watchPages(office, mainPart, watcher, beginningsOf(office, mainPart));
}

/** Where the pages after the first of those that {@link readWord} reads begin. */
export function pageBeginnings(office: OfficePackage, mainPart: string): PageBeginnings {
  const laidOut = beginningsOf(office, mainPart);
  if (laidOut) return laidOut;
  const begins: { element: number; offset: number }[] = [];
  let element = 0;
  watchPages(office, mainPart, {
    open: (_, __, page) => {
      element += 1;
      while (begins.length + 1 < page) begins.push({ element, offset: 0 });
    },
    close: () => undefined,
    text: () => undefined,
    enough: () => false,
  });
  return begins;
}
