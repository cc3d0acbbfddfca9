import type { Clock } from '../../shared/ports/clock.ts';
import type { KeyringRefusal } from '../../shared/ports/key-vault.ts';
import type { Result } from '../../shared/result.ts';
import type { KeyHome, Stream } from '../../shared/vocabulary/device.ts';
import type { DeviceId, HubId, MemberId } from '../../shared/vocabulary/ids.ts';
import type { EventToCommit, StreamEvent } from '../../sync/journal/journal-event.ts';
import type { Replica } from '../../sync/journal/replica.ts';
import type { BlobStore } from './blobs.ts';
import type { SourceFiles } from './files.ts';
import type { PrintStore } from './print-store.ts';
import type { Secrets } from './secrets.ts';
import type { LocalStore, SnapshotStore } from './snapshots.ts';

/** Writes one device's journal while a replica is being made. */
export interface FoundingAuthor {
  readonly device: DeviceId;
  /** Raw Ed25519 public key, base64url. */
  readonly publicKey: string;
  commit(member: MemberId, events: readonly EventToCommit[]): Promise<readonly StreamEvent[]>;
}

/** A hub that was founded in a replica in the making, and by which of its devices. */
export type FoundedHub = { readonly hub: HubId; readonly name: string; readonly founder: DeviceId };

/** What this device leaves behind when it takes a new identity, and what it brings along. */
export type Renewal = {
  readonly deviceName: string;
  /** Events for the new journal, the vouching first, given the new device. `sign` signs as the old device. */
  readonly events: (renewed: {
    readonly device: DeviceId;
    readonly publicKey: string;
    readonly sign: (text: string) => string;
  }) => readonly EventToCommit[];
  readonly member: MemberId;
  /** A clock's reading that the new journal goes on from. */
  readonly after: string;
  /** The last events of the old journal that are not written anew. */
  readonly keep: Readonly<Record<Stream, number>>;
};

/** A replica in the making: nothing of it counts until `finish`, and a crash before leaves a place that starts anew. */
export interface FoundingReplica {
  readonly own: FoundingAuthor;
  /** A further device, e.g. of the sample's colleagues; its key is forgotten afterwards. */
  colleague(name: string, clock: Clock): Promise<FoundingAuthor>;
  /** Makes the replica real. `hub`: the hub that was founded in it, signed by its founder so that it can be shared some day. */
  finish(hub?: FoundedHub): Promise<Replica>;
}

/** Where a replica lives, held by this process alone. */
export interface ReplicaHome {
  readonly folder: string;
  readonly blobs: BlobStore;
  readonly snapshots: SnapshotStore;
  readonly local: LocalStore;
  readonly sources: SourceFiles;
  /** Derived: what near-duplicates are found by. */
  readonly prints: PrintStore;
  readonly secrets: Secrets;
  readonly keyHome: KeyHome;
  readonly state: 'new' | 'ready';
  open(): Promise<Replica>;
  begin(deviceName: string): Promise<FoundingReplica>;
  /**
   * Gives this device a new key and a journal of its own that begins with these events. The old journal stays, as another device's. The
   * replica must be closed. Either all of it happened or, after a crash, nothing.
   */
  renew(renewal: Renewal): Promise<void>;
  /** Takes everything of the replica away, as if nobody had begun it. It must be closed. After a crash half-way it is new, or as it was. */
  discard(): Promise<void>;
  /** Whether the key could be kept in a keyring now. */
  keyringAvailable(): Promise<boolean>;
  /** Moves the device's key, in one step; refused, it is where it was. Throws `StorageError`. */
  moveKey(to: KeyHome): Promise<Result<void, KeyringRefusal>>;
}
