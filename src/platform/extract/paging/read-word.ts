import { MOST_TEXT_PAGES } from '../../../shared/limits.ts';
import { type PageBeginnings, type PageWatcher, readDocx, watchPages } from '../office/read-docx.ts';
import type { OfficePackage } from '../package/office-package.ts';
import { child } from '../package/xml.ts';
import type { Reading } from '../reading/reading.ts';
import type { PageWatch } from '../text/page-collector.ts';
import { type LaidPages, layOutPages } from './word-pages.ts';

/**
 * Where a document's pages begin where we say so; undefined where Word noted it. Notes are of when Word last saved it, and lack pages that
 * begin with a picture or an empty line: they count where they are as many as the document says that it has, or as are laid out here, or more, and
 * nearer to what it says.
 */
function laidOut(office: OfficePackage, mainPart: string): LaidPages | undefined {
  const laid = layOutPages(office, mainPart, MOST_TEXT_PAGES);
  const { begins, noted } = laid;
  if (noted.notes === 0) return laid;
  const [pages, stated] = [begins.length + 1, statedPages(office)];
  if (noted.count === stated || noted.count === pages) return undefined;
  if (noted.count < pages) return laid;
  if (stated === undefined) return undefined;
  return Math.abs(pages - stated) < Math.abs(noted.count - stated) ? laid : undefined;
}

/** How many pages the program that wrote a document said that it has. */
function statedPages(office: OfficePackage): number | undefined {
  const pages = child(office.tree(office.related('', 'extended-properties')[0]), 'Pages');
  return pages && Number(pages.text);
}

/** Reads a DOCX by page: as Word last broke them, else as they are laid out here. */
export function readWord(office: OfficePackage, mainPart: string, watch?: PageWatch): Reading {
  const laid = laidOut(office, mainPart);
  const reading = readDocx(office, mainPart, watch, laid?.begins);
  return laid?.isApproximate ? { ...reading, approximatePages: true } : reading;
}

/** Reads a body as {@link readWord} does, so that pages are the same, and tells another of what it meets. */
export function watchWord(office: OfficePackage, mainPart: string, watcher: PageWatcher): void {
  watchPages(office, mainPart, watcher, laidOut(office, mainPart)?.begins);
}

/** Where the pages after the first of those that {@link readWord} reads begin. */
export function pageBeginnings(office: OfficePackage, mainPart: string): PageBeginnings {
  const laid = laidOut(office, mainPart);
  if (laid) return laid.begins;
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
