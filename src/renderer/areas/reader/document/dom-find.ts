import type { Matcher } from './find-text.ts';

/** Marks words in what is on the page without touching it, by the CSS Custom Highlight API. */

const matchName = 'kitbag-match';
const currentName = 'kitbag-current-match';
/** Elements whose end is also the end of a word. */
const blocks =
  'p,div,li,td,th,h1,h2,h3,h4,h5,h6,pre,tr,section,article,blockquote,dt,dd,figcaption,caption,summary,[data-block]';
/** So many marks are drawn; more of them would only make reading slow. */
const mostMarks = 5000;

/** What viewers mark as hidden by the author. */
const hiddenParts = '[data-hidden]';
/** What says again, for assistive technology, what can be found beside it. */
const said = '[data-unfound]';
/** Stands for what is left out: no match goes across it. */
const leftOut = '\u0000';

type Piece = { readonly node: Text; readonly start: number };

function gather(root: Element, findsHidden: boolean): { readonly text: string; readonly pieces: Piece[] } {
  let cut = false;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) => {
    if (node instanceof Text) return NodeFilter.FILTER_ACCEPT;
    if (!(node instanceof Element)) return NodeFilter.FILTER_SKIP;
    if (!node.matches(said) && (findsHidden || !node.matches(hiddenParts))) return NodeFilter.FILTER_SKIP;
    cut = true;
    return NodeFilter.FILTER_REJECT;
  });
  const pieces: Piece[] = [];
  let text = '';
  let block: Element | null = null;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue;
    const own = node.parentElement?.closest(blocks) ?? null;
    const broken = node.previousSibling instanceof HTMLBRElement;
    if (cut) text += leftOut;
    else if (text !== '' && (own !== block || broken)) text += '\n';
    cut = false;
    block = own;
    pieces.push({ node, start: text.length });
    text += node.data;
  }
  return { text, pieces };
}

function pieceAt(pieces: readonly Piece[], index: number): Piece | undefined {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((pieces[middle]?.start ?? 0) <= index) low = middle;
    else high = middle - 1;
  }
  return pieces[low];
}

/** The places of all matches below an element, in reading order; of those in hidden parts only if `findsHidden`. */
export function findRanges(root: Element, matcher: Matcher, findsHidden: boolean): Range[] {
  const { text, pieces } = gather(root, findsHidden);
  const ranges: Range[] = [];
  for (const { index, length } of matcher(text).slice(0, mostMarks)) {
    const from = pieceAt(pieces, index);
    const to = pieceAt(pieces, index + length - 1);
    if (from === undefined || to === undefined) continue;
    const range = new Range();
    range.setStart(from.node, Math.min(index - from.start, from.node.length));
    range.setEnd(to.node, Math.min(index + length - to.start, to.node.length));
    ranges.push(range);
  }
  return ranges;
}

/** Marks the ranges, one of them as the current one. */
export function markRanges(ranges: readonly Range[], current: Range | undefined): void {
  const others = new Highlight(...ranges.filter((range) => range !== current));
  CSS.highlights.set(matchName, others);
  if (current === undefined) CSS.highlights.delete(currentName);
  else {
    const mark = new Highlight(current);
    mark.priority = 1;
    CSS.highlights.set(currentName, mark);
  }
}

/** Takes all marks away. */
export function clearMarks(): void {
  CSS.highlights.delete(matchName);
  CSS.highlights.delete(currentName);
}

/** Tells which page a range below `root` lies on: the last that begins before it, by elements around pages or where they begin. */
export function pageFinder(root: Element): (range: Range) => number {
  const marks = [...root.querySelectorAll('[data-page]')];
  const isBefore = (mark: Element, node: Node) =>
    (mark.compareDocumentPosition(node) &
      (Node.DOCUMENT_POSITION_FOLLOWING | Node.DOCUMENT_POSITION_CONTAINED_BY)) !==
    0;
  return ({ startContainer }) => {
    let [from, to] = [0, marks.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      const mark = marks[middle];
      if (mark && isBefore(mark, startContainer)) from = middle + 1;
      else to = middle;
    }
    const page = Number(marks[from - 1]?.getAttribute('data-page') ?? '1');
    return Number.isInteger(page) && page > 0 ? page : 1;
  };
}

/** Scrolls a box so that a range is in it, a third from the top, and nothing but that box. */
export function revealRange(box: Element, range: Range): void {
  const seen = box.getBoundingClientRect();
  // Content that was skipped while out of sight has no place until its element is asked for one.
  range.startContainer.parentElement?.getBoundingClientRect();
  const place = range.getBoundingClientRect();
  const above = place.top < seen.top + 8;
  const below = place.bottom > seen.bottom - 8;
  if (above || below) box.scrollTop += place.top - seen.top - seen.height / 3;
  const sideways = place.left < seen.left || place.right > seen.right;
  if (sideways) box.scrollLeft += place.left - seen.left - seen.width / 3;
}
