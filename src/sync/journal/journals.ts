import type { Stream } from '../../shared/vocabulary/device.ts';
import type { DeviceId } from '../../shared/vocabulary/ids.ts';
import type { Signer } from '../identity/crypto.ts';
import type { DeviceCard } from '../identity/device-card.ts';
import type { HubDocument } from '../identity/hub-document.ts';
import type { ChainHead } from './journal-chain.ts';
import type { NumberedLine } from './journal-lines.ts';
import type { Seal } from './seal.ts';

/** A checked run of another device's events, on its way into the replica. */
export type ReceivedRun = {
  readonly device: DeviceId;
  readonly stream: Stream;
  /** Lines that continue what is here. */
  readonly lines: readonly string[];
  /** The chain after the last of them, and the device's signature over it. */
  readonly head: ChainHead;
  readonly seal: Seal;
};

/** A replica's journals as the exchange with a hub sees them: its own to send, those of others to add to. */
export interface Journals {
  readonly device: DeviceId;
  /** Signs for this device. */
  readonly signer: Signer;
  /** Every device of which something is here, this one included. */
  devices(): readonly DeviceId[];
  /** A device's card; `undefined` for a device that is not here. */
  card(device: DeviceId): Promise<DeviceCard | undefined>;
  /** Where a chain ends here; an empty chain for a device that is not here. */
  head(device: DeviceId, stream: Stream): ChainHead;
  /** Complete lines after an event. */
  lines(device: DeviceId, stream: Stream, afterSeq: number): AsyncIterable<NumberedLine>;
  /** Digest of an event that is here; `undefined` for one that is not. Event 0 is the chain's beginning. */
  digestAt(device: DeviceId, stream: Stream, seq: number): Promise<string | undefined>;
  /** Signs what this device has written and gives the seals; of a foreign device, the seals that were received. */
  seals(device: DeviceId): Promise<Readonly<Partial<Record<Stream, Seal>>>>;
  /** Keeps the checked card of another device, from which on its events can be received. */
  meet(card: DeviceCard): Promise<void>;
  /** Adds events of another device: on disk when it resolves. The clock moves past them. */
  receive(run: ReceivedRun): Promise<void>;
  /** Takes back another device's events after `seq`, because it has signed another history. They are kept beside the journal, until enough are. */
  retract(device: DeviceId, stream: Stream, seq: number): Promise<void>;
  /** The signed head that lies beside a journal whose device will never write again (the sample's colleagues). */
  keptHead(device: DeviceId): Promise<unknown>;
  /** The hub's description that a founder signed when it made the hub; it lies beside the founder's journal. */
  keptHub(founder: DeviceId): Promise<unknown>;
  /** Keeps the hub's description, checked, beside the founder's journal. Throws `StorageError`. */
  keepHub(founder: DeviceId, document: HubDocument): Promise<void>;
}
