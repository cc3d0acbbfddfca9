import type { CommandContext } from '../../base/command.ts';
import { EXIT } from '../../base/exit.ts';
import { printedCall, printedTime } from './printed.ts';

/** Lists the calls of this device, the earliest first. */
export async function list({ client, output }: CommandContext): Promise<number> {
  const calls = await client.calls.list();
  const details = await Promise.all(calls.map(({ id }) => client.calls.get({ call: id })));
  output.result({ calls: details.map(printedCall) }, () =>
    calls.length === 0
      ? 'There are no calls. Prepare one: kitbag call prepare --title TITLE --at TIME.'
      : output.table(
          ['When', 'Call', 'Account', 'Items', 'Id'],
          calls.map(({ at, title, account, items, id }) => [printedTime(at), title, account, items, id]),
        ),
  );
  return EXIT.done;
}
