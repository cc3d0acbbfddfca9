import { ratingsOf } from '../../domain/ratings/rating-selectors.ts';
import { says } from '../../shared/says/says.ts';
import { summaryOf } from '../assets/assets.ts';
import { visibleVersions } from '../assets/versions.ts';
import { invalid } from '../base/refusal.ts';
import { checkMayPublish } from '../people/may-publish.ts';
import type { WithNear } from './with-near.ts';

/** What a merge came to, or would. */
type Merged = {
  readonly asset: string;
  readonly title: string;
  readonly versions: number;
  readonly ratings: number;
  readonly undo?: string;
};

/** Makes two assets one; nothing of either is lost. Throws `Refusal` where they are one already, or reps would lose what they have. */
export async function mergeAssets(
  replica: WithNear,
  input: { readonly asset: string; readonly into: string; readonly dryRun?: boolean | undefined },
): Promise<Merged> {
  checkMayPublish(replica);
  const [given, kept] = [summaryOf(replica, input.asset), summaryOf(replica, input.into)];
  if (given.id === kept.id) throw invalid(says('near.one-already', { title: kept.title }), 'into');
  if (given.released && !kept.released)
    throw invalid(says('near.keep-released', { title: kept.title, released: given.title }), 'into');
  const versions = visibleVersions(replica, given.id).length + visibleVersions(replica, kept.id).length;
  const rated = [given, kept].flatMap(({ id }) =>
    [...ratingsOf(replica.catalog, id)].map(([member]) => member),
  );
  const merged = { asset: kept.id, title: kept.title, versions, ratings: new Set(rated).size };
  if (input.dryRun === true) return merged;
  const body = { asset: given.id, into: kept.id, at: replica.ports.clock.now() };
  return { ...merged, ...(await replica.undos.commit([{ kind: 'asset-merged', body }])) };
}

/** Says that two assets are not the same. */
export async function tellApart(
  replica: WithNear,
  pair: { readonly a: string; readonly b: string },
): Promise<{ undo?: string }> {
  checkMayPublish(replica);
  const [a, b] = [summaryOf(replica, pair.a).id, summaryOf(replica, pair.b).id];
  if (a === b) throw invalid(says('near.one-already', { title: summaryOf(replica, a).title }), 'b');
  const body = { a, b, at: replica.ports.clock.now() };
  return replica.undos.commit([{ kind: 'assets-told-apart', body }]);
}
