// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\ufffe\uffff]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above
const UNREADABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ue000-\uf8ff\ufffd]/g;
/** Above this share of control and private-use characters a text is glyph numbers, not words. */
const MAX_UNREADABLE = 0.1;
/** A title's length in the port's contract. */
const MAX_TITLE = 300;

/** Text without control characters but line breaks and tabs, without lone surrogates, without trailing and surplus space. */
export function cleanText(text: string): string {
  return (
    text
      .replace(/\r\n?/g, '\n')
      .replace(CONTROLS, '')
      .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
      // A run of spaces is looked at from its beginning only: it may be as long as the text.
      .replace(/(?<![ \u00a0])[ \u00a0]+(?=\n)/g, '')
      .replace(/\n{3,}/g, '\n\n')
      .trim()
  );
}

/** Whether a page's text is of fonts without a Unicode map. */
export function isGarbled(text: string): boolean {
  const visible = text.replace(/\s/g, '');
  if (visible.length === 0) return false;
  const unreadable = visible.match(UNREADABLE)?.length ?? 0;
  return unreadable > visible.length * MAX_UNREADABLE;
}

/** One line, trimmed, at most 300 characters; undefined when nothing is left. */
export function oneLine(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const line = cleanText(text).replace(/\s+/g, ' ').trim();
  return line === '' ? undefined : [...line].slice(0, MAX_TITLE).join('').trim();
}
