import type { AssetSummary } from '../../contract/assets.ts';
import type { CallContext, SearchInput } from '../../contract/search.ts';
import type { GoldenQuery, GoldenRow, GoldenRun } from '../../contract/search-quality.ts';
import { keptAsset } from '../../domain/assets/asset-selectors.ts';
import { may } from '../../domain/people/permissions.ts';
import type { EventBody } from '../../domain/registry.ts';
import { allGolden, knownGolden } from '../../domain/search-quality/golden-selectors.ts';
import { says } from '../../shared/says/says.ts';
import { pieceOf } from '../assets/piece-of.ts';
import { invalid, notAllowed, notFound } from '../base/refusal.ts';
import { mintHere } from '../live/minted.ts';
import { compareTitles } from '../search/query/ordering.ts';
import type { WithSearchQuality } from './with-search-quality.ts';

/** What asks a search for everything that it finds, best first. */
type Rank = (
  input: SearchInput,
) => Promise<readonly { readonly asset: Pick<AssetSummary, 'id' | 'variant'> }[]>;

type GoldenInput = {
  readonly id?: string | undefined;
  readonly query: string;
  readonly context: CallContext;
  readonly assets: readonly string[];
  readonly retired?: boolean | undefined;
};

/** The golden queries in use, by their words; without right answers that the person here may not see. */
export function goldenQueries(replica: WithSearchQuality): GoldenQuery[] {
  return allGolden(replica.catalog)
    .map(viewOf)
    .map((golden) => ({ ...golden, assets: answersOf(replica, golden.assets) }))
    .filter(({ retired }) => !retired)
    .sort((a, b) => compareTitles(a.query, b.query) || (a.id < b.id ? -1 : 1));
}

/** The right answers that the person here may see, those that were made one once. */
function answersOf({ catalog, summaries }: WithSearchQuality, assets: readonly string[]): string[] {
  const kept = assets.filter((asset) => !summaries.hides(asset)).map((asset) => keptAsset(catalog, asset));
  return [...new Set(kept)];
}

/** Adds a golden query or writes a known one anew. Leads only. */
export async function defineGolden(
  replica: WithSearchQuality,
  input: GoldenInput,
): Promise<{ id: string; undo?: string }> {
  if (!may(replica.catalog.self().role, 'define-terms')) {
    throw notAllowed(says('search-quality.golden-by-lead'));
  }
  const known = input.id === undefined ? undefined : knownGolden(replica.catalog, input.id);
  if (input.id !== undefined && known === undefined) throw notFound('golden-query');
  const assets = [...new Set(input.assets)];
  if (assets.length === 0 && input.retired !== true) {
    throw invalid(says('search-quality.no-answer'), 'assets');
  }
  const minted = input.id === undefined ? mintHere(replica) : undefined;
  const id = input.id ?? minted?.id('golden') ?? '';
  const body = { ...goldenBody({ ...input, id, assets }), ...(minted && { nonce: minted.nonce }) };
  const undone = await replica.undos.commit([{ kind: 'golden-query-defined', body }]);
  return { id, ...undone };
}

/** A golden query as an event says it. */
export function goldenBody({
  id,
  query,
  context,
  assets,
  retired,
}: GoldenInput & { readonly id: string }): EventBody<'golden-query-defined'> {
  return {
    id,
    query: query.trim(),
    assets: [...assets],
    ...(context.stage === undefined ? {} : { stage: context.stage }),
    ...(context.persona === undefined ? {} : { persona: context.persona }),
    ...(retired === true ? { retired: true } : {}),
  };
}

function viewOf(body: EventBody<'golden-query-defined'>): GoldenQuery {
  const { id, query, stage, persona, assets, retired } = body;
  return {
    id,
    query,
    context: {
      ...(stage === undefined ? {} : { stage }),
      ...(persona === undefined ? {} : { persona }),
    },
    assets: [...assets],
    retired: retired ?? false,
  };
}

/** Asks all golden queries; MRR as in Voorhees, ‘The TREC-8 question answering track report’ (1999). */
export async function runGolden(
  replica: WithSearchQuality,
  rank: Rank = (input) => replica.search.ranking(input),
): Promise<GoldenRun> {
  const summaries = replica.summaries.visible();
  const rows: GoldenRow[] = [];
  for (const golden of goldenQueries(replica)) {
    const found = await rank({ query: golden.query, context: golden.context });
    // A right answer in another language is the same right answer.
    const places = new Map(found.map(({ asset }, at) => [pieceOf(asset), at + 1]));
    const answers = golden.assets.map((asset) => {
      const summary = summaries.get(asset);
      const place = places.get(summary === undefined ? asset : pieceOf(summary)) ?? null;
      return { asset, ...(summary && { title: summary.title }), place };
    });
    const best = Math.min(...answers.map(({ place }) => place ?? Number.POSITIVE_INFINITY));
    rows.push({ ...golden, answers, results: found.length, reciprocal: 1 / best });
  }
  return {
    rows,
    mrr: rows.length === 0 ? null : rows.reduce((sum, row) => sum + row.reciprocal, 0) / rows.length,
    withoutResult: rows.filter(({ results }) => results === 0).length,
  };
}
