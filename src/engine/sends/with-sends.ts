import type { WithGate } from '../gate/with-gate.ts';
import type { SentLedger } from './ledger.ts';
import type { Tickets } from './tickets.ts';

/** An open replica from which something can be sent. */
export type WithSends = WithGate & {
  readonly sent: SentLedger;
  readonly sendTickets: Tickets;
};
