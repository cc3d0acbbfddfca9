import { hasBytes } from './bytes.ts';

/** Encodings that plain text is read in. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** The encoding of bytes that look like text; undefined when they look like anything else. `cut`: more bytes follow. */
export function encodingOf(head: Uint8Array, cut: boolean): TextEncoding | undefined {
  if (hasBytes(head, [0xef, 0xbb, 0xbf])) return 'utf-8';
  if (hasBytes(head, [0xff, 0xfe])) return 'utf-16le';
  if (hasBytes(head, [0xfe, 0xff])) return 'utf-16be';
  const nulls = countNulls(head);
  if (nulls.even + nulls.odd > 0) return utf16Without(head, nulls);
  if (hasManyControls(head)) return undefined;
  if (isUtf8(head, cut)) return 'utf-8';
  // Every byte means something in windows-1252, so only a text that is mostly plain letters is believed to be in it.
  const high = head.reduce((count, byte) => count + (byte >= 0x80 ? 1 : 0), 0);
  return high <= head.length * 0.3 ? 'windows-1252' : undefined;
}

type NullCount = { readonly even: number; readonly odd: number };

function countNulls(bytes: Uint8Array): NullCount {
  let even = 0;
  let odd = 0;
  for (let i = 0; i < bytes.length; i += 1) {
    if (bytes[i] !== 0) continue;
    if (i % 2 === 0) even += 1;
    else odd += 1;
  }
  return { even, odd };
}

/** UTF-16 without a mark: western text has a NUL in every other place and nowhere else. */
function utf16Without(bytes: Uint8Array, nulls: NullCount): TextEncoding | undefined {
  const half = bytes.length / 2;
  if (nulls.odd > half * 0.6 && nulls.even < half * 0.05) return 'utf-16le';
  if (nulls.even > half * 0.6 && nulls.odd < half * 0.05) return 'utf-16be';
  return undefined;
}

function hasManyControls(bytes: Uint8Array): boolean {
  let controls = 0;
  for (const byte of bytes) {
    const isSpace = (byte >= 0x09 && byte <= 0x0d) || byte === 0x1b;
    if ((byte < 0x20 && !isSpace) || byte === 0x7f) controls += 1;
  }
  return controls > bytes.length * 0.005;
}

function isUtf8(bytes: Uint8Array, cut: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: cut });
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}
