import { MOST_TEXT } from '../../../shared/limits.ts';
import type { RandomAccessFile } from '../encoding/bytes.ts';
import { decodeText } from '../encoding/decode.ts';
import { bytesPerCharacter, type TextEncoding } from '../encoding/encodings.ts';
import { encodingOf, isUtf8Text } from '../encoding/text-encoding.ts';

/** A text file's characters, and whether there were more than are kept. */
export type Source = { readonly text: string; readonly truncated: boolean };

/** Reads a text file up to a limit of characters; a byte order mark is dropped. `encoding`: as its beginning looks. */
export function readSource(file: RandomAccessFile, encoding: TextEncoding, limit = MOST_TEXT): Source {
  const bytes = file.read(0, limit * bytesPerCharacter(encoding));
  const cut = bytes.length < file.size;
  const text = decodeText(bytes, surerOf(bytes, encoding, cut));
  return { text: text.slice(0, limit), truncated: text.length > limit || cut };
}

/** A beginning in plain letters is UTF-8 as well as anything else: then the first letter that is none decides. */
function surerOf(bytes: Uint8Array, encoding: TextEncoding, cut: boolean): TextEncoding {
  if (encoding !== 'utf-8' || isUtf8Text(bytes, cut)) return encoding;
  return encodingOf(bytes, cut) ?? encoding;
}
