import type { $brand } from 'zod';

/**
 * Branded identifiers: plain strings at run time, told apart by the compiler. Their schemas (`id-schemas.ts`) give them; text that no schema
 * has read becomes one by a check (`isDeviceId`, `toDeviceId`), never by a cast.
 */

type Branded<Name extends string> = string & $brand<Name>;

/** A person in a hub, on however many devices. */
export type MemberId = Branded<'MemberId'>;
/** A device: derived from its public key, so it certifies itself. */
export type DeviceId = Branded<'DeviceId'>;
/** The place where replicas meet. */
export type HubId = Branded<'HubId'>;
/** Lower-case hexadecimal SHA-256 of some bytes: the name of a blob. */
export type Sha256 = Branded<'Sha256'>;

/** What an id of a taxonomy term looks like: kebab-case, at most 64 characters. */
export const TERM_ID_PATTERN = /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/;
/** What the name of a blob looks like. */
export const SHA256_PATTERN = /^[0-9a-f]{64}$/;
/** What a device id looks like: 32 hexadecimal characters, the head of the SHA-256 of its raw public key. */
export const DEVICE_ID_PATTERN = /^[0-9a-f]{32}$/;

/** Crockford's base 32 in lower case: no i, l, o or u, so that ids can be read aloud. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** The prefix of each kind of id. */
export const ID_PREFIX = {
  asset: 'a',
  version: 'v',
  request: 'r',
  comment: 'c',
  member: 'm',
  hub: 'h',
  staged: 's',
  savedSearch: 'q',
  golden: 'g',
  watch: 'w',
  view: 'l',
  rule: 'u',
  proposal: 'f',
  kit: 'k',
  kitItem: 'i',
  kitProposal: 'p',
  ownKit: 'o',
  call: 'e',
} as const;

/** What an id of one kind looks like, told by its prefix: an asset's id in a request's place is refused. */
export function idPattern(kind: keyof typeof ID_PREFIX): RegExp {
  return new RegExp(`^${ID_PREFIX[kind]}_[0-9a-hjkmnp-tv-z]{16}$`);
}

const KIT = new RegExp(`${idPattern('kit').source}|${idPattern('ownKit').source}`);

/** Whether an id is that of a kit, of the hub or of one’s own. */
export function isKitRow(id: string): boolean {
  return KIT.test(id);
}

/** Kinds of things whose ids follow from the member who makes them. */
export type MintedKind =
  | 'asset'
  | 'version'
  | 'request'
  | 'comment'
  | 'golden'
  | 'view'
  | 'rule'
  | 'proposal'
  | 'kit'
  | 'kitProposal';

/** What a nonce looks like, from which an id follows: 16 random bytes. */
export const NONCE_PATTERN = /^[0-9a-f]{32}$/;

/** Makes a nonce. */
export function newNonce(randomBytes: (count: number) => Uint8Array): string {
  return [...randomBytes(16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * The id of something that a member makes: the first 80 bits of a digest over kind, member and nonce. Nobody else can state a nonce from
 * which the same id follows. `sha256` gives lower-case hexadecimal.
 */
export function mintedId(
  kind: MintedKind,
  member: string,
  nonce: string,
  sha256: (text: string) => string,
): string {
  const digest = sha256(`kitbag id 1\n${kind}\n${member}\n${nonce}`);
  return `${ID_PREFIX[kind]}_${base32(BigInt(`0x${digest.slice(0, 20)}`))}`;
}

/** The ids of those prefixes that the compiler tells apart. */
type Told = { readonly [ID_PREFIX.member]: MemberId; readonly [ID_PREFIX.hub]: HubId };
type IdWith<Prefix> = Prefix extends keyof Told ? Told[Prefix] : string;

/** Makes an id from ten random bytes, of what no other member is told of or what proves itself otherwise. */
export function newId<Prefix extends (typeof ID_PREFIX)[keyof typeof ID_PREFIX]>(
  prefix: Prefix,
  randomBytes: (count: number) => Uint8Array,
): IdWith<Prefix> {
  let bits = 0n;
  for (const byte of randomBytes(10)) bits = (bits << 8n) | BigInt(byte);
  return `${prefix}_${base32(bits)}` as IdWith<Prefix>;
}

/**
 * The id of a member who comes in with a device by themselves: the first 80 bits of the device's id. Because that one follows from the
 * device's key, nobody else can claim the member. Anything but a device id gives an id that fits no device.
 */
export function memberIdOf(device: string): MemberId {
  if (!isDeviceId(device)) return '' as MemberId;
  return `${ID_PREFIX.member}_${base32(BigInt(`0x${device.slice(0, 20)}`))}` as MemberId;
}

/** 80 bits as 16 characters. */
export function base32(value: bigint): string {
  let bits = value;
  let text = '';
  for (let index = 0; index < 16; index += 1) {
    text = `${ALPHABET[Number(bits & 31n)]}${text}`;
    bits >>= 5n;
  }
  return text;
}

/** Says whether a text is the name of a blob. */
export function isSha256(text: string): text is Sha256 {
  return SHA256_PATTERN.test(text);
}

/** The name of a blob, worked out. Throws a TypeError on any other text. */
export function toSha256(text: string): Sha256 {
  if (!isSha256(text)) throw new TypeError('This is not the name of a blob.');
  return text;
}

/** Says whether a text is a device's id. */
export function isDeviceId(text: string): text is DeviceId {
  return DEVICE_ID_PATTERN.test(text);
}

/** The id of a device, worked out. Throws a TypeError on any other text. */
export function toDeviceId(text: string): DeviceId {
  if (!isDeviceId(text)) throw new TypeError('This is not the id of a device.');
  return text;
}
