import { levelsOfPieces, type PlacedPiece } from '../../../shared/raised-pieces.ts';
import type { UnsearchableReason } from '../../../shared/vocabulary/unsearchable.ts';
import { PdfiumEnded } from '../pdfium/pdfium.ts';
import { Damaged, type Reading } from '../reading/reading.ts';
import { cleanText, isGarbled, oneLine } from '../text/clean.ts';
import { PageCollector, type PageWatch } from '../text/page-collector.ts';
import { titleOfMetadata } from '../text/title.ts';
import type { PdfReader } from './common/pdf-reader.ts';
import { pieceText } from './common/piece-text.ts';
import type { PdfDocument } from './pdf-document.ts';

type PageState = 'text' | 'garbled' | 'empty' | 'failed';
type ReadPage = { readonly state: PageState; readonly text: string; readonly heading?: string };

/** Pages without text that are looked at to tell pictures from blank pages. */
const LOOKED_AT = 12;
/** Pages in a row that the second reader had nothing to say to, after which it is asked no more. */
const PATIENCE = 8;

/**
 * Reads a PDF's text page by page until all is read, the limits are reached or it is late. Throws `Damaged` when not one page can be
 * read.
 */
export async function readPdf(
  document: PdfDocument,
  isLate: () => boolean,
  watch?: PageWatch,
): Promise<Reading> {
  const { pageCount } = document.first;
  const labels = await pageLabels(document.first);
  const facts = await orElse(() => document.first.facts(), {});
  watch?.opened(pageCount, facts.title);
  const collector = new PageCollector(watch);
  const reader = new PageReader(document);
  const states: PageState[] = [];
  let heading: string | undefined;
  let end: Extract<UnsearchableReason, 'timed-out' | 'out-of-memory'> | undefined;
  for (let number = 1; number <= pageCount && !collector.full; number += 1) {
    if (isLate()) end = 'timed-out';
    const read = end === undefined ? await reader.read(number) : undefined;
    if (read === undefined) {
      end ??= 'out-of-memory';
      break;
    }
    heading ??= read.heading;
    collector.add(read.text);
    collector.endPage(labels[number - 1] ?? String(number));
    states.push(read.state);
  }
  if (states.length > 0 && states.every((state) => state === 'failed')) {
    throw new Damaged('no page can be read');
  }
  const missing = await missingText(document.first, states, end);
  const title = facts.title ?? heading;
  return {
    pages: collector.pages,
    pageCount,
    ...(title === undefined ? {} : { title }),
    ...(facts.writtenAt === undefined ? {} : { writtenAt: facts.writtenAt }),
    ...(missing ? { missing } : {}),
  };
}

/** Reads single pages, and asks the second reader where the first finds no words but something is there. */
class PageReader {
  readonly #document: PdfDocument;
  #inVain = 0;

  constructor(document: PdfDocument) {
    this.#document = document;
  }

  /** One page; undefined where the document's memory is used up. */
  async read(number: number): Promise<ReadPage | undefined> {
    const first = await readBy(this.#document.first, number);
    if (first === undefined || first.state === 'text' || first.state === 'empty') return first;
    if (this.#inVain >= PATIENCE) return first;
    const second = await this.#document.second();
    const other = second && (await readBy(second, number));
    const isBetter = other?.state === 'text' || (other !== undefined && first.state === 'failed');
    this.#inVain = isBetter ? 0 : this.#inVain + 1;
    return isBetter ? other : first;
  }
}

async function readBy(reader: PdfReader, number: number): Promise<ReadPage | undefined> {
  try {
    const { pieces, annotations, guessed } = await reader.page(number);
    const levels = levelsOfPieces(pieces);
    const lines = pieces.map((piece, at) => pieceText(piece, levels[at])).join('');
    // A word divided at a line's end is one word to whoever searches for it.
    const body = lines.replace(/(\p{Ll})[-\u2010\u00ad]\n(?=\p{Ll})/gu, '$1');
    const garbled = guessed || isGarbled(body);
    const said = [...new Set(annotations.map((text) => text.trim()))];
    const text = [garbled ? '' : body, ...said].filter((part) => part.trim() !== '').join('\n');
    const heading = number === 1 && !garbled ? largestText(pieces) : undefined;
    const state = cleanText(text) !== '' ? 'text' : 'empty';
    return { state: garbled ? 'garbled' : state, text, ...(heading === undefined ? {} : { heading }) };
  } catch (error) {
    if (error instanceof PdfiumEnded && error.outOfMemory) return undefined;
    // One broken page must not cost the others; which one it was shows in the page that has no text.
    if (error instanceof Error) return { state: 'failed', text: '' };
    throw error;
  }
}

/** The first lines in the page's largest type, if that is clearly larger than the rest. */
function largestText(pieces: readonly PlacedPiece[]): string | undefined {
  const written = pieces.filter((piece) => /\p{L}/u.test(piece.str) && piece.height > 0);
  const largest = Math.max(0, ...written.slice(0, 2_000).map((piece) => piece.height));
  const byLength = new Map<number, number>();
  for (const piece of written) {
    const height = Math.round(piece.height);
    byLength.set(height, (byLength.get(height) ?? 0) + piece.str.length);
  }
  const usual = [...byLength].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
  if (largest < usual * 1.15) return undefined;
  const start = pieces.findIndex((piece) => piece.height >= largest * 0.95 && /\p{L}/u.test(piece.str));
  let title = '';
  for (const piece of pieces.slice(start)) {
    if (piece.str.trim() !== '' && piece.height < largest * 0.95) break;
    title += piece.hasEOL ? `${piece.str} ` : piece.str;
    if (title.length > 200) break;
  }
  const line = oneLine(title);
  return line !== undefined && line.length >= 3 && line.length <= 200 ? titleOfMetadata(line) : undefined;
}

async function pageLabels(reader: PdfReader): Promise<readonly string[]> {
  const labels = await orElse(() => reader.labels(), []);
  return labels.map((label, at) => {
    const line = oneLine(label);
    return line !== undefined && line.length <= 20 ? line : String(at + 1);
  });
}

/** What a document says of itself; where that is broken, it costs only this. */
async function orElse<Value>(ask: () => Promise<Value>, otherwise: Value): Promise<Value> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof Error) return otherwise;
    throw error;
  }
}

type Missing = { readonly reason: UnsearchableReason; readonly pages: number };

async function missingText(
  reader: PdfReader,
  states: readonly PageState[],
  end: UnsearchableReason | undefined,
): Promise<Missing | undefined> {
  const withoutText = states.filter((state) => state !== 'text').length;
  const unread = reader.pageCount - states.length;
  if (unread > 0) return { reason: end ?? 'too-long', pages: unread + withoutText };
  if (states.includes('garbled')) return { reason: 'garbled', pages: withoutText };
  if (states.includes('failed')) return { reason: 'crashed', pages: withoutText };
  if (withoutText === 0) return undefined;
  const empty = states.flatMap((state, at) => (state === 'empty' ? [at + 1] : []));
  for (const number of empty.slice(0, LOOKED_AT)) {
    // What can't be looked at is taken for a picture: saying that text may be missing is the safe side.
    if (await orElse(() => reader.isWrittenOn(number), true))
      return { reason: 'scanned', pages: withoutText };
  }
  return undefined;
}
