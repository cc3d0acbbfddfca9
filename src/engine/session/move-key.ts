import { assertNever } from '../../shared/assert-never.ts';
import type { KeyringRefusal } from '../../shared/ports/key-vault.ts';
import { type Says, says } from '../../shared/says/says.ts';
import type { KeyHome } from '../../shared/vocabulary/device.ts';
import { Refusal } from '../base/refusal.ts';
import type { SessionCore } from './session-core.ts';

/** Moves the device's key into the system's keyring or into a file. Throws `Refusal` where the keyring does not play along. */
export async function moveKey(core: SessionCore, to: KeyHome): Promise<void> {
  core.replica(); // A replica that is not open has no key to move.
  const moved = await core.ports.home.moveKey(to);
  if (!moved.ok) throw new Refusal('DISK', keyringRefused(moved.error), { retry: true });
  core.changes.emit('session');
}

function keyringRefused(refusal: KeyringRefusal): Says {
  switch (refusal) {
    case 'window-only':
    case 'no-keyring':
      return says('session.no-keyring');
    case 'refused':
      return says('session.keyring-refused');
    case 'no-answer':
      return says('session.keyring-silent');
    default:
      return assertNever(refusal);
  }
}
