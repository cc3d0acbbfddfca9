import { type Report, SEPARATORS, type Separator, TABLES } from '../../contract/insights.ts';
import { isDay } from '../../shared/day.ts';
import { figureInWords } from '../../words/figures.ts';
import { answerTitle } from '../../words/search-quality.ts';
import { type Command, textOf } from '../base/command.ts';
import { notADay } from '../base/days.ts';
import { axesNamed } from '../base/dimensions.ts';
import { EXIT } from '../base/exit.ts';
import type { Output } from '../base/output.ts';

const FORMATS = ['table', 'csv'];
/** These tell everything so far unless days are said: other programs rely on it. */
const WITHOUT_PERIOD: ReadonlySet<string> = new Set(['usefulness', 'requests']);
/** Before anything that a hub could know. */
const BEGINNING = '2000-01-01';

/** What a lead would see. */
export const report: Command = {
  name: 'report',
  usage: `report ${TABLES.join('|')} [--from DAY] [--to DAY] [--axes A,B] [--format table|csv] [--separator ';']`,
  does: 'what a lead would see: usefulness and requests of all time, else the last 90 days, unless you say which',
  options: {
    format: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    separator: { type: 'string' },
    axes: { type: 'string' },
  },
  check: (args) => {
    const [table, ...more] = args.positionals;
    if (more.length > 0 || !TABLES.some((known) => known === table)) {
      return `Say which report: ${TABLES.join(', ')}.`;
    }
    const format = textOf(args, 'format');
    if (format !== undefined && !FORMATS.includes(format)) {
      return `There is no format '${format}'. Known are: ${FORMATS.join(', ')}.`;
    }
    if (textOf(args, 'separator') !== undefined && separatorOf(textOf(args, 'separator')) === undefined) {
      return `A separator is ',', ';' or 'tab'.`;
    }
    const axes = textOf(args, 'axes');
    if (axes !== undefined && table !== 'coverage') return 'Only coverage has axes.';
    if (axes !== undefined && axes.split(',').length !== 2)
      return 'Say two axes, as --axes stage,industry: stage, persona, type, product, or a dimension.';
    const wrong = ['from', 'to']
      .map((option) => textOf(args, option))
      .find((day) => day !== undefined && !isDay(day));
    return wrong === undefined ? undefined : notADay(wrong);
  },
  run: async (context) => {
    const { engine, output, args } = context;
    await engine.indexed();
    const table = TABLES.find((known) => known === args.positionals[0]) ?? 'usefulness';
    const to = textOf(args, 'to');
    const from =
      textOf(args, 'from') ?? (WITHOUT_PERIOD.has(table) && to === undefined ? BEGINNING : undefined);
    const axes = textOf(args, 'axes');
    const report = await engine.report(
      table,
      { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) },
      axes === undefined ? undefined : await axesNamed(context, axes),
    );
    const made = withDefinitions(report);
    const separator = separatorOf(textOf(args, 'separator')) ?? ',';
    const isCsv = textOf(args, 'format') === 'csv';
    const csv = isCsv ? await engine.reportCsv(report, separator) : undefined;
    // Only the line's end: tabs before it are empty cells.
    output.result(made, () => csv?.replace(/\r\n$/u, '') ?? tableText(made, output));
    return EXIT.done;
  },
};

function separatorOf(text: string | undefined): Separator | undefined {
  if (text === undefined) return ',';
  return SEPARATORS.find((separator) => separator === (text === 'tab' ? '\t' : text));
}

/** A table with what it means, and what those of its columns mean that are figures. */
function withDefinitions({ rows, columns, figure, figures, period }: Report) {
  const { name, definition } = figureInWords(figure);
  const definitions = Object.entries(figures).map(([column, id]) => [column, figureInWords(id).definition]);
  return {
    rows,
    columns,
    definition: `${name}: ${definition}`,
    definitions: Object.fromEntries(definitions),
    period,
  };
}

/** The table, and below it what it means. */
function tableText(
  { rows, columns, definition, period }: ReturnType<typeof withDefinitions>,
  output: Output,
): string {
  const days =
    period.from === BEGINNING ? `Everything up to ${period.to}.` : `${period.from} to ${period.to}.`;
  const meaning = `${definition}\n${days}`;
  if (rows.length === 0) return `Nothing to report in this period.\n\n${meaning}`;
  const cells = rows.map((row) => columns.map((column) => row[column] ?? ''));
  return `${output.table(columns, cells)}\n\n${meaning}`;
}

/** Search as a product that is tested. */
export const golden: Command = {
  name: 'golden',
  usage: 'golden',
  does: 'asks all golden queries: at which place their right answers stand',
  options: {},
  run: async ({ engine, client, output }) => {
    await engine.indexed();
    const { rows: found, mrr, withoutResult } = await client.searchQuality.run();
    const rows = found.map((row) => ({
      ...row,
      answers: row.answers.map((answer) => ({ ...answer, title: answerTitle(answer.title) })),
    }));
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
  does: 'stages, personas, types, products and dimensions with their ids, and tags',
  options: {},
  run: async ({ client, output }) => {
    const { stages, personas, types, products, dimensions, tags } = await client.taxonomy.get();
    const told = {
      ...{ stages, personas, types, products },
      dimensions: dimensions
        .filter(({ inUse }) => inUse)
        .map(({ inUse: _, retired: __, terms, ...dimension }) => ({
          ...dimension,
          terms: terms.filter((term) => !term.retired),
        })),
      tags: tags.map(({ tag, count }) => ({ tag, assets: count })),
    };
    output.result(told, () => {
      const part = (name: string, terms: readonly { readonly id: string; readonly name: string }[]) =>
        output.table(
          [name, 'Id'],
          terms.map((term) => [term.name, term.id]),
        );
      return [
        part('Buying stage', stages),
        part('Persona', personas),
        part('Content type', types),
        ...(products.length > 0 ? [part('Product', products)] : []),
        ...told.dimensions.map(({ name, terms }) => part(name, terms)),
        ...(tags.length > 0
          ? [
              output.table(
                ['Tag', 'Assets'],
                tags.map(({ tag, count }) => [tag, count]),
              ),
            ]
          : []),
      ].join('\n\n');
    });
    return EXIT.done;
  },
};
