import { type RefObject, useCallback, useEffect, useRef } from 'react';
import { type DocumentModel, noMatches } from './document-model.ts';
import { clearMarks, findRanges, markRanges, pageFinder, revealRange } from './dom-find.ts';
import { type FindRequest, makeMatcher, needlesOf } from './find-text.ts';

type Options = {
  /** The box that scrolls. */
  readonly box: RefObject<HTMLElement | null>;
  /** What is searched; the box itself when absent. */
  readonly root?: RefObject<HTMLElement | null>;
  readonly model: DocumentModel;
  readonly find: FindRequest | null;
  readonly findsHidden: boolean;
  /** Which match to begin with; the first one on the current page when absent. */
  readonly begin?: (ranges: readonly Range[], page: number) => number;
  /** Changes when the content on the page does. */
  readonly content: unknown;
};

type PageOf = (range: Range) => number;

function countByPage(ranges: readonly Range[], pageOf: PageOf): Map<number, number> {
  const counts = new Map<number, number>();
  for (const range of ranges) {
    const page = pageOf(range);
    counts.set(page, (counts.get(page) ?? 0) + 1);
  }
  return counts;
}

function firstOnPage(ranges: readonly Range[], page: number, pageOf: PageOf): number {
  const index = ranges.findIndex((range) => pageOf(range) >= page);
  return index === -1 ? 0 : index;
}

/** Marks what is looked for in a document that is drawn as elements; answers how to walk through the matches. */
export function useDomFind(options: Options): (direction: 1 | -1) => void {
  const { box, root, model, find, findsHidden, begin, content } = options;
  const ranges = useRef<Range[]>([]);
  const current = useRef(0);

  const show = useCallback(
    (reveal: boolean) => {
      const range = ranges.current[current.current];
      markRanges(ranges.current, range);
      const total = ranges.current.length;
      model.patch({
        matches: { current: total === 0 ? 0 : current.current + 1, total, searching: false },
      });
      if (reveal && range !== undefined && box.current !== null) revealRange(box.current, range);
    },
    [model, box],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: `content` says when the elements are other ones
  useEffect(() => {
    const element = root?.current ?? box.current;
    if (element === null || find === null || needlesOf(find).length === 0) {
      ranges.current = [];
      model.patch({ matches: null, matchesByPage: noMatches });
      return clearMarks;
    }
    ranges.current = findRanges(element, makeMatcher(find), findsHidden);
    const page = model.state.get().page;
    const pageOf = pageFinder(element);
    current.current = begin?.(ranges.current, page) ?? firstOnPage(ranges.current, page, pageOf);
    model.patch({ matchesByPage: countByPage(ranges.current, pageOf) });
    const first = ranges.current[current.current];
    // A hit opens its page: never scroll to another one because the first mark is there.
    show(first !== undefined && (find.kind === 'text' || begin !== undefined || pageOf(first) === page));
    return clearMarks;
  }, [find, findsHidden, content, model, box, root, begin, show]);

  return useCallback(
    (direction) => {
      const total = ranges.current.length;
      if (total === 0) return;
      current.current = (current.current + direction + total) % total;
      show(true);
    },
    [show],
  );
}
