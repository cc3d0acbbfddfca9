import type { ExchangeSummary, HubState, JoiningHeld } from '../../contract/hub.ts';
import type { LetIn } from '../../shared/let-in.ts';
import { eventsBehind } from '../../sync/exchange/device-standing.ts';
import type { ExchangeReport } from '../../sync/exchange/exchange-report.ts';
import type { PlaceWords } from '../ports/place-words.ts';
import { offlineMessage, troubleMessage, whyBlocked } from './sync-messages.ts';

/** What came of an exchange. Files that were `fetched` because of it, and those of which the hub has other bytes than were published. */
export function exchangeSummary(
  report: ExchangeReport,
  { state, reason, message, devices }: Pick<HubState, 'state' | 'reason' | 'message' | 'devices'>,
  {
    fetched,
    altered,
    letIn,
  }: { readonly fetched: number; readonly altered: number; readonly letIn?: LetIn | undefined },
  words: PlaceWords,
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
        message: troubleMessage(device.trouble),
      }),
    }));
  const { pushed, pulled, blobs, pending, foreign, ms } = report;
  return {
    pushed,
    pulled,
    blobs: blobs + fetched,
    behind,
    blocked: blockedOf(report, state === 'removed' ? { reason, message } : { message }, { words, device }),
    pending,
    standing: state === 'waiting' || state === 'removed' ? state : 'member',
    ...(letIn !== undefined && { letIn }),
    foreign: foreign.length,
    altered,
    ms,
  };
}

/** The same for somebody who is not in yet: nothing was exchanged. */
export function heldSummary({ reason, message, missing, of }: JoiningHeld, ms: number): ExchangeSummary {
  const blocked = [{ reason, message, missing, of }];
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

/** What held it up: the report's reason, or where the person stands in the hub (`standing`, with the sentence of the state). */
function blockedOf(
  report: ExchangeReport,
  standing: { readonly reason?: string | undefined; readonly message?: string | undefined },
  { words, device }: { readonly words: PlaceWords; readonly device: string },
): ExchangeSummary['blocked'] {
  const { outcome, reason } = report;
  if (outcome === 'exchanged')
    return standing.reason === undefined
      ? []
      : [{ reason: standing.reason, message: standing.message ?? '' }];
  if (reason === undefined) return [{ reason: 'offline', message: standing.message ?? offlineMessage() }];
  return [{ reason, message: whyBlocked(report, words, { device }) ?? '' }];
}
