import type { Reading } from '../reading/reading.ts';
import { oneLine } from '../text/clean.ts';
import { PageCollector, type PageWatch } from '../text/page-collector.ts';
import type { Source } from './read-source.ts';

/** Characters of a page of a text that has none of its own. */
const PAGE_CHARACTERS = 3_000;

/** Reads plain text: pages of some 3,000 characters, ended at a paragraph, else a line. */
export function readPlain(source: Source, watch?: PageWatch): Reading {
  const collector = new PageCollector(watch);
  for (const page of cutIntoPages(source.text)) {
    if (collector.full) collector.cutOff();
    else {
      collector.add(page);
      collector.endPage(String(collector.pages.length + 1));
    }
  }
  return plainReading(collector, source.truncated);
}

/** What the readers of text have in common. */
export function plainReading(collector: PageCollector, truncated: boolean, title?: string): Reading {
  if (collector.pages.length === 0) collector.endPage('1');
  const isCut = truncated || collector.tooLong;
  const line = oneLine(title);
  return {
    pages: collector.pages,
    pageCount: collector.pages.length,
    ...(line === undefined ? {} : { title: line }),
    ...(isCut ? { missing: { reason: 'too-long', pages: 0 } } : {}),
  };
}

/** Cuts a text where it pauses, near the length of a page. */
export function cutIntoPages(text: string): string[] {
  const pages: string[] = [];
  let start = 0;
  while (start < text.length) {
    const end = start + PAGE_CHARACTERS;
    const cut = text.length - start <= PAGE_CHARACTERS * 1.3 ? text.length : pauseBefore(text, start, end);
    pages.push(text.slice(start, cut));
    start = cut;
  }
  return pages.filter((page) => page.trim() !== '');
}

function pauseBefore(text: string, start: number, end: number): number {
  const earliest = start + PAGE_CHARACTERS / 2 + 1;
  // Only what is looked at is searched: in a text that is one long line, each search would run back to its beginning.
  const near = text.slice(earliest, end + 2);
  for (const pause of ['\f', '\n\n', '\n', '. ', ' ']) {
    const at = near.lastIndexOf(pause, end - earliest);
    if (at >= 0) return earliest + at + pause.length;
  }
  // Not between the halves of a surrogate pair.
  return /[\udc00-\udfff]/.test(text[end] ?? '') ? end + 1 : end;
}
