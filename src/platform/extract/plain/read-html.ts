import type { Reading } from '../reading/reading.ts';
import { PageCollector, type PageWatch } from '../text/page-collector.ts';
import { titleOfMetadata } from '../text/title.ts';
import { HiddenParts } from './hidden-html.ts';
import { htmlText } from './html-text.ts';
import { cutIntoPages, plainReading } from './read-plain.ts';
import type { Source } from './read-source.ts';

/** Reads HTML: its visible words, cut into pages. Scripts, styles and remote content are never looked at. */
export function readHtml(source: Source, watch?: PageWatch): Reading {
  const { text, title, heading } = htmlText(source.text);
  const collector = new PageCollector(watch);
  const parts = new HiddenParts();
  for (const page of cutIntoPages(text.trim())) {
    if (collector.full) {
      collector.cutOff();
      break;
    }
    const { shown, hidden } = parts.next(page);
    if (shown.trim() === '' && hidden.trim() === '') continue;
    collector.add(shown);
    collector.add(hidden, true);
    collector.endPage(String(collector.pages.length + 1));
  }
  return plainReading(collector, source.truncated, titleOfMetadata(title) ?? titleOfMetadata(heading));
}
