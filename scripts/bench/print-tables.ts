import Table from 'cli-table3';

type Row = { readonly path: string; readonly leaves: ReadonlyMap<string, string> };

/** Every object that holds plain values, under the names that lead to it. */
function rowsOf(value: unknown, path: readonly string[] = []): Row[] {
  if (typeof value !== 'object' || value === null) return [];
  const entries = Object.entries(value);
  const own = entries.filter(([, inner]) => typeof inner !== 'object' || inner === null);
  const leaves = new Map(own.map(([key, leaf]): [string, string] => [key, String(leaf)]));
  const below = entries.flatMap(([key, inner]) => rowsOf(inner, [...path, key]));
  return leaves.size > 0 ? [{ path: path.join(' · '), leaves }, ...below] : below;
}

/** A section's figures as tables: objects with the same keys are rows of one table, in the order in which they come. */
export function tablesOf(section: string, figures: unknown): string {
  const tables = new Map<string, { readonly head: readonly string[]; readonly rows: string[][] }>();
  for (const { path, leaves } of rowsOf(figures)) {
    const head = [...leaves.keys()];
    const shape = head.join('|');
    const table = tables.get(shape) ?? { head, rows: [] };
    tables.set(shape, table);
    table.rows.push([path, ...leaves.values()]);
  }
  return [...tables.values()].map(({ head, rows }) => draw(section, head, rows)).join('\n');
}

function draw(section: string, head: readonly string[], rows: readonly string[][]): string {
  const table = new Table({
    head: [section, ...head],
    colAligns: ['left', ...head.map(() => 'right' as const)],
    style: { head: [], border: [], compact: true },
  });
  for (const row of rows) table.push(row);
  return table.toString();
}
