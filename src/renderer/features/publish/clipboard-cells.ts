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
  // Quotes count only where they close before a tab, a line's end or the end: a title may begin with one.
  const quoted = /^"((?:[^"]|"")*)"(?=\t|\n|$)/.exec(text);
  if (quoted !== null) return { cell: (quoted[1] ?? '').replaceAll('""', '"'), after: quoted[0].length };
  const end = text.search(/[\t\n]/);
  const after = end < 0 ? text.length : end;
  return { cell: text.slice(0, after), after };
}
