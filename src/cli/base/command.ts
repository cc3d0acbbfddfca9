import type { ParseArgsOptionsConfig } from 'node:util';
import type { createRouterClient } from '@orpc/server';
import type { OpenedEngine } from '../../node/open-engine.ts';
import type { Output } from './output.ts';

/** The contract's procedures, called in this process. */
type Engine = OpenedEngine['engine'];

export type EngineClient = ReturnType<typeof createRouterClient<Engine['router'], Record<never, never>>>;

/** What the words after a command came to. */
export type Arguments = {
  readonly positionals: readonly string[];
  readonly values: Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;
  /** Words in their order, with the option that stands right before them. */
  readonly placed: readonly { readonly word: string; readonly after: string | undefined }[];
};

/** What a command works with. */
export type CommandContext = {
  readonly engine: Engine;
  readonly client: EngineClient;
  readonly output: Output;
  readonly args: Arguments;
  readonly dataFolder: string;
  /** The variables of the process. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Raised by Ctrl+C: finish the current write, report, end. */
  readonly interrupted: AbortSignal;
};

/** A command of the command line. */
export type Command = {
  readonly name: string;
  /** How it is called, for `--help`: in one way, or in several by the word that follows. */
  readonly usage: string | Readonly<Record<string, string>>;
  /** What the words of the usage mean. */
  readonly usageNote?: string;
  /** What it does, one line. */
  readonly does: string;
  readonly options: ParseArgsOptionsConfig;
  /** Says what is wrong with the arguments before anything is opened; `undefined` when nothing is. */
  readonly check?: (args: Arguments) => string | undefined;
  /** Its words are searched for: they may begin with a sign. */
  readonly searches?: boolean;
  /** Makes the data folder when it is not there. */
  readonly creates?: boolean;
  /** Goes on with a replica that is still on its way into its hub. */
  readonly joins?: boolean;
  /** Runs; answers the exit code. */
  readonly run: (context: CommandContext) => Promise<number>;
};

/** How a command is called, a line each and below each other; with a word that says which way is meant, only that. `before` stands in front. */
export function usageOf({ usage, usageNote }: Command, words: readonly string[], before = ''): string {
  const note = usageNote === undefined ? '' : `\n  ${usageNote}`;
  if (typeof usage === 'string') return `${before}kitbag ${usage}${note}`;
  const meant = words.flatMap((word) => (Object.hasOwn(usage, word) ? [usage[word] ?? ''] : []))[0];
  const lines = meant === undefined ? Object.values(usage) : [meant];
  return `${before}${lines.map((line) => `kitbag ${line}`).join(`\n${' '.repeat(before.length)}`)}${note}`;
}

/** An option's text. */
export function textOf(args: Arguments, name: string): string | undefined {
  const value = args.values[name];
  return typeof value === 'string' ? value : undefined;
}

/** An option's texts: repeated, or with commas. */
export function textsOf(args: Arguments, name: string): readonly string[] {
  const value = args.values[name];
  const list = Array.isArray(value) ? value : [value];
  return list
    .filter((item) => typeof item === 'string')
    .flatMap((item) => item.split(','))
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** An option's texts as they were typed, each as a whole. */
export function textsAsTyped(args: Arguments, name: string): readonly string[] {
  const value = args.values[name];
  const list = Array.isArray(value) ? value : [value];
  return list.filter((item) => typeof item === 'string');
}
