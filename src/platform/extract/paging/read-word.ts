import { MOST_TEXT_PAGES } from '../../../shared/limits.ts';
import { type PageBeginnings, type PageWatcher, readDocx, watchPages } from '../office/read-docx.ts';
import type { OfficePackage } from '../package/office-package.ts';
import type { Reading } from '../reading/reading.ts';
import type { PageWatch } from '../text/page-collector.ts';
import { layOutPages } from './word-pages.ts';

/** Where a document's pages begin where we say so; undefined where Word noted it. */
function beginningsOf(office: OfficePackage, mainPart: string): PageBeginnings | undefined {
  return layOutPages(office, mainPart, MOST_TEXT_PAGES);
}

/** Reads a DOCX by page: as Word last broke them, else as they are laid out here. */
export function readWord(office: OfficePackage, mainPart: string, watch?: PageWatch): Reading {
  return readDocx(office, mainPart, watch, beginningsOf(office, mainPart));
}

/** Reads a body as {@link readWord} does, so that pages are the same, and tells another of what it meets. */
export function watchWord(office: OfficePackage, mainPart: string, watcher: PageWatcher): void {
  watchPages(office, mainPart, watcher, beginningsOf(office, mainPart));
}
