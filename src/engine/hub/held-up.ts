import type { JoiningHeld } from '../../contract/hub.ts';
import type { PlaceKind } from '../../shared/hub-location.ts';
import { type Says, says } from '../../shared/says/says.ts';
import type { DeviceId } from '../../shared/vocabulary/ids.ts';
import type { ExchangeReport } from '../../sync/exchange/exchange-report.ts';
import type { ObjectsHere } from '../../sync/exchange/objects-here.ts';
import type { JournalPlace } from '../live/journal-place.ts';
import { holdsUp, stillCopying, troubleOfDevice, whyBlocked } from './what-holds-up.ts';

/** How many objects of the hub are known of, its description included, and what is the matter with those that are not here. */
export function objectsIn({ devices }: Pick<ExchangeReport, 'devices'>): ObjectsHere {
  const count = { named: 1, missing: 0, altered: 0 };
  for (const { objects } of devices) {
    count.named += objects?.named ?? 0;
    count.missing += objects?.missing ?? 0;
    count.altered += objects?.altered ?? 0;
  }
  return count;
}

/** The description of the hub is not there, or half of it. */
export function heldByDescription(kind: PlaceKind): JoiningHeld {
  const why = says(`${kind}.joining-without-description`);
  return { reason: 'copying', says: why, missing: 1, of: 1, mayStart: false };
}

/** The place can't be reached, or not be used. */
export function heldByPlace(reason: string, why: Says): JoiningHeld {
  return { reason, says: why, missing: 0, of: 0, mayStart: false };
}

/**
 * What keeps somebody out after an exchange: the founder's device says whose hub it is and who may do what, so all that it wrote has to be
 * here; what others wrote may follow. `undefined` where nothing does. `founded`: whether the hub's founding is here, with which one may begin.
 * `device`: this one.
 */
export function heldUp(
  report: ExchangeReport | undefined,
  { founder, device: self }: { readonly founder: DeviceId; readonly device: DeviceId },
  founded: boolean,
  kind: PlaceKind,
): JoiningHeld | undefined {
  const counts = { missing: 0, of: 0, mayStart: founded };
  if (report === undefined || report.outcome === 'offline')
    return { ...counts, reason: 'unreachable', says: says(`${kind}.joining-offline`) };
  const { reason } = report;
  if (reason === 'no-hub' || reason === 'unreadable-hub') return heldByDescription(kind);
  const why = whyBlocked(report, kind, { device: self, joining: true });
  if (reason !== undefined && why !== undefined) return { ...counts, reason, says: why };
  const standing = report.devices.find(({ device }) => device === founder);
  const trouble = standing === undefined ? 'not-arrived' : standing.trouble;
  const keepsOut = standing !== undefined && holdsUp(standing);
  if (founded && !keepsOut) return undefined;
  const objects = objectsIn(report);
  if (trouble === 'not-arrived' || trouble === undefined || trouble === 'altered' || trouble === 'forged')
    return heldByMissing(objects, founded, kind);
  return { ...counts, reason: trouble, says: troubleOfDevice(trouble) };
}

/** Held by objects that are missing, or are not what was signed. */
export function heldByMissing(
  { named, missing, altered }: ObjectsHere,
  mayStart: boolean,
  kind: PlaceKind,
): JoiningHeld {
  return {
    reason: altered > 0 ? 'altered' : 'copying',
    says: stillCopying({ named, missing, altered }, kind),
    missing: missing + altered,
    of: named,
    mayStart,
  };
}

/** What the hub had when somebody came in, as far as its devices told: also what had not arrived by then. */
export function placeMet({ devices }: Pick<ExchangeReport, 'devices'>): JournalPlace {
  return Object.fromEntries(
    devices.flatMap(({ device, streams: { catalog } }) =>
      catalog === undefined ? [] : [[device, Math.max(catalog.here, catalog.there)]],
    ),
  );
}
