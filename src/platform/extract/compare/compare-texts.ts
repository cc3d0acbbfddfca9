import type { ComparingProgress } from '../../../engine/ports/comparer.ts';
import type { PageText } from '../../../engine/ports/extractor.ts';
import { alignPages } from './align-pages.ts';
import { markWords, type Piece } from './mark-words.ts';
import { isWord, tokensOf } from './words-of.ts';

/** The pages of a version, as they are kept. */
type Pages = readonly PageText[];

/** What a page's text is made of, in the order in which it is shown. */
const PARTS = ['seen', 'notes', 'aside', 'hidden'] as const;
type Part = (typeof PARTS)[number];

/** Which page of one version became which of the other (from 1), and how many words came and went. Tells now and then how far it is. */
export function compareTexts(before: Pages, after: Pages, report: (progress: ComparingProgress) => void) {
  const aligned = alignPages(before.map(wholeText), after.map(wholeText));
  const total = aligned.length;
  const step = Math.max(1, Math.floor(total / 100));
  return aligned.map(({ from, to, moved }, at) => {
    if (at % step === 0) report({ done: at, total });
    const [one, other] = [before[from ?? -1], after[to ?? -1]];
    return {
      ...(from !== undefined && { from: from + 1 }),
      ...(to !== undefined && { to: to + 1 }),
      ...(moved && { moved }),
      ...wordsChanged(one, other),
      ...((other ?? one)?.hidden && { hidden: true as const }),
    };
  });
}

/** A page of each version, or of one alone, with what came and went marked. */
export function comparePages(one: PageText | undefined, other: PageText | undefined) {
  const marked = markedParts(one, other);
  const side = (text: PageText | undefined, which: 'from' | 'to') =>
    text && {
      label: text.label,
      ...(text.hidden && { hidden: true as const }),
      parts: marked.map((part) => ({ part: part.part, pieces: part[which] satisfies readonly Piece[] })),
    };
  return { from: side(one, 'from'), to: side(other, 'to') };
}

/** Everything that a page says: also what its author hid and the notes to it. White space is no difference. */
function wholeText({ text, hiddenText = '' }: PageText): string {
  return `${text}\n${hiddenText}`.replace(/\s+/gu, ' ').trim();
}

function wordsChanged(one: PageText | undefined, other: PageText | undefined) {
  if (one !== undefined && other !== undefined && wholeText(one) === wholeText(other))
    return { added: 0, removed: 0 };
  if (one === undefined || other === undefined) return { added: wordsOf(other), removed: wordsOf(one) };
  const marked = markedParts(one, other);
  return {
    added: marked.reduce((sum, { added }) => sum + added, 0),
    removed: marked.reduce((sum, { removed }) => sum + removed, 0),
  };
}

function wordsOf(page: PageText | undefined): number {
  return page === undefined ? 0 : tokensOf(wholeText(page)).filter(isWord).length;
}

/** The parts of a page's text, each by itself: what moves into the notes was removed from the page. */
function partsOf(page: PageText | undefined): Readonly<Record<Part, string>> {
  const { text = '', hiddenText = '', asideAt = text.length } = page ?? {};
  const notesAt = Math.min(page?.notesAt ?? asideAt, asideAt);
  return {
    seen: text.slice(0, notesAt),
    notes: text.slice(notesAt, asideAt),
    aside: text.slice(asideAt),
    hidden: hiddenText,
  };
}

function markedParts(one: PageText | undefined, other: PageText | undefined) {
  const [before, after] = [partsOf(one), partsOf(other)];
  return PARTS.filter((part) => before[part].trim() !== '' || after[part].trim() !== '').map((part) => ({
    part,
    ...markWords(before[part], after[part]),
  }));
}
