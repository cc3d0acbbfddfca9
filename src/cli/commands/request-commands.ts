import { isDay } from '../../shared/day.ts';
import { REQUEST_STATUSES } from '../../shared/vocabulary/requests.ts';
import { countFromNewMembers, markedName } from '../../words/new-members.ts';
import { type Command, textOf, textsAsTyped } from '../base/command.ts';
import { notADay } from '../base/days.ts';
import { dimensionTerms, notDimensionTerms } from '../base/dimensions.ts';
import { EXIT } from '../base/exit.ts';
import { CALL_OPTIONS, Terms } from '../base/terms.ts';

/** Asks for content. */
export const request: Command = {
  name: 'request',
  usage: 'request TITLE [--need TEXT] [--stage ID] [--persona ID] [--set DIMENSION=TERM]... [--by DATE]',
  does: 'asks for content',
  options: {
    need: { type: 'string' },
    ...CALL_OPTIONS,
    by: { type: 'string' },
    set: { type: 'string', multiple: true },
  },
  check: (args) => {
    if (args.positionals.join(' ').trim() === '') return 'Say what is needed: kitbag request TITLE.';
    const by = textOf(args, 'by');
    if (by !== undefined && !isDay(by)) return notADay(by);
    return notDimensionTerms(textsAsTyped(args, 'set'));
  },
  run: async (context) => {
    const { engine, client, output, args } = context;
    const terms = await Terms.load(context);
    const title = args.positionals.join(' ').trim();
    const need = textOf(args, 'need') ?? '';
    const call = terms.call(args);
    const neededBy = textOf(args, 'by');
    await engine.indexed();
    const alike = await client.requests.similar({ title: title.slice(0, 300), need: need.slice(0, 10_000) });
    const made = await client.requests.make({
      title,
      need,
      ...call,
      ...(await dimensionTerms(context, textsAsTyped(args, 'set'))),
      ...(neededBy !== undefined && { neededBy }),
    });
    const similar = [
      ...alike.assets.map((asset) => ({ kind: 'asset' as const, id: asset.id, title: asset.title })),
      ...alike.requests.map((other) => ({ kind: 'request' as const, id: other.id, title: other.title })),
    ];
    output.result({ request: made, similar }, () =>
      [
        `Asked for '${made.title}' (${made.id}).`,
        ...(similar.length > 0 ? ['Alike is already there:'] : []),
        ...similar.map(({ kind, id, title: text }) => `  ${kind.padEnd(8)} ${text} (${id})`),
      ].join('\n'),
    );
    return EXIT.done;
  },
};

/** Lists requests. */
export const requests: Command = {
  name: 'requests',
  usage: 'requests [--status S]',
  does: 'what was asked for',
  options: { status: { type: 'string' } },
  check: (args) => {
    const status = textOf(args, 'status');
    if (status === undefined || REQUEST_STATUSES.some((known) => known === status)) return undefined;
    return `There is no status '${status}'. Known are: ${REQUEST_STATUSES.join(', ')}.`;
  },
  run: async ({ client, output, args }) => {
    const status = REQUEST_STATUSES.find((known) => known === textOf(args, 'status'));
    const list = await client.requests.list(status === undefined ? {} : { status });
    output.result({ requests: list }, () =>
      list.length === 0
        ? 'No requests.'
        : output.table(
            ['Request', 'Title', 'Status', 'Votes', 'Due', 'Promise', 'By'],
            list.map((item) => [
              item.id,
              item.title,
              item.status,
              countFromNewMembers(item.votesFromNew, item.votes),
              new Date(item.sla.dueAt).toISOString().slice(0, 10),
              item.sla.state,
              markedName(item.by),
            ]),
          ),
    );
    return EXIT.done;
  },
};
