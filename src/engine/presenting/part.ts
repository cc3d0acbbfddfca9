import { Tickets } from '../base/tickets.ts';
import type { WithGate } from '../gate/with-gate.ts';
import type { PreparedShow } from './with-presenting.ts';

/** Opens a place for what is to be shown. */
export function presentingPart({ ports }: Pick<WithGate, 'ports'>) {
  return { showTickets: new Tickets<PreparedShow>((count) => ports.random.bytes(count)) };
}
