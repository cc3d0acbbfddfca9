import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { type Arguments, type Command, usageOf } from './base/command.ts';
import { wrongUse } from './base/exit.ts';

/** Options that stand before or after any command. */
const GLOBAL: ParseArgsOptionsConfig = {
  data: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
};

/** What begins as an option does and is none: no option begins with a digit or has spaces (`-40 °C`, `-draft pricing`). */
const NO_OPTION = /^-(?:\d|[^-=\s][^=]*\s)/u;
/** Stands in front of these where options are told from words; no argument of a program can have it. */
const MASK = '\u0000';

/** The command among the words: the first that is no option and no option's value. */
export function findCommand(argv: readonly string[]): {
  readonly name?: string;
  readonly rest: readonly string[];
} {
  for (let at = 0; at < argv.length; at += 1) {
    const word = argv[at];
    if (word === '--data') at += 1;
    else if (word === '--') break;
    else if (word !== undefined && !word.startsWith('-')) {
      return { name: word, rest: [...argv.slice(0, at), ...argv.slice(at + 1)] };
    }
  }
  return { rest: argv };
}

/** The arguments of a command (or of none). Throws `CliEnd` for options that it does not have. */
export function parseArguments(rest: readonly string[], command?: Command): Arguments {
  try {
    const { positionals, values, tokens } = parseArgs({
      args: rest.map((word) => (NO_OPTION.test(word) ? MASK + word : word)),
      options: { ...GLOBAL, ...command?.options },
      allowPositionals: true,
      strict: true,
      tokens: true,
    });
    let after: string | undefined;
    const placed: { word: string; after: string | undefined }[] = [];
    for (const token of tokens) {
      if (token.kind === 'option') after = token.name;
      else if (token.kind === 'option-terminator') after = undefined;
      else placed.push({ word: unmasked(token.value), after });
    }
    const given: Record<string, Arguments['values'][string]> = {};
    for (const [name, value] of Object.entries(values))
      given[name] = Array.isArray(value) ? value.map(unmasked) : unmasked(value);
    return { positionals: positionals.map(unmasked), values: given, placed };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const what = error.message.split('. ')[0] ?? error.message;
    const usage = command === undefined ? 'Usage: kitbag --help' : usageOf(command, rest, 'Usage: ');
    throw wrongUse(`${what}.${command?.searches === true ? asWords(rest) : ''}\n${usage}`);
  }
}

function unmasked<Value>(value: Value): Value | string {
  return typeof value === 'string' && value.startsWith(MASK) ? value.slice(MASK.length) : value;
}

/** How what was taken for an option is searched for. */
function asWords(rest: readonly string[]): string {
  const word = rest.find((one) => /^-[^-]/u.test(one) && one !== '-h' && !NO_OPTION.test(one));
  return word === undefined ? '' : ` To search for it, put -- in front: kitbag search -- "${word}"`;
}
