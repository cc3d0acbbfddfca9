import { join } from 'node:path';
import { createJournalFolder } from '../../src/platform/journal/journal-folder.ts';
import { generateSecret, nodeCrypto, signerOf } from '../../src/platform/keys/node-crypto.ts';
import { systemClock } from '../../src/platform/system/system-ports.ts';
import type { Clock } from '../../src/shared/ports/clock.ts';
import { type MemberId, memberIdOf } from '../../src/shared/vocabulary/ids.ts';
import { deviceIdOf, makeCard } from '../../src/sync/identity/device-card.ts';
import type { EventToCommit } from '../../src/sync/journal/journal-event.ts';
import { openReplica } from '../../src/sync/journal/open-replica.ts';
import { keepingLogger } from './quiet-logger.ts';

/** A device of somebody else, with a key of its own. */
export type ForeignDevice = {
  readonly id: string;
  readonly publicKey: string;
  readonly secret: string;
  /** The member that it may come in as. */
  readonly member: string;
};

/** Makes a device. */
export function foreignDevice(): ForeignDevice {
  const secret = generateSecret();
  const { publicKey } = signerOf(secret);
  const id = deviceIdOf(publicKey, nodeCrypto);
  return { id, publicKey, secret, member: memberIdOf(id) };
}

/** The event with which a device's owner comes into the hub. */
export function comingIn({ id, publicKey, member }: ForeignDevice, name: string): EventToCommit {
  const body = { member, name, device: id, deviceName: `${name}’s laptop`, publicKey };
  return { stream: 'catalog', kind: 'member-joined', body };
}

/**
 * Writes into the journal of another device as that device would, signed with its own key: what a hub brings, genuine or not. The
 * replica in `data` has to be closed.
 */
export async function writeForeign(
  data: string,
  foreign: ForeignDevice,
  events: readonly EventToCommit[],
  as: string = foreign.member,
  clock: Clock = systemClock,
): Promise<void> {
  const files = createJournalFolder(join(data, 'journal'));
  const signer = signerOf(foreign.secret);
  const card = makeCard('A laptop', signer, nodeCrypto);
  await files.writeDocument(card.device, 'card', card);
  const replica = await openReplica({
    device: card.device,
    files,
    crypto: nodeCrypto,
    signer,
    clock,
    logger: keepingLogger(),
  });
  await replica.commit(as as MemberId, events);
  await replica.close();
}
