import type { ExchangeSummary, HubState, JoiningHeld } from '../../contract/hub.ts';
import type { PlaceKind } from '../../shared/hub-location.ts';
import type { LetIn } from '../../shared/let-in.ts';
import { type Says, says } from '../../shared/says/says.ts';
import { eventsBehind } from '../../sync/exchange/device-standing.ts';
import type { ExchangeReport } from '../../sync/exchange/exchange-report.ts';
import { troubleOfDevice, whyBlocked } from './what-holds-up.ts';

/** What came of an exchange. Files that were `fetched` because of it, and those of which the hub has other bytes than were published. */
export function exchangeSummary(
  report: ExchangeReport,
  { state, reason, says: told, devices }: Pick<HubState, 'state' | 'reason' | 'says' | 'devices'>,
  {
    fetched,
    altered,
    letIn,
  }: { readonly fetched: number; readonly altered: number; readonly letIn?: LetIn | undefined },
  kind: PlaceKind,
): ExchangeSummary {
  const device = devices.find(({ self }) => self)?.id ?? '';
  const names = new Map(devices.map(({ id, name }) => [id, name]));
  const behind = report.devices
    .filter((device) => eventsBehind(device) > 0 || device.trouble !== undefined)
    .map((device) => ({
      device: device.device,
      name: names.get(device.device) ?? device.name ?? '',
      events: eventsBehind(device),
      ...(device.trouble !== undefined && {
        reason: device.trouble,
        says: troubleOfDevice(device.trouble),
      }),
    }));
  const { pushed, pulled, blobs, pending, foreign, ms } = report;
  return {
    pushed,
    pulled,
    blobs: blobs + fetched,
    behind,
    blocked: blockedOf(report, state === 'removed' ? { reason, says: told } : { says: told }, {
      kind,
      device,
    }),
    pending,
    standing: state === 'waiting' || state === 'removed' ? state : 'member',
    ...(letIn !== undefined && { letIn }),
    foreign: foreign.length,
    altered,
    ms,
  };
}

/** The same for somebody who is not in yet: nothing was exchanged. */
export function heldSummary({ reason, says: told, missing, of }: JoiningHeld, ms: number): ExchangeSummary {
  const blocked = [{ reason, says: told, missing, of }];
  return {
    pushed: 0,
    pulled: 0,
    blobs: 0,
    behind: [],
    blocked,
    pending: 0,
    standing: 'waiting',
    foreign: 0,
    altered: 0,
    ms,
  };
}

/** What held it up: the report's reason, or where the person stands in the hub (`standing`, with what the state says). */
function blockedOf(
  report: ExchangeReport,
  standing: { readonly reason?: string | undefined; readonly says?: Says | undefined },
  { kind, device }: { readonly kind: PlaceKind; readonly device: string },
): ExchangeSummary['blocked'] {
  if (report.outcome === 'exchanged') {
    const { reason, says: why } = standing;
    return reason === undefined || why === undefined ? [] : [{ reason, says: why }];
  }
  const { reason = 'offline' } = report;
  const why = whyBlocked(report, kind, { device }) ?? standing.says ?? says('sync.offline');
  return [{ reason, says: why }];
}
