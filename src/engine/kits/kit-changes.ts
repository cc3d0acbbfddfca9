import type { AssetSummary } from '../../contract/assets.ts';
import type { KitChange } from '../../contract/kits.ts';
import { knownAsset, standingVersionsOf } from '../../domain/assets/asset-selectors.ts';
import { type OrderKey, ownStamp, timeOfStamp } from '../../domain/kernel/order.ts';
import { itemFields, knownKit } from '../../domain/kits/kit-selectors.ts';
import type { KitItemRegisters } from '../../domain/kits/kits.ts';
import { ownerOfDevice } from '../../domain/people/people-selectors.ts';
import { MOST_KIT_ITEMS } from '../../shared/limits.ts';
import { notFound } from '../base/refusal.ts';
import { kitOf } from './kit-of.ts';
import type { WithKits } from './with-kits.ts';

/** What changed in a kit since somebody looked: what was put in, taken out and moved, and what became of what it holds. */

/** Whether something that was written comes after what they had seen. */
type IsNew = (stamp: OrderKey, at: number) => boolean;

/** Newest first. Since they looked last: by what of the hub was here then, because a colleague's older change may have arrived later. */
export async function kitChanges(
  replica: WithKits,
  { kit: id, since }: { readonly kit: string; readonly since?: number | undefined },
): Promise<{ since: number | null; changes: KitChange[] }> {
  const { items } = kitOf(replica, id);
  const kit = knownKit(replica.catalog, id);
  if (kit === undefined) throw notFound('kit');
  const looked = since === undefined ? replica.keptKits.lookedAt(id) : undefined;
  if (since === undefined && looked === undefined) return { since: null, changes: [] };
  const from = since ?? looked?.at ?? 0;
  const covers = looked && (await replica.places.covers(looked.place));
  const isNew: IsNew = covers === undefined ? (_, at) => at > from : (stamp) => !covers(stamp);
  const editions = new Map(items.map(({ item, edition }) => [item.item, edition]));
  const changes = [...kit.items].flatMap(([id, item]) =>
    changesOfItem(replica, item, isNew, { since: from, edition: editions.get(id) }),
  );
  changes.sort((a, b) => b.at - a.at || (a.asset < b.asset ? -1 : 1));
  return { since: from, changes: changes.slice(0, 2 * MOST_KIT_ITEMS) };
}

/** They have looked. */
export async function lookAtKit(replica: WithKits, kit: string): Promise<{ seen: boolean }> {
  kitOf(replica, kit);
  await replica.keptKits.look(kit, replica.ports.clock.now(), replica.soFar());
  replica.changes.emit('kits');
  return { seen: true };
}

function changesOfItem(
  replica: WithKits,
  registers: KitItemRegisters,
  isNew: IsNew,
  { since, edition }: { readonly since: number; readonly edition: AssetSummary | undefined },
): readonly KitChange[] {
  const fields = itemFields(registers);
  // Of what has not come out a rep is told nothing, nor of what nobody knows.
  const asset = fields && replica.summaries.seen(fields.asset);
  if (fields === undefined || asset === undefined) return [];
  const own = changeOfItem(replica, asset, registers, isNew);
  if (fields.removed || own?.change === 'added') return own === undefined ? [] : [own];
  // Of language editions what became of the one that they read.
  const ofAsset = changesOfAsset(replica, edition ?? asset, fields.version !== null, isNew, since);
  return own === undefined ? ofAsset : [own, ...ofAsset];
}

/** What was done to the item; of several things what matters most. */
function changeOfItem(
  replica: WithKits,
  asset: AssetSummary,
  registers: KitItemRegisters,
  isNew: IsNew,
): KitChange | undefined {
  const all = Object.entries(registers);
  const fresh = all.filter(([, { stamp }]) => isNew(stamp, timeOf(stamp)));
  const last = fresh
    .map(([, { stamp }]) => stamp)
    .toSorted()
    .at(-1);
  if (last === undefined) return undefined;
  const isFresh = (name: keyof KitItemRegisters) => fresh.some(([field]) => field === name);
  const isRemoved = registers.removed?.value === true;
  // What came and went again meanwhile is no news.
  if (isRemoved && fresh.length === all.length) return undefined;
  const change =
    isRemoved && isFresh('removed')
      ? 'removed'
      : isRemoved
        ? undefined
        : fresh.length === all.length || isFresh('removed')
          ? 'added'
          : isFresh('asset') || isFresh('pages') || isFresh('version') || isFresh('why')
            ? 'changed'
            : 'moved';
  return change && told(replica, asset, change, last);
}

/** What became of the asset: a version that came out, a recall, its last day of use. */
function changesOfAsset(
  replica: WithKits,
  asset: AssetSummary,
  isPinned: boolean,
  isNew: IsNew,
  since: number,
): readonly KitChange[] {
  const { catalog } = replica;
  const changes: KitChange[] = [];
  const last = standingVersionsOf(catalog, asset.id).findLast(({ state }) => state === 'published');
  if (!isPinned && last !== undefined && last.number > 1 && isNew(last.stamp, last.since)) {
    const by = catalog.member(last.member);
    changes.push({ ...about(asset), change: 'new-version', at: last.since, by, version: last.number });
  }
  const recall = knownAsset(catalog, asset.id)?.recall;
  if (recall !== undefined && recall.value !== null && isNew(recall.stamp, recall.value.at)) {
    const { at, member } = recall.value;
    changes.push({ ...about(asset), change: 'recalled', at, by: catalog.member(member) });
  }
  if (asset.state === 'expired' && asset.expiresOn !== null) {
    const at = Date.parse(`${asset.expiresOn}T23:59:59Z`);
    if (at > since) changes.push({ ...about(asset), change: 'expired', at });
  }
  return changes;
}

function about({ id, title }: AssetSummary): Pick<KitChange, 'asset' | 'title'> {
  return { asset: id, title };
}

function told(
  { catalog }: WithKits,
  asset: AssetSummary,
  change: KitChange['change'],
  stamp: OrderKey,
): KitChange {
  const device = ownStamp(stamp).split('|')[1] ?? '';
  const member = ownerOfDevice(catalog, device);
  return {
    ...about(asset),
    change,
    at: timeOf(stamp),
    ...(member !== undefined && { by: catalog.member(member) }),
  };
}

function timeOf(stamp: OrderKey): number {
  return timeOfStamp(ownStamp(stamp));
}
