import { diskRefused } from '../engine/base/what-is-wrong.ts';
import type { OpenFailure } from '../platform/replica-folder.ts';
import { assertNever } from '../shared/assert-never.ts';
import type { KeyringRefusal } from '../shared/ports/key-vault.ts';
import { type Says, says } from '../shared/says/says.ts';

/** What people are told of why a replica's folder can't be opened. */
export function openFailure(failure: OpenFailure, folder: string): Says {
  switch (failure.code) {
    case 'held': {
      const holder = 'holder' in failure ? failure.holder : undefined;
      if (holder === undefined) return says('opening.held', { folder });
      const { what, pid, since } = holder;
      return says('opening.held-by', { folder, what, pid, since: new Date(since).toISOString() });
    }
    case 'newer-format':
      return says('opening.newer-format', { folder, format: failure.format });
    case 'hub-here':
      return failure.replica
        ? says('opening.replica-in-hub', { hub: failure.hub, folder })
        : says('opening.hub-here', { hub: failure.hub });
    case 'damaged': {
      const isKey = 'what' in failure && failure.what === 'key';
      return says(isKey ? 'opening.damaged-key' : 'opening.damaged-mark', { folder });
    }
    case 'keyring':
      return keyringClosed(failure.why, folder);
    case 'missing':
      return says('opening.missing', { folder });
    case 'read-only':
    case 'no-permission':
      return says('opening.not-writable', { folder });
    case 'disk-full':
    case 'input-output':
      return diskRefused(failure.code);
  }
}

/** Why a replica whose key is in the keyring stays closed. */
function keyringClosed(why: KeyringRefusal, folder: string): Says {
  switch (why) {
    case 'window-only':
      return says('opening.window-only', { folder });
    case 'no-keyring':
      return says('opening.no-keyring');
    case 'refused':
      return says('opening.keyring-refused');
    case 'no-answer':
      return says('opening.keyring-silent');
    default:
      return assertNever(why);
  }
}
