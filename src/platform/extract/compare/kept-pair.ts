import type { ComparingProgress, TwoPages, TwoTexts } from '../../../engine/ports/comparer.ts';
import type { PageText } from '../../../engine/ports/extractor.ts';
import { readKeptText } from '../text/kept-text.ts';
import { comparePages, compareTexts } from './compare-texts.ts';

/** Two texts; or the side whose bytes are none; or that they are more than is compared here. */
type Pair =
  | { readonly from: readonly PageText[]; readonly to: readonly PageText[] }
  | { readonly unreadable: 'from' | 'to' }
  | { readonly larger: true };

/** Compares kept texts, and holds the two that were compared last: whoever walks through the changes asks for one page after the other, and unpacking a long text takes a second. */
export class KeptPair {
  readonly #atMost: number;
  /** What lies at a place never changes: blobs are named by their digest. */
  #last: { readonly texts: TwoTexts; readonly pair: Pair } | undefined;

  /** `atMost`: bytes of either text, unpacked, that are compared; of longer ones it only says so. */
  constructor(atMost: number) {
    this.#atMost = atMost;
  }

  /** Compares two kept texts page by page. */
  async compare(texts: TwoTexts, report: (progress: ComparingProgress) => void) {
    const pair = await this.#pairAt(texts);
    if ('larger' in pair) return { compared: 'larger' } as const;
    if ('unreadable' in pair) return { compared: 'unreadable', side: pair.unreadable } as const;
    return { compared: 'texts', pages: compareTexts(pair.from, pair.to, report) } as const;
  }

  /** Marks what came and went on a page of each of two kept texts, or of one alone. */
  async pages(texts: TwoTexts, { from, to }: TwoPages) {
    const pair = await this.#pairAt(texts);
    if ('larger' in pair) return { compared: 'larger' } as const;
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
    const pair = pairOf(await pagesAt(texts.from, this.#atMost), await pagesAt(texts.to, this.#atMost));
    this.#last = { texts, pair };
    return pair;
  }
}

type Larger = { readonly compared: 'larger' };

/** An answer of whom no text is too large: none that may be kept is larger than a worker compares, so one that is was made by nobody's Kitbag. */
export function orFailed<Answer extends { readonly compared: string }>(answer: Answer) {
  return isWhole(answer) ? answer : ({ compared: 'failed', reason: 'out-of-memory' } as const);
}

function isWhole<Answer extends { readonly compared: string }>(
  answer: Answer,
): answer is Exclude<Answer, Larger> {
  return answer.compared !== 'larger';
}

type Read = readonly PageText[] | 'none' | 'larger';

function pairOf(from: Read, to: Read): Pair {
  if (from === 'larger' || to === 'larger') return { larger: true };
  if (from === 'none') return { unreadable: 'from' };
  return to === 'none' ? { unreadable: 'to' } : { from, to };
}

async function pagesAt(path: string | undefined, atMost: number): Promise<Read> {
  if (path === undefined) return [];
  const text = await readKeptText(path, atMost);
  return text.kept === 'pages' ? text.pages : text.kept;
}
