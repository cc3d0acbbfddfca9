import type { ExchangeReport } from '../../sync/exchange.ts';
import { Refusal } from '../refusal.ts';
import { blockedMessage, offlineMessage } from './sync-messages.ts';

/** Throws a `Refusal` with the reason, for somebody who waits for an exchange that did not go through. */
export function checkExchanged(report: ExchangeReport | undefined): void {
  if (report?.outcome === 'exchanged') return;
  const message = report?.reason === undefined ? offlineMessage(false) : blockedMessage(report.reason);
  throw new Refusal('INVALID', message, { retry: true });
}
