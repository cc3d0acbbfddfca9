import type { MessageDescriptor } from '@lingui/core';
import { msg, plural } from '@lingui/core/runtime-macro';
import type { LIBRE_OFFICE } from '../shared/vocabulary/old-formats.ts';
import { isPassing, type PassingReason, type UnsearchableReason } from '../shared/vocabulary/unsearchable.ts';
import { sentence, sentences } from './sentence.ts';

/** What is said of documents' texts: why they can't be searched, and what to do. */

const REASONS: Readonly<Record<UnsearchableReason, () => MessageDescriptor>> = {
  scanned: () =>
    msg`Its pages are pictures without text. Until their text is recognized on its publisher’s device, search finds it by title and tags only.`,
  encrypted: () =>
    msg`It needs a password, so its text can’t be searched. Publish a copy without a password.`,
  garbled: () =>
    msg`Its fonts do not say which letters they draw, so its text can’t be searched. Export it again from the original.`,
  picture: () =>
    msg`It is a picture. Words on it are found once they are recognized on its publisher’s device; until then, search finds it by title and tags only.`,
  'no-text': () =>
    msg`It has no text to search. Describe it in the title, summary and tags so that people can find it.`,
  unsupported: () =>
    msg`Kitbag keeps this format but can’t read its text; title and tags are found. Publish a PDF of it to have its pages searched.`,
  'timed-out': () =>
    msg`Reading its text took too long and was stopped. Kitbag tries again by itself when it has nothing else to do; ‘Rebuild the index’ tries now. Until then it is found by title and tags.`,
  'out-of-memory': () =>
    msg`Reading its text needed too much memory and was stopped. Kitbag tries again by itself when it has nothing else to do; ‘Rebuild the index’ tries now. Until then it is found by title and tags.`,
  crashed: () =>
    msg`Its text could not be read: the reader stopped on it. Title and tags are found; export it again from the original.`,
  'too-long': () =>
    msg`It is very long: only its first pages can be searched. Split it to have all of it searched.`,
};

const UNKNOWN = () => msg`Its text can’t be searched; title and tags are found.`;

/** Reasons come out of other people's events: one that this version does not know has no sentence. */
function sentenceOf(
  messages: Readonly<Record<string, () => MessageDescriptor>>,
  reason: string,
): string | undefined {
  const message = Object.hasOwn(messages, reason) ? messages[reason] : undefined;
  return message && sentence(message());
}

/** How many pages of how many have no text. */
type MissingPages = { readonly pagesWithoutText: number; readonly pageCount: number };

/** The same where only some pages are without text: `count` of them. */
const SOME_PAGES: Readonly<Record<string, (count: number) => MessageDescriptor>> = {
  scanned: (count) =>
    msg`${plural({ count }, { one: 'It is a picture whose text is not recognized.', other: 'They are pictures whose text is not recognized.' })}`,
  garbled: (count) =>
    msg`${plural({ count }, { one: 'Its fonts do not say which letters they draw.', other: 'Their fonts do not say which letters they draw.' })} Export the file again from the original.`,
  'no-text': (count) =>
    msg`${plural({ count }, { one: 'If it should have some, export the file again from the original.', other: 'If they should have some, export the file again from the original.' })}`,
};

/** Reading was broken off: the pages before are read, those after are not. */
const BROKEN_OFF: Readonly<Record<PassingReason, () => MessageDescriptor>> = {
  'timed-out': () =>
    msg`Reading the rest took too long and was stopped. Kitbag tries again by itself when it has nothing else to do; ‘Rebuild the index’ tries now.`,
  'out-of-memory': () =>
    msg`Reading the rest needed too much memory and was stopped. Kitbag tries again by itself when it has nothing else to do; ‘Rebuild the index’ tries now.`,
  crashed: () =>
    msg`The reader stopped on the rest. Kitbag tries again by itself when it has nothing else to do; ‘Rebuild the index’ tries now.`,
};

/** Why the text of a document can't be searched, or only in part, or where else it is found; nothing where all of it can. */
export function textMessage(text: {
  readonly state: 'searchable' | 'partly' | 'not';
  readonly by?: 'captions';
  readonly reason?: string;
  readonly missing?: MissingPages | undefined;
}): string | undefined {
  if (text.by === 'captions') return sentence(msg`What is said in it is found through its captions.`);
  return text.reason === undefined ? undefined : whyUnsearchable(text.reason, text.missing);
}

/** Which other program read a text; undefined where Kitbag did. */
export function readByMessage({ readBy }: { readonly readBy?: typeof LIBRE_OFFICE }): string | undefined {
  return readBy === undefined ? undefined : sentence(msg`Its text was read by LibreOffice.`);
}

/** Why a text can't be searched. `missing`: some of its pages can. */
export function whyUnsearchable(reason: string, missing?: MissingPages): string {
  const known = sentenceOf(REASONS, reason) ?? sentence(UNKNOWN());
  if (missing === undefined || reason === 'too-long') return known;
  if (isPassing(reason)) return sentences(sentence(readOf(missing)), sentence(BROKEN_OFF[reason]()));
  const { pagesWithoutText } = missing;
  const without = msg`${plural({ pagesWithoutText }, { one: 'One page has no searchable text.', other: '# pages have no searchable text.' })}`;
  const some = Object.hasOwn(SOME_PAGES, reason) ? SOME_PAGES[reason] : undefined;
  return sentences(sentence(without), some ? sentence(some(pagesWithoutText)) : known);
}

/** How far reading came; of how many pages, where that is known. */
function readOf({ pagesWithoutText, pageCount }: MissingPages): MessageDescriptor {
  const read = pageCount - pagesWithoutText;
  return pagesWithoutText > 0
    ? msg`Partly searchable: read ${{ read }} of ${plural({ pageCount }, { one: '# page', other: '# pages' })}.`
    : msg`Partly searchable: read its first ${plural({ read }, { one: '# page', other: '# pages' })}.`;
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
      return sentence(
        msg`Its text is not on this device or can not be read. It is found by title and tags until the text is here.`,
      );
    case 'not-indexed-yet':
      return sentence(msg`It is waiting to be indexed. Its text can be searched in a moment.`);
    default:
      return whyUnsearchable(reason, missing);
  }
}

/** That scans wait for their text to be recognized; undefined where none do. */
export function recognitionMessage({
  documents,
  pages,
}: {
  readonly documents: number;
  readonly pages: number;
}): string | undefined {
  if (documents === 0) return undefined;
  return sentence(
    msg`The text of ${plural({ documents }, { one: '# document', other: '# documents' })} (${plural({ pages }, { one: '# page', other: '# pages' })}) will be recognized when Kitbag has nothing else to do.`,
  );
}

/** That documents are read again; undefined where none are. */
export function readAgainMessage({
  byItself,
  whenAsked,
}: {
  readonly byItself: number;
  readonly whenAsked: number;
}): string | undefined {
  if (byItself === 0 && whenAsked === 0) return undefined;
  if (byItself === 0) {
    return sentence(
      msg`Rebuild the index to read ${plural({ whenAsked }, { one: '# document', other: '# documents' })} again.`,
    );
  }
  const itself = sentence(
    msg`${plural({ byItself }, { one: '# document', other: '# documents' })} will be read again when Kitbag has nothing else to do.`,
  );
  if (whenAsked === 0) return itself;
  const more = msg`Rebuild the index to read ${plural({ whenAsked }, { one: '# more document', other: '# more documents' })} again.`;
  return sentences(itself, sentence(more));
}
