import type { PlaceKind } from '../../shared/hub-location.ts';
import { says } from '../../shared/says/says.ts';
import type { ExchangeReport } from '../../sync/exchange/exchange-report.ts';
import { Refusal } from '../base/refusal.ts';
import { blockedBy } from './what-holds-up.ts';

/** Throws a `Refusal` with the reason, for somebody who waits for an exchange that did not go through. */
export function checkExchanged(report: ExchangeReport | undefined, kind: PlaceKind): void {
  if (report?.outcome === 'exchanged') return;
  const why = report?.reason === undefined ? says('sync.offline') : blockedBy(report.reason, kind);
  throw new Refusal('INVALID', why, { retry: true });
}
