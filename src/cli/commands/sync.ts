import type { ExchangeSummary } from '../../contract/hub.ts';
import type { WhatIsHere } from '../../contract/offline.ts';
import { says } from '../../shared/says/says.ts';
import { letInSentence } from '../../words/let-in.ts';
import { say } from '../../words/say.ts';
import type { Command, CommandContext } from '../base/command.ts';
import { EXIT, wrongUse } from '../base/exit.ts';
import { hereWords } from '../base/here-words.ts';

/** Between two exchanges of `--watch`, in milliseconds. */
const WATCH_MS = 2000;

/** Exchanges with the hub. */
export const sync: Command = {
  name: 'sync',
  usage: 'sync [--watch]',
  does: 'exchanges with the hub; --watch goes on until it is stopped',
  options: { watch: { type: 'boolean' } },
  joins: true,
  check: ({ positionals }) => (positionals.length === 0 ? undefined : 'It takes no words.'),
  run: async (context) => {
    let code = await once(context);
    while (context.args.values.watch === true && !context.interrupted.aborted) {
      await pause(WATCH_MS, context.interrupted);
      if (!context.interrupted.aborted) code = await once(context, true);
    }
    return code;
  },
};

/** One exchange. While watching, nothing is said of one in which nothing happened. */
async function once({ engine, client, output, interrupted }: CommandContext, quiet = false): Promise<number> {
  const summary = await engine.exchange(interrupted);
  if (interrupted.aborted) return EXIT.done;
  if (summary === undefined) {
    throw wrongUse(
      'This hub is private: there is nothing to exchange with. Share it (kitbag hub create) or join one (kitbag hub join).',
    );
  }
  const { pushed, pulled, blobs, behind, blocked } = summary;
  const isIdle = pushed + pulled + blobs + blocked.length === 0;
  const { letIn } = summary;
  const here = (await client.session.get()).state === 'ready' ? await client.offline.here() : undefined;
  const hub = letIn === undefined ? '' : (await client.hub.state()).hub.name;
  if (!quiet || !isIdle || letIn !== undefined)
    output.result({ ...summary, ...here }, () => text(summary, hub, here));
  if (letIn !== undefined) await client.session.toldIn();
  return blocked.length + behind.length === 0 ? EXIT.done : EXIT.someFailed;
}

function text(summary: ExchangeSummary, hub: string, here: WhatIsHere | undefined): string {
  const { pushed, pulled, blobs, behind, blocked, standing, letIn, foreign, altered, ms } = summary;
  const lines = blocked.map((one) => say(one.says));
  if (blocked.length === 0) {
    lines.push(`Exchanged in ${ms} ms: ${pushed} events sent, ${pulled} received, ${blobs} files.`);
  }
  if (blocked.length === 0 && standing === 'waiting')
    lines.push(`Waiting to be let in. ${say(says('sync.waiting'))}`);
  if (letIn !== undefined) lines.push(letInSentence(letIn, hub));
  for (const { name, events, says: why } of behind) {
    lines.push(`  ${name}: ${events} events behind. ${why === undefined ? '' : say(why)}`);
  }
  if (here !== undefined) lines.push(...hereWords(here));
  if (altered > 0)
    lines.push(
      `  ${altered} ${altered === 1 ? 'file' : 'files'} in the hub: not what was published, and not taken. Publish again to mend this.`,
    );
  if (foreign > 0) lines.push(`  ${foreign} names in the hub are none of Kitbag’s and were left alone.`);
  return lines.join('\n');
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    function done(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
    signal.addEventListener('abort', done);
  });
}
