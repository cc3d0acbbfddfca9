import type { AssetSummary } from '../../contract/assets.ts';
import type { MarkedText } from '../../contract/common.ts';
import type { Hit } from '../../contract/search.ts';
import type { PhraseGroup, PieceMatch, TextIndex } from '../ports/text-index.ts';
import { groupForPieces } from './expand-terms.ts';
import { markedText } from './marked-text.ts';
import type { RankedRow } from './rank-rows.ts';
import type { FoundTerm } from './understand.ts';

/** What a hit shows beside its asset: the best pages with a snippet each, and the words marked. */

const PAGES_A_HIT = 3;
const SNIPPET_WORDS = 24;
/** Words that choose pages; of a longer query the rarest. */
const MOST_PAGE_TERMS = 6;
/** Words that are marked. */
const MOST_MARKED_TERMS = 16;

type PageChoice = { readonly page: number; readonly piece: number; readonly weight: number };

/** Hits as they are answered, for the rows that are shown. */
export async function shownHits(
  index: TextIndex,
  shown: readonly RankedRow[],
  terms: readonly FoundTerm[],
): Promise<Hit[]> {
  const useful = terms.filter(({ rows }) => rows.length > 0).sort((a, b) => a.rows.length - b.rows.length);
  const rows = shown.flatMap(({ row }) => row ?? []);
  if (useful.length === 0 || rows.length === 0)
    return shown.map((item) => toHit(item, plain(item.asset), [], 0));
  const groups: PhraseGroup[] = [];
  for (const { expanded } of useful.slice(0, MOST_MARKED_TERMS))
    groups.push(await groupForPieces(index, expanded));
  const weights = useful.map(({ rows: of }) => 1 / Math.log2(2 + of.length));
  const matches = await index.pieces(groups.slice(0, MOST_PAGE_TERMS), rows);
  const pages = new Map<number, PageChoice[]>();
  for (const [row, pieces] of matches) pages.set(row, bestPages(pieces, weights));
  const chosen = [...pages.values()].flatMap((of) => of.slice(0, PAGES_A_HIT).map(({ piece }) => piece));
  const snippets = await index.snippets(groups, chosen, SNIPPET_WORDS);
  const titles = await index.markedTitles(
    useful.slice(0, MOST_MARKED_TERMS).map(({ expanded }) => expanded.group),
    rows,
  );
  return shown.map((item) => {
    const of = item.row === undefined ? [] : (pages.get(item.row) ?? []);
    const found = of.slice(0, PAGES_A_HIT).flatMap(({ page, piece }) => {
      const snippet = snippets.get(piece);
      return snippet === undefined ? [] : [{ page, label: snippet.label, snippet: markedText(snippet.text) }];
    });
    const title = item.row === undefined ? undefined : titles.get(item.row);
    return toHit(
      item,
      title === undefined ? plain(item.asset) : markedText(title),
      found,
      of.length - found.length,
    );
  });
}

/** Pages by the words that their best piece has, rare words weighing more; then in reading order. */
function bestPages(pieces: readonly PieceMatch[], weights: readonly number[]): PageChoice[] {
  const best = new Map<number, PageChoice>();
  for (const { piece, page, groups } of pieces) {
    const weight = groups.reduce((sum, group) => sum + (weights[group] ?? 0), 0);
    const known = best.get(page);
    if (known === undefined || weight > known.weight) best.set(page, { page, piece, weight });
  }
  return [...best.values()].sort((a, b) => b.weight - a.weight || a.page - b.page);
}

function plain(asset: AssetSummary): MarkedText {
  return [{ text: asset.title, marked: false }];
}

function toHit(item: RankedRow, title: MarkedText, pages: Hit['pages'], morePages: number): Hit {
  return { asset: item.asset, score: item.score, factors: item.factors, title, pages, morePages };
}
