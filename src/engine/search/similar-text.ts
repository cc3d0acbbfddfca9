import type { AssetSummary } from '../../contract/assets.ts';
import type { TextIndex } from '../ports/text-index.ts';
import { WEIGHTS } from './matching.ts';
import { inScope } from './query/filters.ts';
import { parseWords, termText } from './query/parse-query.ts';

/** Assets that speak of the same as a text: for requests, and for 'more like this'. */

export type SimilarAsset = { readonly asset: string; readonly score: number };

/** The rarest words of a text say what it is about. */
const MOST_WORDS = 12;
/** Below this share of its words, weighed by rarity, an asset does not speak of the same. */
const LEAST_SHARE = 0.25;

/** Best first. The score is the share of the text's words, rare ones weighing more, that the asset has; BM25 decides among equals. */
export async function similarAssets(
  text: string,
  limit: number,
  index: TextIndex,
  summaries: ReadonlyMap<string, AssetSummary>,
  assetOf: (row: number) => string | undefined,
): Promise<SimilarAsset[]> {
  const terms = parseWords(`${text} `).terms.filter(({ weak }) => !weak);
  const found: {
    readonly group: readonly [{ text: string; prefix: false }];
    readonly rows: Uint32Array;
  }[] = [];
  for (const term of terms) {
    const group = [{ text: termText(term), prefix: false }] as const;
    const rows = await index.match(group, 'anywhere');
    if (rows.length > 0) found.push({ group: [{ ...group[0] }], rows });
  }
  const rare = found.sort((a, b) => a.rows.length - b.rows.length).slice(0, MOST_WORDS);
  if (rare.length === 0) return [];
  const weights = rare.map(({ rows }) => Math.log(1 + (summaries.size + 1) / (rows.length + 0.5)));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const shares = new Map<number, number>();
  for (const [at, { rows }] of rare.entries()) {
    for (const row of rows) shares.set(row, (shares.get(row) ?? 0) + (weights[at] ?? 0) / sum);
  }
  const scored = await index.score(
    rare.slice(0, MOST_WORDS / 2).map(({ group }) => group),
    'any',
    WEIGHTS,
  );
  const bm25 = new Map<number, number>();
  for (const [at, row] of scored.rows.entries()) bm25.set(row, scored.scores[at] ?? 0);
  const similar: { asset: string; score: number; bm25: number }[] = [];
  for (const [row, share] of shares) {
    const asset = assetOf(row);
    const summary = asset === undefined ? undefined : summaries.get(asset);
    if (asset === undefined || summary === undefined || share < LEAST_SHARE || !inScope(summary.state))
      continue;
    similar.push({ asset, score: Math.min(1, share), bm25: bm25.get(row) ?? 0 });
  }
  return similar
    .sort((a, b) => b.score - a.score || b.bm25 - a.bm25 || (a.asset < b.asset ? -1 : 1))
    .slice(0, limit)
    .map(({ asset, score }) => ({ asset, score }));
}
