import { isPassing, type PassingReason, type UnsearchableReason } from '../shared/vocabulary/unsearchable.ts';
import { counted } from './counted.ts';

/** What is said of documents' texts: why they can't be searched, and what to do. */

const REASONS: Readonly<Record<UnsearchableReason, string>> = {
  scanned:
    'Its pages are pictures without text, so search finds it by title and tags only. Run text recognition (OCR) on it and publish the result as a new version.',
  encrypted: 'It needs a password, so its text can’t be searched. Publish a copy without a password.',
  garbled:
    'Its fonts do not say which letters they draw, so its text can’t be searched. Export it again from the original.',
  'no-text':
    'It has no text to search. Describe it in the title, summary and tags so that people can find it.',
  unsupported:
    'Kitbag keeps this format but can’t read its text; title and tags are found. Publish a PDF of it to have its pages searched.',
  'timed-out':
    'Reading its text took too long and was stopped. Kitbag tries again by itself when it has nothing else to do; ‘Rebuild the index’ tries now. Until then it is found by title and tags.',
  'out-of-memory':
    'Reading its text needed too much memory and was stopped. Kitbag tries again by itself when it has nothing else to do; ‘Rebuild the index’ tries now. Until then it is found by title and tags.',
  crashed:
    'Its text could not be read: the reader stopped on it. Title and tags are found; export it again from the original.',
  'too-long': 'It is very long: only its first pages can be searched. Split it to have all of it searched.',
};

const UNKNOWN = 'Its text can’t be searched; title and tags are found.';

/** Reasons come out of other people's events: one that this version does not know has no sentence. */
function sentenceOf(sentences: Readonly<Record<string, string>>, reason: string): string | undefined {
  return Object.hasOwn(sentences, reason) ? sentences[reason] : undefined;
}

/** How many pages of how many have no text. */
type MissingPages = { readonly pagesWithoutText: number; readonly pageCount: number };

/** The same where only some pages are without text. */
const SOME_PAGES: Readonly<Record<string, string>> = {
  scanned:
    'They are pictures. Run text recognition (OCR) on the file and publish the result as a new version.',
  garbled: 'Their fonts do not say which letters they draw. Export the file again from the original.',
  'no-text': 'If they should have some, export the file again from the original.',
};

/** Reading was broken off: the pages before are read, those after are not. */
const BROKEN_OFF: Readonly<Record<PassingReason, (read: string) => string>> = {
  'timed-out': (read) =>
    `Partly searchable: ${read}. Reading the rest took too long and was stopped. Kitbag tries again by itself when it has nothing else to do; ‘Rebuild the index’ tries now.`,
  'out-of-memory': (read) =>
    `Partly searchable: ${read}. Reading the rest needed too much memory and was stopped. Kitbag tries again by itself when it has nothing else to do; ‘Rebuild the index’ tries now.`,
  crashed: (read) =>
    `Partly searchable: ${read}. The reader stopped on the rest. Kitbag tries again by itself when it has nothing else to do; ‘Rebuild the index’ tries now.`,
};

/** Why the text of a document can't be searched, or only in part; nothing where all of it can. */
export function textMessage(text: {
  readonly state: 'searchable' | 'partly' | 'not';
  readonly reason?: string;
  readonly missing?: MissingPages | undefined;
}): string | undefined {
  return text.reason === undefined ? undefined : whyUnsearchable(text.reason, text.missing);
}

/** Why a text can't be searched. `missing`: some of its pages can. */
export function whyUnsearchable(reason: string, missing?: MissingPages): string {
  const known = sentenceOf(REASONS, reason) ?? UNKNOWN;
  if (missing === undefined || reason === 'too-long') return known;
  if (isPassing(reason)) return BROKEN_OFF[reason](readOf(missing));
  const { pagesWithoutText } = missing;
  const pages = pagesWithoutText === 1 ? 'One page has' : `${pagesWithoutText} pages have`;
  return `${pages} no searchable text. ${sentenceOf(SOME_PAGES, reason) ?? known}`;
}

/** `read 12 of 40 pages`; where nobody knows how many there are, how many were read. */
function readOf({ pagesWithoutText, pageCount }: MissingPages): string {
  const read = pageCount - pagesWithoutText;
  return pagesWithoutText > 0
    ? `read ${read} of ${counted(pageCount, 'page')}`
    : `read its first ${counted(read, 'page')}`;
}

/** Why an asset is not, or only partly, found by its text on this device. */
export function indexedMessage({
  reason,
  missing,
}: {
  readonly reason: string;
  readonly missing?: MissingPages | undefined;
}): string {
  switch (reason) {
    case 'text-missing':
      return 'Its text is not on this device or can not be read. It is found by title and tags until the text is here.';
    case 'not-indexed-yet':
      return 'It is waiting to be indexed. Its text can be searched in a moment.';
    default:
      return whyUnsearchable(reason, missing);
  }
}

/** That documents are read again; undefined where none are. */
export function readAgainMessage({
  byItself,
  whenAsked,
}: {
  readonly byItself: number;
  readonly whenAsked: number;
}): string | undefined {
  const itself = `${counted(byItself, 'document')} will be read again when Kitbag has nothing else to do.`;
  if (whenAsked === 0) return byItself === 0 ? undefined : itself;
  if (byItself === 0) return `Rebuild the index to read ${counted(whenAsked, 'document')} again.`;
  const more = counted(whenAsked, 'more document', 'more documents');
  return `${itself} Rebuild the index to read ${more} again.`;
}
