import type { AssetSummary } from '../../contract/assets.ts';
import type { NearList, NearPair, NearRelation } from '../../contract/near.ts';
import { keptAsset } from '../../domain/assets/asset-selectors.ts';
import { isPutAway } from '../../domain/assets/asset-state.ts';
import { pairKey } from '../../domain/near/apart.ts';
import { allApart } from '../../domain/near/apart-selectors.ts';
import { summaryOf } from '../assets/assets.ts';
import { checkMayPublish } from '../people/may-publish.ts';
import type { NearDocuments, PageMatch } from './pages/compare-documents.ts';
import { runsOf } from './pages/page-runs.ts';
import type { WithNear } from './with-near.ts';

type Asked = {
  readonly asset?: string | undefined;
  readonly assets?: readonly string[] | undefined;
  readonly relations?: readonly NearRelation[] | undefined;
  readonly limit: number;
  readonly wait?: boolean | undefined;
};

/** Pages of a pair that are told one by one. */
const MOST_PAGES_TOLD = 500;

/** Pairs of assets that have pages in common and that nobody told apart; those that are used most first. */
export async function nearList(replica: WithNear, asked: Asked): Promise<NearList> {
  checkMayPublish(replica);
  const of = wantedOf(replica, asked);
  const { pairs, working } =
    asked.wait === true ? { pairs: await replica.near.all(), working: undefined } : replica.near.soFar();
  const apart = pairsApart(replica);
  const shown = [...withSameFiles(replica, pairs)]
    .flatMap((pair) => pairView(replica, pair) ?? [])
    .filter((pair) => !apart.has(keyOf(pair)) && (of === undefined || of.has(pair.a.id) || of.has(pair.b.id)))
    .sort(mostUsedFirst);
  const total = { same: 0, version: 0, pages: 0 };
  for (const { relation } of shown) total[relation] += 1;
  const wanted = shown.filter(({ relation }) => asked.relations?.includes(relation) !== false);
  return { pairs: wanted.slice(0, asked.limit), total, ...(working !== undefined && { working }) };
}

/** The assets of whose pairs is asked; undefined where that is all. Of many, those that are gone are left out. */
function wantedOf(
  replica: WithNear,
  { asset, assets }: Pick<Asked, 'asset' | 'assets'>,
): ReadonlySet<string> | undefined {
  if (asset !== undefined) return new Set([summaryOf(replica, asset).id]);
  return assets && new Set(assets.map((id) => keptAsset(replica.catalog, id)));
}

/** The pairs that were told apart, as the assets are now. */
function pairsApart({ catalog }: WithNear): ReadonlySet<string> {
  const apart = new Set<string>();
  for (const [a, b] of allApart(catalog))
    apart.add(pairKey({ a: keptAsset(catalog, a), b: keptAsset(catalog, b) }));
  return apart;
}

function keyOf({ a, b }: NearPair): string {
  return pairKey({ a: a.id, b: b.id });
}

/** With those whose current versions are the very same file: also where it has nothing that could be compared. */
function* withSameFiles(replica: WithNear, pairs: readonly NearDocuments[]): Iterable<NearDocuments> {
  const known = new Set(pairs.map(pairKey));
  yield* pairs;
  const bySha = new Map<string, string[]>();
  for (const { id, version } of replica.summaries.all().values()) {
    const others = bySha.get(version.sha256) ?? [];
    // Each with the first: who makes these one has made all one.
    const [a] = others;
    if (a !== undefined && !known.has(pairKey({ a, b: id })))
      yield { a, b: id, similarity: 1, whole: true, pages: [] };
    bySha.set(version.sha256, [...others, id]);
  }
}

function pairView({ summaries }: WithNear, pair: NearDocuments): NearPair | undefined {
  const [one, other] = [summaries.all().get(pair.a), summaries.all().get(pair.b)];
  // Merged, archived or gone since they were compared.
  if (one === undefined || other === undefined || isPutAway(one) || isPutAway(other)) return undefined;
  const swapped = isBetter(other, one);
  const pages = swapped ? pair.pages.map(turned).sort((x, y) => x.a - y.a) : pair.pages;
  const same = one.version.sha256 === other.version.sha256;
  return {
    a: swapped ? other : one,
    b: swapped ? one : other,
    relation: same ? 'same' : pair.whole ? 'version' : 'pages',
    similarity: same ? 1 : pair.similarity,
    runs: runsOf(pages),
    pages: pages.slice(0, MOST_PAGES_TOLD),
  };
}

function turned({ a, b, similarity }: PageMatch): PageMatch {
  return { a: b, b: a, similarity };
}

/** Whether of two assets the first is the better one to keep. */
function isBetter(one: AssetSummary, other: AssetSummary): boolean {
  if (one.released !== other.released) return one.released;
  if (one.renewedAt !== other.renewedAt) return one.renewedAt > other.renewedAt;
  return one.uses === other.uses ? one.id < other.id : one.uses > other.uses;
}

const WEIGHT: Readonly<Record<NearRelation, number>> = { same: 2, version: 1, pages: 0 };

function mostUsedFirst(one: NearPair, other: NearPair): number {
  return (
    other.a.uses + other.b.uses - (one.a.uses + one.b.uses) ||
    WEIGHT[other.relation] - WEIGHT[one.relation] ||
    other.similarity - one.similarity ||
    (keyOf(one) < keyOf(other) ? -1 : 1)
  );
}
