import { z } from 'zod';
import type { AssetSummary } from '../../contract/assets.ts';
import type { DueNews } from '../../contract/reviews.ts';
import { isUsable } from '../../domain/assets/asset-state.ts';
import { DAY_MS } from '../../domain/kernel/calendar.ts';
import { timeZoneOf } from '../../domain/people/people-selectors.ts';
import { may } from '../../domain/people/permissions.ts';
import { dayIn } from '../../shared/day.ts';
import type { Logger } from '../../shared/ports/logger.ts';
import { assetIdSchema } from '../../shared/vocabulary/id-schemas.ts';
import { DUE_KINDS, type DueKind } from '../../shared/vocabulary/reviews.ts';
import { DeviceList } from '../live/device-list.ts';
import type { LocalStore } from '../ports/snapshots.ts';
import { daysNoticed } from './due.ts';
import type { WithReviews } from './with-reviews.ts';

/** Of which notice the person at this device knows: of which day of an asset, and how many weeks before it. */
const knownSchema = z.object({
  asset: assetIdSchema,
  due: z.enum(DUE_KINDS),
  on: z.string(),
  weeks: z.number(),
});
type Known = z.infer<typeof knownSchema>;

/** The later notice comes two weeks ahead. */
const LATER_DAYS = 14;
const LATER_WEEKS = 2;
const EARLIER_WEEKS = 4;

/** Who answers for an asset hears four and two weeks before that its review or its last day comes, until they have looked. */
export class DueKnown {
  readonly #list: DeviceList<Known>;

  private constructor(list: DeviceList<Known>) {
    this.#list = list;
  }

  static async open(local: LocalStore, logger: Logger): Promise<DueKnown> {
    return new DueKnown(await DeviceList.open(local, 'due-known', knownSchema, logger));
  }

  /** Notices that they have not looked at, most used first. */
  news(replica: WithReviews): DueNews[] {
    const known = new Set(this.#list.items.map(keyOf));
    return noticesOf(replica)
      .filter((notice) => !known.has(keyOf(knownOf(notice))))
      .sort((a, b) => b.asset.uses - a.asset.uses || a.days - b.days || (a.asset.id < b.asset.id ? -1 : 1));
  }

  /** They have looked at the notices of these assets. Says whether that is news. */
  async see(replica: WithReviews, assets: readonly string[]): Promise<boolean> {
    const named = new Set(assets);
    const standing = noticesOf(replica).map(knownOf);
    const seen = new Set(this.#list.items.map(keyOf));
    const added = standing.filter((one) => named.has(one.asset) && !seen.has(keyOf(one)));
    if (added.length === 0) return false;
    // Of what is not due any more nothing is kept.
    const still = new Set(standing.map(keyOf));
    await this.#list.set([...this.#list.items.filter((one) => still.has(keyOf(one))), ...added]);
    return true;
  }
}

function noticesOf(replica: WithReviews): DueNews[] {
  const { catalog, summaries } = replica;
  if (!may(catalog.self().role, 'publish')) return [];
  const self = catalog.selfId();
  const mine = [...summaries.visible().values()].filter(
    (asset) => isUsable(asset.state) && (asset.verifier ?? asset.owner)?.id === self,
  );
  return mine.flatMap((asset) => [...dueDays(replica, asset)]);
}

/** What of an asset comes within the weeks in which it is told. */
function* dueDays({ catalog, summaries }: WithReviews, asset: AssetSummary): Iterable<DueNews> {
  const today = Date.parse(`${summaries.today()}T00:00:00Z`);
  const review = dayIn(asset.renewedAt + asset.reviewDays * DAY_MS, timeZoneOf(catalog));
  const days: Readonly<Record<DueKind, string | null>> = { review, expiry: asset.expiresOn };
  for (const due of DUE_KINDS) {
    const on = days[due];
    if (on === null) continue;
    const left = Math.round((Date.parse(`${on}T00:00:00Z`) - today) / DAY_MS);
    if (left >= 0 && left <= daysNoticed(due === 'review' ? asset.reviewDays : undefined))
      yield { asset, due, on, days: left };
  }
}

function knownOf({ asset, due, on, days }: DueNews): Known {
  return { asset: asset.id, due, on, weeks: days <= LATER_DAYS ? LATER_WEEKS : EARLIER_WEEKS };
}

function keyOf({ asset, due, on, weeks }: Known): string {
  return [asset, due, on, weeks].join(' ');
}
