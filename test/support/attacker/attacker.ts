import { gzipSync } from 'node:zlib';
import { base32, canonical, digestOf, type Fields } from './canonical.ts';
import { bytesOf } from './hostile.ts';
import { HandMadeJournal, type Saying, type StreamName } from './journal.ts';
import { Key } from './keys.ts';
import type { AttackedPlace } from './places.ts';

const STREAMS = ['catalog', 'activity'] as const;

/** What the attacker writes instead of what an honest device would. Texts replace whole objects. */
export type Lies = {
  readonly head?: string | Uint8Array;
  readonly card?: string | Uint8Array;
  readonly sealLine?: string;
  /** Sizes of the segments as the head tells them. */
  readonly size?: number;
};

/**
 * A device made by hand, in the hands of somebody who means harm. Nothing here is shared with the product: the formats are those of
 * `src/sync/README.md`, written down once more from that page.
 */
export class Attacker {
  readonly key: Key;
  readonly name: string;
  readonly journals: Readonly<Record<StreamName, HandMadeJournal>>;
  /** Milliseconds since 1970 that its clock says. */
  time: number;
  serial = 0;

  constructor(options: { readonly key?: Key; readonly name?: string; readonly time: number }) {
    this.key = options.key ?? new Key();
    this.name = options.name ?? 'Mallory';
    this.time = options.time;
    this.journals = {
      catalog: new HandMadeJournal(this.key, 'catalog'),
      activity: new HandMadeJournal(this.key, 'activity'),
    };
  }

  get device(): string {
    return this.key.device;
  }

  get member(): string {
    return this.key.member;
  }

  /** Writes an event of the catalog; answers its stamp. */
  says(kind: string, body: Fields, saying: Saying = {}): string {
    return this.journals.catalog.write(kind, body, { time: this.time, ...saying });
  }

  /** Writes an event of the activity. */
  does(kind: string, body: Fields, saying: Saying = {}): string {
    return this.journals.activity.write(kind, body, { time: this.time, ...saying });
  }

  /** Comes into the hub by itself, as anybody can who reaches its place. */
  joins(name = this.name, saying: Saying = {}): this {
    const { device, member, publicKey } = this.key;
    const body = { member, name, device, deviceName: 'A laptop', publicKey, at: this.time };
    this.says('member-joined', body, saying);
    return this;
  }

  /** Claims to be a further device of a member, by an invitation's key or another device's. */
  isVouched(member: string, by: Key, how: 'invite' | 'device', saying: Saying = {}): this {
    const { device, publicKey } = this.key;
    const body = {
      device,
      name: 'A second laptop',
      publicKey,
      member,
      by: how === 'invite' ? { invite: by.publicKey } : { device: by.device },
      sig: by.vouch(device, member),
    };
    this.says('device-vouched', body, { member, ...saying });
    return this;
  }

  card(): Fields {
    const { device, publicKey } = this.key;
    return this.key.signed('card', { v: 1, device, publicKey, name: this.name });
  }

  head(size?: number): Fields {
    this.serial += 1;
    const { catalog, activity } = this.journals;
    const streams = { catalog: catalog.headPart(size), activity: activity.headPart(size) };
    const { device } = this.key;
    return this.key.signed('head', {
      v: 1,
      device,
      serial: this.serial,
      at: this.time,
      streams,
      retired: [],
    });
  }

  /** A head, soundly signed, with so many segments more than were written, of the catalog stream. */
  headWithMissing(count: number): Fields {
    const { sig: _sig, ...head } = this.head();
    const { seq } = this.journals.catalog;
    const digest = 'd'.repeat(64);
    const segments = Array.from({ length: count }, (_, index) => {
      const to = seq + 1 + index;
      return { from: index === 0 ? 1 : to, to, digest, size: 1 };
    });
    const streams = {
      activity: this.journals.activity.headPart(),
      catalog: { seq: seq + count, digest, segments },
    };
    return this.key.signed('head', { ...head, streams });
  }

  /** Everything that this device has in a hub. */
  objects(lies: Lies = {}): ReadonlyMap<string, Uint8Array> {
    const objects = new Map<string, Uint8Array>();
    const under = `devices/${this.device}`;
    objects.set(`${under}/card.json`, bytesOf(lies.card ?? `${canonical(this.card())}\n`));
    for (const stream of STREAMS) {
      const segment = this.journals[stream].segment(lies.sealLine);
      if (segment !== undefined) objects.set(segment.key, segment.bytes);
    }
    objects.set(`${under}/head.json`, bytesOf(lies.head ?? `${canonical(this.head(lies.size))}\n`));
    return objects;
  }

  /** Writes everything into a hub. */
  async push(place: AttackedPlace, lies: Lies = {}): Promise<void> {
    for (const [key, bytes] of this.objects(lies)) await place.put(key, bytes);
  }

  /** A `hub.json` in which this device is the founder. */
  hubDocument(hub: string, name: string): Fields {
    const { device, publicKey } = this.key;
    return this.key.signed('hub', { v: 1, hub, name, founder: device, publicKey });
  }
}

/** The name of a blob in a hub. */
export function blobKeyOf(sha256: string): string {
  return `blobs/${sha256.slice(0, 2)}/${sha256}`;
}

/** An id of a kind that nobody has used: any 80 bits do. */
export function anyId(prefix: string, name: string): string {
  return `${prefix}_${base32(digestOf(name))}`;
}

/** The id that is bound to a member and a nonce, as `src/domain/README.md` describes it. */
export function boundId(prefix: string, kind: string, member: string, nonce: string): string {
  return `${prefix}_${base32(digestOf(`kitbag id 1\n${kind}\n${member}\n${nonce}`))}`;
}

/** A text's blob: gzipped JSON of labelled pages. */
export function textBlob(pages: readonly string[]): Buffer {
  return gzipSync(JSON.stringify(pages.map((text, index) => ({ label: String(index + 1), text }))));
}

/** A version's body around some bytes. */
export function versionOf(name: string, content: string | Uint8Array, more: Fields = {}): Fields {
  const bytes = bytesOf(content);
  return {
    id: anyId('v', name),
    sha256: digestOf(bytes),
    size: bytes.length,
    fileName: `${name}.pdf`,
    mediaType: 'application/pdf',
    kind: 'pdf',
    pageCount: 1,
    words: 3,
    text: { state: 'searchable' },
    ...more,
  };
}

/** The body of an `asset-added`, published. */
export function assetOf(name: string, version: Fields = versionOf(name, name), fields: Fields = {}): Fields {
  return {
    asset: anyId('a', name),
    version,
    fields: {
      title: name,
      type: 'one-pager',
      status: 'published',
      stages: ['decision'],
      personas: ['cfo'],
      ...fields,
    },
  };
}
