import type { ComparingProgress, TwoPages, TwoTexts } from '../../../engine/ports/comparer.ts';
import type { PageText } from '../../../engine/ports/extractor.ts';
import { LARGEST_TEXT } from '../../../shared/limits.ts';
import { readKeptText } from '../text/kept-text.ts';
import { comparePages, compareTexts } from './compare-texts.ts';

/** Two texts, or the side whose bytes are none. */
type Pair =
  | { readonly from: readonly PageText[]; readonly to: readonly PageText[] }
  | { readonly unreadable: 'from' | 'to' };

/** Compares kept texts, and holds the two that were compared last: whoever walks through the changes asks for one page after the other, and unpacking a long text takes a second. */
export class KeptPair {
  /** What lies at a place never changes: blobs are named by their digest. */
  #last: { readonly texts: TwoTexts; readonly pair: Pair } | undefined;

  /** Compares two kept texts page by page. */
  async compare(texts: TwoTexts, report: (progress: ComparingProgress) => void) {
    const pair = await this.#pairAt(texts);
    if ('unreadable' in pair) return { compared: 'unreadable', side: pair.unreadable } as const;
    return { compared: 'texts', pages: compareTexts(pair.from, pair.to, report) } as const;
  }

  /** Marks what came and went on a page of each of two kept texts, or of one alone. */
  async pages(texts: TwoTexts, { from, to }: TwoPages) {
    const pair = await this.#pairAt(texts);
    if ('unreadable' in pair) return { compared: 'unreadable', side: pair.unreadable } as const;
    const marked = comparePages(pair.from[(from ?? 0) - 1], pair.to[(to ?? 0) - 1]);
    return {
      compared: 'pages',
      ...(marked.from && { from: { page: from ?? 1, ...marked.from } }),
      ...(marked.to && { to: { page: to ?? 1, ...marked.to } }),
    } as const;
  }

  async #pairAt(texts: TwoTexts): Promise<Pair> {
    const last = this.#last;
    if (last !== undefined && last.texts.from === texts.from && last.texts.to === texts.to) return last.pair;
    // Two of the longest texts are enough to hold.
    this.#last = undefined;
    const pair = pairOf(await pagesAt(texts.from), await pagesAt(texts.to));
    this.#last = { texts, pair };
    return pair;
  }
}

function pairOf(from: readonly PageText[] | undefined, to: readonly PageText[] | undefined): Pair {
  if (from === undefined) return { unreadable: 'from' };
  return to === undefined ? { unreadable: 'to' } : { from, to };
}

async function pagesAt(path: string | undefined): Promise<readonly PageText[] | undefined> {
  if (path === undefined) return [];
  const text = await readKeptText(path, LARGEST_TEXT);
  return text.kept === 'pages' ? text.pages : undefined;
}
