import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { documentDate } from '../../../shared/document-date.ts';
import { type Level, writeAt } from '../../../shared/raised.ts';
import { levelsOfPieces, type PlacedPiece } from '../../../shared/raised-pieces.ts';
import type { UnsearchableReason } from '../../../shared/vocabulary/unsearchable.ts';
import { loadPdfjs } from '../pdfjs/pdfjs.ts';
import { Damaged, type Reading } from '../reading/reading.ts';
import { cleanText, isGarbled, oneLine } from '../text/clean.ts';
import { PageCollector, type PageWatch } from '../text/page-collector.ts';
import { titleOfMetadata } from '../text/title.ts';
import { annotationTexts } from './annotations.ts';

/** One run of text as pdf.js gives it; marked content has no `str`. */
type TextRun = PlacedPiece;

type PageResult = { readonly state: 'text' | 'garbled' | 'empty' | 'failed' };

/** Pages without text that are looked at to tell pictures from blank pages. */
const LOOKED_AT = 12;
/** Outlines on a page that make it look written on; frames and rules are fewer. */
const MANY_PATHS = 40;

/**
 * Reads a PDF's text page by page until all is read, the limits are reached or it is late. Throws `Damaged` when not one page can be
 * read.
 */
export async function readPdf(
  document: PDFDocumentProxy,
  isLate: () => boolean,
  watch?: PageWatch,
): Promise<Reading> {
  const labels = await pageLabels(document);
  const named = await metadataTitle(document);
  watch?.opened(document.numPages, named);
  const collector = new PageCollector(watch);
  const results: PageResult[] = [];
  let heading: string | undefined;
  let late = false;
  for (let number = 1; number <= document.numPages && !collector.full; number += 1) {
    late = isLate();
    if (late) break;
    const read = await readPage(document, number, number === 1);
    heading ??= read.heading;
    collector.add(read.text);
    collector.endPage(labels[number - 1] ?? String(number));
    results.push({ state: read.state });
  }
  if (results.length > 0 && results.every((result) => result.state === 'failed')) {
    throw new Damaged('no page can be read');
  }
  const missing = await missingText(document, results, late);
  const title = named ?? heading;
  return {
    pages: collector.pages,
    pageCount: document.numPages,
    ...(title === undefined ? {} : { title }),
    ...(await metadataDate(document)),
    ...(missing ? { missing } : {}),
  };
}

type ReadPage = PageResult & { readonly text: string; readonly heading?: string };

async function readPage(document: PDFDocumentProxy, number: number, isFirst: boolean): Promise<ReadPage> {
  try {
    const page = await document.getPage(number);
    const content = await page.getTextContent();
    const runs = content.items.flatMap((item): TextRun[] => ('str' in item ? [item] : []));
    const levels = levelsOfPieces(runs);
    const lines = runs
      .map(({ str, hasEOL }, at) => `${textAt(levels[at], str)}${hasEOL ? '\n' : ''}`)
      .join('');
    // A word divided at a line's end is one word to whoever searches for it.
    const body = lines.replace(/(\p{Ll})[-\u2010\u00ad]\n(?=\p{Ll})/gu, '$1');
    const annotations = await annotationTexts(page);
    page.cleanup();
    const garbled = isGarbled(body);
    const text = [garbled ? '' : body, ...annotations].filter((part) => part.trim() !== '').join('\n');
    const heading = isFirst && !garbled ? largestText(runs) : undefined;
    const state = cleanText(text) !== '' ? 'text' : garbled ? 'garbled' : 'empty';
    return { state: garbled ? 'garbled' : state, text, ...(heading === undefined ? {} : { heading }) };
  } catch (error) {
    // One broken page must not cost the others; which one it was shows in the page that has no text.
    if (error instanceof Error) return { state: 'failed', text: '' };
    throw error;
  }
}

function textAt(level: Level | undefined, text: string): string {
  return level === undefined ? text : writeAt(level, text);
}

/** The first lines in the page's largest type, if that is clearly larger than the rest. */
function largestText(runs: readonly TextRun[]): string | undefined {
  const written = runs.filter((run) => /\p{L}/u.test(run.str) && run.height > 0);
  const largest = Math.max(0, ...written.slice(0, 2_000).map((run) => run.height));
  const byLength = new Map<number, number>();
  for (const run of written) {
    const height = Math.round(run.height);
    byLength.set(height, (byLength.get(height) ?? 0) + run.str.length);
  }
  const usual = [...byLength].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
  if (largest < usual * 1.15) return undefined;
  const start = runs.findIndex((run) => run.height >= largest * 0.95 && /\p{L}/u.test(run.str));
  let title = '';
  for (const run of runs.slice(start)) {
    if (run.str.trim() !== '' && run.height < largest * 0.95) break;
    title += run.hasEOL ? `${run.str} ` : run.str;
    if (title.length > 200) break;
  }
  const line = oneLine(title);
  return line !== undefined && line.length >= 3 && line.length <= 200 ? titleOfMetadata(line) : undefined;
}

async function pageLabels(document: PDFDocumentProxy): Promise<readonly string[]> {
  try {
    const labels = (await document.getPageLabels()) ?? [];
    return labels.map((label: string, i: number) => {
      const line = oneLine(label);
      return line !== undefined && line.length <= 20 ? line : String(i + 1);
    });
  } catch (error) {
    // A broken page-label tree only costs the labels.
    if (error instanceof Error) return [];
    throw error;
  }
}

async function metadataTitle(document: PDFDocumentProxy): Promise<string | undefined> {
  try {
    const { info, metadata } = await document.getMetadata();
    const fromInfo = 'Title' in info ? titleOfMetadata(info.Title) : undefined;
    return fromInfo ?? titleOfMetadata(metadata?.get('dc:title'));
  } catch (error) {
    // Broken metadata only costs the title.
    if (error instanceof Error) return undefined;
    throw error;
  }
}

/** When it was changed last, or else made: ISO 32000-1, 14.3.3. */
async function metadataDate(document: PDFDocumentProxy): Promise<Pick<Reading, 'writtenAt'>> {
  try {
    const { PDFDateString } = await loadPdfjs();
    const { info } = await document.getMetadata();
    const said = ['ModDate', 'CreationDate'].map((name): unknown => Reflect.get(info, name));
    const times = said.map((date) =>
      typeof date === 'string' ? (PDFDateString.toDateObject(date)?.getTime() ?? Number.NaN) : Number.NaN,
    );
    const writtenAt = documentDate(times);
    return writtenAt === undefined ? {} : { writtenAt };
  } catch (error) {
    // Broken metadata only costs the date.
    if (error instanceof Error) return {};
    throw error;
  }
}

type Missing = { readonly reason: UnsearchableReason; readonly pages: number };

async function missingText(
  document: PDFDocumentProxy,
  results: readonly PageResult[],
  late: boolean,
): Promise<Missing | undefined> {
  const withoutText = results.filter((result) => result.state !== 'text').length;
  const unread = document.numPages - results.length;
  if (unread > 0) return { reason: late ? 'timed-out' : 'too-long', pages: unread + withoutText };
  if (results.some((result) => result.state === 'garbled')) return { reason: 'garbled', pages: withoutText };
  if (results.some((result) => result.state === 'failed')) return { reason: 'crashed', pages: withoutText };
  if (withoutText === 0) return undefined;
  const empty = results.flatMap((result, i) => (result.state === 'empty' ? [i + 1] : []));
  for (const number of empty.slice(0, LOOKED_AT)) {
    if (await isPicture(document, number)) return { reason: 'scanned', pages: withoutText };
  }
  return undefined;
}

/** Whether there is something to see on a page without text; blank pages miss nothing. */
async function isPicture(document: PDFDocumentProxy, number: number): Promise<boolean> {
  const { OPS } = await loadPdfjs();
  const images: number[] = [
    OPS.paintImageXObject,
    OPS.paintInlineImageXObject,
    OPS.paintImageMaskXObject,
    OPS.paintInlineImageXObjectGroup,
    OPS.paintImageXObjectRepeat,
    OPS.paintImageMaskXObjectRepeat,
    OPS.paintImageMaskXObjectGroup,
  ];
  try {
    const page: PDFPageProxy = await document.getPage(number);
    const { fnArray } = await page.getOperatorList();
    page.cleanup();
    let paths = 0;
    for (const operation of fnArray) {
      if (images.includes(operation)) return true;
      if (operation === OPS.constructPath) paths += 1;
    }
    return paths > MANY_PATHS;
  } catch (error) {
    // What can't be looked at is taken for a picture: saying that text may be missing is the safe side.
    if (error instanceof Error) return true;
    throw error;
  }
}
