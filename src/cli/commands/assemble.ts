import { basename, dirname, resolve } from 'node:path';
import { Readable } from 'node:stream';
import type { AssemblyStep } from '../../contract/assembly.ts';
import type { SendItem } from '../../contract/sends.ts';
import { fileProblem, isFileProblem } from '../../node/leaving/file-problem.ts';
import { writeOut } from '../../node/leaving/write-out.ts';
import { pagesText } from '../../shared/page-runs.ts';
import { says } from '../../shared/says/says.ts';
import { say } from '../../words/say.ts';
import { assetsWithPages } from '../base/assets-with-pages.ts';
import { type Command, type CommandContext, textOf } from '../base/command.ts';
import { EXIT } from '../base/exit.ts';
import { refusedOf } from '../base/refused-of.ts';

type Made = Extract<AssemblyStep, { readonly step: 'made' }>;

/** Makes one PDF of pages. */
export const assemble: Command = {
  name: 'assemble',
  usage: 'assemble FILE.pdf ASSET[:PAGES]... [--recipient NAME]',
  does: 'one PDF of pages of several assets; what may not go out is told',
  options: { recipient: { type: 'string' } },
  check: ({ positionals: [file = '', ...assets] }) => {
    if (!/\.pdf$/i.test(file)) return 'Say how the PDF is called: kitbag assemble FILE.pdf ASSET[:PAGES]...';
    return assets.length === 0 ? 'Say of what: kitbag assemble FILE.pdf ASSET[:PAGES]...' : undefined;
  },
  run: async (context) => {
    const { client, args } = context;
    const [file = '', ...named] = args.positionals;
    const items: SendItem[] = assetsWithPages(context, named).map(({ asset, pages }) => ({
      asset,
      ...(pages !== undefined && { pages: pagesText(pages) }),
    }));
    const { items: checked } = await client.assembly.check({ items });
    const held = checked.filter((item) => item.held !== undefined || item.away);
    if (held.length === checked.length) return tell(context, null, undefined, held);
    const to = textOf(args, 'recipient')?.trim() ?? '';
    const target = resolve(file);
    const made = await make(context, {
      items,
      title: basename(target).replace(/\.pdf$/i, ''),
      ...(to !== '' && { to }),
    });
    if (made === undefined) return EXIT.someFailed;
    const problem = await writePdf(context, made.ticket, target);
    if (problem !== undefined) return refuse(context, problem);
    await context.engine.noteSent(made.ticket, 'saved');
    return tell(context, target, made, made.held);
  },
};

/** Makes it, with progress on a terminal. */
async function make(
  { client, output }: CommandContext,
  asked: Parameters<CommandContext['client']['assembly']['make']>[0],
): Promise<Made | undefined> {
  let made: Made | undefined;
  for await (const step of await client.assembly.make(asked)) {
    if (step.step === 'made') made = step;
    else output.progress(`${step.done} of ${step.total} pages`);
  }
  return made;
}

/** Writes it where it was asked for; answers why that was not possible. */
async function writePdf(
  context: CommandContext,
  ticket: string,
  target: string,
): Promise<string | undefined> {
  const given = await context.engine.handOutSend(ticket);
  if (given.outcome !== 'allowed') return say(given.says);
  const [file] = given.files;
  if (file === undefined || !('bytes' in file.content)) return say(says('sends.no-ticket'));
  try {
    await writeOut(Readable.from([Buffer.from(file.content.bytes)]), target);
    return undefined;
  } catch (error) {
    if (!isFileProblem(error)) throw error;
    return say(says('leaving.not-saved-in', { folder: dirname(target), problem: fileProblem(error) }));
  }
}

function refuse({ output }: CommandContext, message: string): number {
  output.result({ file: null, refused: [{ id: '', code: 'not-saved', message }] }, () => message);
  return EXIT.someFailed;
}

function tell(
  { output }: CommandContext,
  file: string | null,
  made: Made | undefined,
  held: Made['held'],
): number {
  const refused = held.map(refusedOf);
  output.result(
    {
      ...{ file, pages: made?.pages ?? 0, sha256: made?.sha256 ?? null, added: [] },
      ...(refused.length > 0 && { refused }),
    },
    () =>
      [
        ...(file === null ? [] : [`Wrote ${file}: ${made?.pages} pages.`]),
        ...refused.map(({ message }) => message),
      ].join('\n'),
  );
  return refused.length > 0 ? EXIT.someFailed : EXIT.done;
}
