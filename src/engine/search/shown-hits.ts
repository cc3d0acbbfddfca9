import type { AssetSummary } from '../../contract/assets.ts';
import type { MarkedText } from '../../contract/common.ts';
import type { Hit } from '../../contract/search.ts';
import type { PhraseGroup, PieceMatch, TextIndex } from '../ports/text-index.ts';
import { groupForPieces } from './expand-terms.ts';
import { markedText } from './marked-text.ts';
import { Marker } from './marker.ts';
import { piecesOfRows } from './pieces-of-rows.ts';
import type { QueryCode } from './query/query-codes.ts';
import type { RankedRow } from './rank-rows.ts';
import type { FoundTerm } from './understand.ts';
import { shownText } from './words/fold.ts';

/** What a hit shows beside its asset: the best pages with a snippet each, and the words marked. */

/** Pages with a snippet: three where one looks first, one further down, as snippets are the dearest part of an answer. */
function pagesOfHit(position: number): number {
  return position < 6 ? 3 : position < 10 ? 2 : 1;
}
const SNIPPET_WORDS = 24;
/** A letter or two say little about pages: the first hits show what is meant. */
const HITS_WITH_PAGES_FOR_LETTERS = 10;
/** Words that choose pages and are marked there; of a longer query the rarest. */
const MOST_PAGE_TERMS = 8;

type PageChoice = { readonly page: number; readonly match: PieceMatch; readonly weight: number };

/** Hits as they are answered, for the rows that are shown. */
export async function shownHits(
  index: TextIndex,
  shown: readonly RankedRow[],
  terms: readonly FoundTerm[],
  codes: readonly QueryCode[] = [],
): Promise<Hit[]> {
  const useful = terms.filter(({ rows }) => rows.length > 0).sort((a, b) => a.rows.length - b.rows.length);
  const rows = shown.flatMap(({ row }) => row ?? []);
  if (useful.length === 0 || rows.length === 0)
    return shown.map((item) => toHit(item, plain(item.asset), [], 0));
  const looked = useful.slice(0, MOST_PAGE_TERMS);
  const groups: PhraseGroup[] = [];
  for (const { expanded } of looked) groups.push(await groupForPieces(index, expanded));
  const weights = looked.map(({ rows: of }) => 1 / Math.log2(2 + of.length));
  // The page with the very string says more than others with all of its parts.
  for (const { exact, prefix } of codes) {
    groups.push([{ text: exact, prefix }]);
    weights.push(looked.length);
  }
  const onlyLetters = looked.every(({ expanded: { term } }) => term.prefix && term.folded.length <= 2);
  const matches = await piecesOfRows(
    index,
    groups,
    onlyLetters ? rows.slice(0, HITS_WITH_PAGES_FOR_LETTERS) : rows,
  );
  const choices = shown.map(({ row }, position) => {
    const pages = bestPages((row === undefined ? undefined : matches.get(row)) ?? [], weights);
    return { pages: pages.slice(0, pagesOfHit(position)), all: pages.length };
  });
  const texts = await index.texts(choices.flatMap(({ pages }) => pages.map(({ match }) => match.piece)));
  // Whatever begins as it was typed is marked, also where other words led to the page.
  const beginnings = looked.map(({ expanded: { group } }) => group.filter(({ prefix }) => prefix));
  const marker = new Marker(groups.map((group, at) => [...group, ...(beginnings[at] ?? [])]));
  return shown.map((item, position) => {
    const { pages = [], all = 0 } = choices[position] ?? {};
    const found = pages.flatMap(({ page, match }) => {
      const content = texts.get(match.piece);
      // What is the same on many pages says nothing of this one.
      if (content === undefined || content.place === 'aside') return [];
      const snippet = markedText(marker.snippet(content.text, SNIPPET_WORDS));
      return [
        {
          page,
          label: content.label,
          snippet,
          ...(content.hidden && { hidden: true }),
          ...(content.place === 'notes' && { inNotes: true }),
        },
      ];
    });
    const title = item.inTitle ? marker.mark(shownText(item.asset.title)) : undefined;
    return toHit(
      item,
      title === undefined ? plain(item.asset) : markedText(title),
      found,
      all - pages.length,
    );
  });
}

/** Pages by the words that their best piece has, rare words weighing more; then in reading order. */
function bestPages(pieces: readonly PieceMatch[], weights: readonly number[]): PageChoice[] {
  const best = new Map<number, PageChoice>();
  for (const match of pieces) {
    const { page } = match;
    const weight = match.groups.reduce((sum, group) => sum + (weights[group] ?? 0), 0);
    const known = best.get(page);
    if (known === undefined || weight > known.weight) best.set(page, { page, match, weight });
  }
  return [...best.values()].sort((a, b) => b.weight - a.weight || a.page - b.page);
}

function plain(asset: AssetSummary): MarkedText {
  return [{ text: asset.title, marked: false }];
}

function toHit(item: RankedRow, title: MarkedText, pages: Hit['pages'], morePages: number): Hit {
  const { asset, foundIn, score, factors } = item;
  return { asset, ...(foundIn && { foundIn }), score, factors, title, pages, morePages };
}
