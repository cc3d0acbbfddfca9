import { decodeText } from '../../encoding/decode.ts';
import { encodingOfCodePage } from '../../encoding/encodings.ts';

/** Code pages of the character sets that fonts name: [MS-WMF] 2.1.1.5. */
const PAGES: Readonly<Record<number, number>> = {
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
};

/** Text that a font of a character set writes. */
export function decodeInCharset(bytes: Uint8Array, charset: number): string {
  return decodeText(bytes, encodingOfCodePage(PAGES[charset] ?? 1252) ?? 'windows-1252');
}
