import iconv from 'iconv-lite';
import { codecOf, type TextEncoding } from './encodings.ts';

/**
 * The one home of decoding: iconv-lite reads the same everywhere, where the `TextDecoder` of Node 20 drops what windows-1252 has
 * between 0x80 and 0x9F, and Electron's knows other encodings than Node's.
 */

/** Decodes bytes; a byte order mark is dropped, what can't be read becomes U+FFFD. */
export function decodeText(bytes: Uint8Array, encoding: TextEncoding): string {
  const decoder = pieceDecoder(encoding);
  return decoder.write(bytes) + decoder.end();
}

/** Decodes bytes that come in pieces, a character's bytes perhaps in two of them. */
export interface PieceDecoder {
  write(bytes: Uint8Array): string;
  end(): string;
}

/** A decoder of pieces. */
export function pieceDecoder(encoding: TextEncoding): PieceDecoder {
  const decoder = iconv.getDecoder(codecOf(encoding));
  const jis = encoding === 'iso-2022-jp' ? new JisToEuc() : undefined;
  // iconv-lite has the Mac's letters of before 1998.
  const isMac = encoding === 'macintosh' || encoding === 'x-mac-cyrillic';
  const newer = (text: string) => (isMac ? text.replaceAll('¤', '€') : text);
  return {
    write: (bytes) => newer(decoder.write(jis ? jis.convert(bytes) : viewOf(bytes))),
    end: () => decoder.end() ?? '',
  };
}

function viewOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

const ESCAPE = 0x1b;
const SINGLE_SHIFT = 0x8e;

type JisSet = 'ascii' | 'kanji' | 'katakana';

/** ISO-2022-JP as EUC-JP: the same character sets, switched by the high bit instead of by escapes (RFC 1468). */
class JisToEuc {
  #set: JisSet = 'ascii';
  /** An escape that is not whole yet. */
  #escape: number[] = [];

  convert(bytes: Uint8Array): Buffer {
    const out: number[] = [];
    for (const byte of bytes) {
      if (byte === ESCAPE || this.#escape.length > 0) {
        this.#escape.push(byte);
        if (this.#escape.length < 3) continue;
        this.#set = setOf(this.#escape) ?? this.#set;
        this.#escape = [];
      } else if (byte <= 0x20) out.push(byte);
      else if (this.#set === 'katakana') out.push(SINGLE_SHIFT, byte | 0x80);
      else out.push(this.#set === 'kanji' ? byte | 0x80 : byte);
    }
    return Buffer.from(out);
  }
}

/** What an escape switches to; one that is not known here changes nothing. */
function setOf([, second, third]: readonly number[]): JisSet | undefined {
  if (second === 0x24) return third === 0x40 || third === 0x42 ? 'kanji' : undefined;
  if (second !== 0x28) return undefined;
  if (third === 0x42 || third === 0x4a) return 'ascii';
  return third === 0x49 ? 'katakana' : undefined;
}
