import type { FoldEvent } from '../../src/domain/kernel/fold-event.ts';
import { vouchText } from '../../src/domain/people/vouch.ts';
import type { EventDraft } from '../../src/domain/registry.ts';
import { timeOfHlc } from '../../src/engine/live/event-time.ts';
import { nodeCrypto, signerOf } from '../../src/platform/keys/node-crypto.ts';
import {
  type DeviceId,
  type ID_PREFIX,
  type MemberId,
  type MintedKind,
  memberIdOf,
  mintedId,
  type Sha256,
  toDeviceId,
  toSha256,
} from '../../src/shared/vocabulary/ids.ts';
import { formatHlc } from '../../src/sync/clock/hlc.ts';
import { deviceIdOf } from '../../src/sync/identity/device-card.ts';

/** Ids of the right form, one a number: `idOf('a', 7)`. */
export function idOf(prefix: 'm', number: number): MemberId;
export function idOf(prefix: (typeof ID_PREFIX)[keyof typeof ID_PREFIX], number: number): string;
export function idOf(prefix: string, number: number): string {
  return `${prefix}_${number.toString().padStart(16, '0')}`;
}

/** A device id, one a number. */
export function deviceOf(number: number): DeviceId {
  return toDeviceId(number.toString(16).padStart(32, '0'));
}

/** A SHA-256, one a number. */
export function shaOf(number: number): Sha256 {
  return toSha256(number.toString(16).padStart(64, '0'));
}

/** The context in which tests fold. */
export const foldContext = {
  timeOf: timeOfHlc,
  sha256: (text: string) => nodeCrypto.sha256(text),
  deviceIdOf: (publicKey: string) => deviceIdOf(publicKey, nodeCrypto),
  verify: (publicKey: string, text: string, signature: string) =>
    nodeCrypto.verify(publicKey, text, signature),
};

/** A device with a key of its own, always the same for a number. */
export type KeyedDevice = {
  readonly id: DeviceId;
  readonly publicKey: string;
  readonly sign: (text: string) => string;
};

const keyed = new Map<number, KeyedDevice>();

/** The device with a real key that belongs to a number. */
export function keyedDevice(number: number): KeyedDevice {
  const known = keyed.get(number);
  if (known !== undefined) return known;
  const signer = signerOf(Buffer.from(shaOf(number), 'hex').toString('base64url'));
  const { publicKey } = signer;
  const id = deviceIdOf(publicKey, nodeCrypto);
  const device = { id, publicKey, sign: (text: string) => signer.sign(text) };
  keyed.set(number, device);
  return device;
}

/** Writes events of devices with one clock that tests set. */
export class EventMaker {
  readonly events: FoldEvent[] = [];
  readonly #seqs = new Map<string, number>();
  #time = 1_000_000;
  #off = 0;
  #after: readonly string[] = [];

  /** Moves the clock. */
  at(time: number): this {
    this.#time = time;
    return this;
  }

  /** Of what is written from now on: how far its clock is off (milliseconds), and what it names as having come before it. */
  odd(off: number, after: readonly string[] = []): this {
    this.#off = off;
    this.#after = after;
    return this;
  }

  /** Writes an event of a device for a member. */
  write(device: number, member: number, kind: string, body: unknown): FoldEvent {
    return this.writeAs(deviceOf(device), idOf('m', member), kind, body);
  }

  /** The same by full ids, of devices and members that need not be any; at a time of its own where the device's clock is another. */
  writeAs(device: string, member: string, kind: string, body: unknown, at?: number): FoldEvent {
    const seq = this.seqOf(device) + 1;
    this.#seqs.set(device, seq);
    if (at === undefined) this.#time += 1;
    const hlc = formatHlc({ time: Math.max(0, at ?? this.#time + this.#off), counter: 0 });
    const after = this.#after;
    const by = { device: device as DeviceId, member: member as MemberId };
    const event = { ...by, seq, hlc, kind, body, ...(after.length > 0 && { after }) };
    this.events.push(event);
    return event;
  }

  /** The last sequence of a device. */
  seqOf(device: string): number {
    return this.#seqs.get(device) ?? 0;
  }

  /** Somebody comes in by themselves with the keyed device of a number; answers who that is. */
  comeIn(number: number, at?: number): { readonly device: DeviceId; readonly member: MemberId } {
    const { id: device, publicKey } = keyedDevice(number);
    const member = memberIdOf(device);
    const body = { member, device, name: `Joiner ${number}`, deviceName: `Laptop ${number}`, publicKey };
    this.writeAs(device, member, 'member-joined', body, at);
    return { device, member };
  }

  /** A further device of a member, vouched for by another one of theirs. */
  vouch(number: number, old: KeyedDevice, member: string, at?: number): DeviceId {
    const { id: device, publicKey } = keyedDevice(number);
    const sig = old.sign(vouchText(device, member));
    const body = { device, name: `Second ${number}`, publicKey, member, by: { device: old.id }, sig };
    this.writeAs(device, member, 'device-vouched', body, at);
    return device;
  }

  /** The same, checked by the compiler. */
  draft(device: number, member: number, draft: EventDraft): FoldEvent {
    return this.write(device, member, draft.kind, draft.body);
  }

  /** Founds a hub: member 1 on device 1 is its lead. */
  found(): this {
    this.write(1, 1, 'hub-created', { hub: idOf('h', 1), name: 'Hub' });
    return this.join(1, 'lead');
  }

  /** Lets a member in with a device of the same number; the founder writes it. */
  join(number: number, role: 'rep' | 'marketer' | 'lead'): this {
    const member = idOf('m', number);
    this.write(1, 1, 'member-added', { member, name: `Member ${number}`, role });
    const device = deviceOf(number);
    this.write(1, 1, 'device-added', {
      device,
      member,
      name: `Device ${number}`,
      publicKey: `key-${number}`,
    });
    return this;
  }
}

/** The body of a version. */
export function versionBody(number: number) {
  return {
    id: idOf('v', number),
    sha256: shaOf(number),
    size: 1000 + number,
    fileName: `file-${number}.pdf`,
    mediaType: 'application/pdf',
    kind: 'pdf',
    pageCount: 3,
    words: 300,
    text: { state: 'searchable' as const },
  };
}

/** The body of an `asset-added`. */
export function assetBody(number: number, fields: object = {}) {
  return {
    asset: idOf('a', number),
    version: versionBody(number),
    fields: {
      title: `Asset ${number}`,
      type: 'one-pager',
      status: 'published' as const,
      stages: ['decision'],
      personas: ['cfo'],
      ...fields,
    },
  };
}

/** A nonce, one a number. */
export function nonceOf(number: number): string {
  return number.toString(16).padStart(32, '0');
}

/** The id that follows from a member and the nonce of a number. */
export function mintedBy(kind: MintedKind, member: string, number: number): string {
  return mintedId(kind, member, nonceOf(number), (text) => nodeCrypto.sha256(text));
}
