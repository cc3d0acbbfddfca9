/**
 * How values stand in the cells of a table, so that what was written and not touched is read as the same: a list with commas, formulas made harmless,
 * a word for 'nothing'.
 */

/** What a spreadsheet would run as a formula, and what stands for 'nothing'; with `'` before it, it is text. */
const TO_PROTECT = /^'*(?:[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]|\((?:none|empty|keine?s?|leer)\)$)/iu;
const NOTHING = /^\((?:none|empty|keine?s?|leer)\)$/iu;

/** A text that no spreadsheet runs. */
export function protectedText(text: string): string {
  return TO_PROTECT.test(text) ? `'${text}` : text;
}

/** The text that was protected. */
export function plainText(cell: string): string {
  return cell.startsWith("'") && TO_PROTECT.test(cell) ? cell.slice(1) : cell;
}

/** Whether a cell says that there shall be nothing. */
export function saysNothing(cell: string): boolean {
  return NOTHING.test(cell.trim());
}

/** Values with commas between them; one that holds a separator or a quote stands in quotes. */
export function listText(values: readonly string[]): string {
  return values.map((value) => (NEEDS_QUOTES.test(value) ? quoted(value) : value)).join(', ');
}

const NEEDS_QUOTES = /[,;"\n\r]|^\s|\s$/u;

function quoted(value: string): string {
  return `"${value.replaceAll('"', '""')}"`;
}

/** The values of a list: between commas, semicolons or line breaks, those in quotes as they stand. */
export function valuesOfList(text: string): string[] {
  const values: string[] = [];
  for (const match of text.matchAll(
    /\s*(?:"((?:[^"]|"")*)"\s*(?=[,;\n\r]|$)|([^,;\n\r]*))(?:[,;\n\r]|$)/gu,
  )) {
    const value = match[1]?.replaceAll('""', '"') ?? match[2]?.trim() ?? '';
    if (value !== '') values.push(value);
  }
  return values;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: spreadsheets can't hold them
const UNKEPT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Surrogate}]/gu;

/** What of a text any table keeps: programs change line breaks, and drop what can't be written. */
export function keptText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(UNKEPT, '').trim();
}
