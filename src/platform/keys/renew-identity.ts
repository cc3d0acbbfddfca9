import { rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { StorageError } from '../../shared/errors.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { KeyVault } from '../../shared/ports/key-vault.ts';
import { type KeyHome, STREAMS, type Stream } from '../../shared/vocabulary/device.ts';
import type { DeviceId, MemberId } from '../../shared/vocabulary/ids.ts';
import { HLC_ZERO, parseHlc } from '../../sync/clock/hlc.ts';
import type { Signer } from '../../sync/identity/crypto.ts';
import { makeCard } from '../../sync/identity/device-card.ts';
import { createAuthor } from '../../sync/journal/author.ts';
import type { EventToCommit } from '../../sync/journal/journal-event.ts';
import type { JournalFiles } from '../../sync/journal/journal-files.ts';
import { surveyJournal } from '../../sync/journal/open-journal.ts';
import { makeSeal, sealName } from '../../sync/journal/seal.ts';
import { createJournalFolder } from '../journal/journal-folder.ts';
import { syncFolder } from '../system/durable-file.ts';
import { onDisk, systemCode } from '../system/storage-error.ts';
import { keepKey } from './device-key.ts';
import { keyPath } from './key-file.ts';
import { generateSecret, nodeCrypto, signerOf } from './node-crypto.ts';

/** Where a new identity is made ready, beside the journals: until the replica's mark names it, nothing of it counts. */
function readyFolder(folder: string): string {
  return join(folder, 'renewed');
}

/**
 * Makes a new key, kept where the old one is, and the beginning of its journal. Answers the new device; it becomes this replica's once its mark
 * names it. Throws `StorageError`, `no-permission` also where the keyring does not take the key: nothing has changed then.
 */
export async function prepareRenewal(
  folder: string,
  { clock, vault, keyHome }: { readonly clock: Clock; readonly vault: KeyVault; readonly keyHome: KeyHome },
  renewal: {
    readonly deviceName: string;
    readonly member: MemberId;
    /** A reading that the new journal's clock goes on from. */
    readonly after: string;
    readonly events: (renewed: {
      readonly device: DeviceId;
      readonly publicKey: string;
    }) => readonly EventToCommit[];
  },
): Promise<{ readonly device: DeviceId; readonly signer: Signer }> {
  const ready = readyFolder(folder);
  await onDisk('clear what an earlier renewal left', () => rm(ready, { recursive: true, force: true }));
  const secret = generateSecret();
  const signer = signerOf(secret);
  const card = makeCard(renewal.deviceName, signer, nodeCrypto);
  const { device, publicKey } = card;
  const files = createJournalFolder(ready);
  await files.writeDocument(device, 'card', card);
  const kept = await keepKey(ready, secret, keyHome, vault);
  if (!kept.ok) throw new StorageError('no-permission', `keep the new key: ${kept.error}`);
  const author = createAuthor({ device, files, crypto: nodeCrypto, signer, clock });
  author.observe(parseHlc(renewal.after) ?? HLC_ZERO);
  const events = renewal.events({ device, publicKey });
  for (const stream of STREAMS) {
    await author.commit(
      renewal.member,
      events.filter((event) => event.stream === stream),
    );
  }
  await author.seal();
  await files.close();
  return { device, signer };
}

/** Puts a new identity in its place after the mark has named it; does nothing when there is none to put. */
export async function finishRenewal(folder: string, device: DeviceId): Promise<void> {
  const ready = readyFolder(folder);
  if (!(await isThere(join(ready, device)))) return;
  await onDisk('put the new identity in its place', async () => {
    if (await isThere(keyPath(ready))) await rename(keyPath(ready), keyPath(folder));
    await rename(join(ready, device), join(folder, 'journal', device));
    await syncFolder(join(folder, 'journal'));
    await syncFolder(folder);
    await rm(ready, { recursive: true, force: true });
  });
}

/**
 * Ends the old journal where the hub's history of it begins to differ: what came after has just been written anew under the new identity. After a
 * crash before this the first exchange does the same, and keeps what it cuts off beside the journal.
 */
export async function leaveOldJournal(
  folder: string,
  device: DeviceId,
  signer: Signer,
  keep: Readonly<Record<Stream, number>>,
): Promise<void> {
  const files = createJournalFolder(join(folder, 'journal'));
  for (const stream of STREAMS) {
    const { head, soundBytes } = await surveyJournal(files, device, stream, nodeCrypto, keep[stream]);
    if (!(await hasMore(files, device, stream, soundBytes))) continue;
    await files.cut(device, stream, soundBytes, false);
    await files.writeDocument(device, sealName(stream), makeSeal(device, stream, head, signer));
  }
  await files.close();
}

async function hasMore(files: JournalFiles, device: DeviceId, stream: Stream, fromByte: number) {
  for await (const batch of files.read(device, stream, fromByte)) return batch.length > 0;
  return false;
}

async function isThere(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false;
    throw error;
  }
}
