import { useMemo } from 'react';
import { type FindRequest, makeMatcher } from '../document/find-text.ts';

/** The text of a page as it was indexed. */
export type PageText = {
  readonly page: number;
  readonly label: string;
  readonly text: string;
  /** The author hid all of it. */
  readonly hidden?: boolean | undefined;
  /** What the author hid on it. */
  readonly hiddenText?: string | undefined;
};

function textsToFind({ text, hidden, hiddenText = '' }: PageText, findsHidden: boolean): readonly string[] {
  if (findsHidden) return [text, hiddenText];
  return hidden ? [] : [text];
}

/**
 * Running text is drawn without its pages. The hit's page is found by counting: as many matches as the pages before it have,
 * and the next one is the first of the page. Null where there is but one page.
 */
export function useFirstMatch(
  pages: readonly PageText[],
  find: FindRequest | null,
  findsHidden: boolean,
): ((ranges: readonly Range[], page: number) => number) | null {
  return useMemo(() => {
    if (pages.length < 2 || find === null) return null;
    const matcher = makeMatcher(find);
    return (ranges, page) => {
      let before = 0;
      for (const one of pages) {
        if (one.page >= page) break;
        for (const text of textsToFind(one, findsHidden)) before += matcher(text).length;
      }
      return Math.max(0, Math.min(before, ranges.length - 1));
    };
  }, [pages, find, findsHidden]);
}
