import type { OpenHub } from '../open-hub.ts';
import { invalid } from '../refusal.ts';

/** A picture that the window drew of a staged video. */
export type DrawnThumbnail = {
  readonly row: string;
  readonly mediaType: 'image/webp' | 'image/jpeg';
  readonly data: string;
  readonly width: number;
  readonly height: number;
};

/** Keeps a picture that the window drew, if it is one. */
export async function storeThumbnail(hub: OpenHub, drawn: DrawnThumbnail): Promise<{ set: boolean }> {
  hub.staging.held(drawn.row);
  const bytes = base64Bytes(drawn.data);
  if (bytes === undefined || !isPicture(bytes, drawn.mediaType)) {
    throw invalid('This is not a picture that Kitbag can keep. The row is as it was.', 'data');
  }
  const { sha256 } = await hub.ports.home.blobs.put(bytes);
  const { mediaType, width, height } = drawn;
  return { set: hub.staging.setThumbnail(drawn.row, { sha256, mediaType, width, height }) };
}

function isPicture(bytes: Uint8Array, mediaType: DrawnThumbnail['mediaType']): boolean {
  if (mediaType === 'image/jpeg') return bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;
  const text = (from: number): string => String.fromCharCode(...bytes.subarray(from, from + 4));
  return text(0) === 'RIFF' && text(8) === 'WEBP';
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = new Map([...ALPHABET].map((letter, value) => [letter, value]));

/** The bytes of base64 text; `undefined` for anything else. Written out, because no one runtime's helper is everywhere. */
export function base64Bytes(text: string): Uint8Array | undefined {
  const plain = text.replace(/=+$/, '');
  const bytes = new Uint8Array(Math.floor((plain.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const letter of plain) {
    const value = VALUES.get(letter);
    if (value === undefined) return undefined;
    bits = ((bits << 6) | value) & 0xffff;
    held += 6;
    if (held >= 8) {
      held -= 8;
      bytes[at] = (bits >> held) & 0xff;
      at += 1;
    }
  }
  return bytes;
}
