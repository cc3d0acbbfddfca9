import type { ExchangeReport } from '../../sync/exchange/exchange-report.ts';
import { Refusal } from '../base/refusal.ts';
import type { PlaceWords } from '../ports/place-words.ts';
import { blockedMessage, offlineMessage } from './sync-messages.ts';

/** Throws a `Refusal` with the reason, for somebody who waits for an exchange that did not go through. */
export function checkExchanged(report: ExchangeReport | undefined, words: PlaceWords): void {
  if (report?.outcome === 'exchanged') return;
  const message = report?.reason === undefined ? offlineMessage() : blockedMessage(report.reason, words);
  throw new Refusal('INVALID', message, { retry: true });
}
