import type { AssetSummary } from '../../contract/assets.ts';
import type { Filters, SearchInput, SearchResult } from '../../contract/search.ts';
import type { Cancellation } from '../../shared/ports/cancellation.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { TextIndex } from '../ports/text-index.ts';
import type { ExpandedTerm } from './expand-terms.ts';
import { type ChosenFilters, filterItems, inScope } from './filters.ts';
import { foldWord } from './fold.ts';
import { markedWords } from './marked-text.ts';
import { strengths } from './matching.ts';
import { comparator, slice } from './ordering.ts';
import { type ParsedQuery, parseQuery } from './parse-query.ts';
import { type Candidate, type RankedRow, rankRows, type Standing } from './rank-rows.ts';
import { shownHits } from './shown-hits.ts';
import type { Spelling } from './spelling.ts';
import { type FoundTerm, type Understanding, understand } from './understand.ts';

/** Answers a search: what the words find, filtered, counted, ranked, with pages and snippets for the hits that are shown. */

/** Thrown when a search is given up because a newer one has come; the answer would not be looked at. */
export class SearchCancelled extends Error {
  override readonly name = 'SearchCancelled';
}

export type FindDeps = {
  readonly index: TextIndex;
  readonly spelling: Spelling;
  readonly clock: Clock;
  /** All assets of the catalog. */
  readonly standings: readonly Standing[];
  /** The same by row of the index; sparse. */
  readonly byRow: readonly (Standing | undefined)[];
  /** Lets other work of the process run. */
  readonly breathe: () => Promise<void>;
  readonly signal?: Cancellation | undefined;
};

const DEFAULT_LIMIT = 20;
const MOST_WORDS_MARKED = 40;

/** Answers a search. Total in its query: any string has an answer. Throws {@link SearchCancelled} and `TextIndexError`. */
export async function findAssets(input: SearchInput, deps: FindDeps): Promise<SearchResult> {
  const started = deps.clock.now();
  const { query, understanding, filtered } = await rankedAssets(input, deps);
  const { items, facets, hidden } = filtered;
  await pause(deps);
  const sorted = slice(
    items,
    comparator(input.sort ?? 'best'),
    input.offset ?? 0,
    input.limit ?? DEFAULT_LIMIT,
  );
  const hits = await shownHits(deps.index, sorted, understanding?.terms ?? []);
  const hint = hintOf(query);
  return {
    took: deps.clock.now() - started,
    total: items.length,
    hits,
    facets,
    hiddenByFilters: hidden,
    ...(understanding?.suggestion === undefined ? {} : { suggestion: understanding.suggestion }),
    usedSuggestion: understanding?.usedSuggestion ?? false,
    terms: termsToMark(understanding?.terms ?? [], hits),
    ...(hint === undefined ? {} : { hint }),
  };
}

/**
 * All assets that a search finds, best first, without what a window would show of them: for saved searches, and for measuring. `all` says
 * whether an asset has all of the words as typed.
 */
export async function findRanking(
  input: SearchInput,
  deps: FindDeps,
): Promise<readonly { readonly asset: AssetSummary; readonly all: boolean }[]> {
  const { understanding, filtered } = await rankedAssets(input, deps);
  const mended = understanding?.usedSuggestion ?? false;
  return [...filtered.items]
    .sort(comparator(input.sort ?? 'best'))
    .map(({ asset, all }) => ({ asset, all: all && !mended }));
}

/** What the words find, ranked and filtered, in no order yet. */
async function rankedAssets(input: SearchInput, deps: FindDeps) {
  const query = parseQuery(input.query);
  const filters: ChosenFilters = input.filters ?? {};
  const understanding =
    query.terms.length === 0 ? undefined : await understandIn(query, filters.status, deps);
  await pause(deps);
  const candidates = query.wordless
    ? []
    : understanding === undefined
      ? everything(filters.status, deps)
      : await matched(understanding, deps);
  const words = understanding?.usedSuggestion === true ? (understanding.suggestion ?? '') : query.text;
  const ranked = rankRows(candidates, words.trim(), input.context ?? {});
  return { query, understanding, filtered: filterItems<RankedRow>(ranked, filters) };
}

function understandIn(
  query: ParsedQuery,
  status: Filters['status'] | undefined,
  deps: FindDeps,
): Promise<Understanding> {
  return understand(query, {
    index: deps.index,
    spelling: deps.spelling,
    inScope: (row) => {
      const standing = deps.byRow[row];
      return standing !== undefined && inScope(standing.asset, status);
    },
  });
}

/** All assets that are looked at: what an empty field shows. */
function everything(status: Filters['status'] | undefined, deps: FindDeps): Candidate[] {
  const all: Candidate[] = [];
  for (const standing of deps.standings) {
    if (inScope(standing.asset, status)) all.push({ standing, strength: { text: 1, title: 0, all: true } });
  }
  return all;
}

async function matched(understanding: Understanding, deps: FindDeps): Promise<Candidate[]> {
  const { terms, matched: rows } = understanding;
  const found = await strengths(deps.index, terms, rows, deps.standings.length);
  const candidates: Candidate[] = [];
  for (const [at, row] of rows.rows.entries()) {
    const standing = deps.byRow[row];
    const strength = found[at];
    if (standing !== undefined && strength !== undefined) candidates.push({ standing, row, strength });
  }
  return candidates;
}

async function pause(deps: FindDeps): Promise<void> {
  await deps.breathe();
  if (deps.signal?.aborted === true) throw new SearchCancelled('A newer search has come');
}

/** The words as typed (or mended) and as they stand in what is shown; a short beginning alone would mark half of the page. */
function termsToMark(terms: readonly FoundTerm[], hits: SearchResult['hits']): string[] {
  const words = new Set<string>();
  for (const { expanded, rows } of terms) {
    const own = isMended(expanded) ? (expanded.group[0]?.text ?? '') : expanded.term.text;
    if (rows.length > 0 && (!expanded.term.prefix || own.length > 3)) words.add(own.toLowerCase());
  }
  const shown = hits.flatMap(({ title, pages }) => [title, ...pages.map(({ snippet }) => snippet)]);
  for (const word of markedWords(shown, MOST_WORDS_MARKED)) words.add(word);
  return [...words];
}

/** A mended term looks for one other word. */
function isMended({ group, term }: ExpandedTerm): boolean {
  return group.length === 1 && !term.quoted && foldWord(group[0]?.text ?? '') !== term.folded;
}

function hintOf(query: ParsedQuery): string | undefined {
  if (query.wordless) {
    return 'There is no word in this search. Type letters or digits, for example a topic, a product or a competitor.';
  }
  if (query.shortened) {
    return `This search is long: its first ${query.terms.length} different words were used.`;
  }
  return undefined;
}
