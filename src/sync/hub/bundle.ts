import type { Crypto } from '../identity/crypto.ts';
import { isKey } from './object-store.ts';

/** Objects of a hub, by their keys. */
export type BundledObjects = ReadonlyMap<string, Uint8Array>;

const LINE_BREAK = 0x0a;
/** A line that says what follows: its size in bytes and its key. */
const HEADER = /^(\d{1,9}) (\S{1,150})$/;

/**
 * The name of a bundle: the digest of what is in it, by names and sizes. Names of cards and segments stand for their bytes; heads are rewritten, so
 * that they stand with what is in them.
 */
export function bundleDigest(objects: BundledObjects, crypto: Crypto): string {
  const lines = [...objects].map(([key, bytes]) => {
    const header = headerOf(key, bytes);
    return key.endsWith('/head.json') ? `${header} ${crypto.sha256(crypto.text(bytes) ?? '')}` : header;
  });
  return crypto.sha256(lines.join('\n'));
}

/** Objects one after the other, each after a line with its size and key. */
export function joinBundle(objects: BundledObjects, crypto: Crypto): Uint8Array {
  const pieces = [...objects].flatMap(([key, bytes]) => [crypto.utf8(`${headerOf(key, bytes)}\n`), bytes]);
  const joined = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}

/** The objects of a bundle; `undefined` for anything that is not one from beginning to end. What is in them, their readers check. */
export function splitBundle(bytes: Uint8Array, crypto: Crypto): BundledObjects | undefined {
  const objects = new Map<string, Uint8Array>();
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(LINE_BREAK, at);
    const header = end < 0 ? null : HEADER.exec(crypto.text(bytes.subarray(at, end)) ?? '');
    const [, size, key] = header ?? [];
    const next = end + 1 + Number(size);
    if (key === undefined || !isKey(key) || !(next <= bytes.length)) return undefined;
    objects.set(key, bytes.subarray(end + 1, next));
    at = next;
  }
  return objects;
}

function headerOf(key: string, { length }: Uint8Array): string {
  return `${length} ${key}`;
}
