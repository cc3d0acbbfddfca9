import type { Random } from '../../shared/ports/random.ts';
import { type MintedKind, mintedId, newNonce } from '../../shared/vocabulary/ids.ts';
import type { Crypto } from '../../sync/identity/crypto.ts';
import type { WithCatalog } from './with-catalog.ts';

/** The ids of what one event states for the first time: they follow from its author and its nonce. */
export type Minted = { readonly nonce: string; readonly id: (kind: MintedKind) => string };

/** Makes the ids of an event of a member. */
export function mint(ports: { readonly random: Random; readonly crypto: Crypto }, member: string): Minted {
  const nonce = newNonce((count) => ports.random.bytes(count));
  return { nonce, id: (kind) => mintedId(kind, member, nonce, (text) => ports.crypto.sha256(text)) };
}

/** Makes the ids of an event of the person at this device. */
export function mintHere(replica: WithCatalog): Minted {
  return mint(replica.ports, replica.catalog.self().id);
}
