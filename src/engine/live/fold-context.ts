import { z } from 'zod';
import type { FoldContext } from '../../domain/registry.ts';
import { deviceIdSchema } from '../../shared/vocabulary/id-schemas.ts';
import type { Crypto } from '../../sync/identity/crypto.ts';
import { deviceIdOf } from '../../sync/identity/device-card.ts';
import type { LocalStore } from '../ports/snapshots.ts';
import { timeOfHlc } from './event-time.ts';

/** What the local store `hub` says of the hub that this replica belongs to, as far as the fold needs it. */
const hubSchema = z.object({ founder: deviceIdSchema });

/** What the fold needs of the outside. A signature that was checked once is not checked again at every change of who is who. */
export async function foldContext(crypto: Crypto, local: LocalStore): Promise<FoldContext> {
  const hub = hubSchema.safeParse(await local.load('hub'));
  const checked = new Map<string, boolean>();
  return {
    timeOf: timeOfHlc,
    sha256: (text) => crypto.sha256(text),
    ...(hub.success && { founder: hub.data.founder }),
    deviceIdOf: (publicKey) => deviceIdOf(publicKey, crypto),
    verify: (publicKey, text, signature) => {
      const key = `${publicKey}\n${signature}\n${text}`;
      const known = checked.get(key);
      if (known !== undefined) return known;
      const genuine = crypto.verify(publicKey, text, signature);
      checked.set(key, genuine);
      return genuine;
    },
  };
}
