import type { RandomAccessFile } from '../sniff/bytes.ts';
import type { TextEncoding } from '../sniff/text-encoding.ts';
import { MAX_TEXT } from '../text/page-collector.ts';

/** A text file's characters, and whether there were more than are kept. */
export type Source = { readonly text: string; readonly truncated: boolean };

/** Reads a text file up to a limit of characters; a byte order mark is dropped. */
export function readSource(file: RandomAccessFile, encoding: TextEncoding, limit = MAX_TEXT): Source {
  const perCharacter = encoding.startsWith('utf-16') ? 2 : encoding === 'utf-8' ? 4 : 1;
  const bytes = file.read(0, limit * perCharacter);
  const text = new TextDecoder(encoding).decode(bytes);
  const truncated = text.length > limit || bytes.length < file.size;
  return { text: text.slice(0, limit), truncated };
}
