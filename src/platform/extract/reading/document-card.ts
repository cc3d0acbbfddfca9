import type { Extraction } from '../../../engine/ports/extractor.ts';
import type { CardContent } from '../picture/card.ts';
import { oneLine } from '../text/clean.ts';
import type { Reading } from './reading.ts';

const LINES = 30;

/** The card of a document that can't be drawn: its first page in small. */
export function documentCard(extraction: Extraction, reading: Reading, name: string): CardContent {
  if (reading.card?.card === 'sheet' && reading.card.rows.length > 0) return reading.card;
  // A card of a document that says nothing still says which one it is.
  const title = extraction.title ?? (extraction.pages.length === 0 ? oneLine(name) : undefined);
  if (extraction.mediaType === 'text/csv') return { card: 'sheet', rows: csvCorner(reading) };
  const lines = firstLines(reading, title);
  const card = extraction.kind === 'pptx' ? 'slide' : 'page';
  return { card, lines, ...(title === undefined ? {} : { title }) };
}

function firstLines(reading: Reading, title: string | undefined): string[] {
  const text = reading.pages
    .slice(0, 3)
    .map((page) => page.text.slice(0, 4_000))
    .join('\n');
  return text
    .split('\n')
    .map((line) => line.replace(/\t+/g, '   ').trim())
    .filter((line) => line !== '' && line !== title)
    .slice(0, LINES);
}

function csvCorner(reading: Reading): string[][] {
  const lines = (reading.pages[0]?.text ?? '').slice(0, 8_000).split('\n').slice(0, 16);
  const separator = (lines[0] ?? '').includes(';') ? ';' : (lines[0] ?? '').includes('\t') ? '\t' : ',';
  return lines.map((line) => line.split(separator).map((cell) => cell.replace(/^"|"$/g, '')));
}
