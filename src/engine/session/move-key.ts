import { assertNever } from '../../shared/assert-never.ts';
import type { KeyringRefusal } from '../../shared/ports/key-vault.ts';
import type { KeyHome } from '../../shared/vocabulary/device.ts';
import { Refusal } from '../base/refusal.ts';
import type { SessionCore } from './session-core.ts';

/** Moves the device's key into the system's keyring or into a file. Throws `Refusal` where the keyring does not play along. */
export async function moveKey(core: SessionCore, to: KeyHome): Promise<void> {
  core.replica(); // A replica that is not open has no key to move.
  const moved = await core.ports.home.moveKey(to);
  if (!moved.ok) throw new Refusal('DISK', keyringMessage(moved.error), { retry: true });
  core.changes.emit('session');
}

function keyringMessage(refusal: KeyringRefusal): string {
  const stays = 'The key is where it was.';
  switch (refusal) {
    case 'window-only':
    case 'no-keyring':
      return `No keyring answers on this system. ${stays}`;
    case 'refused':
      return `The keyring of your system refused. ${stays} Unlock it and try again.`;
    case 'no-answer':
      return `The keyring of your system did not answer in time. ${stays} Unlock it and try again.`;
    default:
      return assertNever(refusal);
  }
}
