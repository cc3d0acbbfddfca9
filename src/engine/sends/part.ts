import { Tickets } from '../base/tickets.ts';
import type { WithGate } from '../gate/with-gate.ts';
import { SentLedger } from './ledger.ts';
import type { PreparedSend } from './with-sends.ts';

/** Opens what left this device, and a place for what is to leave. */
export async function sendsPart({ ports }: Pick<WithGate, 'ports'>) {
  return {
    sent: await SentLedger.open(ports.home.local, ports.logger),
    sendTickets: new Tickets<PreparedSend>(
      (count) => ports.random.bytes(count),
      ({ assembled }) => assembled !== undefined,
    ),
  };
}
