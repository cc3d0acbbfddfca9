import type { NearAsset } from '../../contract/publish.ts';
import { isPutAway } from '../../domain/assets/asset-state.ts';
import { StorageError } from '../../shared/errors.ts';
import type { NearFinder } from '../near/near-finder.ts';
import { runsOf } from '../near/pages/page-runs.ts';
import { checkMayPublish } from '../people/may-publish.ts';
import type { WithPublishing } from './with-publishing.ts';

/** Assets that are told of one row: the most alike ones. */
const MOST_TOLD = 6;

/** The assets that have pages in common with a row, the most alike first. None of one that was not read, or whose text is gone. */
export async function nearToRow(
  replica: WithPublishing & { readonly near: NearFinder },
  row: string,
): Promise<NearAsset[]> {
  checkMayPublish(replica);
  const { document } = replica.staging.held(row);
  if (document === undefined) return [];
  const found = await replica.near.nearTo(await textOf(replica, document.textBlob));
  return found
    .flatMap(({ b, whole, similarity, pages }): NearAsset[] => {
      const asset = replica.summaries.known(b);
      if (asset === undefined || isPutAway(asset)) return [];
      const { id, title, versionCount: versions } = asset;
      return [{ asset: id, title, versions, whole, similarity, pages: pages.length, runs: runsOf(pages) }];
    })
    .slice(0, MOST_TOLD);
}

async function textOf({ texts }: WithPublishing, textBlob: Parameters<WithPublishing['texts']['read']>[0]) {
  try {
    return await texts.read(textBlob);
  } catch (error) {
    if (error instanceof StorageError) return [];
    throw error;
  }
}
