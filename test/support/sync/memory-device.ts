import { generateSecret, nodeCrypto, signerOf } from '../../../src/platform/keys/node-crypto.ts';
import type { HubId, MemberId, Sha256 } from '../../../src/shared/ids.ts';
import type { Clock } from '../../../src/shared/ports/clock.ts';
import { makeCard } from '../../../src/sync/device-card.ts';
import type { HubIdentity } from '../../../src/sync/exchange.ts';
import { signHubDocument } from '../../../src/sync/hub-document.ts';
import { HUB_KEY } from '../../../src/sync/hub-layout.ts';
import type { EventToCommit } from '../../../src/sync/journal-event.ts';
import type { Bundling } from '../../../src/sync/make-bundle.ts';
import { openReplica } from '../../../src/sync/open-replica.ts';
import type { ExchangedBlobs } from '../../../src/sync/ports/exchanged-blobs.ts';
import type { ObjectStore } from '../../../src/sync/ports/object-store.ts';
import type { Replica } from '../../../src/sync/replica.ts';
import { documentBytes } from '../../../src/sync/signed-document.ts';
import { createSynchronizer, type Synchronizer } from '../../../src/sync/synchronizer.ts';
import { keepingLogger } from '../quiet-logger.ts';
import { MemoryJournalFiles } from './memory-journal-files.ts';

/** Blobs in memory; an event refers to what its body calls `blobs`. */
export class MemoryBlobs implements ExchangedBlobs {
  readonly kept = new Map<string, Uint8Array>();

  add(bytes: Uint8Array): Sha256 {
    const sha256 = nodeCrypto.sha256(Buffer.from(bytes).toString('utf8')) as Sha256;
    this.kept.set(sha256, bytes);
    return sha256;
  }

  referredTo({ event }: Parameters<ExchangedBlobs['referredTo']>[0]): readonly Sha256[] {
    const { blobs } = event.body;
    return Array.isArray(blobs) ? (blobs as Sha256[]) : [];
  }

  async has(sha256: Sha256): Promise<boolean> {
    return this.kept.has(sha256);
  }

  async content(sha256: Sha256): Promise<Uint8Array | undefined> {
    return this.kept.get(sha256);
  }

  async receive(sha256: Sha256, pieces: AsyncIterable<Uint8Array>) {
    const parts: Uint8Array[] = [];
    for await (const piece of pieces) parts.push(piece);
    const bytes = Buffer.concat(parts);
    const fits = nodeCrypto.sha256(bytes.toString('utf8')) === sha256;
    if (fits) this.kept.set(sha256, bytes);
    return { outcome: fits ? ('stored' as const) : ('mismatch' as const), size: bytes.length };
  }
}

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
