import { cleanName } from './person-name.ts';

/**
 * Lines of text as they may be shown: titles, terms, names of files. They come from other people's devices. What can't be seen may stay in them
 * (scripts need it), but nothing that ends the line, steers a terminal, or turns the words around it.
 */

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what has to go
const ENDING = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;
/** Embeddings, overrides and isolates: 'cod.exe' reads as 'exe.doc', and whatever stands behind it reads backwards. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;

/** Text without what steers a terminal or turns other text; for lines that are shown, not kept. */
export function withoutSteering(text: string): string {
  return text.replace(ENDING, ' ').replace(TURNING, '');
}

/** A line as it may be shown; empty where nothing in it can be seen. */
export function cleanLine(text: string): string {
  const shown = withoutSteering(text).trim();
  // Nearly every line has a plain letter, and a hub has tens of thousands of them.
  return /[0-9A-Za-z]/.test(shown) || cleanName(shown) !== '' ? shown : '';
}
