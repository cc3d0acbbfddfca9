/** Cuts pasted text into cells: lines down, tabs across, a cell that holds either in quotes, as spreadsheets copy. */
export function cutClipboard(text: string): string[][] {
  const lines: string[][] = [];
  let line: string[] = [];
  let rest = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '');
  for (;;) {
    const { cell, after } = takeCell(rest);
    line.push(cell);
    const end = rest.charAt(after);
    if (end !== '\t') {
      lines.push(line);
      line = [];
    }
    if (end === '') return lines;
    rest = rest.slice(after + 1);
  }
}

/** The first cell of a text and where it ends. */
function takeCell(text: string): { readonly cell: string; readonly after: number } {
  const quoted = takeQuoted(text);
  if (quoted !== null) return quoted;
  const end = text.search(/[\t\n]/);
  const after = end < 0 ? text.length : end;
  return { cell: text.slice(0, after), after };
}

/** A cell in quotes. Quotes count only where they close before a tab, a line's end or the end: a title may begin with one. */
function takeQuoted(text: string): { readonly cell: string; readonly after: number } | null {
  if (!text.startsWith('"')) return null;
  let end = text.indexOf('"', 1);
  while (end >= 0 && text.charAt(end + 1) === '"') end = text.indexOf('"', end + 2);
  if (end < 0 || !['\t', '\n', ''].includes(text.charAt(end + 1))) return null;
  return { cell: text.slice(1, end).replaceAll('""', '"'), after: end + 1 };
}
