import { z } from 'zod';
import type { AssetSummary } from '../../contract/assets.ts';
import type { RecallNews } from '../../contract/reviews.ts';
import { keptAsset } from '../../domain/assets/asset-selectors.ts';
import type { Logger } from '../../shared/ports/logger.ts';
import { assetIdSchema } from '../../shared/vocabulary/id-schemas.ts';
import { namedInstead } from '../assets/named-instead.ts';
import { DeviceList } from '../live/device-list.ts';
import type { LocalStore } from '../ports/snapshots.ts';
import type { WithReviews } from './with-reviews.ts';

/** Of which recall of an asset (by its time, milliseconds since 1970) the person at this device knows. */
const knownSchema = z.object({ asset: assetIdSchema, at: z.number() });
type Known = z.infer<typeof knownSchema>;

/** Who has opened, saved, sent or pinned something on this device hears once that it was recalled, and what to use in its place. */
export class RecallsKnown {
  readonly #list: DeviceList<Known>;

  private constructor(list: DeviceList<Known>) {
    this.#list = list;
  }

  static async open(local: LocalStore, logger: Logger): Promise<RecallsKnown> {
    return new RecallsKnown(await DeviceList.open(local, 'recalls-known', knownSchema, logger));
  }

  /** Recalls that they have not looked at, of what they had in hand; the newest first. */
  news(replica: WithReviews): RecallNews[] {
    const { summaries, catalog } = replica;
    const self = catalog.selfId();
    const inHand = this.#inHand(replica);
    const known = new Map(this.#list.items.map(({ asset, at }) => [asset, at]));
    return [...inHand]
      .flatMap((id) => recalled(summaries.seen(id)))
      .filter(({ asset, recall }) => recall.by.id !== self && known.get(asset.id) !== recall.at)
      .sort((a, b) => b.recall.at - a.recall.at || (a.asset.id < b.asset.id ? -1 : 1))
      .map(({ asset }) => {
        const instead = namedInstead(asset, (id) => summaries.seen(id));
        return { asset, ...(instead && { instead: { asset: instead.id, title: instead.title } }) };
      });
  }

  /** They have looked at the recalls of these assets. Says whether that is news. */
  async see(replica: WithReviews, assets: readonly string[]): Promise<boolean> {
    const { summaries } = replica;
    const seen = assets.flatMap((id) => recalled(summaries.seen(id)));
    if (seen.length === 0) return false;
    const named = new Set(seen.map(({ asset }) => asset.id));
    // Of what may be used again nothing is kept: a later recall is news.
    const others = this.#list.items.filter(
      ({ asset }) => !named.has(asset) && recalled(summaries.seen(asset)).length > 0,
    );
    await this.#list.set([
      ...others,
      ...seen.map(({ asset, recall }) => ({ asset: asset.id, at: recall.at })),
    ]);
    return true;
  }

  /** What was used on this device by the person, or is pinned here. */
  #inHand({ catalog, finding }: WithReviews): ReadonlySet<string> {
    const self = catalog.selfId() ?? '';
    const used = [...catalog.activity.uses].filter(([, { members }]) => members.has(self)).map(([id]) => id);
    return new Set([...used, ...finding.pins.ids()].map((id) => keptAsset(catalog, id)));
  }
}

function recalled(
  asset: AssetSummary | undefined,
): { readonly asset: AssetSummary; readonly recall: NonNullable<AssetSummary['recall']> }[] {
  return asset === undefined || asset.recall === null ? [] : [{ asset, recall: asset.recall }];
}
