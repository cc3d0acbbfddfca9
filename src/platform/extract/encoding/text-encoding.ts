import { isUtf8 } from 'node:buffer';
import { createRequire } from 'node:module';
import { charactersOf, hasBytes } from './bytes.ts';
import { decodeText } from './decode.ts';
import { encodingOfLabel, type TextEncoding } from './encodings.ts';

/** How far into a text an encoding is looked for that it declares. */
const DECLARED_WITHIN = 64 * 1024;
/** Bytes that a detector is shown: around the first that are no plain letters. */
const DETECTED_BYTES = 32 * 1024;
/** Below this the detector may have taken noise for a language: it gives random bytes 0.05 at most, twenty letters 0.04 to 0.4. */
const SURE = 0.1;
/** Neighboring letters of two scripts, or a capital after a small letter, of all neighboring letters: noise has a third of them. */
const MANY_ODD_PAIRS = 0.1;
/** Above this share of bytes beyond ASCII a text that no detector knows is noise, not a letter here and there. */
const MANY_HIGH = 0.05;
/** Above this share of characters that can't be read a declaration is wrong. */
const MANY_UNREADABLE = 0.005;

/**
 * The encoding of bytes that look like text; undefined when they look like anything else. A byte order mark says it, then what can only
 * be UTF-8, then the text's own declaration, then a detector. `cut`: more bytes follow.
 */
export function encodingOf(head: Uint8Array, cut: boolean): TextEncoding | undefined {
  if (hasBytes(head, [0xef, 0xbb, 0xbf])) return 'utf-8';
  if (hasBytes(head, [0xff, 0xfe])) return 'utf-16le';
  if (hasBytes(head, [0xfe, 0xff])) return 'utf-16be';
  const nulls = countNulls(head);
  if (nulls.even + nulls.odd > 0) return utf16Without(head, nulls) ?? detectedUtf16(head);
  if (hasManyControls(head)) return undefined;
  const firstHigh = head.findIndex((byte) => byte >= 0x80);
  if (firstHigh === -1) return hasJisEscape(head) ? 'iso-2022-jp' : 'utf-8';
  if (isUtf8Text(head, cut)) return 'utf-8';
  return declaredAndTrue(head) ?? detected(head, firstHigh);
}

/** Whether bytes are UTF-8; where more follow, up to a character that is cut. */
export function isUtf8Text(bytes: Uint8Array, cut: boolean): boolean {
  return isUtf8(cut ? bytes.subarray(0, wholeCharacters(bytes)) : bytes);
}

/** Where the last character begins that may be cut, or the end. */
function wholeCharacters(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) break;
    if (byte < 0xc0) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return back < length ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

/** What a page or an XML file says of itself, unless it can't be. */
function declaredAndTrue(head: Uint8Array): TextEncoding | undefined {
  const encoding = declaredEncoding(head);
  if (encoding === undefined || encoding.startsWith('utf-')) return undefined;
  const text = decodeText(head, encoding);
  const unreadable = text.match(/\ufffd/g)?.length ?? 0;
  return unreadable <= text.length * MANY_UNREADABLE ? encoding : undefined;
}

/** The encoding that markup declares. */
export function declaredEncoding(head: Uint8Array): TextEncoding | undefined {
  const start = charactersOf(head.subarray(0, DECLARED_WITHIN));
  const xml = /^\s*<\?xml[^>]{0,200}?\sencoding\s*=\s*["']([\w:.-]{1,40})["']/i.exec(start);
  const markup = withoutComments(start);
  const meta = /<meta\s[^>]{0,400}?charset\s*=\s*["']?\s*([\w:.-]{1,40})/i.exec(markup);
  const label = xml?.[1] ?? meta?.[1];
  return label === undefined ? undefined : encodingOfLabel(label);
}

/** Markup without its comments; one that does not end stays. */
function withoutComments(markup: string): string {
  const kept: string[] = [];
  let from = 0;
  for (let open = markup.indexOf('<!--'); open >= 0; open = markup.indexOf('<!--', from)) {
    const close = markup.indexOf('-->', open);
    if (close < 0) break;
    kept.push(markup.slice(from, open));
    from = close + 3;
  }
  return kept.join('') + markup.slice(from);
}

type Detector = {
  detectAll(bytes: Uint8Array): readonly { readonly encoding: string | null; readonly confidence: number }[];
};
let detector: Detector | undefined;

/** By the letters that languages have; loaded when it is first needed, which few documents do. */
function candidates(bytes: Uint8Array): { readonly encoding: TextEncoding; readonly confidence: number }[] {
  detector ??= createRequire(import.meta.url)('jschardet') as Detector;
  return detector.detectAll(bytes).flatMap(({ encoding, confidence }) => {
    const known = encoding === null ? undefined : encodingOfLabel(encoding);
    return known === undefined ? [] : [{ encoding: known, confidence }];
  });
}

function detected(bytes: Uint8Array, firstHigh: number): TextEncoding | undefined {
  const from = Math.max(0, Math.min(firstHigh - 200, bytes.length - DETECTED_BYTES));
  const shown = bytes.subarray(from, from + DETECTED_BYTES);
  const [best] = candidates(shown);
  if (best && (best.confidence >= SURE || hasWords(decodeText(shown, best.encoding)))) return best.encoding;
  const high = bytes.reduce((count, byte) => count + (byte >= 0x80 ? 1 : 0), 0);
  return high <= bytes.length * MANY_HIGH ? 'windows-1252' : undefined;
}

/** Whether letters stand together as in words. */
function hasWords(text: string): boolean {
  const count = (pairs: RegExp): number => text.match(pairs)?.length ?? 0;
  const odd =
    count(/\p{Ll}(?=\p{Lu})/gu) +
    count(/\p{Script=Latin}(?=(?!\p{Script=Latin})\p{L})|(?!\p{Script=Latin})\p{L}(?=\p{Script=Latin})/gu);
  return odd <= count(/\p{L}(?=\p{L})/gu) * MANY_ODD_PAIRS;
}

/** UTF-16 of other scripts than Latin, without a mark: NULs only where spaces and digits are. */
function detectedUtf16(bytes: Uint8Array): TextEncoding | undefined {
  if (bytes.length % 2 === 1) return undefined;
  const found = candidates(bytes.subarray(0, DETECTED_BYTES))[0]?.encoding;
  if (found !== 'utf-16le' && found !== 'utf-16be') return undefined;
  return decodeText(bytes, found).includes('\u0000') ? undefined : found;
}

function hasJisEscape(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return text.includes('\x1b$B', 0, 'latin1') || text.includes('\x1b$@', 0, 'latin1');
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
