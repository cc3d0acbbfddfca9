import { charactersOf } from '../encoding/bytes.ts';

/** What the dictionary begins with (MS-OXRTFCP, 2.2.1.1). */
const PRELOADED =
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx';
const DICTIONARY = 4096;
const HEADER = 16;
const COMPRESSED = 0x75465a4c;
const PLAIN = 0x414c454d;

/** The RTF of an Outlook message's body (MS-OXRTFCP), a character a byte, at most `limit` of them; undefined where it is none. */
export function decompressRtf(bytes: Uint8Array, limit: number): string | undefined {
  if (bytes.length < HEADER) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kind = view.getUint32(8, true);
  if (kind === PLAIN) return charactersOf(bytes.subarray(HEADER, HEADER + limit));
  return kind === COMPRESSED ? charactersOf(unpacked(bytes, limit)) : undefined;
}

/** Eight tokens a byte of flags: a letter, or where in the dictionary some letters stand. */
function unpacked(bytes: Uint8Array, limit: number): Uint8Array {
  const dictionary = new Uint8Array(DICTIONARY);
  dictionary.set(Buffer.from(PRELOADED, 'latin1'));
  let end = PRELOADED.length;
  const out: number[] = [];
  const put = (byte: number) => {
    out.push(byte);
    dictionary[end] = byte;
    end = (end + 1) % DICTIONARY;
  };
  for (let at = HEADER; at < bytes.length && out.length < limit; ) {
    const flags = bytes[at++] ?? 0;
    for (let bit = 0; bit < 8 && at < bytes.length; bit += 1) {
      if ((flags & (1 << bit)) === 0) {
        put(bytes[at++] ?? 0);
        continue;
      }
      const token = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
      at += 2;
      const from = token >> 4;
      if (from === end) return Uint8Array.from(out);
      for (let count = (token & 15) + 2, next = from; count > 0; count -= 1) {
        put(dictionary[next] ?? 0);
        next = (next + 1) % DICTIONARY;
      }
    }
  }
  return Uint8Array.from(out);
}
