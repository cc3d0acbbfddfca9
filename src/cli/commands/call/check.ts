import { say } from '../../../words/say.ts';
import type { CommandContext } from '../../base/command.ts';
import { EXIT } from '../../base/exit.ts';
import { findCall } from '../../base/find-call.ts';

/** Proves the pack of a call; some failed where anything in it is not ready. */
export async function check(context: CommandContext, which: string): Promise<number> {
  const { client, output } = context;
  const call = await findCall(context, which);
  const { ready, items, ms } = await client.calls.check({ call: call.id });
  const printed = items.map(({ asset, title, ok, problems }) => ({
    assetId: asset,
    title,
    ok,
    problems: problems.map(({ code, says, fix, instead }) => ({
      code,
      message: say(says),
      fix,
      ...(instead !== undefined && { instead: instead.asset }),
    })),
  }));
  output.result({ ready, items: printed, ms }, () =>
    items.length === 0
      ? `'${call.title}' has nothing in its pack.`
      : [
          ...printed.flatMap(({ title, ok, problems }) =>
            ok ? [`ok  ${title}`] : problems.map(({ message }) => `!   ${title}: ${message}`),
          ),
          ready ? 'Ready.' : 'Not ready.',
        ].join('\n'),
  );
  return ready ? EXIT.done : EXIT.someFailed;
}
