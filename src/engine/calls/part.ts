import type { Life } from '../base/parts.ts';
import type { WithGate } from '../gate/with-gate.ts';
import type { Changes } from '../live/changes.ts';
import { KeptCalls } from './kept-calls.ts';
import { Reminders } from './reminders.ts';

/** Opens the calls that are kept on this device, and watches for the next one. */
export async function callsPart(
  replica: Pick<WithGate, 'ports'> & { readonly changes: Changes },
  life: Life,
) {
  const { ports, changes } = replica;
  const calls = await KeptCalls.open(ports, changes);
  const reminders = new Reminders({ calls, changes, clock: ports.clock, later: ports.later });
  life.onStart(() => reminders.look());
  life.onClose('reminders-not-closed', () => reminders.close());
  return { calls, reminders };
}
