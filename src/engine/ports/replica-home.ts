import type { DeviceId, MemberId } from '../../shared/ids.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { EventToCommit, StreamEvent } from '../../sync/journal-event.ts';
import type { Replica } from '../../sync/replica.ts';
import type { BlobStore } from './blobs.ts';
import type { SourceFiles } from './files.ts';
import type { LocalStore, SnapshotStore } from './snapshots.ts';

/** Writes one device's journal while a replica is being made. */
export interface FoundingAuthor {
  readonly device: DeviceId;
  /** Raw Ed25519 public key, base64url. */
  readonly publicKey: string;
  commit(member: MemberId, events: readonly EventToCommit[]): Promise<readonly StreamEvent[]>;
}

/** A replica in the making: nothing of it counts until `finish`, and a crash before leaves a place that starts anew. */
export interface FoundingReplica {
  readonly own: FoundingAuthor;
  /** A further device, e.g. of the sample's colleagues; its key is forgotten afterwards. */
  colleague(name: string, clock: Clock): Promise<FoundingAuthor>;
  finish(): Promise<Replica>;
}

/** Where a replica lives, held by this process alone. */
export interface ReplicaHome {
  readonly folder: string;
  readonly blobs: BlobStore;
  readonly snapshots: SnapshotStore;
  readonly local: LocalStore;
  readonly sources: SourceFiles;
  readonly keyHome: 'keyring' | 'file';
  readonly state: 'new' | 'ready';
  open(): Promise<Replica>;
  begin(deviceName: string): Promise<FoundingReplica>;
}
