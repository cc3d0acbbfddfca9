import type { WithGate } from '../gate/with-gate.ts';
import { SentLedger } from './ledger.ts';
import { Tickets } from './tickets.ts';

/** Opens what left this device, and a place for what is to leave. */
export async function sendsPart({ ports }: Pick<WithGate, 'ports'>) {
  return {
    sent: await SentLedger.open(ports.home.local, ports.logger),
    sendTickets: new Tickets(() =>
      [...ports.random.bytes(16)].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
    ),
  };
}
