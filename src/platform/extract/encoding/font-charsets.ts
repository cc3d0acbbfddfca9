import { encodingOfCodePage, type TextEncoding } from './encodings.ts';

/** Code pages of the character sets that fonts name ([MS-WMF] 2.1.1.5, RTF's `fcharset`); 0 and 1 are the document's own, 2 has no letters. */
const CHARSETS: Readonly<Record<number, number>> = {
  77: 10000,
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
  254: 437,
  255: 850,
};

/** The encoding of a font's character set; undefined for the document's own, and for one that is not known. */
export function encodingOfCharset(charset: number): TextEncoding | undefined {
  const page = CHARSETS[charset];
  return page === undefined ? undefined : encodingOfCodePage(page);
}
