import { createRouterClient, ORPCError } from '@orpc/server';
import { dataFolder as whichFolder } from '../node/data-folder.ts';
import { type OpenEngineOptions, openEngine } from '../node/open-engine.ts';
import { openFailure } from '../node/open-failure.ts';
import { refusedBy } from '../node/refused.ts';
import { say, sayError } from '../words/say.ts';
import { type Arguments, type Command, usageOf } from './base/command.ts';
import { CliEnd, EXIT, wrongUse } from './base/exit.ts';
import { Output } from './base/output.ts';
import { assemble } from './commands/assemble.ts';
import { rate, show } from './commands/asset-commands.ts';
import { call } from './commands/call/call.ts';
import { compare } from './commands/compare.ts';
import { dimension } from './commands/dimension.ts';
import { edit } from './commands/edit.ts';
import { explain } from './commands/explain.ts';
import { hub } from './commands/hub.ts';
import { importCommand } from './commands/import.ts';
import { init } from './commands/init.ts';
import { kit } from './commands/kit/kit.ts';
import { golden, report, taxonomy } from './commands/lead-commands.ts';
import { index, stateHash, verify } from './commands/maintenance-commands.ts';
import { metadata } from './commands/metadata.ts';
import { merge, near } from './commands/near.ts';
import { open } from './commands/open.ts';
import { grant, members, remove } from './commands/people-commands.ts';
import { planCommand } from './commands/plan.ts';
import { proposals, propose } from './commands/proposals.ts';
import { request, requests } from './commands/request-commands.ts';
import {
  approve,
  archive,
  publish,
  recall,
  retire,
  returnCommand,
  review,
  reviews,
  submit,
} from './commands/review-commands.ts';
import { save } from './commands/save.ts';
import { search } from './commands/search.ts';
import { send, sent } from './commands/send.ts';
import { sync } from './commands/sync.ts';
import { variant } from './commands/variant.ts';
import { version } from './commands/version.ts';
import { watch } from './commands/watch.ts';
import { findCommand, parseArguments } from './parse.ts';

const COMMANDS: readonly Command[] = [
  init,
  importCommand,
  planCommand,
  search,
  show,
  open,
  save,
  send,
  sent,
  assemble,
  call,
  version,
  publish,
  submit,
  approve,
  returnCommand,
  archive,
  reviews,
  review,
  recall,
  retire,
  rate,
  edit,
  metadata,
  request,
  requests,
  propose,
  proposals,
  report,
  golden,
  taxonomy,
  dimension,
  explain,
  members,
  grant,
  remove,
  compare,
  near,
  merge,
  variant,
  kit,
  index,
  verify,
  stateHash,
  watch,
  hub,
  sync,
];

/** What a run of the command line gets from its process. */
type CliProcess = {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly terminal: boolean;
  readonly width: number;
  readonly interrupted: AbortSignal;
  readonly engine: Pick<
    OpenEngineOptions,
    'workerUrl' | 'sampleFolder' | 'appVersion' | 'logger' | 'openSearch'
  >;
};

/** Runs one command; answers the exit code. */
export async function runCli(process: CliProcess): Promise<number> {
  const { name, rest } = findCommand(process.argv);
  const tell = (text: string): void => process.err(`${text}\n`);
  try {
    const command = COMMANDS.find((candidate) => candidate.name === name);
    if (name !== undefined && command === undefined) {
      throw wrongUse(
        `There is no command '${name}'. Known are: ${COMMANDS.map((known) => known.name).join(', ')}.`,
      );
    }
    const args = parseArguments(rest, command);
    if (args.values.version === true) {
      process.out(`${process.engine.appVersion}\n`);
      return EXIT.done;
    }
    if (args.values.help === true || command === undefined) {
      const help =
        command === undefined ? overview() : `${usageOf(command, args.positionals)}\n  ${command.does}\n`;
      if (args.values.help === true) process.out(help);
      else process.err(help);
      return args.values.help === true ? EXIT.done : EXIT.wrongUse;
    }
    const wrong = command.check?.(args);
    if (wrong !== undefined) throw wrongUse(`${wrong}\n${usageOf(command, args.positionals, 'Usage: ')}`);
    return await runCommand(process, command, args);
  } catch (error) {
    if (error instanceof CliEnd) {
      tell(error.message);
      return error.exitCode;
    }
    const refused = error instanceof ORPCError ? error : refusedBy(error);
    if (refused === undefined) throw error;
    tell(sayError(refused));
    return exitOf(refused.code);
  }
}

async function runCommand(process: CliProcess, command: Command, args: Arguments): Promise<number> {
  const output = new Output({ ...process, json: args.values.json === true });
  const asked = typeof args.values.data === 'string' ? args.values.data : undefined;
  const chosen = whichFolder({ asked, env: process.env });
  if (!chosen.ok) throw wrongUse(chosen.error);
  const dataFolder = chosen.value;
  const opened = await openEngine({
    ...process.engine,
    dataFolder,
    what: `kitbag ${command.name}`,
    create: command.creates === true,
    env: process.env,
  });
  if (!opened.ok) throw new CliEnd(EXIT.cannotOpen, say(openFailure(opened.error, dataFolder)));
  const { engine, close } = opened.value;
  try {
    const client = createRouterClient(engine.router);
    const session = await client.session.get();
    if (session.state === 'blocked') throw new CliEnd(EXIT.cannotOpen, say(session.says));
    if (session.state === 'new' && command.creates !== true) {
      throw new CliEnd(EXIT.cannotOpen, say(openFailure({ code: 'missing', message: '' }, dataFolder)));
    }
    if (session.state === 'joining' && command.joins !== true) {
      throw new CliEnd(
        EXIT.cannotOpen,
        `This replica is still on its way into ${session.hub === '' ? 'its hub' : `the hub ${session.hub}`}. Nothing was changed. Go on with: kitbag sync. Give up with: kitbag hub give-up.`,
      );
    }
    if (session.state === 'ready') for (const problem of session.problems) output.complain(say(problem.says));
    return await command.run({
      engine,
      client,
      output,
      args,
      dataFolder,
      env: process.env,
      interrupted: process.interrupted,
    });
  } finally {
    output.clearProgress();
    await close();
  }
}

function exitOf(code: string): number {
  if (code === 'REPLICA' || code === 'NOT_READY') return EXIT.cannotOpen;
  if (code === 'DISK' || code === 'MISSING_BLOB' || code === 'INTERNAL_SERVER_ERROR') return EXIT.someFailed;
  return EXIT.wrongUse;
}

function overview(): string {
  const width = Math.max(...COMMANDS.map((command) => command.name.length));
  return [
    'kitbag [--data DIR] [--json] COMMAND',
    '',
    '  --data DIR   the replica’s folder (or KITBAG_DATA; default: the application’s)',
    '  --json       one JSON document on standard output, everything else on standard error',
    '',
    ...COMMANDS.map((command) => `  ${command.name.padEnd(width)}  ${command.does}`),
    '',
    'kitbag COMMAND --help shows how a command is called.',
    'Exit codes: 0 done; 1 done, but some items failed; 2 wrong use; 3 the replica can’t be opened.',
    '',
  ].join('\n');
}
