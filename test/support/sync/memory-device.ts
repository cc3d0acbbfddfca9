import { generateSecret, nodeCrypto, signerOf } from '../../../src/platform/keys/node-crypto.ts';
import type { Clock } from '../../../src/shared/ports/clock.ts';
import type { HubId, MemberId } from '../../../src/shared/vocabulary/ids.ts';
import type { HubIdentity } from '../../../src/sync/exchange/exchange-report.ts';
import type { NamedPositions } from '../../../src/sync/exchange/named-positions.ts';
import type { KeptCheck } from '../../../src/sync/exchange/own-checks.ts';
import { createSynchronizer, type Synchronizer } from '../../../src/sync/exchange/synchronizer.ts';
import { HUB_KEY } from '../../../src/sync/hub/hub-layout.ts';
import type { Bundling } from '../../../src/sync/hub/make-bundle.ts';
import type { ObjectStore } from '../../../src/sync/hub/object-store.ts';
import { makeCard } from '../../../src/sync/identity/device-card.ts';
import { signHubDocument } from '../../../src/sync/identity/hub-document.ts';
import { documentBytes } from '../../../src/sync/identity/signed-document.ts';
import type { EventToCommit } from '../../../src/sync/journal/journal-event.ts';
import { openReplica } from '../../../src/sync/journal/open-replica.ts';
import type { Replica } from '../../../src/sync/journal/replica.ts';
import { keepingLogger } from '../quiet-logger.ts';
import { MemoryBlobs } from './memory-blobs.ts';
import { MemoryJournalFiles } from './memory-journal-files.ts';

/** A device whose replica is in memory, as simulations want many of. */
export type MemoryDevice = {
  readonly secret: string;
  readonly files: MemoryJournalFiles;
  readonly blobs: MemoryBlobs;
  readonly replica: Replica;
  readonly sync: Synchronizer;
  readonly member: MemberId;
  /** How often something that had been read was taken back. */
  retractions: number;
  commit(...events: readonly EventToCommit[]): Promise<void>;
  /** Texts of everything that is here, sorted. */
  texts(): Promise<readonly string[]>;
};

export type MemoryDeviceOptions = {
  readonly store: ObjectStore;
  readonly hub: HubIdentity;
  readonly clock: Clock;
  readonly name?: string;
  readonly member?: MemberId;
  /** A device that exists already: its key and what is on its disk. */
  readonly secret?: string;
  readonly files?: MemoryJournalFiles;
  readonly blobs?: MemoryBlobs;
  readonly bundling?: Bundling;
  /** What is kept of one process for the next. */
  readonly keptCheck?: KeptCheck;
  /** What somebody with the right to has named of histories. */
  readonly named?: () => NamedPositions;
};

/** Founds a hub in a store and gives its identity with the founder's key. */
export async function foundHub(store: ObjectStore): Promise<{ hub: HubIdentity; secret: string }> {
  const secret = generateSecret();
  const signer = signerOf(secret);
  const id = 'h_0000000000000001' as HubId;
  await store.put(
    HUB_KEY,
    documentBytes(signHubDocument({ hub: id, name: 'Test hub' }, signer, nodeCrypto), nodeCrypto),
  );
  const founder = makeCard('founder', signer, nodeCrypto).device;
  return { hub: { hub: id, founder }, secret };
}

/** Opens a device. */
export async function memoryDevice(options: MemoryDeviceOptions): Promise<MemoryDevice> {
  const secret = options.secret ?? generateSecret();
  const files = options.files ?? new MemoryJournalFiles();
  const blobs = options.blobs ?? new MemoryBlobs();
  const member = options.member ?? ('m_0000000000000001' as MemberId);
  const signer = signerOf(secret);
  const card = makeCard(options.name ?? 'a device', signer, nodeCrypto);
  await files.writeDocument(card.device, 'card', card);
  const logger = keepingLogger();
  const { clock } = options;
  const crypto = nodeCrypto;
  const replica = await openReplica({ device: card.device, files, crypto, signer, clock, logger });
  const sync = createSynchronizer({
    ...options,
    replica,
    blobs,
    crypto,
    logger,
    streams: () => ['catalog', 'activity'],
    beforeRetract: async () => undefined,
    onReceived: async (retracted) => {
      if (retracted) device.retractions += 1;
    },
  });
  const device: MemoryDevice = {
    secret,
    files,
    blobs,
    replica,
    sync,
    member,
    retractions: 0,
    commit: async (...events) => {
      await replica.commit(member, events);
    },
    texts: async () => {
      const texts: string[] = [];
      for await (const { event } of replica.read()) texts.push(String(event.body.text));
      return texts.sort();
    },
  };
  return device;
}
