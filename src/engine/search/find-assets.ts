import type { AssetSummary } from '../../contract/assets.ts';
import type { Hit, SearchInput, SearchResult, WhyResult } from '../../contract/search.ts';
import type { Cancellation } from '../../shared/ports/cancellation.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import { type Says, says } from '../../shared/says/says.ts';
import { namedInstead } from '../assets/named-instead.ts';
import { SearchCancelled } from '../base/search-cancelled.ts';
import type { TextIndex } from '../ports/text-index.ts';
import type { ExpandedTerm } from './expand-terms.ts';
import { rowsOfFamilies } from './family-rows.ts';
import { foundKits } from './found-kits.ts';
import { markedWords } from './marked-text.ts';
import type { Strengths } from './matching.ts';
import { nothingHasAll } from './nothing-has-all.ts';
import { assetOfRow, type CatalogStandings, rowsLookedAt } from './query/catalog-standings.ts';
import { EACH_BY_ITSELF } from './query/families.ts';
import { type ChosenFilters, filterKits, filterSeats, type Hiding, leaves } from './query/filters.ts';
import { comparator, slice } from './query/ordering.ts';
import { type ParsedQuery, parseQuery, parseWords } from './query/parse-query.ts';
import { type QueryScope, queryScope } from './query/query-scope.ts';
import { bookOf, isOfTerm, type MeantTerm } from './query/synonym-book.ts';
import { type Ranked, rankedAt, rankSeats, shownSeat } from './rank-rows.ts';
import type { FoundKit } from './search.ts';
import { shownHits } from './shown-hits.ts';
import { strengths } from './strengths.ts';
import { type FoundTerm, type Understanding, understand } from './understand.ts';
import { whyFound } from './why.ts';
import { foldWord, titleWithSigns } from './words/fold.ts';
import type { SearchWords } from './words/search-words.ts';
import type { Spelling } from './words/spelling.ts';

/** Answers a search: what the words find, filtered, counted, ranked, with pages and snippets for the hits that are shown. */

export type FindDeps = {
  readonly index: TextIndex;
  readonly spelling: Spelling;
  readonly clock: Clock;
  /** What the hub calls things. */
  readonly words: SearchWords;
  /** The assets of the catalog, and their rows in the index. */
  readonly catalog: CatalogStandings;
  readonly kits: ReadonlyMap<string, FoundKit>;
  /** Lets other work of the process run. */
  readonly breathe: () => Promise<void>;
  readonly signal?: Cancellation | undefined;
};

const DEFAULT_LIMIT = 20;
const MOST_WORDS_MARKED = 40;
/** A title differs from the same in one form of its letters by hardly more characters. */
const TITLE_SLACK = 4;

/** Answers a search. Total in its query: any string has an answer. Throws {@link SearchCancelled} and `TextIndexError`. */
export async function findAssets(input: SearchInput, given: FindDeps): Promise<SearchResult> {
  const started = given.clock.now();
  const deps = input.editions === 'each' ? withoutFamilies(given) : given;
  const { query, scope, understanding, ranked, filtered, kits } = await rankedAssets(input, deps);
  const { kept, facets, hidden, hiddenBy } = filtered;
  await pause(deps);
  const { offset = 0, limit = DEFAULT_LIMIT } = input;
  const sorted = slice(kept, inOrder(input, ranked, deps.catalog), offset, limit).flatMap((at) =>
    rankedAt(ranked, deps.catalog, at, understanding !== undefined),
  );
  const shown = await shownHits(deps.index, sorted, understanding?.terms ?? [], query.codes);
  const hits = shown.map((hit) => withEditions(withInstead(hit, deps.catalog), deps.catalog, scope));
  return {
    took: deps.clock.now() - started,
    total: kept.length,
    hits,
    ...(await foundKits(input, { ranked, kits, understanding, codes: query.codes }, deps)),
    facets,
    hiddenByFilters: hidden,
    hiddenBy: hiddenBy.map((hiding) => toHiddenBy(hiding, scope)),
    widened: widened(understanding),
    understood: scope.understood.map(({ ids, ...one }) => ({ ...one, ...(ids && { ids: [...ids] }) })),
    mends: scope.doubts.flatMap(({ mend }) => mend ?? []),
    ...(understanding?.suggestion === undefined ? {} : { suggestion: understanding.suggestion }),
    usedSuggestion: understanding?.usedSuggestion ?? false,
    ...(understanding?.instead === undefined ? {} : { instead: understanding.instead }),
    words: query.free.trim(),
    terms: termsToMark(understanding?.terms ?? [], hits),
    hints: [
      ...scope.doubts.map(({ told }) => told),
      ...hintsOf(query),
      ...nearOnly(understanding, ranked, { kept, kits: input.kits === undefined ? [] : kits }, deps.catalog),
    ],
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
  const { understanding, ranked, filtered } = await rankedAssets(input, deps);
  const mended = understanding?.usedSuggestion ?? false;
  return [...filtered.kept].sort(inOrder(input, ranked, deps.catalog)).flatMap((at) => {
    const asset = deps.catalog.assets[shownSeat(ranked, at)];
    return asset === undefined ? [] : [{ asset, all: ranked.strengths.all[at] === 1 && !mended }];
  });
}

/** A recalled asset leads to what was named in its place. */
function withInstead(hit: Hit, { byId }: CatalogStandings): Hit {
  if (hit.asset.recall === null) return hit;
  const instead = namedInstead(hit.asset, (id) => byId.get(id));
  return instead === undefined ? hit : { ...hit, instead: { asset: instead.id, title: instead.title } };
}

function withoutFamilies(deps: FindDeps): FindDeps {
  return { ...deps, catalog: { ...deps.catalog, families: EACH_BY_ITSELF } };
}

/** The other language editions of a hit, in whose languages it can be read. */
function withEditions(hit: Hit, { families, assets, seatOfId }: CatalogStandings, scope: QueryScope): Hit {
  const seat = hit.asset.variant === undefined ? -1 : (seatOfId.get(hit.asset.id) ?? -1);
  const others = (families.seats[families.ofSeat[seat] ?? -1] ?? []).flatMap((one) => assets[one] ?? []);
  const editions = others.flatMap(({ id, language, state }) =>
    id === hit.asset.id || !scope.looksAt(state) ? [] : [{ asset: id, ...(language && { language }) }],
  );
  return editions.length === 0 ? hit : { ...hit, editions };
}

function inOrder(
  { sort = 'best' }: SearchInput,
  ranked: Ranked,
  { assets }: CatalogStandings,
): (a: number, b: number) => number {
  return comparator(sort, { seatAt: (at) => shownSeat(ranked, at), score: ranked.score, assets });
}

/** What the words find, ranked and filtered, in no order yet. */
async function rankedAssets(input: SearchInput, deps: FindDeps) {
  const query = readQuery(input.query, deps, input.decimal);
  const filters: ChosenFilters = input.filters ?? {};
  const scope = await queryScope(query, filters.status, {
    index: deps.index,
    words: deps.words,
    now: deps.clock.now(),
    assetOf: (row) => assetOfRow(deps.catalog, row),
  });
  const understanding = query.terms.length === 0 ? undefined : await understandIn(query, scope, deps);
  await pause(deps);
  const hits = query.wordless
    ? NOTHING
    : understanding === undefined
      ? everything(scope, deps)
      : await matched(understanding, query, deps);
  const mended = understanding?.usedSuggestion === true ? understanding.suggestion : undefined;
  const words = mended === undefined ? query.free : parseQuery(mended, undefined, deps.words.operators).free;
  const { seats, strengths: of } = hits;
  const meant = meantTerms(understanding);
  const ranked = rankSeats(seats, of, deps.catalog, words.trim(), input.context ?? {}, meant);
  const tests = scope.restrictions.map(({ test }) => test);
  const filtered = filterSeats(seats, deps.catalog, filters, tests);
  const kits = filterKits(seats, deps.catalog, filters, tests);
  const isLeft = leaves(filters, tests);
  const rows = rowsOfFamilies(filtered, ranked, deps.catalog, {
    languages: input.languages ?? [],
    isThere: (asset) => scope.looksAt(asset.state) && isLeft(asset),
  });
  return { query, scope, understanding, ...rows, kits };
}

/** A query, or where it is a title as it stands, its words: a title may say `Security -draft` or `Type: FAQ`. */
function readQuery(typed: string, { catalog: { assets }, words }: FindDeps, decimal?: string): ParsedQuery {
  const query = parseQuery(typed, decimal, words.operators);
  const isPlain = query.operators.length + query.excluded.length === 0;
  if (isPlain || query.terms.length === 0) return query;
  const title = titleWithSigns(typed);
  const isTitle = assets.some(
    (one) => Math.abs(one.title.length - title.length) <= TITLE_SLACK && titleWithSigns(one.title) === title,
  );
  return isTitle ? parseWords(typed, decimal) : query;
}

/** Why an asset is found by a query. Throws `TextIndexError`. */
export async function explainAsset(query: string, asset: AssetSummary, deps: FindDeps): Promise<WhyResult> {
  const parsed = readQuery(query, deps);
  if (parsed.terms.length === 0) return { words: [], all: true, titled: false };
  const scope = { looksAt: () => true };
  const understanding = await understandIn(parsed, scope, deps);
  const row = deps.catalog.rowOfSeat[deps.catalog.assets.findIndex(({ id }) => id === asset.id)] ?? -1;
  return whyFound(asset, row < 0 ? undefined : row, understanding.terms, deps.index);
}

function understandIn(
  query: ParsedQuery,
  scope: Pick<QueryScope, 'looksAt'>,
  deps: FindDeps,
): Promise<Understanding> {
  return understand(query, {
    index: deps.index,
    spelling: deps.spelling,
    book: bookOf(deps.words),
    rowsOf: (term) => rowsOfTerm(term, deps.catalog),
    looked: rowsLookedAt(deps.catalog, scope.looksAt),
  });
}

/** The terms that words of a query stand for, each once. */
function meantTerms(understanding: Understanding | undefined): MeantTerm[] {
  const terms = new Map<string, MeantTerm>();
  for (const { meanings } of understanding?.terms ?? [])
    for (const { term } of meanings) if (term !== undefined) terms.set(`${term.facet}:${term.id}`, term);
  return [...terms.values()];
}

/** The rows of assets of a term, ascending: a plain pass, as every keystroke makes one. */
function rowsOfTerm(term: MeantTerm, catalog: CatalogStandings): Uint32Array {
  const rows: number[] = [];
  for (let row = 0; row < catalog.seatOfRow.length; row += 1) {
    const asset = assetOfRow(catalog, row);
    if (asset !== undefined && isOfTerm(asset, term)) rows.push(row);
  }
  return Uint32Array.from(rows);
}

/** What was found, by position. */
type Found = { readonly seats: Uint32Array; readonly strengths: Strengths };

const NOTHING: Found = equals(new Uint32Array(0));

/** All equally well. */
function equals(seats: Uint32Array): Found {
  const { length } = seats;
  return {
    seats,
    strengths: {
      text: new Float64Array(length).fill(1),
      title: new Float64Array(length),
      all: new Uint8Array(length).fill(1),
    },
  };
}

/** All assets that are looked at: what an empty field shows. */
function everything(scope: QueryScope, { catalog: { assets } }: FindDeps): Found {
  const seats: number[] = [];
  for (const [seat, { state }] of assets.entries()) if (scope.looksAt(state)) seats.push(seat);
  return equals(Uint32Array.from(seats));
}

async function matched(
  { terms, matched: rows }: Understanding,
  query: ParsedQuery,
  { index, catalog }: FindDeps,
): Promise<Found> {
  const { seatOfRow, tie } = catalog;
  const of = await strengths(terms, rows, {
    index,
    runs: query.runs,
    codes: query.codes,
    assets: catalog.assets.length,
    averageLength: catalog.averageLength,
    perWord: catalog.perWord,
    tieOf: (row) => tie[seatOfRow[row] ?? -1] ?? 0,
  });
  const seats = new Uint32Array(rows.rows.length);
  for (let at = 0; at < seats.length; at += 1) seats[at] = seatOfRow[rows.rows[at] ?? 0] ?? 0;
  return { seats, strengths: of };
}

async function pause(deps: FindDeps): Promise<void> {
  await deps.breathe();
  if (deps.signal?.aborted === true) throw new SearchCancelled('A newer search has come');
}

/** The words as typed (or mended) and as they stand in what is shown; a short beginning alone would mark half of the page. */
function termsToMark(terms: readonly FoundTerm[], hits: SearchResult['hits']): string[] {
  const words = new Set<string>();
  for (const { expanded, rows } of terms) {
    // A letter of a string with signs is marked where the string is.
    if (expanded.part !== undefined && expanded.weak) continue;
    const own = isMended(expanded) ? (expanded.group[0]?.text ?? '') : expanded.term.text;
    if (rows.length > 0 && (!expanded.term.prefix || own.length > 3)) words.add(own.toLowerCase());
  }
  const shown = hits.flatMap(({ title, pages }) => [title, ...pages.map(({ snippet }) => snippet)]);
  for (const word of markedWords(shown, MOST_WORDS_MARKED)) words.add(word);
  return [...words];
}

/** A mended term looks for one other word. */
function isMended({ group, term, part }: ExpandedTerm): boolean {
  return (
    group.length === 1 && part === undefined && !term.quoted && foldWord(group[0]?.text ?? '') !== term.folded
  );
}

function hintsOf(query: ParsedQuery): Says[] {
  if (query.wordless) return [says('search.no-word')];
  return query.shortened ? [says('search.long', { count: query.terms.length })] : [];
}

/** That none of the results has all words, the kits that are told beside them included, where that is so. */
function nearOnly(
  understanding: Understanding | undefined,
  { seats, strengths: { all }, score }: Ranked,
  { kept, kits }: { readonly kept: ArrayLike<number>; readonly kits: ArrayLike<number> },
  { rowOfSeat, assets }: CatalogStandings,
): Says[] {
  if (understanding === undefined || kept.length === 0) return [];
  let best = kept[0] ?? 0;
  let someHaveAll = Array.from(kits).some((at) => all[at] === 1);
  for (let index = 0; index < kept.length; index += 1) {
    const at = kept[index] ?? 0;
    someHaveAll ||= all[at] === 1;
    if ((score[at] ?? 0) > (score[best] ?? 0)) best = at;
  }
  const found = { someHaveAll, bestRow: rowOfSeat[seats[best] ?? -1] ?? -1 };
  return nothingHasAll(understanding.terms, understanding.matched, found, assets.length)
    ? [says('search.none-has-all')]
    : [];
}

/** Words of the query with what a lead has said that they mean, each once. */
function widened(understanding: Understanding | undefined): SearchResult['widened'] {
  const found = new Map<string, SearchResult['widened'][number]>();
  for (const { meanings } of understanding?.terms ?? []) {
    for (const { typed, literal, words, term, said } of meanings) {
      if (!said) continue;
      const key = `${typed} ${term?.facet ?? ''}:${term?.id ?? words.join()}`;
      found.set(key, {
        typed,
        words: [...words],
        ...(literal !== undefined && { literal }),
        ...(term && { term: { ...term } }),
      });
    }
  }
  return [...found.values()];
}

function toHiddenBy({ by, count }: Hiding, scope: QueryScope): SearchResult['hiddenBy'][number] {
  if (typeof by !== 'number') return { filter: by, count };
  const { says, without } = scope.restrictions[by] ?? {};
  return { filter: 'query', count, says, without };
}
