import type { DocumentKind } from '../../../shared/vocabulary/assets.ts';
import type { Reading } from '../reading/reading.ts';
import type { PageWatch } from '../text/page-collector.ts';
import { withoutQuotes } from './quoted-lines.ts';
import { readCalendar } from './read-calendar.ts';
import { readCaptions } from './read-captions.ts';
import { readHtml } from './read-html.ts';
import { readJson } from './read-json.ts';
import { readMarkdown } from './read-markdown.ts';
import { readPlain } from './read-plain.ts';
import type { Source } from './read-source.ts';
import { readXml } from './read-xml.ts';

/** Reads a text as what it is. */
export function readText(
  source: Source,
  { kind, mediaType }: { readonly kind: DocumentKind; readonly mediaType: string },
  watch?: PageWatch,
): Reading {
  switch (kind) {
    case 'markdown':
      return readMarkdown(source, watch);
    case 'html':
      return readHtml(source, watch);
    case 'captions':
      return readCaptions(source, watch);
    case 'calendar':
      return readCalendar(source, watch);
    default:
      if (mediaType === 'application/json') return readJson(source, watch);
      if (mediaType === 'application/xml') return readXml(source, watch);
      return readPlain({ ...source, text: inLetters(source.text) }, watch);
  }
}

/** A text as it is read and shown: letters of a card (vCard 2.1) that are written as numbers are letters again. */
export function inLetters(text: string): string {
  return /^\s{0,9}BEGIN:VCARD\s/i.test(text) ? withoutQuotes(text) : text;
}
