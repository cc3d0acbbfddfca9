import { resolve } from 'node:path';
import type { CallInvitation } from '../../../contract/calls.ts';
import { type CommandContext, textOf, textsAsTyped, textsOf } from '../../base/command.ts';
import { dimensionTerms } from '../../base/dimensions.ts';
import { EXIT, wrongUse } from '../../base/exit.ts';
import { Terms } from '../../base/terms.ts';
import { printedCall, printedTime } from './printed.ts';

/** Makes a call of a calendar's next meeting, or of what is typed; what is typed comes before what the file says. */
export async function prepare(context: CommandContext): Promise<number> {
  const { client, output, args } = context;
  const terms = await Terms.load(context);
  const read = await invitation(context);
  const title = textOf(args, 'title') ?? read?.title ?? '';
  const at = timeOf(textOf(args, 'at')) ?? read?.at;
  if (title.trim() === '')
    throw wrongUse('The calendar file names no meeting. Say what it is: --title TITLE.');
  if (at === undefined) throw wrongUse('The calendar file names no time. Say when it is: --at TIME.');
  const stage = terms.optional('stage', textOf(args, 'stage')) ?? read?.stage ?? null;
  const personas = textsOf(args, 'persona').map((persona) => terms.id('persona', persona));
  const call = await client.calls.prepare({
    ...(await dimensionTerms(context, textsAsTyped(args, 'set'))),
    title,
    at,
    account: textOf(args, 'account') ?? read?.account ?? '',
    about: textOf(args, 'about') ?? read?.about ?? '',
    stage,
    personas: personas.length > 0 ? personas : [...(read?.personas ?? [])],
    people: read?.people ?? [],
  });
  output.result({ call: printedCall(call) }, () =>
    [
      `Prepared '${call.title}' (${call.id}), ${printedTime(call.at)}.`,
      ...call.pack.map(({ title: one }, index) => `${index + 1}. ${one}`),
      ...(call.pack.length === 0 ? ['Nothing in the library fits: its pack is empty.'] : []),
    ].join('\n'),
  );
  return EXIT.done;
}

/** The next meeting of the calendar file. */
async function invitation({ client, engine, args }: CommandContext): Promise<CallInvitation | undefined> {
  const file = textOf(args, 'ics');
  if (file === undefined) return undefined;
  const { grant } = engine.grantPaths([resolve(file)]);
  return (await client.calls.read({ grant })).invitations[0];
}

/** Whether a text is a time: `2026-12-03T14:00`, on this device's clock unless it names a zone. */
export function isTime(text: string): boolean {
  return timeOf(text) !== undefined;
}

function timeOf(text: string | undefined): number | undefined {
  if (text === undefined || !/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/.test(text)) return undefined;
  const time = new Date(text.replace(' ', 'T')).getTime();
  return Number.isFinite(time) && time >= 0 ? time : undefined;
}
