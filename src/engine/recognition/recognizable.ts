import type { VersionBody } from '../../domain/versions/version-body.ts';
import { MOST_TEXT_PAGES } from '../../shared/limits.ts';
import type { UnsearchableReason } from '../../shared/vocabulary/unsearchable.ts';
import type { PageText } from '../ports/extractor.ts';

/** Why pages have no text whose words may be seen on their picture. */
const SEEN: ReadonlySet<string> = new Set<UnsearchableReason>(['scanned', 'picture', 'garbled', 'no-text']);
/** Kinds whose pages can be drawn as they are. Drawings have their words in them. */
const DRAWN: ReadonlySet<string> = new Set(['pdf', 'image', 'pptx']);
const WITH_WORDS = 'image/svg+xml';

/** Whether pages of a version have no words of their own, and may have some on their picture. */
export function isRecognizable({
  kind,
  mediaType,
  text,
}: Pick<VersionBody, 'kind' | 'mediaType' | 'text'>): boolean {
  if (text.state === 'searchable' || !SEEN.has(text.reason)) return false;
  return DRAWN.has(kind) && mediaType !== WITH_WORDS;
}

/** Whether a version says of itself that its words will be recognized: somebody has to tell where there are none. */
export function isSaidToWait({ text }: Pick<VersionBody, 'text'>): boolean {
  return text.state === 'not' && text.reason === 'picture';
}

/** How many pages of a version that is recognizable have no words. */
export function countWordless({ text, pageCount }: Pick<VersionBody, 'text' | 'pageCount'>): number {
  const count = text.state === 'partly' ? text.pagesWithoutText : pageCount;
  return Math.min(Math.max(1, count), MOST_TEXT_PAGES);
}

/** Which pages (from 1) have no words. `pages`: those that are known. */
export function wordlessPages(pageCount: number, pages: readonly PageText[]): readonly number[] {
  const count = Math.min(Math.max(1, pageCount), MOST_TEXT_PAGES);
  return Array.from({ length: count }, (_, at) => at + 1).filter((number) => isWordless(pages[number - 1]));
}

/** Whether nothing is said of a page; what its author hid is said. */
export function isWordless(page: PageText | undefined): boolean {
  return page === undefined || (page.text === '' && page.hiddenText === undefined);
}
