import type { PlaceKind } from '../../shared/hub-location.ts';
import { type Says, says } from '../../shared/says/says.ts';
import type { DeviceStanding, Trouble } from '../../sync/exchange/device-standing.ts';
import type { BlockReason, ExchangeReport } from '../../sync/exchange/exchange-report.ts';
import type { ObjectsHere } from '../../sync/exchange/objects-here.ts';

/** What holds an exchange up, and what is told of it. */

/** Why nothing can be exchanged with a place of this kind. */
export function blockedBy(reason: BlockReason, kind: PlaceKind): Says {
  switch (reason) {
    // What is the same wherever the hub is.
    case 'newer-format':
    case 'forked':
    case 'too-large':
      return says(`sync.${reason}`);
    default:
      return says(`${kind}.${reason}`);
  }
}

/** The same of an exchange; `undefined` where it was not blocked. `device`: this one, `joining`: it is on its way into the hub. */
export function whyBlocked(
  report: Pick<ExchangeReport, 'reason' | 'whileSending'>,
  kind: PlaceKind,
  { device, joining }: { readonly device: string; readonly joining?: true },
): Says | undefined {
  if (isReadOnly(report)) return says(`${kind}.${joining ? 'joining-read-only' : 'read-only'}`, { device });
  return report.reason && blockedBy(report.reason, kind);
}

/** Whether what others wrote could be read, and nothing of this device may be written. */
export function isReadOnly({
  reason,
  whileSending,
}: Pick<ExchangeReport, 'reason' | 'whileSending'>): boolean {
  return reason === 'denied' && whileSending === true;
}

/** To somebody who joins while objects of the hub are missing, or are not what was signed. */
export function stillCopying({ named, missing, altered }: ObjectsHere, kind: PlaceKind): Says {
  return altered === 0
    ? says(`${kind}.joining-incomplete`, { missing, named })
    : says(`${kind}.joining-altered`, { altered, missing, named });
}

/** Why a device's work is not here as far as its head says. */
export function troubleOfDevice(trouble: Trouble): Says {
  return says(`sync.device-${trouble}`);
}

const NOTHING_MISSING: ReadonlySet<Trouble> = new Set([
  'rolled-back',
  'missing',
  'forked',
  'replaced-history',
]);

/** Troubles that mean that something of a device is missing here. */
export function holdsUp({ trouble }: DeviceStanding): boolean {
  return trouble !== undefined && !NOTHING_MISSING.has(trouble);
}
