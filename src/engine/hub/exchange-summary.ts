import type { DeviceSync, JoiningHeld } from '../../contract/hub.ts';
import { eventsBehind } from '../../sync/device-standing.ts';
import type { ExchangeReport } from '../../sync/exchange.ts';
import { blockedMessage, OFFLINE_MESSAGE, troubleMessage } from './sync-messages.ts';

/** An exchange as the command line tells it. */
export type ExchangeSummary = {
  readonly pushed: number;
  readonly pulled: number;
  readonly blobs: number;
  readonly behind: readonly {
    readonly device: string;
    readonly name: string;
    readonly events: number;
    readonly reason?: string;
    readonly message?: string;
  }[];
  readonly blocked: readonly {
    readonly reason: string;
    readonly message: string;
    /** While joining: objects that are not here, of those that are known of. */
    readonly missing?: number;
    readonly of?: number;
  }[];
  readonly pending: number;
  /** Names in the hub that are none of Kitbag's. */
  readonly foreign: number;
  readonly ms: number;
};

/** What came of an exchange. `fetched`: files that were brought here because of it. */
export function exchangeSummary(
  report: ExchangeReport,
  devices: readonly DeviceSync[],
  fetched: number,
): ExchangeSummary {
  const names = new Map(devices.map(({ id, name }) => [id, name]));
  const behind = report.devices
    .filter((device) => eventsBehind(device) > 0 || device.trouble !== undefined)
    .map((device) => ({
      device: device.device,
      name: names.get(device.device) ?? device.name ?? '',
      events: eventsBehind(device),
      ...(device.trouble !== undefined && {
        reason: device.trouble,
        message: troubleMessage(device.trouble),
      }),
    }));
  const { pushed, pulled, blobs, pending, foreign, ms } = report;
  return {
    pushed,
    pulled,
    blobs: blobs + fetched,
    behind,
    blocked: blockedOf(report),
    pending,
    foreign: foreign.length,
    ms,
  };
}

/** The same for somebody who is not in yet: nothing was exchanged. */
export function heldSummary({ reason, message, missing, of }: JoiningHeld, ms: number): ExchangeSummary {
  const blocked = [{ reason, message, missing, of }];
  return { pushed: 0, pulled: 0, blobs: 0, behind: [], blocked, pending: 0, foreign: 0, ms };
}

function blockedOf({ outcome, reason }: ExchangeReport): ExchangeSummary['blocked'] {
  if (outcome === 'exchanged') return [];
  if (reason === undefined) return [{ reason: 'offline', message: OFFLINE_MESSAGE }];
  return [{ reason, message: blockedMessage(reason) }];
}
