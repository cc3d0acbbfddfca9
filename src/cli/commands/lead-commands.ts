import { csvOf } from '../../engine/insights/csv.ts';
import { type Command, textOf } from '../command.ts';
import { EXIT } from '../exit.ts';

const TABLES = ['usefulness', 'coverage', 'requests', 'unused'] as const;
const FORMATS = ['table', 'csv'];

/** What a lead would see. */
export const report: Command = {
  name: 'report',
  usage: 'report usefulness|coverage|requests [--format table|csv]',
  does: 'what a lead would see',
  options: { format: { type: 'string' } },
  check: (args) => {
    const [table, ...more] = args.positionals;
    if (more.length > 0 || !TABLES.some((known) => known === table)) {
      return `Say which report: ${TABLES.join(', ')}.`;
    }
    const format = textOf(args, 'format');
    if (format !== undefined && !FORMATS.includes(format)) {
      return `There is no format '${format}'. Known are: ${FORMATS.join(', ')}.`;
    }
    return undefined;
  },
  run: async ({ engine, output, args }) => {
    const table = TABLES.find((known) => known === args.positionals[0]) ?? 'usefulness';
    const rows = engine.reportRows(table);
    output.result({ rows }, () => {
      if (textOf(args, 'format') === 'csv') return csvOf(rows).trimEnd();
      const [first] = rows;
      if (first === undefined) return 'Nothing to report yet.';
      const columns = Object.keys(first);
      return output.table(
        columns,
        rows.map((row) => columns.map((column) => row[column] ?? '')),
      );
    });
    return EXIT.done;
  },
};

/** Search as a product that is tested. */
export const golden: Command = {
  name: 'golden',
  usage: 'golden',
  does: 'asks all golden queries: at which place their right answers stand',
  options: {},
  run: async ({ engine, client, output }) => {
    await engine.indexed();
    const { rows, mrr, withoutResult } = await client.golden.run();
    output.result({ mrr, withoutResult, rows }, () => {
      if (mrr === null) return 'There are no golden queries yet. A content lead makes them in the window.';
      const table = output.table(
        ['Search', 'Right answer', 'Place', 'Results'],
        rows.flatMap(({ query, answers, results }) =>
          answers.map(({ title, place }) => [query, title, place ?? 'not found', results]),
        ),
      );
      return `${table}\n\nMRR ${mrr.toFixed(2)} over ${rows.length} golden queries; ${withoutResult} find nothing.`;
    });
    return EXIT.done;
  },
};

/** The hub's words. */
export const taxonomy: Command = {
  name: 'taxonomy',
  usage: 'taxonomy',
  does: 'stages, personas, types with their ids',
  options: {},
  run: async ({ client, output }) => {
    const { stages, personas, types, products } = await client.taxonomy.get();
    output.result({ stages, personas, types, products }, () => {
      const part = (name: string, terms: readonly { readonly id: string; readonly name: string }[]) =>
        output.table(
          [name, 'Id'],
          terms.map((term) => [term.name, term.id]),
        );
      return [part('Buying stage', stages), part('Persona', personas), part('Content type', types)].join(
        '\n\n',
      );
    });
    return EXIT.done;
  },
};
