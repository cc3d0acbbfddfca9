/**
 * Text that a document strikes through, in plain text: each character is followed by Unicode's long stroke overlay, so that it stays
 * struck wherever the text is cut, and is seen as such even where nobody knows of it.
 */

/** Follows every character of struck text. */
const STROKE = '\u0336';

/** Marks a text as struck. */
export function strike(text: string): string {
  return text.replace(/[^\s\p{M}]\p{M}*/gu, (character) =>
    character.includes(STROKE) ? character : `${character}${STROKE}`,
  );
}

/** Struck characters in a row, with the spaces between them. */
const STRUCK_RUN = new RegExp(
  `(?:[^\\s\\p{M}]\\p{M}*?${STROKE}\\p{M}*)(?:\\s*[^\\s\\p{M}]\\p{M}*?${STROKE}\\p{M}*)*`,
  'gu',
);

/** A text cut into what is struck and what is not. */
export function struckParts(text: string): { readonly text: string; readonly struck: boolean }[] {
  const parts: { readonly text: string; readonly struck: boolean }[] = [];
  let done = 0;
  for (const match of text.includes(STROKE) ? text.matchAll(STRUCK_RUN) : []) {
    if (match.index > done)
      parts.push({ text: withoutStrokes(text.slice(done, match.index)), struck: false });
    parts.push({ text: withoutStrokes(match[0]), struck: true });
    done = match.index + match[0].length;
  }
  const rest = withoutStrokes(text.slice(done));
  if (rest !== '') parts.push({ text: rest, struck: false });
  return parts;
}

/** A text without the strokes over it. */
export function withoutStrokes(text: string): string {
  return text.includes(STROKE) ? text.replaceAll(STROKE, '') : text;
}
