import type { VersionReading } from '../../domain/versions/version-body.ts';
import { MOST_PAGE_RUNS, MOST_PLACED_WORDS } from '../../shared/limits.ts';
import type { UnsearchableReason } from '../../shared/vocabulary/unsearchable.ts';
import type { PageText, RecognizedPage } from '../ports/extractor.ts';
import { isWordless } from './recognizable.ts';

/** Why a text is none that may still be recognized. */
const WAITING: ReadonlySet<string> = new Set<UnsearchableReason>(['picture', 'scanned']);

/** What was recognized on a page. */
export type RecognizedWords = Pick<
  Extract<RecognizedPage, { readonly found: 'words' }>,
  'text' | 'recognized'
>;

/** A reading without the blob that its text lies in, and that text. */
type RecognizedReading = {
  readonly reading: Omit<VersionReading, 'textBlob'>;
  readonly pages: readonly PageText[];
};

/** The pages of a text that were recognized, by number (from 1). */
export function recognizedIn(pages: readonly PageText[]): ReadonlyMap<number, RecognizedWords> {
  return new Map(
    pages.flatMap(({ text, recognized }, at) =>
      recognized === undefined || text === '' ? [] : [[at + 1, { text, recognized }] as const],
    ),
  );
}

/**
 * A reading with the words that were recognized on pages that it has no words of; undefined where there are none. `pages`: those that it has.
 * What of its pages still has no words is said as before.
 */
export function withRecognized(
  reading: VersionReading,
  pages: readonly PageText[],
  found: ReadonlyMap<number, RecognizedWords>,
): RecognizedReading | undefined {
  const last = Math.max(pages.length, ...found.keys());
  let placed = 0;
  let added = 0;
  const all = Array.from({ length: last }, (_, at): PageText => {
    const page = pages[at] ?? { label: String(at + 1), text: '' };
    const words = found.get(at + 1);
    if (words === undefined || !isWordless(page)) return page;
    const { text, recognized } = words;
    added += countWords(text);
    placed += countWords(text);
    return {
      ...page,
      text,
      recognized: placed > MOST_PLACED_WORDS ? { ...recognized, boxes: [] } : recognized,
    };
  });
  const numbers = all.flatMap(({ recognized }, at) => (recognized === undefined ? [] : at + 1));
  if (numbers.length === 0) return undefined;
  const { textBlob: _, ...rest } = reading;
  return {
    reading: {
      ...rest,
      words: reading.words + added,
      text: textState(reading, all),
      recognized: { pages: runsOf(numbers), confidence: confidenceOf(all) },
    },
    pages: all,
  };
}

/** A reading of pages that were looked at in vain: nothing waits any more; undefined where it did not say that anything does. */
export function withoutWords(reading: VersionReading): VersionReading | undefined {
  const { text } = reading;
  if (text.state !== 'not' || !WAITING.has(text.reason)) return undefined;
  return { ...reading, text: { state: 'not', reason: 'no-text' } };
}

/** Recognized words stand apart by white space. */
function countWords(text: string): number {
  return text.split(/\s+/u).filter((word) => word !== '').length;
}

function textState({ text, pageCount }: VersionReading, pages: readonly PageText[]): VersionReading['text'] {
  const without = pageCount - pages.filter((page) => !isWordless(page)).length;
  if (without <= 0 || text.state === 'searchable') return { state: 'searchable' };
  return { state: 'partly', reason: text.reason, pagesWithoutText: without };
}

/** How sure all of it is, each word as much as another. */
function confidenceOf(pages: readonly PageText[]): number {
  let [sum, words] = [0, 0];
  for (const { text, recognized } of pages) {
    if (recognized === undefined) continue;
    const count = countWords(text);
    words += count;
    sum += count * recognized.confidence;
  }
  return Math.floor(sum / Math.max(1, words));
}

/** Numbers, ascending, as runs from one to another; the pages between the last ones are taken for recognized where there are too many runs. */
function runsOf(numbers: readonly number[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last !== undefined && (last[1] === number - 1 || runs.length === MOST_PAGE_RUNS)) last[1] = number;
    else runs.push([number, number]);
  }
  return runs;
}
