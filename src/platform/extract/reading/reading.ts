import type { Extraction, PageText, TextState } from '../../../engine/ports/extractor.ts';
import { withoutStrokes } from '../../../shared/struck.ts';
import type { Secret } from '../../../shared/vocabulary/secrets.ts';
import type { UnsearchableReason } from '../../../shared/vocabulary/unsearchable.ts';
import type { CardContent } from '../picture/card.ts';
import { languageOf } from '../text/language.ts';

/** What a reader of one format found. */
export type Reading = {
  readonly pages: readonly PageText[];
  readonly pageCount: number;
  /** Its pages are laid out here, and another program's may begin elsewhere. */
  readonly approximatePages?: true;
  readonly title?: string;
  /** When its content was last changed, by the document's own word. Milliseconds since 1970. */
  readonly writtenAt?: number;
  /** Why text is missing and on how many pages; absent when all there is was read. */
  readonly missing?: { readonly reason: UnsearchableReason; readonly pages: number };
  /** It holds what its owner would hardly show to all. */
  readonly secret?: Secret;
  /** For the drawn card, where the format's own look says more than its text. */
  readonly card?: CardContent;
};

/** A reader met something that keeps the whole document from being read, but the file is worth keeping. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
  readonly reason: UnsearchableReason;
  readonly pageCount: number;

  constructor(reason: UnsearchableReason, pageCount = 0) {
    super(reason);
    this.reason = reason;
    this.pageCount = pageCount;
  }
}

/** The file can't be what it says: no application could open it. */
export class Damaged extends Error {
  override readonly name = 'Damaged';
}

/** Makes a reading the port's answer. `words`: how many its pages have. */
export function extractionOf(
  found: Pick<Extraction, 'kind' | 'mediaType' | 'misnamed' | 'secret'>,
  reading: Reading,
  words: number,
): Extraction {
  const texts = reading.pages.map(({ text, hiddenText = '' }) =>
    hiddenText === '' ? text : `${text}\n${hiddenText}`,
  );
  const secret = found.secret ?? reading.secret;
  const hasText = texts.some((text) => text !== '');
  const language = hasText ? languageOf(texts.map(withoutStrokes)) : undefined;
  return {
    kind: found.kind,
    mediaType: found.mediaType,
    misnamed: found.misnamed,
    ...(secret === undefined ? {} : { secret }),
    ...(reading.title === undefined ? {} : { title: reading.title }),
    ...(reading.writtenAt === undefined ? {} : { writtenAt: reading.writtenAt }),
    pages: hasText ? reading.pages : [],
    pageCount: reading.pageCount,
    ...(reading.approximatePages && { approximatePages: true }),
    text: textState(reading, texts),
    words,
    ...(language === undefined ? {} : { language }),
  };
}

function textState(reading: Reading, texts: readonly string[]): TextState {
  if (texts.every((text) => text === ''))
    return { state: 'not', reason: reading.missing?.reason ?? 'no-text' };
  if (reading.missing) {
    return { state: 'partly', reason: reading.missing.reason, pagesWithoutText: reading.missing.pages };
  }
  return { state: 'searchable' };
}
