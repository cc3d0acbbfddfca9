import stringWidth from 'string-width';

/** What stands between two columns. */
const GAP = '  ';

/**
 * A table for people: a line of headings and a line a row, each column as wide as its widest cell in the cells of a terminal. Takes time in
 * proportion to its rows: a hub has thousands of requests.
 */
export function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, ...rows];
  const cells = lines.map((line) => head.map((_, column) => measured(line[column] ?? '')));
  const widths = head.map((_, column) =>
    cells.reduce((widest, line) => Math.max(widest, line[column]?.width ?? 0), 0),
  );
  return cells
    .map((line) =>
      line.map(({ text, width }, column) => ` ${text}${' '.repeat((widths[column] ?? 0) - width)} `),
    )
    .map((line) => line.join(GAP))
    .join('\n');
}

function measured(text: string): { readonly text: string; readonly width: number } {
  // Most cells are plain letters, of which each takes one place.
  return { text, width: /^[ -~]*$/.test(text) ? text.length : stringWidth(text) };
}
