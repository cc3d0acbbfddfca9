import type { CheckedSend } from '../../contract/sends.ts';
import type { Tickets } from '../base/tickets.ts';
import type { WithGate } from '../gate/with-gate.ts';
import type { SentLedger } from './ledger.ts';

/** What was made ready to be sent. */
export type PreparedSend = {
  readonly items: readonly CheckedSend[];
  readonly to: string;
  readonly note: string;
  /** The one PDF that was made of them. */
  readonly assembled?: { readonly bytes: Uint8Array; readonly fileName: string };
};

/** An open replica from which something can be sent. */
export type WithSends = WithGate & {
  readonly sent: SentLedger;
  readonly sendTickets: Tickets<PreparedSend>;
};
