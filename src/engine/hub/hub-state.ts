import type { DeviceSync, HubState, SyncState } from '../../contract/hub.ts';
import {
  hubNameOf,
  hubOf,
  knownDevice,
  mayNameMembers,
  ownerOfDevice,
  roleOf,
  standingOf,
  whoIsWho,
} from '../../domain/people/people-selectors.ts';
import { may } from '../../domain/people/permissions.ts';
import type { PlaceKind } from '../../shared/hub-location.ts';
import { cleanName } from '../../shared/person-name.ts';
import { type Says, says } from '../../shared/says/says.ts';
import type { Standing } from '../../shared/vocabulary/people.ts';
import { type DeviceStanding, eventsBehind } from '../../sync/exchange/device-standing.ts';
import type { ExchangeProgress, ExchangeReport } from '../../sync/exchange/exchange-report.ts';
import type { LiveCatalog } from '../live/live-catalog.ts';
import type { HubSettings } from './hub-settings.ts';
import { holdsUp, troubleOfDevice, whyBlocked } from './what-holds-up.ts';

/** What is known of the link to the hub. */
type LinkFacts = {
  readonly fingerprint: string;
  readonly settings?: HubSettings;
  readonly unusable?: Says;
  readonly report?: ExchangeReport;
  /** The hub's place is not there, although the way to it is. */
  readonly gone?: boolean;
  /** Of the place that the report is about. */
  readonly kind?: PlaceKind;
  readonly exchangedAt?: number;
  readonly progress?: ExchangeProgress;
  readonly pending: number;
};

/** How many names that are none of ours are shown. */
const FOREIGN_SHOWN = 20;

/** Where a replica stands with its hub. The files' counts are filled in by who keeps them. */
export function hubState(catalog: LiveCatalog, facts: LinkFacts): HubState {
  const { settings, report, progress } = facts;
  const name = hubNameOf(catalog) ?? settings?.name ?? '';
  const standing = standingOf(catalog, catalog.selfId());
  const state = wordOf(facts, standing);
  return {
    state,
    hub: { id: hubOf(catalog)?.id ?? settings?.hub ?? '', name },
    fingerprint: facts.fingerprint,
    ...(settings?.location !== undefined && { location: settings.location }),
    ...(state === 'removed' || state === 'waiting'
      ? STANDINGS[state]
      : troubleOf(facts, catalog.replica.device)),
    sharing: sharingOf(catalog),
    ...(facts.exchangedAt !== undefined && { exchangedAt: facts.exchangedAt }),
    pending: facts.pending,
    ...(progress !== undefined && { progress: progressOf(progress) }),
    devices: devicesOf(catalog, report?.devices ?? []),
    foreign: {
      count: report?.foreign.length ?? 0,
      names: (report?.foreign ?? []).slice(0, FOREIGN_SHOWN),
    },
    files: { wanted: 0, here: 0, missingBytes: 0, altered: 0 },
  };
}

/** What the exchange comes to for somebody who is not in, or not in any more. */
const STANDINGS = {
  removed: { reason: 'removed', says: says('sync.removed') },
  waiting: { reason: 'waiting', says: says('sync.waiting') },
} as const;

/** Whether the person may share the hub: leads, and who may make themselves one by naming themselves. A sample only who began it. */
function sharingOf(catalog: LiveCatalog): HubState['sharing'] {
  const hub = hubOf(catalog);
  const self = catalog.selfId() ?? '';
  const isSample = hub?.sample === true;
  if (isSample && hub.endedBy?.has(catalog.replica.device) !== true) return 'no';
  const role = roleOf(catalog, self);
  if (role !== undefined && may(role, 'manage-members')) return 'may';
  return isSample || mayNameMembers(catalog, self) ? 'as-lead' : 'no';
}

function wordOf({ settings, unusable, report, progress, pending }: LinkFacts, standing: Standing): SyncState {
  if (settings?.location === undefined) return 'private';
  if (unusable !== undefined || report?.outcome === 'blocked') return 'blocked';
  if (standing === 'removed') return 'removed';
  if (standing === 'waiting' && report?.outcome !== 'offline') return 'waiting';
  if (progress !== undefined) return 'syncing';
  if (report?.outcome === 'offline') return 'offline';
  if (report === undefined) return pending > 0 ? 'pending' : 'syncing';
  if (report.devices.some(holdsUp)) return 'behind';
  return pending > 0 ? 'pending' : 'synced';
}

function troubleOf(
  { unusable, report, gone, kind }: LinkFacts,
  device: string,
): { reason?: string; says?: Says } {
  if (unusable !== undefined) return { reason: 'place', says: unusable };
  if (report?.outcome === 'offline')
    return gone === true && kind !== undefined
      ? { reason: 'gone', says: says(`${kind}.gone`) }
      : { reason: 'unreachable', says: says('sync.offline') };
  if (report?.reason === undefined || kind === undefined) return {};
  const why = whyBlocked(report, kind, { device });
  return { reason: report.reason, ...(why !== undefined && { says: why }) };
}

function progressOf(progress: ExchangeProgress): HubState['progress'] {
  switch (progress.phase) {
    case 'receiving':
      return { phase: 'receiving', done: progress.devices, total: progress.of, bytes: progress.bytes };
    case 'sending-files':
      return { phase: 'sending-files', done: progress.files, total: progress.of, bytes: progress.bytes };
    case 'sending':
      return { phase: 'sending', done: 0, total: 1, bytes: 0 };
  }
}

/** All devices that are known: those that the hub tells of, and those that the catalog names. */
function devicesOf(catalog: LiveCatalog, standings: readonly DeviceStanding[]): DeviceSync[] {
  const self = catalog.replica.device;
  const known = new Map(standings.map((standing) => [standing.device as string, standing]));
  const ids = new Set([self as string, ...whoIsWho(catalog).devices.keys(), ...known.keys()]);
  return [...ids].map((id) => {
    const member = ownerOfDevice(catalog, id);
    const standing = known.get(id);
    return {
      id,
      name: knownDevice(catalog, id)?.name ?? (cleanName(standing?.name ?? '') || id.slice(0, 8)),
      ...(member !== undefined && { member: catalog.member(member) }),
      self: id === self,
      ...(standing?.writtenAt !== undefined && { seenAt: standing.writtenAt }),
      behind: standing === undefined ? 0 : eventsBehind(standing),
      ...(standing?.trouble !== undefined && {
        trouble: standing.trouble,
        says: troubleOfDevice(standing.trouble),
      }),
    };
  });
}
