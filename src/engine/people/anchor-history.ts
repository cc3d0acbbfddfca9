import { bareDevices, foldedUpTo } from '../../domain/fold/history-selectors.ts';
import { DAY_MS } from '../../domain/kernel/calendar.ts';
import type { LastPosition } from '../../domain/people/membership.ts';
import { hasAnchoredSince } from '../../domain/people/people-selectors.ts';
import { may } from '../../domain/people/permissions.ts';
import type { EventDraft } from '../../domain/registry.ts';
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
  if (hasAnchoredSince(catalog, catalog.replica.device, at - DAY_MS)) return 0;
  const named: (readonly [string, LastPosition])[] = [];
  for (const device of bareDevices(catalog)) {
    const seq = foldedUpTo(catalog, device);
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
