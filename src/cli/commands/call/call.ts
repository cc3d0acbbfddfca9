import { type Command, textOf } from '../../base/command.ts';
import { CALL_OPTIONS } from '../../base/terms.ts';
import { check } from './check.ts';
import { list } from './list.ts';
import { isTime, prepare } from './prepare.ts';

/** Calls that one prepares for: with a pack of files and pages, which is proven. */
export const call: Command = {
  name: 'call',
  usage: {
    prepare:
      'call prepare [--ics FILE | --title TITLE --at TIME] [--account A] [--about TEXT] [--stage ID] [--persona ID]... [--set DIMENSION=TERM]...',
    list: 'call list',
    check: 'call check CALL',
  },
  usageNote:
    'TIME is on this device’s clock, 2026-12-03T14:00. CALL is an id, the beginning of one, or a title.',
  does: 'a call and its pack, kept on this device; check proves that every file of the pack is ready',
  options: {
    ...CALL_OPTIONS,
    persona: { type: 'string', multiple: true },
    ics: { type: 'string' },
    title: { type: 'string' },
    at: { type: 'string' },
    account: { type: 'string' },
    about: { type: 'string' },
    set: { type: 'string', multiple: true },
  },
  check: (args) => {
    const [action, ...rest] = args.positionals;
    if (action === 'list') return rest.length === 0 ? undefined : 'call list takes nothing else.';
    if (action === 'check') return rest.length === 1 ? undefined : 'Say which: kitbag call check CALL.';
    if (action !== 'prepare') return 'Say what: kitbag call prepare, list or check.';
    if (rest.length > 0) return 'call prepare takes options only.';
    const at = textOf(args, 'at');
    if (at !== undefined && !isTime(at)) return `'${at}' is no time. Write it like 2026-12-03T14:00.`;
    if (textOf(args, 'ics') !== undefined) return undefined;
    return textOf(args, 'title') === undefined || at === undefined
      ? 'Say which call: --ics FILE, or --title TITLE --at TIME.'
      : undefined;
  },
  run: (context) => {
    const [action, which = ''] = context.args.positionals;
    if (action === 'list') return list(context);
    return action === 'check' ? check(context, which) : prepare(context);
  },
};
