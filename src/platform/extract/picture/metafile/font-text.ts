import { decodeText } from '../../encoding/decode.ts';
import { encodingOfCharset } from '../../encoding/font-charsets.ts';

/** Text that a font of a character set writes. */
export function decodeInFont(bytes: Uint8Array, charset: number): string {
  return decodeText(bytes, encodingOfCharset(charset) ?? 'windows-1252');
}
