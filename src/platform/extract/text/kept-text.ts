import { readFile, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { PageText } from '../../../engine/ports/extractor.ts';
import { LARGEST_TEXT_FILE, LONGEST_PAGE_TEXT, MOST_TEXT, MOST_TEXT_PAGES } from '../../../shared/limits.ts';
import { areBoxesOf } from '../../../shared/recognized-words.ts';

const unpack = promisify(gunzip);

/** Cleaning a text that was cut at its limit may lengthen it a little. */
const SLACK = 1.2;
/** Characters of a page's label: 'Slide 3', a sheet's name. Earlier Kitbags did not cut it. */
const LONGEST_LABEL = 1000;

/** What a kept text turned out to be: its pages, none, or more than was to be unpacked. */
export type KeptText =
  | { readonly kept: 'pages'; readonly pages: readonly PageText[] }
  | { readonly kept: 'none' }
  | { readonly kept: 'larger' };

/**
 * Reads a text as it is kept of a document: gzipped JSON, a list of pages. Anybody who may publish may have made it, so nothing of it is believed, and
 * no more than `atMost` bytes of it are unpacked.
 */
export async function readKeptText(path: string, atMost: number): Promise<KeptText> {
  if ((await stat(path)).size > LARGEST_TEXT_FILE) return { kept: 'none' };
  const packed = await readFile(path);
  try {
    const text = await unpack(packed, { maxOutputLength: atMost });
    const pages = pagesOf(JSON.parse(text.toString('utf8')));
    return pages === undefined ? { kept: 'none' } : { kept: 'pages', pages };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ERR_BUFFER_TOO_LARGE') return { kept: 'larger' };
    // What zlib and the parser say of bytes that are no text of ours; anything else is a defect.
    if (error instanceof SyntaxError || (typeof code === 'string' && code.startsWith('Z_')))
      return { kept: 'none' };
    throw error;
  }
}

/** The pages in a value, as many and as long as a document may have; ends at the first that is none. */
export function pagesOf(value: unknown): readonly PageText[] | undefined {
  if (!Array.isArray(value) || value.length > MOST_TEXT_PAGES) return undefined;
  const pages: PageText[] = [];
  let left = MOST_TEXT * SLACK;
  for (const item of value) {
    const page = pageOf(item);
    if (page === undefined) return undefined;
    left -= page.text.length + (page.hiddenText?.length ?? 0);
    if (left < 0) return undefined;
    pages.push(page);
  }
  return pages;
}

function pageOf(value: unknown): PageText | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { label, text, hidden, hiddenText, notesAt, asideAt, recognized } = value as Record<string, unknown>;
  if (typeof label !== 'string' || label.length > LONGEST_LABEL || !isPageText(text)) return undefined;
  if (hidden !== undefined && hidden !== true) return undefined;
  if (hiddenText !== undefined && !isPageText(hiddenText)) return undefined;
  return {
    label,
    text,
    ...(isPlaceIn(notesAt, text) && { notesAt }),
    ...(isPlaceIn(asideAt, text) && { asideAt }),
    ...(hidden === true && { hidden }),
    ...(hiddenText !== undefined && { hiddenText }),
    ...recognizedOf(text, recognized),
  };
}

function isPlaceIn(value: unknown, text: string): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= text.length;
}

/** How a page's text was recognized; without places where they are not those of its words. */
function recognizedOf(text: string, value: unknown): Pick<PageText, 'recognized'> {
  if (typeof value !== 'object' || value === null) return {};
  const { confidence, boxes } = value as Record<string, unknown>;
  if (typeof confidence !== 'number' || !(confidence >= 0 && confidence <= 100)) return {};
  const placed = Array.isArray(boxes) && areBoxesOf(text, boxes) ? boxes : [];
  return { recognized: { confidence: Math.floor(confidence), boxes: placed } };
}

function isPageText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= LONGEST_PAGE_TEXT * SLACK;
}
