import { DAY_MS } from '../../domain/kernel/calendar.ts';
import { BARE, type Claimed } from '../../domain/kernel/claims.ts';
import { ownStamp } from '../../domain/kernel/order.ts';
import type { LastPosition } from '../../domain/people/membership.ts';
import { may } from '../../domain/people/permissions.ts';
import type { CatalogState, EventDraft } from '../../domain/registry.ts';
import { type DeviceId, isDeviceId } from '../../shared/vocabulary/ids.ts';
import type { WithPeople } from './with-people.ts';

/** Devices that one event names: its line stays far below what a journal takes. */
const DEVICES_AN_EVENT = 200;

/**
 * Writes, as a lead's device that has just exchanged, how far it knows the history of devices that state things without a nonce, as Kitbag
 * did before ids followed from their authors: from then on nobody can take these with a stamp of their own choice. At most once a day,
 * whatever others write. Answers how many events were written. Throws `StorageError`.
 */
export async function anchorHistory(
  replica: WithPeople & { readonly link: { readonly report: { readonly outcome: string } | undefined } },
): Promise<number> {
  const { catalog, ports, link } = replica;
  if (link.report?.outcome !== 'exchanged' || !may(catalog.self().role, 'manage-members')) return 0;
  const at = ports.clock.now();
  if (hasAnchoredSince(catalog.state, catalog.replica.device, at - DAY_MS)) return 0;
  const named: (readonly [string, LastPosition])[] = [];
  for (const device of bareDevices(catalog.state)) {
    const seq = catalog.state.seen.get(device)?.seq ?? 0;
    const { journals } = catalog.replica;
    const digest = await journals.digestAt(device, 'catalog', seq);
    const { catalog: seal } = await journals.seals(device);
    const isOfIt = seal?.seq === seq && seal.digest === digest;
    named.push([
      device,
      {
        catalog: seq,
        activity: 0,
        ...(digest !== undefined && { catalogDigest: digest }),
        ...(isOfIt && { catalogSeal: seal.sig }),
      },
    ]);
  }
  const drafts: EventDraft[] = [];
  for (let from = 0; from < named.length; from += DEVICES_AN_EVENT) {
    const last = Object.fromEntries(named.slice(from, from + DEVICES_AN_EVENT));
    drafts.push({ kind: 'history-anchored', body: { last, at } });
  }
  await catalog.commit(drafts);
  return drafts.length;
}

/** Devices with claims without a nonce that no anchor covers. */
function bareDevices({ assets, requests }: CatalogState): readonly DeviceId[] {
  const devices = new Set<string>();
  const note = (claim: Claimed<unknown> | undefined): void => {
    if (claim?.weight === BARE) devices.add(ownStamp(claim.stamp).split('|')[1] ?? '');
  };
  for (const { added, versions } of assets.values()) {
    note(added);
    for (const version of versions.values()) note(version);
  }
  for (const { made, comments } of requests.values()) {
    note(made);
    for (const comment of comments.values()) note(comment);
  }
  return [...devices].filter(isDeviceId).sort();
}

function hasAnchoredSince({ membership }: CatalogState, device: string, time: number): boolean {
  return [...membership.events.values()].some(
    ({ source, draft }) =>
      draft.kind === 'history-anchored' && source.device === device && draft.body.at > time,
  );
}
