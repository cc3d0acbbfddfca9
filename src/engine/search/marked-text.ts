import type { MarkedText } from '../../contract/common.ts';
import { MARK_END, MARK_START } from '../ports/text-index.ts';

/** Cuts a text with marks into parts. Line breaks and runs of spaces become one space, as snippets are shown in a line. */
export function markedText(text: string): MarkedText {
  const parts: MarkedText = [];
  const plain = text.replace(/\s+/gu, ' ').trim();
  for (const piece of plain.split(MARK_START)) {
    const end = piece.indexOf(MARK_END);
    if (end < 0) addPart(parts, piece, false);
    else {
      addPart(parts, piece.slice(0, end), true);
      addPart(parts, piece.slice(end + 1), false);
    }
  }
  return parts;
}

function addPart(parts: MarkedText, text: string, marked: boolean): void {
  if (text === '') return;
  const last = parts.at(-1);
  // Characters of one word without spaces are marked one by one; for a person they are one match.
  if (last !== undefined && last.marked === marked) last.text += text;
  else parts.push({ text, marked });
}

/** The marked parts of texts, each once, in lower case: the words as they really stand there, for the reader to mark. */
export function markedWords(texts: Iterable<MarkedText>, most: number): string[] {
  const words = new Set<string>();
  for (const text of texts) {
    for (const part of text) {
      if (words.size >= most) return [...words];
      if (part.marked) words.add(part.text.toLowerCase());
    }
  }
  return [...words];
}
