import { decodeText } from '../encoding/decode.ts';
import { encodingOfLabel, type TextEncoding } from '../encoding/encodings.ts';
import { encodingOf, isUtf8Text } from '../encoding/text-encoding.ts';

/** How mails write what is no plain letter. Sources are strings of a character a byte, as they were sent. */

/** `=?utf-8?q?R=C3=BCckfrage?=` (RFC 2047, 2), with a language perhaps (RFC 2231, 5). */
const ENCODED_WORD = /=\?([\w.:-]{1,40})(?:\*[\w-]{0,40})?\?([bq])\?([^?\r\n]{0,4000})\?=/gi;

/** The text of a header's value; words that were parted only to be encoded stand together again, a character's bytes perhaps in two of them. */
export function decodeHeader(raw: string): string {
  const out: string[] = [];
  let pending: { readonly charset: string; readonly bytes: Uint8Array[] } | undefined;
  let from = 0;
  const end = () => {
    if (pending) out.push(decodeBytes(Buffer.concat(pending.bytes), pending.charset));
    pending = undefined;
  };
  for (const match of raw.matchAll(ENCODED_WORD)) {
    const [whole, charset = '', kind = '', content = ''] = match;
    const between = raw.slice(from, match.index);
    if (between.trim() !== '' || pending === undefined || pending.charset !== charset.toLowerCase()) {
      const wasWord = pending !== undefined;
      end();
      // Space between encoded words is none (RFC 2047, 6.2).
      if (!wasWord || between.trim() !== '') out.push(plainHeader(between));
      pending = { charset: charset.toLowerCase(), bytes: [] };
    }
    pending.bytes.push(
      kind.toLowerCase() === 'b' ? fromBase64(content) : fromQuotedPrintable(content.replaceAll('_', ' ')),
    );
    from = match.index + whole.length;
  }
  end();
  out.push(plainHeader(raw.slice(from)));
  return out.join('').replace(/\s+/g, ' ').trim();
}

/** What stands in a header unencoded: UTF-8 today (RFC 6532), something else before. */
function plainHeader(raw: string): string {
  return /[\u0080-\u00ff]/.test(raw) ? decodeBytes(bytesOf(raw), undefined) : raw;
}

/** Bytes of text in what a part says that they are written in; it is not believed where they can only be UTF-8. */
export function decodeBytes(bytes: Uint8Array, charset: string | undefined): string {
  return decodeText(bytes, encodingOfBytes(bytes, charset));
}

function encodingOfBytes(bytes: Uint8Array, charset: string | undefined): TextEncoding {
  const said = charset === undefined ? undefined : encodingOfLabel(charset);
  const isVague = said === undefined || said === 'windows-1252' || said === 'utf-8';
  if (!isVague) return said;
  if (isUtf8Text(bytes, false)) return said === undefined ? (encodingOf(bytes, false) ?? 'utf-8') : 'utf-8';
  return said === 'windows-1252' ? said : (encodingOf(bytes, false) ?? 'windows-1252');
}

/** A content's bytes without its transfer encoding (RFC 2045, 6). */
export function decodeTransfer(content: string, encoding: string): Uint8Array {
  switch (encoding.trim().toLowerCase()) {
    case 'base64':
      return fromBase64(content);
    case 'quoted-printable':
      return fromQuotedPrintable(content);
    default:
      return bytesOf(content);
  }
}

/** What is no letter of base64 is passed over, as the standard has it. */
function fromBase64(text: string): Uint8Array {
  return Buffer.from(text, 'base64');
}

function fromQuotedPrintable(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code !== 0x3d) bytes[length++] = code & 0xff;
    else {
      const hex = text.slice(at + 1, at + 3);
      if (/^[0-9a-f]{2}$/i.test(hex)) {
        bytes[length++] = Number.parseInt(hex, 16);
        at += 2;
      } else {
        // A soft break, perhaps with space before its end; any other sign stands for itself.
        const soft = /^[ \t]{0,80}\r?\n/.exec(text.slice(at + 1, at + 90));
        if (soft) at += soft[0].length;
        else bytes[length++] = code;
      }
    }
  }
  return bytes.subarray(0, length);
}

/** The bytes of a string that has a character for each. */
export function bytesOf(raw: string): Uint8Array {
  return Buffer.from(raw, 'latin1');
}
